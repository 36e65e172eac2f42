"""One cell or sentence parted into the tasks it holds: numbered items, and parts with a day or a doer of their own."""

import re

from lianbing_desktop.domain.clause import Recurrence, Relative, Standing, Time, TimeReading
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.subject import subject_of
from lianbing_desktop.reading.tables.timing import is_fixed, own_times

_ITEM = re.compile(
    r"(?:(?<=^)|(?<=[\n。；;：:！]))\s*(?:\d{1,2}[.．、](?!\d(?!\d?月|\d{3}年))|[（(]\d{1,2}[)）]|\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是)"
)
_SPACED = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.．、]\s*(?=[\u4e00-\u9fff“《])")
NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十]{1,3}[章节条步]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,2}(?:\.\d{1,2}){1,2}(?![\d月])|\d{1,2}[.．、)）](?!\d(?!\d?月|\d{3}年))|[①-⑳]|[一二三四五六七八九十]{1,2}是|[（(]?[a-h][)）])[、.．]?\s*"
)
_SENTENCE = re.compile(r"[。！？](?![”』）)])\s*|\n+")
_COMMA = re.compile(r"[，,]\s*")
_JOINT = re.compile(r"[，,；;]\s*|\n+")
_PART = re.compile(r"[；;](?![”』）)])\s*")


def bare(cell: Cell) -> Cell:
    """Return a cell without the number and the stops at its ends."""
    match = NUMBERING.match(cell.text)
    start = match.end() if match else 0
    return cell.cut(start, len(cell.text.rstrip("。；;，, \n")))


def items(cell: Cell) -> list[Cell]:
    """Return the numbered items of a cell, or the cell alone."""
    starts = [match.start() for match in _ITEM.finditer(cell.text)]
    spaced = list(_SPACED.finditer(cell.text))
    if len(starts) < 2 and [int(match[1]) for match in spaced] == list(range(1, len(spaced) + 1)):
        starts = [match.start() for match in spaced]
    if len(starts) < 2:
        return [cell]
    edges = [*([0] if cell.text[: starts[0]].strip() else []), *starts, len(cell.text)]
    return [part for part in (cell.cut(low, high) for low, high in zip(edges, edges[1:], strict=False)) if part]


def sentences(cell: Cell) -> list[Cell]:
    """Return the sentences of a cell; stops in brackets end none."""
    return _parted(cell, _SENTENCE)


def parts(cell: Cell, looks: Looks) -> list[Cell]:
    """Return the parts of a sentence that have each a day or a doer of their own; else the sentence alone."""
    found = _parted(cell, _PART)
    found = found if len(found) > 1 and sum(_stands(part, looks) for part in found) > 1 else [cell]
    return [part for each in found for part in _by_commas(each, looks)]


def _by_commas(cell: Cell, looks: Looks) -> list[Cell]:
    """Part at commas where every part has its own doer, its own term after an event, or its own pace."""
    found = _parted(cell, _COMMA)
    if len(found) < 2:
        return [cell]
    if looks.is_time(found[0].text) and len(found) > 2:
        rest = cell.cut(cell.text.index(found[1].text, len(found[0].text)), len(cell.text))
        if len(each := _by_commas(rest, looks)) > 1:
            return [cell.cut(0, len(cell.text) - len(rest.text) + len(each[0].text)), *each[1:]]
    bodies = [bare(part) for part in found]
    if any(len(body.text) < 4 for body in bodies):
        return dated_parts(cell, looks)
    if all(subject_of(body, looks)[0] for body in bodies):
        return found
    times = [
        [time.reading for time in own_times(body, looks) if not isinstance(time.reading.time, Standing)]
        for body in bodies
    ]
    return found if all(times) and (_are_terms(bodies, times) or _differ(times)) else dated_parts(cell, looks)


def _are_terms(bodies: list[Cell], times: list[list[TimeReading]]) -> bool:
    """Whether each part has its own term after an event: 1个工作日内联系群众，5个工作日内办结."""
    only = all(isinstance(reading.time, Relative) for each in times for reading in each)
    return only and all(len(body.text) > len(each[0].expr) + 1 for body, each in zip(bodies, times, strict=True))


def _differ(times: list[list[TimeReading]]) -> bool:
    """Whether each part comes at its own pace or day: 每月报送信息，每季度报送案例."""
    keys = [_pace(each[0].time) for each in times]
    return len(keys) == len(set(keys)) and all(each[0].span[0] <= 1 for each in times[1:])


def _pace(time: Time) -> str:
    return time.every if isinstance(time, Recurrence) else str(time.normal())


_IDLE = re.compile(r"[\s，,。.;；、（）()：:\-—~～]|完成|以前|之前|左右")


def says_more(part: Cell, looks: Looks) -> bool:
    """Whether a part says what is done besides when."""
    left = list(part.text)
    for time in own_times(part, looks):
        start, end = time.reading.span
        left[start:end] = " " * (end - start)
    return len(_IDLE.sub("", "".join(left))) > 1


def _parts_from(above: Time | None, now: Time | None) -> bool:
    """Whether a time begins a task of its own: 6-10月报送简讯，每月不少于1篇 is one, with its pace."""
    if not above or not now or _pace(above) == _pace(now):
        return False
    return not isinstance(now, Recurrence) or isinstance(above, Recurrence)


def dated_parts(cell: Cell, looks: Looks) -> list[Cell]:
    """Part at commas before each day, pace or doer of its own: 6月底前完成摸底，9月底前完成改造."""
    times = [time for time in own_times(cell, looks) if is_fixed(time) or isinstance(time.reading.time, Recurrence)]
    pieces = _parted(cell, _JOINT) if times else []
    if len(pieces) < 2:
        return [cell]
    edges, at = [0], 0
    above: Time | None = None
    for piece in pieces:
        start = cell.text.index(piece.text, at)
        own = [time for time in times if start <= time.reading.span[0] < start + len(piece.text)]
        now = own[0].reading.time if own else None
        begins = bool(own) and own[0].reading.span[0] <= start + 1 and _parts_from(above, now)
        if begins or (now and start and subject_of(bare(piece), looks)[0]):
            edges.append(start)
        above = now or above
        at = start + len(piece.text)
    found = [cell.cut(low, high) for low, high in zip(edges, [*edges[1:], len(cell.text)], strict=True)]
    return found if len(found) > 1 and all(says_more(part, looks) for part in found) else [cell]


def tasks_in(cell: Cell, looks: Looks) -> list[Cell]:
    """Return the tasks one cell of a table holds."""
    found: list[Cell] = []
    for item in items(cell):
        whole = _parted(item, re.compile(rf"{_SENTENCE.pattern}|{_PART.pattern}"))
        if len(whole) < 2:
            found.append(item)
            continue
        dated = sum(any(is_fixed(time) for time in own_times(part, looks)) for part in whole)
        found += whole if (dated > 1 or (dated == 1 and _lasts(whole, looks))) else [item]
    return [part for each in found for part in dated_parts(each, looks)]


def _lasts(whole: list[Cell], looks: Looks) -> bool:
    """Whether one dated part among others stands for itself: 开展自查，6月20日前报送自查报告；建立台账."""
    return all(len(part.text) >= 4 for part in whole)


def _stands(part: Cell, looks: Looks) -> bool:
    return any(is_fixed(time) for time in own_times(part, looks)) or bool(subject_of(bare(part), looks)[0])


def _parted(cell: Cell, mark: re.Pattern[str]) -> list[Cell]:
    text = cell.text
    found, at, depth, place = [], 0, 0, 0
    for match in mark.finditer(text):
        depth += sum((sign in "（(") - (sign in "）)") for sign in text[place : match.start()])
        place = match.start()
        if depth > 0:
            continue
        found.append(cell.cut(at, match.end()))
        at = match.end()
    found.append(cell.cut(at, len(text)))
    return [part for part in found if part.text.strip("。；;，,！ \n")]
