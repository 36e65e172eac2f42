"""Findings: what has to be put right, all at once, each with its rule, its place and its cure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing to be put right. ``is_blocking`` keeps a package from being built.

    ``key`` names what it is about for good, whatever that is called. ``reason`` is what the officer wrote to let it
    pass all the same; it then no longer blocks.
    """

    rule: str
    place: str
    message: str
    cure: str
    is_blocking: bool = True
    key: str = ""
    reason: str = ""

    def __str__(self) -> str:
        passed = f"（已说明：{self.reason}）" if self.reason else ""
        return f"{self.place}：{self.message}。{self.cure}{passed}"
