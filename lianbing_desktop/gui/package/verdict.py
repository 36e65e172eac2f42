"""A verification's verdict as the page shows it: a badge, a sentence, and every difference by name."""

from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.gui.widgets.badge import OVERDUE, SOON, Badge, Shape
from lianbing_desktop.gui.widgets.noted import NotedLine

_DIFFERENCES = (
    ("missing", Badge("缺少", Shape.RING, OVERDUE.ink, OVERDUE.ground)),
    ("changed", Badge("内容已变", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)),
    ("extra", Badge("多出", Shape.ARROW, SOON.ink, SOON.ground)),
    ("structure", Badge("光盘结构", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)),
)


def verdict_lines(verdict: Verdict) -> list[NotedLine]:
    """Return every difference a verification found, by name."""
    return [NotedLine(badge, (name,)) for key, badge in _DIFFERENCES for name in getattr(verdict, key)]


def verdict_badge(verdict: Verdict) -> Badge:
    """Return a verdict as a badge."""
    if verdict.is_sound:
        return Badge("校验通过", Shape.TICK, "done_ink", "done_ground")
    return Badge("校验未通过", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as a sentence."""
    if verdict.is_sound:
        return f"读回 {verdict.checked} 个文件，全部一致，没有缺少、改变或多出。"
    return f"读回 {verdict.checked} 个文件，发现 {len(verdict_lines(verdict))} 处不一致，列在下面。"
