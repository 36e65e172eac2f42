"""Happenings: what came and what was done in a believable 2017 campaign, day by day, for demos, pictures and tests.

Days are written ``MM-DD`` and belong to the campaign's year. Names of persons and firms do not occur.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lianbing_desktop.domain.submission import State

RECEIVED, REVIEWED, SENT_UP = State.RECEIVED, State.REVIEWED, State.SENT_UP

COUNTIES = ("zhangjiagang", "changshu", "taicang", "kunshan", "wujiang", "wuzhong", "xiangcheng", "gusu", "sip", "snd")
LONG_NAME = (
    "关于报送常熟市环保局2017年环境执法大练兵活动总结暨典型案件办理过程说明材料的报告"
    "（含附件一至附件三，盖章扫描件，局领导审定稿）.pdf"
)
DECISIONS = (
    ("01-17", 4), ("03-09", 6), ("04-26", 5), ("06-15", 4), ("07-06", 6), ("07-27", 7),
    ("08-10", 5), ("08-31", 6), ("09-13", 3), ("09-27", 12), ("10-11", 0), ("10-16", 0),
)  # fmt: skip
"""Day of each decision, and after how many days it was filed: seven are allowed, 0 is not yet."""


@dataclass(frozen=True)
class Happening:
    """One step on one day. ``entry`` names a piece entered by hand about ``event``; no ``state`` only enters it.

    ``kinds`` are the files that came, one each of docx, xlsx, pdf or jpg; ``name`` is what the first is called.
    """

    on: str
    key: str
    unit: str
    state: State | None = RECEIVED
    kinds: str = ""
    period: int = 0
    number: int = 1
    note: str = ""
    entry: str = ""
    event: str = ""
    name: str = ""


def happenings() -> list[Happening]:
    """Return the whole campaign in the order of days."""
    parts = (_launch(), _liaisons(), _county_plans(), _county_briefs(), _briefs(), _dispatches())
    more = (_events(), _points(), _decisions(), _closings(), _selection())
    found = [happening for part in (*parts, *more) for happening in part]
    return sorted(found, key=lambda happening: happening.on)


def _launch() -> Iterator[Happening]:
    yield Happening("06-01", "group-paper", "supervision", kinds="pdf")
    yield Happening("06-02", "plan-paper", "supervision", kinds="pdf docx")
    for number, kind in enumerate(("pdf", "xlsx", "jpg"), 1):
        yield Happening("06-02", "launch-meeting", "supervision", number=number, kinds=kind)
    yield Happening("06-05", "work-chat", "supervision", note="已建群，各市、区联络员均已加入")
    for key in ("launch-report", "plan-to-province", "liaisons-to-province"):
        yield from _sent(key, "supervision", "06-05", "06-06", "06-08")


def _liaisons() -> Iterator[Happening]:
    for number, county in enumerate(COUNTIES):
        day = "06-07" if county == "wujiang" else ("06-02", "06-05")[number % 2]
        yield Happening(day, "liaison-list", county, kinds="docx")
        if county not in ("gusu", "snd"):
            yield Happening(day, "info-person", county, kinds="docx")
        if county != "gusu":
            yield Happening("06-09", "liaison-list", county, REVIEWED)
    yield Happening("06-06", "liaison-list", "gusu", State.RETURNED, note="缺联系电话，请补全后重新报送")
    yield Happening("06-08", "liaison-list", "gusu", kinds="docx")
    reason = "信息报送专人即联络员本人，已在联络员名单中注明"
    yield Happening("06-08", "info-person", "gusu", State.NOT_NEEDED, note=reason)


def _county_plans() -> Iterator[Happening]:
    for county in COUNTIES:
        yield Happening({"wujiang": "06-07", "snd": "06-12"}.get(county, "06-05"), "county-plan", county, kinds="pdf")
        yield Happening("06-13", "county-plan", county, REVIEWED)
    yield Happening("06-07", "county-plan", "wuzhong", State.RETURNED, note="未加盖公章")
    yield Happening("06-09", "county-plan", "wuzhong", kinds="pdf")


def _county_briefs() -> Iterator[Happening]:
    late = {("wujiang", 7): "08-02", ("taicang", 8): "09-04"}
    never = {("gusu", 8), ("snd", 9)}
    for month in range(6, 10):
        for number, county in enumerate(COUNTIES):
            if (county, month) not in never:
                day = late.get((county, month), f"{month:02d}-{11 + (3 * number + month) % 17:02d}")
                yield Happening(day, "county-briefs", county, period=month, kinds="docx" if number % 3 else "docx jpg")
    for number, county in enumerate(("zhangjiagang", "changshu", "kunshan", "sip")):
        yield Happening(f"10-{10 + 2 * number}", "county-briefs", county, period=10, kinds="docx")
    yield Happening("08-24", "county-briefs", "zhangjiagang", kinds="docx", entry="第2篇", event="08-24")
    reason = "内容与8月简讯重复，请重新报送"
    yield Happening("10-09", "county-briefs", "wuzhong", State.RETURNED, period=9, note=reason)


def _briefs() -> Iterator[Happening]:
    for number, day in enumerate(("06-14", "07-12", "08-09", "09-06", "09-29"), 1):
        yield Happening(day, "supervision-briefs", "supervision", number=number, kinds="docx")
    days = {"solid-waste": ("07-05", "09-20"), "radiation": ("08-15",), "emergency": ("06-28", "08-22")}
    for unit, came in days.items():
        for number, day in enumerate(came, 1):
            yield Happening(day, "department-briefs", unit, number=number, kinds="docx")
    for unit, day in (("zhangjiagang", "07-18"), ("supervision", "08-11"), ("kunshan", "09-15")):
        entry = f"专栏{int(day[:2])}月{int(day[3:])}日"
        yield Happening(day, "column-articles", unit, kinds="jpg", entry=entry, event=day)


def _dispatches() -> Iterator[Happening]:
    for month, day, receipt in ((6, "06-30", "07-04"), (7, "07-31", "08-03"), (8, "08-31", "09-05"), (9, "09-29", "")):
        yield from _sent("dispatch", "legal", day, day, receipt, kinds="xlsx", period=month)
        yield Happening("10-09" if month == 9 else day, "bulletin", "legal", kinds="pdf", period=month)


def _events() -> Iterator[Happening]:
    yield Happening("07-20", "study", "legal", kinds="docx jpg")
    yield Happening("08-16", "study", "supervision", kinds="docx")
    yield Happening("09-21", "study", "emergency", kinds="docx jpg")
    yield Happening("08-30", "media", "publicity", kinds="jpg")


def _points() -> Iterator[Happening]:
    yield Happening("09-12", "joint-inspection-points", "supervision", kinds="pdf", entry="第一轮督查", event="09-12")
    yield Happening("08-25", "taihu-points", "monitoring", kinds="docx", entry="8月联合检查", event="08-25")
    yield Happening("10-12", "case-quality", "supervision", kinds="docx")
    for number in (1, 2):
        yield from _sent("key-polluters", "supervision", "09-18", "09-20", "09-22", number=number)


def _decisions() -> Iterator[Happening]:
    for number, (event, days) in enumerate(DECISIONS, 1):
        unit, entry = ("legal", "supervision")[number % 2], f"苏环罚字〔2017〕第{number}号"
        for key in ("decision-filed", "decision-disclosed"):
            yield Happening(_after(event, 1), key, unit, None, entry=entry, event=event)
        if days:
            for state in (RECEIVED, SENT_UP):
                yield Happening(_after(event, days), "decision-filed", unit, state, entry=entry)
            yield Happening(_after(event, 8), "decision-disclosed", unit, kinds="jpg", entry=entry)
    for entry, day in (("查封扣押", "07-27"), ("适用行政拘留移送公安机关", "09-13")):
        for step in (None, RECEIVED, SENT_UP):
            yield Happening(day, "major-filed", "legal", step, entry=entry, event="" if step else day)


def _closings() -> Iterator[Happening]:
    """Yield four cases filed after closing, and a fifth whose file is overdue."""
    for number, event in ((1, "06-20"), (2, "07-03"), (4, "08-21"), (6, "10-10"), (7, "10-09")):
        unit, entry = ("legal", "supervision")[number % 2], f"苏环罚字〔2017〕第{number}号"
        for key, kinds in (("closing-filed", ""), ("case-pdf", "pdf")):
            yield Happening(_after(event, 1), key, unit, None, entry=entry, event=event)
            if number != 7 or not kinds:
                yield Happening(_after(event, 5), key, unit, kinds=kinds, entry=entry)
                yield Happening(_after(event, 5), key, unit, SENT_UP, entry=entry)


def _selection() -> Iterator[Happening]:
    for unit, day in (("zhangjiagang", "10-16"), ("kunshan", "10-18")):
        entry = "事迹材料（含典型案件办理过程）"
        yield Happening(day, "collective-deeds", unit, kinds="docx", entry=entry, event=day)
    yield Happening("10-16", "county-summary", "zhangjiagang", kinds="pdf docx")
    yield Happening("10-17", "county-summary", "zhangjiagang", REVIEWED)
    yield Happening("10-18", "county-summary", "changshu", kinds="pdf", name=LONG_NAME)
    yield Happening("10-19", "county-summary", "kunshan", kinds="pdf")
    yield Happening("10-18", "audit-file", "supervision", kinds="pdf")
    yield Happening("10-19", "case-numbers", "supervision", kinds="xlsx")


def _sent(
    key: str, unit: str, came: str, sent: str, receipt: str, kinds: str = "pdf", period: int = 0, number: int = 1
) -> Iterator[Happening]:
    """Yield a piece for the province: received, reviewed, sent up and, where it has come, the receipt."""
    yield Happening(came, key, unit, RECEIVED, kinds, period, number)
    yield Happening(came, key, unit, REVIEWED, "", period, number)
    yield Happening(sent, key, unit, SENT_UP, "", period, number)
    if receipt:
        yield Happening(receipt, key, unit, State.RECEIPT, "jpg", period, number)


def _after(day: str, days: int) -> str:
    """Return a later day of the same year; the campaign's own year has no 29 February."""
    return (date.fromisoformat(f"2017-{day}") + timedelta(days)).strftime("%m-%d")
