"""Bundles on the page 下发与收回: making one for a unit, and taking one in."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from lianbing_desktop.domain.bundle import Bundle, ReceivedBundle
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.returned.collect_dialog import CollectDialog, bundle_dialog
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.services.bundles import Bundles, Unpacking
from lianbing_desktop.services.collecting import Collecting
from lianbing_desktop.services.submissions import Submissions

_FOLDER = "bundles/folder"


class Bundling:
    """Works for one page, in its job bar."""

    def __init__(
        self,
        bundles: Bundles,
        submissions: Submissions,
        collecting: Collecting,
        bar: JobBar,
        frame: Frame,
        parent: QWidget,
    ) -> None:
        self._bundles, self._submissions, self._collecting = bundles, submissions, collecting
        self._bar, self._frame, self._parent = bar, frame, parent

    def offer(self, menu: QMenu, units: list[Unit]) -> None:
        """Fill a menu with the units a bundle can be made for."""
        menu.clear()
        for unit in units:
            menu.addAction(unit.name.replace("&", "&&"), partial(self.ask, unit))

    def ask(self, unit: Unit) -> None:
        """Ask where the bundle of a unit goes."""
        dialog = QFileDialog(self._parent, "上报包存到", self._frame.memory.text(_FOLDER, str(Path.home())))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilters(["上报包 (*.zip)"])
        dialog.selectFile(f"{unit.short}上报包-{self._frame.clock.today():%Y%m%d}.zip")
        dialog.fileSelected.connect(lambda name: self.make(unit, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make(self, unit: Unit, to: Path) -> None:
        """Make the bundle of a unit, in a job."""
        if self._bar.is_running:
            return
        try:
            prepared = self._bundles.prepared(unit)
        except UserError as error:
            self._frame.tell(error)
            return
        self._frame.memory.keep(_FOLDER, str(to.parent))
        self._bar.run(lambda: "正在打包", partial(prepared, to), self._on_made, lambda: None)

    def read(self, path: Path) -> None:
        """Read a bundle whole, in a job, and show what it holds."""
        if not self._bar.is_running:
            work = partial(self._bundles.read, path)
            self._bar.run(lambda: "正在核对上报包", work, partial(self._on_read, path), lambda: None)

    def _on_made(self, path: Path) -> None:
        self._frame.say(f"已打包“{path.name}”", lambda: show_folder(path.parent, self._frame), "打开文件夹")

    def _on_read(self, path: Path, bundle: Bundle) -> None:
        received = self._bundles.checked(path, bundle)
        dialog = bundle_dialog(received, self._frame, self._parent)
        dialog.submitted.connect(partial(self._on_take_asked, dialog, received))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_take_asked(self, dialog: CollectDialog, received: ReceivedBundle) -> None:
        dialog.accept()
        work = Unpacking(received, self._submissions)
        self._bar.run(lambda: "正在收入", work, partial(self._on_kept, received), lambda: None)

    def _on_kept(self, received: ReceivedBundle, kept: list[StoredFile]) -> None:
        try:
            taken = self._bundles.take_in(received, kept)
        except UserError as error:
            self._submissions.discard(kept)
            self._frame.tell(error)
            return

        def undo() -> None:
            try:
                self._collecting.undo(taken)
            except UserError as error:
                self._frame.tell(error)

        self._frame.say(f"已收入 {len(received.good)} 件", undo=undo)
