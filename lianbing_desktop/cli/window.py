"""The plain way to the window: its three options read without loading the commands, which would hold it up."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.services.program import MINIMISED

if TYPE_CHECKING:
    from datetime import date

    Options = tuple[Path | None, date | None, bool]


def window_options(argv: Sequence[str]) -> "Options | None":
    """Return ``--home``, ``--today`` and ``--minimised`` where nothing else is given, else None.

    Then the commands take over.
    """
    is_minimised = MINIMISED in argv
    argv = [word for word in argv if word != MINIMISED]
    words = [part for word in argv for part in (word.split("=", 1) if word.startswith("--") else [word])]
    if len(words) % 2:
        return None
    pairs = dict(zip(words[::2], words[1::2], strict=True))
    if not set(pairs) <= {"--home", "--today"} or len(pairs) * 2 != len(words):
        return None
    return _options(pairs, is_minimised)


def _options(pairs: dict[str, str], is_minimised: bool) -> "Options | None":
    from datetime import date

    home, today = pairs.get("--home"), pairs.get("--today")
    try:
        return Path(home) if home else None, date.fromisoformat(today) if today else None, is_minimised
    except ValueError:
        return None
