"""What the officer let pass with a written reason, as rows."""

from lianbing_desktop.store.database import Database


class OverrideRows:
    """The table ``overrides``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int) -> dict[tuple[str, str], str]:
        """Return the reasons in force by rule and subject."""
        rows = self._database.rows(
            "SELECT rule, subject, reason FROM overrides WHERE campaign_id = ? AND withdrawn_at IS NULL ORDER BY id",
            (campaign_id,),
        )
        return {(row["rule"], row["subject"]): row["reason"] for row in rows}

    def add(self, campaign_id: int, rule: str, subject: str, reason: str, person: str, at: str) -> int:
        """Insert a reason inside a transaction and return its id."""
        values = {
            "campaign_id": campaign_id,
            "rule": rule,
            "subject": subject,
            "reason": reason,
            "person": person,
            "made_at": at,
        }
        return self._database.insert("overrides", values)

    def withdraw(self, campaign_id: int, rule: str, subject: str, at: str) -> None:
        """Mark the reason in force as withdrawn, inside a transaction."""
        self._database.run(
            "overrides",
            "UPDATE overrides SET withdrawn_at = ? WHERE campaign_id = ? AND rule = ? AND subject = ? "
            "AND withdrawn_at IS NULL",
            (at, campaign_id, rule, subject),
        )
