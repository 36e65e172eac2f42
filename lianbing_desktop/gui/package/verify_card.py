"""Step 4: an existing package folder, zip or disc image read back in a job, every difference by name."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.step_card import StepCard
from lianbing_desktop.gui.package.verdict import verdict_badge, verdict_lines, verdict_words
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.noted import NotedTable
from lianbing_desktop.services.packages import Packages

_FOLDER = "package/verified"


class VerifyCard(StepCard):
    """Choose, see the progress, read the verdict."""

    def __init__(self, packages: Packages, frame: Frame) -> None:
        super().__init__(4, "校验")
        self._packages, self._frame = packages, frame
        self.summary.setText("收到光盘、U盘或映像文件后，逐个文件读回，与校验清单核对。")
        self._folder = QPushButton("校验文件夹或光盘…")
        self._image = QPushButton("校验映像或压缩包…")
        self.bar = JobBar(frame, "已取消校验")
        self._result = QWidget()
        self._badge, self._words = BadgeLabel(frame.style), Label("", wraps=True)
        self._differences = NotedTable(frame, "package/differences", ("名字",), {}, 1)
        self._build()
        self._folder.clicked.connect(self._on_folder_clicked)
        self._image.clicked.connect(self._on_image_clicked)

    def verify(self, path: Path) -> None:
        """Read back what lies at ``path``."""
        self._frame.memory.keep(_FOLDER, str(path.parent))
        self._result.hide()
        self._differences.show_lines([])
        self._allow(False)
        verify = self._packages.verify
        self.bar.run(
            lambda: "正在校验",
            lambda progress: (path, verify(path, progress)),
            self._on_verified,
            lambda: self._allow(True),
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._folder)
        row.addWidget(self._image)
        row.addWidget(self.bar, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        result = QHBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(16)
        result.addWidget(self._badge)
        result.addWidget(self._words, 1)
        self._result.hide()
        self.column.addWidget(self._result)
        self.column.addWidget(self._differences)

    def _allow(self, on: bool) -> None:
        self._folder.setEnabled(on)
        self._image.setEnabled(on)

    def _on_verified(self, result: tuple[Path, Verdict]) -> None:
        path, verdict = result
        self._badge.show_badge(verdict_badge(verdict))
        self._words.setText(f"{verdict_words(verdict)}\n{path}")
        self._differences.show_lines(verdict_lines(verdict))
        self._result.show()

    def _on_folder_clicked(self) -> None:
        path = QFileDialog.getExistingDirectory(self, "要校验的材料包", self._frame.memory.text(_FOLDER))
        if path:
            self.verify(Path(path))

    def _on_image_clicked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            "要校验的光盘映像或压缩包",
            self._frame.memory.text(_FOLDER),
            "光盘映像和压缩包 (*.iso *.zip);;所有文件 (*)",
        )
        if path:
            self.verify(Path(path))
