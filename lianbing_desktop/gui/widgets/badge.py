"""Badges: a state told by word, shape and colour, the same everywhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lianbing_desktop.domain.standing import Standing, Urgency, standing
from lianbing_desktop.domain.submission import State, Submission


class Shape(StrEnum):
    """What stands before the word; it tells the state without colour."""

    FLAG = "flag"
    HALF_CLOCK = "half_clock"
    RING = "ring"
    QUARTER = "quarter"
    HALF = "half"
    DISC = "disc"
    TICK = "tick"
    ARROW = "arrow"
    DASH = "dash"


@dataclass(frozen=True)
class Badge:
    """A word with its shape and the names of its colours; ``ground`` is empty where it stands on the page itself."""

    word: str
    shape: Shape
    ink: str
    ground: str = ""


OVERDUE = Badge("逾期", Shape.FLAG, "overdue_ink", "overdue_ground")
SOON = Badge("将到期", Shape.HALF_CLOCK, "soon_ink", "soon_ground")

_STATES = {
    State.OPEN: Badge("未报", Shape.RING, "open_ink"),
    State.RECEIVED: Badge("已收", Shape.QUARTER, "progress_ink"),
    State.REVIEWED: Badge("已审", Shape.HALF, "progress_ink"),
    State.SENT_UP: Badge("已上报", Shape.DISC, "done_ink"),
    State.RECEIPT: Badge("回执", Shape.TICK, "done_ink", "done_ground"),
    State.RETURNED: Badge("退回", Shape.ARROW, "returned_ink"),
    State.NOT_NEEDED: Badge("不适用", Shape.DASH, "muted_ink"),
}


def state_badge(state: State) -> Badge:
    """Return the badge of a state alone."""
    return _STATES[state]


def standing_badge(now: Standing) -> Badge | None:
    """Return the badge of a pressing deadline, or None where nothing presses."""
    match now.urgency:
        case Urgency.OVERDUE:
            return Badge(now.words, Shape.FLAG, OVERDUE.ink, OVERDUE.ground)
        case Urgency.TODAY | Urgency.SOON:
            return Badge(now.words, Shape.HALF_CLOCK, SOON.ink, SOON.ground)
        case _:
            return None


def badge(submission: Submission, today: date) -> Badge:
    """Return what a submission shows: the deadline where it presses an open one, else its state."""
    if submission.state in (State.OPEN, State.RETURNED):
        now = standing(submission.due_on, submission.is_settled, today)
        return standing_badge(now) or state_badge(submission.state)
    return state_badge(submission.state)
