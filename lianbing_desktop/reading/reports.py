"""Texts of reports (TOML) in, frozen values out; every fault is listed with its place."""

from pathlib import Path

from lianbing_desktop.domain.report import Layout
from lianbing_desktop.domain.report_text import FRAME, AnnexText, PartText, ReportText
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.faults import Faults, Place, toml_table

LEVELS = 4
LARGEST = 1_000_000
"""Bytes a text may have."""


def read_report(path: Path) -> ReportText:
    """Read the text of one report. Raises UserError: it cannot be read, or the list of all its faults."""
    try:
        data = path.read_bytes()[: LARGEST + 1]
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出公文文本“{path.name}”。请确认文件还在，并且是 UTF-8 编码的文本。") from error
    if len(data) > LARGEST:
        raise UserError(f"公文文本“{path.name}”过大，没有采用。请换用正常大小的文件。")
    return parse_report(text, path.name)


def parse_report(text: str, file: str) -> ReportText:
    """Read the text of a report from TOML; ``file`` names it in messages. Raises UserError as read_report."""
    table = toml_table(text, file)
    faults = Faults(file)
    report = _report(Place(table, "", faults))
    faults.check()
    return report


def _report(place: Place) -> ReportText:
    report = ReportText(
        name=place.key("name"),
        words=place.text("words"),
        layout=place.parsed("layout", _layout, Layout.PLAIN),
        receiver=place.text("receiver", ""),
        title=place.text("title"),
        parts=_parts(place),
        annexes=tuple(_annex(each) for each in place.tables("annexes")),
        frame={key: place.text(key) for key in FRAME if place.has(key)},
        copies=place.texts("copies"),
        asked=place.texts("asked"),
        shared=place.texts("shared"),
        is_for_unit=place.flag("for_unit"),
        is_public=place.flag("public"),
    )
    if not report.parts and not report.annexes:
        place.fault("parts", "一个也没有")
    place.done()
    return report


def _annex(place: Place) -> AnnexText:
    annex = AnnexText(place.text("title"), _parts(place))
    place.done()
    return annex


def _parts(place: Place, name: str = "parts") -> tuple[PartText, ...]:
    return tuple(_part(each) for each in place.tables(name))


def _part(place: Place) -> PartText:
    given = [key for key in ("text", "table", "each") if place.has(key)]
    if len(given) != 1:
        place.fault("text", "应写 text、table、each 之一")
        given = ["text"]
    kind = given[0]
    part = PartText(
        text=place.text("text", "") if kind == "text" else "",
        level=place.number("level", 0, most=LEVELS),
        table=place.text("table") if kind == "table" else "",
        each=place.text("each") if kind == "each" else "",
        inside=_parts(place, "inside") if kind == "each" else (),
    )
    place.done()
    return part


def _layout(text: str) -> Layout:
    try:
        return Layout(text)
    except ValueError:
        raise ValueError(f"应为{'、'.join(Layout)}之一") from None
