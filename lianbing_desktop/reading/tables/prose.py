"""Plans in paragraphs: stages whose dates hold for what follows, numbered items, sentences, and lines with labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lianbing_desktop.domain.clause import Window
from lianbing_desktop.domain.plan import PlanTask, PlanTime, PlanUnit
from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role, is_due_only, label_of
from lianbing_desktop.reading.tables.looks import Looks, is_note
from lianbing_desktop.reading.tables.paragraphs import (
    AIM,
    ATTACHED,
    DOES,
    HANDED,
    NAMED,
    NOT_TASK,
    SIGNED,
    STAGE,
    URGES,
    answered,
    answers,
    bare_title,
    heads,
    is_head_line,
    is_labelled,
    leading,
    level_of,
)
from lianbing_desktop.reading.tables.piece import Cell, Piece
from lianbing_desktop.reading.tables.split import NUMBERING, bare, items, parts, sentences
from lianbing_desktop.reading.tables.subject import after_time, bracketed, is_answer, named_by, responsible, subject_of
from lianbing_desktop.reading.tables.tasks import task_of
from lianbing_desktop.reading.tables.timing import ended_only, is_fixed, own_times, times_of, timing_of
from lianbing_desktop.reading.tables.units import LEAD, RESPONSIBLE, SUPPORT, is_units, units_in


@dataclass
class Read:
    """What paragraphs gave: tasks, headings, and what was made nothing of."""

    tasks: list[PlanTask] = field(default_factory=list)
    headings: list[Piece] = field(default_factory=list)
    unread: list[tuple[Piece, str]] = field(default_factory=list)


@dataclass
class _Stage:
    level: int
    title: str
    times: tuple[PlanTime, ...] = ()
    units: tuple[PlanUnit, ...] = ()


class Prose:
    """One walk through paragraphs. ``first`` is the number the next row or item gets."""

    def __init__(self, looks: Looks, first: int = 0) -> None:
        self._looks = looks
        self.read = Read()
        self.row = first
        self._stages: list[_Stage] = []
        self._attached = False
        self._lead: tuple[PlanTime, ...] = ()
        self._record: dict[Role, Piece] = {}
        self._item: list[PlanTask] = []
        self._told = False  # whether a line below the item has named its units

    def take(self, pieces: Sequence[Piece]) -> Read:
        """Read the paragraphs in order."""
        at = 0
        while at < len(pieces):
            at += self._one(pieces, at)
        self._end_record()
        return self.read

    def _one(self, pieces: Sequence[Piece], at: int) -> int:
        piece = pieces[at]
        label = label_of(piece.text)
        if label and label[0] in (Role.TASK, Role.DETAIL, *WHEN, *WHOSE, Role.PERSON) and self._labelled(piece, *label):
            return 1
        self._end_record()
        if self._beside(piece):
            return 1
        self._attached = bool(ATTACHED.match(piece.text)) or (self._attached and bool(NUMBERING.match(piece.text)))
        if self._attached:
            self._attachment(piece)
            return 1
        level = level_of(piece.text)
        cell = Cell((piece,))
        following = pieces[at + 1].text if at + 1 < len(pieces) else ""
        if self._named_doers(cell, level) or self._answered_section(cell, level, following):
            return 1
        cell = self._opened(cell, level, following)
        if cell:
            self._paragraph(cell, level, following)
        return 1

    def _named_doers(self, cell: Cell, level: int) -> bool:
        """Take a line that only names units (法规处： or 一、市教育局) as those who do what follows."""
        body = bare(cell)
        text = body.text.rstrip("：:")
        if not (cell.text.rstrip().endswith(("：", ":")) or level < 3) or len(text) < 2 or not is_units(text):
            return False
        self._enter(min(level, 2), cell.text, ())
        self._stages[-1].units = units_in(body.cut(0, len(text)))
        self.read.headings += cell.pieces
        return True

    def _answered_section(self, cell: Cell, level: int, following: str) -> bool:
        """Take a title whose bracket says who answers (一、加强监测（责任单位：A）) as those who do what follows."""
        if level > 2 or not following or level_of(following) <= level or len(cell.text) > 80:
            return False
        units, spans = bracketed(cell)
        title = cell.text[: spans[0][0]] if spans else ""
        if not units or set("。；;") & set(title) or cell.text[spans[-1][1] :].strip("。：: "):
            return False
        self._enter(level, title, own_times(cell, self._looks))
        self._stages[-1].units = units
        self.read.headings += cell.pieces
        return True

    def _labelled(self, piece: Piece, role: Role, start: int) -> bool:
        """Take a line like 责任单位：… to the item above it, or to the record it belongs to."""
        if not piece.text[start:].strip():
            return False
        does = role in (Role.TASK, Role.DETAIL)
        if does or self._record or not self._item:
            if role in self._record:
                self._end_record()
            self._record[role] = piece
        else:
            self._add(piece, role, start)
        return True

    def _end_record(self) -> None:
        """Make a task of the labelled lines gathered, where one of them says what is to be done."""
        record, self._record = self._record, {}
        if not record:
            return
        task = record.get(Role.TASK) or record.get(Role.DETAIL)
        if not task:
            self.read.unread += [(piece, "没有任务内容") for piece in record.values()]
            return
        start = label_of(task.text)[1]  # type: ignore[index]
        self.row += 1
        made = task_of(
            Cell((task.cut(start, len(task.text)),)), self._outline(task.text), self._looks, (), self._times()
        )
        self._made([replace(made, places=(task.place,))])
        for role, piece in record.items():
            if piece is not task:
                self._add(piece, role, label_of(piece.text)[1])  # type: ignore[index]
        self._item = []

    def _add(self, piece: Piece, role: Role, start: int) -> None:
        """Give the tasks of the item above what a line says of them all."""
        self._merge_item()
        cell = Cell((piece.cut(start, len(piece.text)),))
        kept = self.read.tasks[: len(self.read.tasks) - len(self._item)]
        if role in WHEN:
            times = times_of(cell, self._looks)
            times = ended_only(times) if is_due_only(piece.text[:start]) else times
            held = (*times, *(time for time in self._item[0].times if not is_fixed(time)))
            made = replace(self._item[0], times=held, timing=timing_of(held))
        else:
            named = {Role.LEAD: LEAD, Role.SUPPORT: SUPPORT}.get(role, RESPONSIBLE)
            says_more = re.search(r"[；;：:]", cell.text)
            units: tuple[PlanUnit, ...] = responsible(Cell((piece,))) if says_more else units_in(cell, named)
            before = self._item[0].units if self._told else ()
            held = (*self._item[0].times, *(times_of(cell, self._looks) if says_more else ()))
            made = replace(self._item[0], units=tuple(dict.fromkeys((*before, *units))), times=held)
            made = replace(made, timing=timing_of(held))
            self._told = True
        self._item = [replace(made, places=(*self._item[0].places, piece.place))]
        self.read.tasks[:] = [*kept, *self._item]

    def _merge_item(self) -> None:
        """Make one task of an item whose sentences a line below answers for together."""
        if len(self._item) < 2:
            return
        first = self._item[0]
        places = tuple(dict.fromkeys(place for task in self._item for place in task.places))
        text = "。".join(task.text for task in self._item)
        times = tuple(dict.fromkeys(time for task in self._item for time in task.times))
        made = replace(
            first, text=text, places=places, times=times, quotas=tuple(q for task in self._item for q in task.quotas)
        )
        self.read.tasks[len(self.read.tasks) - len(self._item) :] = [made]
        self._item = [made]

    def _beside(self, piece: Piece) -> bool:
        """Take a line of nothing but units, or of a bracket naming them, to the item above."""
        text = piece.text.strip()
        if not self._item or NUMBERING.match(text):
            return False
        inner = text.strip("（）()。")
        whose = responsible(Cell((piece,))) if re.fullmatch(r"[（(].*[)）]。?", text, re.S) else ()
        if whose or (len(inner) > 2 and is_units(inner) and not inner.endswith("：")):
            start = text.find(inner)
            self._add(piece, Role.UNIT, max(start, 0))
            return True
        return False

    def _attachment(self, piece: Piece) -> None:
        start = match.end() if (match := ATTACHED.match(piece.text)) else 0
        rest = Cell((piece.cut(start, len(piece.text)),))
        handed = HANDED.search(rest.text) if rest else None
        times = times_of(rest.cut(*handed.span(1)), self._looks) if handed else ()
        if not times:
            self.read.headings.append(piece)
            return
        name = bare(rest.cut(0, handed.start()))  # type: ignore[union-attr]
        self.row += 1
        task = task_of(rest, self._outline(piece.text), self._looks)
        self._made([replace(task, text=bare(rest).text, units=(), places=(piece.place,), deliverables=(name.text,))])
        self._item = []

    def _opened(self, cell: Cell, level: int, following: str) -> Cell:
        """Open the stage or section a paragraph begins with. Returns what is left of it."""
        text = cell.text
        match = STAGE.match(text)
        head = cell.cut(0, match.end()) if match else Cell()
        times = self._stage_times(cell, match, level, following) if match and level < 6 else ()
        if match and times:
            self._enter(level, head.text, times)
            self.read.headings += head.pieces
            return cell.cut(match.end(), len(text))
        if level < 6 and is_labelled(following):
            self._leave(level)
            return cell
        if level < 6 and len(text) <= 40 and not self._is_task(cell) and not text.rstrip().endswith("。"):
            self._enter(level, text, own_times(cell, self._looks))
            self.read.headings += cell.pieces
            return Cell()
        self._leave(level)
        return cell

    def _stage_times(self, cell: Cell, match: re.Match[str], level: int, following: str) -> tuple[PlanTime, ...]:
        """Return the times of a stage's head; none where it is no stage, or where its bracket belongs to a sentence."""
        text, head = cell.text, cell.cut(0, match.end())
        is_stage = (
            bool(NAMED.search(head.text))
            or heads(text, level, following)
            or not (bracketed(head)[0] or subject_of(bare(head), self._looks)[0])
        )
        goes_on = text[match.end() - 1 : match.end()] not in "。：:" and text[match.end() :].strip()
        if goes_on and re.search(r"[（(]", match.group()) and not re.search("阶段|期", match.group()):
            return ()
        return own_times(head, self._looks) if is_stage else ()

    def _enter(self, level: int, title: str, times: tuple[PlanTime, ...]) -> None:
        self._leave(level)
        self._stages.append(_Stage(level, bare_title(title), times))
        self._item = []

    def _leave(self, level: int) -> None:
        if level < 6:
            self._stages = [stage for stage in self._stages if stage.level < level]

    def _times(self) -> tuple[PlanTime, ...]:
        """Return the times that hold for what is read now: those its sentence begins with, else its stage's."""
        return self._lead or next((stage.times for stage in reversed(self._stages) if stage.times), ())

    def _doers(self) -> tuple[PlanUnit, ...]:
        return next((stage.units for stage in reversed(self._stages) if stage.units), ())

    def _outline(self, whole: str) -> PlanTask:
        dated = [stage.title for stage in self._stages if stage.times]
        others = [stage.title for stage in self._stages if not stage.times]
        return PlanTask("", whole, self.row, (), stage=dated[-1] if dated else "", section=others[-1] if others else "")

    def _is_task(self, cell: Cell) -> bool:
        body = bare(cell)
        if not body or NOT_TASK.match(body.text) or AIM.match(body.text):
            return False
        if is_note(body.text) and not own_times(body, self._looks):
            return False
        if SIGNED.fullmatch(body.text) and len(body.text) < 24:
            return False
        if URGES.search(body.text) and not own_times(body, self._looks):
            return False
        if bracketed(body)[0] or named_by(body) or subject_of(body, self._looks)[0]:
            return True
        return bool(own_times(body, self._looks)) and len(body.text) > 6 and not self._looks.is_time(body.text)

    def _paragraph(self, cell: Cell, level: int, following: str) -> None:
        """Read what a paragraph says, sentence by sentence."""
        self.row += 1
        made: list[PlanTask] = []
        outline = self._outline(cell.text)
        if bracketed(cell)[0] or (level < 6 and answers(following)):
            self._made([self._whole(cell, outline)])
            return
        carried: tuple[PlanUnit, ...] = ()
        whole = tuple(
            time for time in leading(cell, self._looks) if isinstance(time.reading.time, Window)
        )  # 4月16日至8月31日，…: holds for the sentences after it too
        name = Cell() if self._told_after(cell, outline) else self._name(cell, level)
        if name:
            self.read.headings += name.pieces
            outline = replace(outline, section=bare(name).text)
            cell = cell.cut(len(name.text), len(cell.text))
        for item in items(cell):
            if told := self._told_after(item, outline):
                made.append(told)
                continue
            for sentence in answered(item, self._looks):
                self._lead = whole
                for part in parts(sentence, self._looks):
                    carried = self._sentence(part, outline, made, carried, level)
                    self._lead = self._lead or leading(part, self._looks)
                self._lead = ()
        self._made(made)

    def _told_after(self, cell: Cell, outline: PlanTask) -> PlanTask | None:
        """Read a thing with nothing after its colon but when and who: 实施方案：4月10日前，各区县局."""
        body = bare(cell)
        match = re.match(r"([^：:。；;]{2,40})[：:]\s*(?=\S)", body.text)
        if not match or label_of(body.text):
            return None
        found: list[PlanTime] = []
        units: list[PlanUnit] = []
        at = match.end()
        for token in re.split(r"[，,；;]", body.text[at:]):
            part = body.cut(at, at + len(token))
            at += len(token) + 1
            if part and self._looks.is_time(part.text):
                found += times_of(part, self._looks)
            elif part and is_units(part.text):
                units += units_in(part)
            elif part:
                return None
        if not found:
            return None
        task = task_of(body.cut(0, match.end(1)), outline, self._looks, tuple(found), self._times(), tuple(units))
        return replace(task, places=cell.places)

    def _name(self, cell: Cell, level: int) -> Cell:
        """Return the short first sentence of a numbered paragraph that only names what follows: （二）强化督导。"""
        match = re.match(r"[^。；;，,：:]{2,24}[。：:]\s*(?=\S)", cell.text)
        if not match or level > 3 or not NUMBERING.match(cell.text) or re.match(r"\s*.是", cell.text):
            return Cell()
        head, rest = cell.cut(0, match.end()), cell.cut(match.end(), len(cell.text))
        if is_answer(next(iter(sentences(rest)), Cell()), self._looks):
            return Cell()
        plain = (
            not own_times(head, self._looks) and not subject_of(bare(head), self._looks)[0] and not bracketed(head)[0]
        )
        return head if plain and not self._looks.clause(head.text).quotas and len(bare(head).text) <= 16 else Cell()

    def _whole(self, cell: Cell, outline: PlanTask) -> PlanTask:
        units, spans = bracketed(cell)
        end = spans[0][0] if spans and not cell.text[spans[-1][1] :].strip("。；; ") else len(cell.text)
        task = task_of(cell, outline, self._looks, (), self._times(), units)
        return replace(task, text=bare(cell.cut(0, end)).text or task.text, places=cell.places)

    def _sentence(
        self, cell: Cell, outline: PlanTask, made: list[PlanTask], carried: tuple[PlanUnit, ...], level: int
    ) -> tuple[PlanUnit, ...]:
        body = bare(cell)
        own = bool(NUMBERING.match(cell.text)) or level < 6
        short = bool(re.match(r"\s*[一二三四五六七八九十]+是", cell.text)) and len(body.text) <= 4
        does = (
            bool(DOES.match(body.text[after_time(body.text, self._looks) :]))
            and len(body.text) >= 4
            and (bool(self._times()) or own or bool(carried))
        )
        if (
            body
            and not short
            and not NOT_TASK.match(body.text)
            and not AIM.match(body.text)
            and (self._is_task(cell) or does)
        ):
            task = self._answered(task_of(cell, outline, self._looks, (), self._times()), carried, does)
            made.append(task)
            return task.units or carried
        if short or is_head_line(cell, body, own, self._looks):
            self.read.headings += cell.pieces
        else:
            self.read.unread += [(piece, "没有看出时间、单位或任务") for piece in cell.pieces]
        return carried

    def _answered(self, task: PlanTask, carried: tuple[PlanUnit, ...], does: bool) -> PlanTask:
        """Return a task with those who answer for it: its own, else those named before it."""
        if not task.units and not carried:
            task = replace(task, units=self._doers())
        if not task.units and carried and (does or task.times):
            task = replace(task, units=carried)
        return task

    def _made(self, tasks: list[PlanTask]) -> None:
        self.read.tasks += tasks
        self._told = False
        self._item = list(tasks)
