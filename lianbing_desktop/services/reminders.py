"""Reminders: what is newly due, asked of the data each time."""

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.reminder import Reminder, due_reminders
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.reminders import ReminderRows


class Reminders:
    """The reminders of the campaign on the desk."""

    def __init__(self, database: Database, clock: Clock, journal: Journal, submissions: Submissions) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._submissions = submissions
        self._rows = ReminderRows(database)

    def pending(self) -> list[Reminder]:
        """Return what is due and not acknowledged, the oldest first."""
        acknowledged = self._rows.acknowledged()
        due = due_reminders(self._submissions.all(), self._clock.today())
        return [reminder for reminder in due if reminder.key not in acknowledged]

    def fresh(self) -> list[Reminder]:
        """Record and return what is due and was never shown before."""
        known = self._rows.known()
        fresh = [reminder for reminder in self.pending() if reminder.key not in known]
        if fresh:
            with self._database.transaction():
                self._rows.show(fresh, self._journal.now())
                self._journal.note("提醒", "reminders", None, f"{len(fresh)} 条")
        return fresh

    def acknowledge(self, reminders: list[Reminder]) -> None:
        """Record that the officer has seen these."""
        known = self._rows.known()
        if not reminders:
            return
        with self._database.transaction():
            self._rows.show([each for each in reminders if each.key not in known], self._journal.now())
            for reminder in reminders:
                self._rows.acknowledge(reminder.key, self._journal.now())
            self._journal.note("知道了", "reminders", None, f"{len(reminders)} 条")
