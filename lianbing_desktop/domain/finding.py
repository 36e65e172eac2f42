"""Findings: what has to be put right, all at once, each with its rule, its place and its cure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing to be put right. ``is_blocking`` keeps a package from being built."""

    rule: str
    place: str
    message: str
    cure: str
    is_blocking: bool = True

    def __str__(self) -> str:
        return f"{self.place}：{self.message}。{self.cure}"
