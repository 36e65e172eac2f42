"""A room for reminders: the services on a real data file, a clock set by hand, and a small campaign."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Self

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.requirement import DueRule, Requirement
from lianbing_desktop.domain.task import Stage, Task
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.paths import Home
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.reminders import Reminders
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore

UNITS = (
    Unit("changshu", "常熟市环保局", UnitKind.COUNTY, "常熟"),
    Unit("taicang", "太仓市环保局", UnitKind.COUNTY, "太仓"),
    Unit("bureau", "苏州市环保局", UnitKind.BUREAU, "市局"),
)


def campaign(name: str = "small", year: int = 2017, count: int = 1) -> Campaign:
    """Return a campaign of one stage: a list, monthly briefs as a quota, filings after decisions, a bare task."""
    start, end = date(year, 6, 1), date(year, 12, 31)
    stage = Stage("s", "6—12月", "全程", start, end)
    tasks = tuple(
        Task(key, "s", text, ("changshu", "taicang"), start, date(year, 10, 20))
        for key, text in (("list", "报送名单"), ("briefs", "报送简讯"), ("filing", "决定报备"), ("bare", "学习规定"))
    )
    both = ("changshu", "taicang")
    asked = (
        Requirement("list", "联络员名单", "list", both, "bureau", DueRule(on=MonthDay(10, 20)), count=count),
        Requirement(
            "briefs", "工作简讯", "briefs", both, "bureau", DueRule(months=(9, 10, 11)), measure="篇", is_quota=True,
            is_open_ended=True,
        ),
        Requirement(
            "filing", "决定报备", "filing", both, "bureau", DueRule(after="决定", days=7), count=0, event="决定日期",
            is_open_ended=True,
        ),
        Requirement(
            "cases", "典型案例", "list", both, "bureau", DueRule(on=MonthDay(11, 10)), count=0, at_least=1,
            is_open_ended=True,
        ),
    )  # fmt: skip
    title = f"{year}年{name}"
    return Campaign(name, title, title, "附件", year, 1, "测试", (stage,), UNITS, tasks, asked)


class Room:
    """The services of one home as they are after a start; ``now`` is set by hand."""

    def __init__(self, home: Path, now: datetime, trial: date | None = None, store: type[Database] = Database) -> None:
        self.home, self.now, self.trial, self.store = home, now, trial, store
        self._open()

    def _open(self) -> None:
        home, clock = Home(self.home), Clock(lambda: self.now, self.trial)
        self.database = self.store(home.database)
        self.journal = Journal(self.database, clock)
        self.campaigns = Campaigns(self.database, home, clock, self.journal)
        files = FileStore(home.files)
        self.submissions = Submissions(self.database, files, clock, self.journal, self.campaigns)
        self.tasks = Tasks(self.database, clock, self.journal, self.campaigns, self.submissions)
        self.reminders = Reminders(self.database, clock, self.journal, self.campaigns, self.submissions, Holidays(home))

    def restart(self) -> Self:
        """Close the data file and open everything anew."""
        self.close()
        self._open()
        return self

    def at(self, now: str) -> Self:
        """Set the clock."""
        self.now = datetime.fromisoformat(now)
        return self

    def after(self, **parts: float) -> Self:
        """Let time pass."""
        self.now += timedelta(**parts)
        return self

    def close(self) -> None:
        """Close the data file."""
        self.database.close()

    def move(self, submission_id: int, due_on: date) -> None:
        """Move a due day, as a revised table does."""
        with self.database.transaction():
            self.database.update("submissions", submission_id, {"due_on": due_on.isoformat()})
            self.journal.note("改期", "submissions", submission_id)

    def states(self) -> dict[str, str]:
        """Return the ledger as the file has it: state by key."""
        return {row["key"]: row["state"] for row in self.database.rows("SELECT key, state FROM reminders")}
