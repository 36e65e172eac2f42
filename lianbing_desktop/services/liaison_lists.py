"""Returned lists of liaisons: read in a confined child process, laid beside the desk, taken in once confirmed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.liaison_list import Act, LiaisonList, Proposal, lay_beside
from lianbing_desktop.services.liaisons import Change
from lianbing_desktop.services.units import Units, names_of

Stop = Callable[[], bool]


def read_list(path: Path, stop: Stop = lambda: False) -> LiaisonList:
    """Read a list, Word or Excel, in a confined child process. It touches no store: good for any thread.

    Raises UserError: a sentence naming the file and what is wrong with it. What ``stop`` raises goes through.
    """
    from lianbing_desktop.reading.intake import Asked, read_source
    from lianbing_desktop.reading.liaison_list import read_liaison_list

    return read_liaison_list(read_source(path, stop=stop, asked=Asked.LIST))


def suffixes() -> tuple[str, ...]:
    """Return what kinds of files can be read; old ones only through LibreOffice, where it is there."""
    from lianbing_desktop.reading.intake.reader import CONVERTED, SUFFIXES

    return (*SUFFIXES, *CONVERTED)


def proposals(
    units: Units, received: LiaisonList, on: date, chosen_units: Mapping[int, int] | None = None
) -> list[Proposal]:
    """Return what would be done with each entry of a list that holds from ``on``; nothing is written."""
    return lay_beside(received.entries, units.liaisons(on), names_of(units.all()), on, chosen_units)


def take_in(units: Units, chosen: Sequence[Proposal], on: date) -> Change:
    """Do what the proposals say in one transaction; the change is good for undo.

    Raises UserError, and nothing is kept, where one of them cannot be done.
    """
    added = [each.liaison for each in chosen if each.act is Act.ADD]
    changed = [
        (each.before.id, each.liaison) for each in chosen if each.before and each.act in (Act.UPDATE, Act.REPLACE)
    ]
    return units.people.apply(added, changed, on)
