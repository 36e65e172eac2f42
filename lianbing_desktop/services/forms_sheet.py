"""What came back in the forms as one table: unit by unit in official order, with totals, and who is missing."""

from collections.abc import Mapping, Sequence

from lianbing_desktop.domain.form import Field, FieldKind, FormKind
from lianbing_desktop.domain.formcell import cell_words
from lianbing_desktop.domain.returned import Content
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.domain.unit import Unit

NOT_RETURNED = "未报送"
_SUMMED = (FieldKind.COUNT, FieldKind.MONEY)


def returned_sheet(
    kind: FormKind, title: str, subtitle: str, units: Sequence[Unit], rows: Mapping[int, Sequence[Content]]
) -> Sheet:
    """Return the table of all rows, ``rows`` by unit id; a unit without any is named with 未报送."""
    columns = (Column("单位", 16), *(Column(each.heading, each.width, _align(each)) for each in kind.fields))
    body: list[tuple[Cell, ...]] = []
    for unit in units:
        for content in rows.get(unit.id) or ({},):
            body.append((unit.name, *_cells(kind, content)) if content else _blank(unit, kind))
    everything = [content for unit in units for content in rows.get(unit.id, ())]
    if everything and any(each.kind in _SUMMED for each in kind.fields):
        body.append(("合计", *(_total(each, everything) for each in kind.fields)))
    return Sheet(f"{kind.title}汇总", title, columns, tuple(body), subtitle=subtitle, merged=(0,), is_landscape=True)


def _cells(kind: FormKind, content: Content) -> tuple[Cell, ...]:
    return tuple(_cell(each, content) for each in kind.fields)


def _cell(field: Field, content: Content) -> Cell:
    value = content.get(field.key)
    return value if field.kind is FieldKind.COUNT else cell_words(field, value)


def _blank(unit: Unit, kind: FormKind) -> tuple[Cell, ...]:
    return (unit.name, NOT_RETURNED, *("" for _ in kind.fields[1:]))


def _total(field: Field, contents: Sequence[Content]) -> Cell:
    if field.kind not in _SUMMED:
        return ""
    total = sum(int(content.get(field.key) or 0) for content in contents)
    return total if field.kind is FieldKind.COUNT else cell_words(field, total)


def _align(field: Field) -> Align:
    return Align.RIGHT if field.kind in (*_SUMMED, FieldKind.DAY) else Align.LEFT
