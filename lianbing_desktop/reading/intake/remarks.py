"""Remarks on what could not be read as written: the same remark is made once, with its places."""

PLACES = 5
WORDS = 1_000


class Remarks:
    """Gathers sentences in the order of their first mention."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def note(self, what: str, place: str = "") -> None:
        """Remember that ``what``, a sentence without its full stop, holds at ``place``."""
        places = self._places.setdefault(what, [])
        if place:
            places.append(place)

    def sentences(self) -> tuple[str, ...]:
        """Return one sentence for each remark: ``what（3 处：…、…、…）。``."""
        return tuple(_sentence(what, places) for what, places in self._places.items())


def _sentence(what: str, places: list[str]) -> str:
    known = list(dict.fromkeys(places))
    told, more = known[:PLACES], "等" if len(known) > PLACES else ""
    return f"{what}（{len(known)} 处：{'、'.join(told)}{more}）。" if told else f"{what}。"


def shortened(text: str) -> str:
    """Return a text for a sentence: one line, cut where very long, saying so."""
    line = " ".join(text.split())
    return line if len(line) <= WORDS else f"{line[:WORDS]}……（共 {len(line)} 字）"
