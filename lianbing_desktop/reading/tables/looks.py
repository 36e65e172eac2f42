"""What a cell looks like without its heading: a number, a time, units, a stage, a long text."""

import re
from collections.abc import Callable

from lianbing_desktop.domain.clause import Clause
from lianbing_desktop.reading.clauses import read_clauses
from lianbing_desktop.reading.tables.headings import Role, role_of
from lianbing_desktop.reading.tables.units import is_tail, is_torn, is_units

_NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.．、]?")
_STAGE = re.compile(
    r"(?:第.{1,3}(?:周|阶段|季度|批|学期|步)|.{1,8}(?:阶段|前|后|期间)|(?:预备|寒假|暑假|考试|期[中末])周?|"
    r".{2,6}期|[一二三四五六七八九十]{1,3}|\d{1,2}|[一二三四五六七八九十\d]{1,3}周)"
)
_SECTION = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|"
    r"第[一二三四五六七八九十]{1,3}[部章编节类]分?)\s*\S.*"
)
_NOTE = re.compile(r"\s*(?:备?注|说明|附注|备考|填表说明)\d*\s*[：:].*", re.S)
_FORM = re.compile(
    r"(?=.*\d|"
    r"表[一二三四五六七八九十])(?:[\u4e00-\u9fff]{0,4}[A-Za-z]{0,6}\s*[\d一二三四五六七八九十]{1,4}(?:[-—]\d{1,3})*(?:表|号)?(?:[（(].{1,6}[)）])?|表[一二三四五六七八九十\d]{1,3}(?:之[一二三四五])?)"
)
_OFTEN = re.compile(
    r"(?:年|半年|季|月|旬|周|日|定期|不定期)报(?:表)?|及时|适时|即时|按时|实时|长期(?:坚持)?|常年|全年|随时|"
    r"定期|不定期|常态化|持续(?:推进|实施)?|"
    r"每(?:个)?(?:日|天|周|旬|月|季度?|半年|年|学期|半月)(?:[一二两三四五六七八九十\d]+次|1次)?|即报即批|"
    r"按(?:要求|规定|通知|省.{0,6})(?:时间|时限)?(?:完成|报送)?|另行通知|立行立改|立即|待定"
)
_WAY = re.compile(
    r"(?:网传|网络|电子|邮件|邮箱|纸质|书面|传真|光盘|直报|联网|上传|系统|报送|传输|邮寄|报表|版|OA|和|及|、|,|"
    r"，|;|；|/|\s|盖章|快递|U盘|\d份|一式.{1,2}份)+"
)
_WEEKDAY = re.compile(r"(?:星期|周)?[一二三四五六日天](?:[至、,，到~-]+(?:星期|周)?[一二三四五六日天])*")
_MAYBE = re.compile(r"[年月日号周旬季期天时\d]|长|常|持续|随时|即|报|待|初|末|底")
_IDLE = re.compile(
    r"[\s，,。.;；、（）()：:\-—~～]|完成|之?前|以前|左右|内|上午|下午|晚上?|中午|星期.|周[一二三四五六日]|网络|"
    r"传输|报送|上报|邮寄|书面|网传|直报|启动|开始|至|到|并|长期|坚持|持续|推进|阶段|实施|取得|阶段性|进展|成效|"
    r"期间|结束|首次"
)
_FIRST = re.compile(
    r"^(?!.*(?:19|20)\d\d)\D*?(?<!\d)0?[1-7](?:月|[.．/]\d{1,2})|"
    r"^[^一二三四五六七八九十]*(?:元月|[一二三四五六七]月)",
    re.S,
)


class Looks:
    """Reads what cells look like, each text once."""

    def __init__(self, year: int | None, turns: bool = False, stop: Callable[[], bool] = lambda: False) -> None:
        """``turns``: the plan goes over New Year; its first months without a year are those of the year after.

        ``stop`` is called before each clause that was not read yet; what it raises goes through.
        """
        self._stop = stop
        self.year = year
        self._turns = turns and year is not None
        self._clauses: dict[str, Clause] = {}
        self._marks: dict[str, dict[Role, float]] = {}
        self._others: dict[int, Looks] = {}

    def of_year(self, year: int) -> "Looks":
        """Return the reader of the same plan's words of another year."""
        if year == self.year:
            return self
        return self._others.setdefault(year, Looks(year))

    def clause(self, text: str) -> Clause:
        """Return what a clause says; a stop at its end says nothing, and need not be read twice."""
        text = text.rstrip("。；;，, \n")
        if text not in self._clauses:
            self._stop()
            found = read_clauses(text, self.year)
            is_after = self._turns and _FIRST.search(text)
            self._clauses[text] = read_clauses(text, (self.year or 0) + 1) if is_after else found
        return self._clauses[text]

    def is_time(self, text: str) -> bool:
        """Whether a text says when, and little else."""
        bare = " ".join(text.split())
        if not bare or len(bare) > 40:
            return False
        if _OFTEN.fullmatch(bare):
            return True
        if not _MAYBE.search(bare):
            return False
        left = list(text)
        for reading in self.clause(text).times:
            start, end = reading.span
            left[start:end] = " " * (end - start)
        rest = _IDLE.sub("", "".join(left))
        return len(rest) < len(_IDLE.sub("", text)) and (
            not rest or len(rest) <= max(1, len(bare) // 5) or bool(_STAGE.fullmatch(rest))
        )

    def is_told(self, text: str) -> bool:
        """Whether a lone text says more than a title does: a sentence, or something by a day."""
        bare = text.strip()
        return len(bare) > 20 or bare.endswith(("。", "；")) or bool(self.clause(bare).times)

    def marks(self, text: str) -> dict[Role, float]:
        """Return how well the text would stand in a column of each role."""
        if text not in self._marks:
            self._marks[text] = self._judged(text.strip())
        return self._marks[text]

    def fit(self, text: str, role: Role) -> float:
        """Return how well a text stands in a column of this role."""
        return self.marks(text).get(role, 0.0)

    def _judged(self, text: str) -> dict[Role, float]:
        flat = " ".join(text.split())
        is_number = bool(_NUMBER.fullmatch(flat))
        is_unit = not is_number and (is_units(text) or is_torn(text))
        is_time = not is_number and not is_unit and self.is_time(text)
        is_stage = bool(_STAGE.fullmatch(flat))
        is_form = not is_time and not is_number and bool(_FORM.fullmatch(flat))
        is_way = not is_time and bool(_WAY.fullmatch(flat))
        plain = not (bool(_WEEKDAY.fullmatch(flat)) or is_number or is_time or is_unit or is_form or is_way)
        size = len(flat)
        whose = _whose(flat, is_unit, is_time or is_number)
        task = (2.2 if size > 8 else 1.6) if plain else -4.0 if is_number or is_time else -0.8 if is_unit else -1.0
        when = 3.0 if is_time else 1.0 if is_stage else -3.0 if is_unit or is_number or size > 12 else -1.5
        return {
            Role.STAGE: 3.0 if is_stage else -1.0 if is_time else 0.4 if plain and size <= 8 else -2.0,
            Role.OTHER: 0.8,
            Role.NUMBER: 4.0 if is_number else -6.0,
            **dict.fromkeys((Role.TASK, Role.REPORT), task),
            Role.DETAIL: task - 0.1,
            Role.SECTION: 1.0 if plain and size <= 16 else -2.0 if is_time or is_number else -0.5,
            **dict.fromkeys((Role.PERIOD, Role.START), when),
            Role.FREQUENCY: 3.5 if _OFTEN.fullmatch(flat) else when - 1.0,
            **dict.fromkeys((Role.UNIT, Role.LEAD, Role.SUPPORT), whose),
            Role.PERSON: 2.5 if is_unit or (plain and size <= 4) else 0.5 if plain and size < 12 else -2.0,
            Role.FORM: 4.0 if is_form else -3.0,
            Role.WAY: 2.5 if is_way else 1.5 if plain and size <= 14 else -1.0,
            Role.DELIVERABLE: 1.0 if plain else -1.0,
            Role.RECEIVER: 2.5 if is_unit else -1.0,
            Role.NOTE: 0.6 if not is_number else -2.0,
        }

    def is_section(self, text: str) -> bool:
        """Whether a line on its own looks like the title of a section between rows."""
        return len(text) <= 40 and bool(_SECTION.fullmatch(text.strip())) and not text.rstrip().endswith(("。", "；"))


def _whose(flat: str, is_unit: bool, is_figure: bool) -> float:
    """Return how well a text stands in a column of units."""
    if is_tail(flat):
        return 0.5
    if is_unit:
        return 3.0
    return -4.0 if is_figure else -2.0 if len(flat) > 24 else -0.6


def is_band(text: str) -> bool:
    """Whether a text is numbered as the title of a part, or named as a stage."""
    bare = text.strip()
    named = re.fullmatch(r"第?.{1,10}(?:阶段|季度|部分|月份?)(?:[（(].*[)）])?[：:]?", bare)
    return len(bare) <= 60 and not bare.endswith(("。", "；")) and bool(_SECTION.fullmatch(bare) or named)


def is_note(text: str) -> bool:
    """Whether a line is a note under the table."""
    return bool(_NOTE.fullmatch(text))


def is_heading_word(text: str) -> bool:
    """Whether a short text is the heading of a column."""
    return role_of(text) is not None and len("".join(text.split())) <= 12
