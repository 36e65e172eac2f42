"""Burning: a package's image onto a disc and back, the record of it, labels, and the day to read the disc again."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.domain.burning import Burn, Burnt, Drive, recheck_day
from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.package import PackagePlan, Progress
from lianbing_desktop.domain.sheet import Column, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.store.burns import BurnRows
from lianbing_desktop.store.database import Database

if TYPE_CHECKING:
    from lianbing_desktop.export.burner.burning import Say

_UNKNOWN = "未提供"
_FIELDS = (Column("项目", 20), Column("内容", 80))
_CARE = (
    "不要在光盘数据面贴标签或用硬笔书写；单片装盒，竖直存放。",
    "存放温度 17—20 ℃，相对湿度 35%—45%，避光、防尘。",
)


class Burning:
    """The discs of the campaign on the desk."""

    def __init__(
        self, clock: Clock, campaigns: Campaigns, settings: Settings, journal: Journal, database: Database
    ) -> None:
        self._clock = clock
        self._campaigns = campaigns
        self._settings = settings
        self._journal = journal
        self._database = database
        self._rows = BurnRows(database)

    @staticmethod
    def drives() -> list[Drive]:
        """Return the burners of this computer. Asks the drives: fit for a job."""
        from lianbing_desktop.export.burner import burning

        return burning.drives()

    @staticmethod
    def burn(image: Path, drive: str, progress: Progress | None = None, say: "Say | None" = None) -> Burnt:
        """Burn an image and read the disc back. Touches no store: fit for a job, then ``record``. Raises UserError."""
        from lianbing_desktop.export.burner import burning

        return burning.burn(image, drive, progress, say)

    def record(self, burnt: Burnt, note: str = "") -> Burn:
        """Keep that a disc was burnt, with the day on which it is to be read again."""
        header = self._campaigns.current()
        today = self._clock.today()
        burn = Burn(
            burnt.volume,
            f"{header.title}材料" if header else burnt.image.stem,
            burnt.drive,
            burnt.image.name,
            burnt.sha256,
            burnt.size,
            today,
            self._settings.get(OFFICER),
            burnt.verdict.checked,
            burnt.verdict.is_sound,
            recheck_day(today),
            note,
        )
        with self._database.transaction():
            row = self._rows.add(header.id if header else None, burn, self._journal.now())
            words = "校验通过" if burn.is_sound else "校验未通过"
            self._journal.note("刻录光盘", "burns", row, f"{burn.volume} {words}")
        return self.get(row)

    def all(self) -> list[Burn]:
        """Return the campaign's burnings, the newest first."""
        return self._rows.all(self._campaigns.current_id)

    def get(self, burn_id: int) -> Burn:
        """Return one burning. Raises UserError where there is none of that number."""
        found = next((burn for burn in self.all() if burn.id == burn_id), None)
        if found is None:
            raise UserError(f"没有编号为 {burn_id} 的刻录记录。")
        return found

    def due(self) -> list[Burn]:
        """Return the discs that should have been read again by today."""
        return self._rows.due(self._clock.today())

    def put_off(self, burn_id: int, recheck_on: date) -> None:
        """Set another day for reading a disc again, for example after it was read."""
        burn = self.get(burn_id)
        with self._database.transaction():
            self._rows.recheck(burn.id, recheck_on)
            self._journal.note("光盘复查日期", "burns", burn.id, recheck_on.isoformat())

    def withdraw(self, burn_id: int) -> None:
        """Withdraw the record of a disc that is gone or was spoilt."""
        burn = self.get(burn_id)
        with self._database.transaction():
            self._rows.withdraw(burn.id, self._journal.now())
            self._journal.note("作废刻录记录", "burns", burn.id, burn.volume)


def labels_of_burn(burn: Burn, office: str) -> list[Sheet]:
    """Return disc label and box label of a disc that was burnt."""
    fields = {
        "题名": burn.title,
        "载体编号": burn.volume,
        "制作单位": office or _UNKNOWN,
        "制作日期": burn.burned_on.isoformat(),
        "制作人": burn.person or _UNKNOWN,
    }
    more = {
        "容量": f"{burn.size:,} 字节",
        "读回校验": f"{burn.checked} 个文件，{'全部一致' if burn.is_sound else '不一致'}",
        "映像校验值（SHA-256）": burn.sha256,
        "复查日期": burn.recheck_on.isoformat(),
    }
    return _labels(fields, more)


def labels_of_plan(plan: PackagePlan) -> list[Sheet]:
    """Return disc label and box label of a disc to be burnt."""
    fields = {
        "题名": " ".join(filter(None, (plan.title, plan.disc_words))),
        "载体编号": plan.volume,
        "制作单位": plan.office or _UNKNOWN,
        "制作日期": plan.made_on.isoformat(),
        "制作人": plan.person or _UNKNOWN,
    }
    folders = list(dict.fromkeys(file.folder for file in plan.files))
    more = {"容量": f"{len(plan.files)} 个文件，{plan.size:,} 字节", "内容": "；".join(folders)}
    return _labels(fields, more)


def _labels(fields: dict[str, str], more: dict[str, str]) -> list[Sheet]:
    box = {**fields, **more, "密级": _UNKNOWN, "保管期限": _UNKNOWN, "套别": "□封存保管　□查阅利用　□异地保管"}
    return [
        Sheet("光盘标签", "光盘标签", _FIELDS, tuple(fields.items())),
        Sheet("光盘盒标签", "光盘盒标签", _FIELDS, tuple(box.items()), below=_CARE),
    ]
