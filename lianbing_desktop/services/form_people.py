"""The people in a returned 联络员名单 form: laid beside those the desk knows, and taken in with the form."""

from datetime import date

from lianbing_desktop.domain.formcell import Value
from lianbing_desktop.domain.liaison import FIELDS, Role
from lianbing_desktop.domain.liaison_list import Act, ListEntry, Proposal, lay_beside
from lianbing_desktop.domain.returned import Collected, Content
from lianbing_desktop.services.liaisons import Change
from lianbing_desktop.services.units import Units, names_of

FORM = "liaisons"


def people_of(each: Collected, units: Units, on: date) -> list[Proposal]:
    """Return what would be done with each person of a form; empty for another form. Nothing is written."""
    if not each.match or not each.returned or not each.returned.kind or each.returned.kind.key != FORM:
        return []
    unit_id = each.match.unit_id
    entries = [_entry(number, row) for number, row in enumerate(each.returned.rows, 1)]
    chosen = dict.fromkeys(range(len(entries)), unit_id)
    return lay_beside(entries, units.liaisons(on), names_of(units.all()), on, chosen)


def take_in_people(proposals: list[Proposal], units: Units, on: date) -> Change:
    """Do what the proposals say, inside a transaction. Raises UserError where one of them cannot be done."""
    added = [each.liaison for each in proposals if each.act is Act.ADD]
    changed = [
        (each.before.id, each.liaison) for each in proposals if each.before and each.act in (Act.UPDATE, Act.REPLACE)
    ]
    return units.people.merge(added, changed, on) if added or changed else Change()


def _entry(number: int, row: Content) -> ListEntry:
    values = {name: _words(row.get(name)) for name in FIELDS}
    return ListEntry(f"第 {number} 行", "", Role(str(row.get("role") or Role.LIAISON)), values)


def _words(value: Value) -> str:
    return "" if value is None else str(value)
