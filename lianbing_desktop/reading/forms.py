"""Forms as data: ``resources/forms/*.toml`` and the officer's own, which win over those of the same name."""

from collections.abc import Iterable
from pathlib import Path

from lianbing_desktop.domain.form import Field, FieldKind, FormKind
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.faults import Faults, Place, toml_table

MOST_ROWS = 2_000


def read_forms(files: Iterable[Path]) -> list[FormKind]:
    """Return the forms of these files, a later file of the same name winning. Raises UserError with all faults."""
    return [_read(path) for path in {path.stem: path for path in files}.values()]


def _read(path: Path) -> FormKind:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出表样文件“{path.name}”。请确认它是 UTF-8 编码的文本，或移走它。") from error
    faults = Faults(path.name)
    place = Place(toml_table(text, path.name), "", faults)
    kind = FormKind(
        place.key(),
        place.text("title"),
        tuple(_field(each) for each in place.tables("fields")),
        place.number("rows", 10, least=1, most=MOST_ROWS),
        place.texts("notes"),
        place.texts("requirements"),
        place.texts("titles"),
        place.flag("for_counties"),
        place.text("piece_per_row", ""),
    )
    if kind.piece_per_row and kind.piece_per_row not in {
        each.key for each in kind.fields if each.kind is FieldKind.DAY
    }:
        place.fault("piece_per_row", "应为一个日期列的 key")
    _check_fields(place, kind)
    place.done()
    faults.check()
    return kind


def _field(place: Place) -> Field:
    field = Field(
        place.key(),
        place.text("heading"),
        place.parsed("kind", _kind, FieldKind.TEXT) if place.has("kind") else FieldKind.TEXT,
        place.number("width", 12, least=4, most=80),
        place.texts("choices"),
        place.flag("required"),
        place.flag("in_period"),
    )
    if (field.kind is FieldKind.CHOICE) != bool(field.choices):
        place.fault("choices", "kind = “choice” 的列须有可选项，其他列不能有")
    if sum(len(choice) + 1 for choice in field.choices) > 250 or any("," in choice for choice in field.choices):
        place.fault("choices", "可选项合计不超过 250 字，且不能含英文逗号")
    place.done()
    return field


def _kind(words: str) -> FieldKind:
    try:
        return FieldKind(words)
    except ValueError:
        raise ValueError(f"没有“{words}”这种列，可用：{'、'.join(FieldKind)}") from None


def _check_fields(place: Place, kind: FormKind) -> None:
    if not kind.fields:
        place.fault("fields", "至少要有一列")
    for words in ([field.key for field in kind.fields], [field.heading for field in kind.fields]):
        if len(set(words)) < len(words):
            place.fault("fields", "有两列同名")
