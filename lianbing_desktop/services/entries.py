"""Entries: what the officer wrote by hand for the reports, kept campaign by campaign; never copied to another one."""

import json
from collections.abc import Mapping

from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.settings import Settings

SHARED = ""
"""The place of entries that hold for every report."""
CANDIDATES = ("先进集体", "先进个人")
LONGEST = 20_000


class Entries:
    """What was entered by name: for all reports together, or for one of them (and one unit)."""

    def __init__(self, campaigns: Campaigns, settings: Settings) -> None:
        self._campaigns = campaigns
        self._settings = settings

    def of(self, place: str) -> dict[str, str]:
        """Return what holds for one report: its own entries and the shared ones."""
        kept = self._kept()
        return {**kept.get(SHARED, {}), **kept.get(place, {})}

    def enter(self, place: str, shared: frozenset[str], values: Mapping[str, str]) -> None:
        """Keep values by name, empty ones taking the entry away. Raises UserError for one far too long."""
        kept = self._kept()
        for name, value in values.items():
            if len(value) > LONGEST:
                raise UserError(f"“{name}”有 {len(value)} 字，太长了，没有保存。请写到文件里，这里只填要点。")
            own = kept.setdefault(SHARED if name in shared or name.startswith(CANDIDATES) else place, {})
            own.pop(name, None)
            if value.strip():
                own[name] = value.strip()
        self._settings.put(self._key(), json.dumps(kept, ensure_ascii=False))

    def _kept(self) -> dict[str, dict[str, str]]:
        return dict(json.loads(self._settings.get(self._key(), "{}")))

    def _key(self) -> str:
        return f"report_entries:{self._campaigns.require().id}"
