"""Going out: asks for a file name, writes the sheet beside the window's work, and says where it lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.services.documents import FORMATS, Documents

_FOLDER = "export/folder"


Make = Callable[[], Sheet | tuple[Sheet, ...]]
"""Makes a sheet, or several for one print or PDF."""


@dataclass(frozen=True)
class Offer:
    """One form a thing can be exported in: its words, the suffix (docx, xlsx, pdf) and where the sheet comes from."""

    words: str
    suffix: str
    sheet: Make

    @property
    def filter(self) -> str:
        """The offer as a file dialog lists it."""
        return f"{self.words} (*.{self.suffix})"


class Outgoing:
    """Exports and prints for one page."""

    def __init__(self, documents: Documents, frame: Frame, parent: QWidget) -> None:
        self._documents, self._frame, self._parent = documents, frame, parent

    def export(self, name: str, offers: Sequence[Offer]) -> QFileDialog:
        """Ask where to, ``name`` proposed, and write in the form chosen; return the dialog, already open."""
        dialog = QFileDialog(self._parent, f"导出 · {name}", self._frame.memory.text(_FOLDER, str(Path.home())))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([offer.filter for offer in offers])
        dialog.setDefaultSuffix(offers[0].suffix)
        plain = name.replace("/", "／").replace("\\", "＼")
        dialog.selectFile(f"{plain}.{offers[0].suffix}")
        by_filter = {offer.filter: offer for offer in offers}
        dialog.filterSelected.connect(lambda chosen: _follow(dialog, by_filter[chosen]))
        dialog.fileSelected.connect(lambda path: self._take(by_filter, dialog.selectedNameFilter(), Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def preview(self, sheet: Make) -> None:
        """Show the print preview of a sheet."""
        from lianbing_desktop.gui.paper import preview

        try:
            preview(_all(sheet()), self._parent)
        except UserError as error:
            self._frame.tell(error)

    def _take(self, by_filter: dict[str, Offer], chosen: str, path: Path) -> None:
        """Write in the form of the suffix typed, else of the filter chosen, whose suffix the name then gets."""
        typed = {offer.suffix: offer for offer in by_filter.values()}.get(path.suffix.lstrip(".").lower())
        offer = typed or by_filter.get(chosen) or next(iter(by_filter.values()))
        named = path if typed else path.with_name(f"{path.name}.{offer.suffix}")
        if named != path and named.exists():
            self._frame.tell(UserError(f"已有名为“{named.name}”的文件，没有导出。请换一个文件名。"))
            return
        self._write(offer, named)

    def _write(self, offer: Offer, path: Path) -> None:
        try:
            sheets = _all(offer.sheet())
            if offer.suffix == "pdf":  # Qt's fonts belong to this thread
                self._documents.write_pdf(sheets, path)
                self._written(path)
                return
        except UserError as error:
            self._frame.tell(error)
            return
        self._frame.jobs.run(
            lambda progress: self._documents.write(sheets[0], path, offer.suffix),
            done=lambda result: self._written(path),
            failed=self._frame.tell,
        )

    def _written(self, path: Path) -> None:
        self._frame.memory.keep(_FOLDER, str(path.parent))
        self._frame.say(f"已导出“{path}”", lambda: show_folder(path.parent, self._frame), "打开文件夹")


def _all(made: Sheet | tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    return (made,) if isinstance(made, Sheet) else made


def _follow(dialog: QFileDialog, offer: Offer) -> None:
    """Give the name in the dialog the suffix of the form now chosen."""
    dialog.setDefaultSuffix(offer.suffix)
    names = dialog.selectedFiles()
    if names and Path(names[0]).suffix.lstrip(".").lower() in FORMATS:
        dialog.selectFile(Path(names[0]).with_suffix(f".{offer.suffix}").name)
