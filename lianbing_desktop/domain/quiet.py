"""Quiet hours: spans of the day in which desktop messages are held back; the list in the window still shows."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

Span = tuple[time, time]
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*(?:-|—|–|~|至|到)+\s*(\d{1,2}):(\d{2})")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class QuietHours:
    """Spans from a time to another, over midnight where the second is the earlier; the first minute after is loud."""

    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return "，".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in self.spans)

    def holds(self, at: time) -> bool:
        """Whether it is quiet at that time of day."""
        return any(start <= at < end if start < end else at >= start or at < end for start, end in self.spans)

    def end(self, now: datetime) -> datetime:
        """Return when it is loud again: ``now`` itself outside quiet hours."""
        end = now
        while self.holds(end.time()):  # one span may run into the next
            start, stop = next(span for span in self.spans if QuietHours((span,)).holds(end.time()))
            day = end.date() + (_DAY if start >= stop and end.time() >= start else timedelta())
            end = datetime.combine(day, stop)
        return end


def parse_quiet(text: str) -> QuietHours:
    """Return the hours written as “12:00-13:30，18:00-08:30”; none for an empty text.

    Raises ValueError with a sentence: what cannot be read, a time that does not exist, or no loud minute in the day.
    """
    plain = text.replace("：", ":").replace("－", "-")
    spans = tuple(_span(part.strip()) for part in re.split(r"[，,、;；\n]", plain) if part.strip())
    hours = QuietHours(spans)
    if spans and not any(not hours.holds(time(minute // 60, minute % 60)) for minute in range(24 * 60)):
        raise ValueError("这样一整天都不会发消息。请至少留出一段时间。")
    return hours


def _span(part: str) -> Span:
    found = _SPAN.fullmatch(part)
    if not found:
        raise ValueError(f"看不懂“{part}”。请写成“12:00-13:30”，几段之间用逗号隔开。")
    try:
        hours = [int(each) for each in found.groups()]
        start, end = time(hours[0], hours[1]), time(hours[2], hours[3])
    except ValueError:
        raise ValueError(f"“{part}”里有不存在的时间。请写 00:00 至 23:59 之间的时间。") from None
    if start == end:
        raise ValueError(f"“{part}”的开始和结束是同一时间。请改正其中一个。")
    return start, end
