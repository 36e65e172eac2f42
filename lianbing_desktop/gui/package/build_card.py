"""Step 3: on which discs and where to, then folders and disc images are made in a job and read back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from lianbing_desktop.domain.media import Media
from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.step_card import Phases, StepCard
from lianbing_desktop.gui.package.verdict import verdict_badge, verdict_lines, verdict_words
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.job_bar import JobBar, size_words
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.noted import NotedTable
from lianbing_desktop.services.packages import Built, Packages

_PARENT = "package/parent"
_MEDIA = "package/media"
_WORDS = ("正在制作文件夹", "正在制作光盘映像", "正在读回校验")
_MANY = ("正在制作文件夹", "正在逐盘制作光盘映像并读回校验")


class BuildCard(StepCard):
    """Disc, folder, image, 制作, progress and the result. ``made`` carries what a build made."""

    media_chosen = Signal()
    made = Signal(object)

    def __init__(self, packages: Packages, frame: Frame, make_plan: Callable[[], PackagePlan]) -> None:
        super().__init__(3, "制作")
        self._packages, self._frame, self._make_plan = packages, frame, make_plan
        self._name = ""
        self._built: Built | None = None
        self.folder, self.image = QLineEdit(), QLineEdit()
        self.with_image = QCheckBox("同时制作光盘映像")
        self.with_recovery = QCheckBox("在映像旁边做修复数据（光盘划伤时可以复原）")
        self.media, self._discs = QComboBox(), Label("", "secondary")
        self.make = QPushButton("制作")
        self.bar = JobBar(frame, "已取消，没有留下任何文件")
        self._result = QWidget()
        self._badge, self._words = BadgeLabel(frame.style), Label("", wraps=True)
        self._differences = NotedTable(frame, "package/built", ("名字",), {}, 1)
        self.open = QPushButton("打开文件夹")
        self._build()
        self._connect()

    def name_after(self, name: str) -> None:
        """Propose a place for a package of that name, unless the officer chose another."""
        if not self._name or self.folder.text() == str(self._parent() / self._name):
            self._name = name
            self._propose(self._parent())

    def media_now(self) -> Media | None:
        """Return the kind of disc chosen; None where the size does not matter."""
        chosen = self.media.currentData()
        return Media(chosen) if chosen else None

    def show_discs(self, count: int) -> None:
        """Say how many discs it takes."""
        self._discs.setText(f"要 {count} 张，每张都是完整的材料包，单独可以校验" if count > 1 else "")

    def show_ready(self, sentence: str) -> None:
        """Say why nothing can be made yet; empty where it can."""
        self.summary.setText(sentence)
        self.make.setEnabled(not sentence and not self.bar.is_running)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.with_image.setChecked(True)
        self.make.setObjectName("primary")
        self._add_media(grid)
        for row, (label, line, slot) in enumerate(
            (
                (Label("材料包文件夹"), self.folder, self._on_folder_asked),
                (self.with_image, self.image, self._on_image_asked),
            ),
            1,
        ):
            choose = QPushButton("选择…")
            choose.clicked.connect(lambda checked=False, slot=slot: slot())
            for column, widget in enumerate((label, line, choose)):
                grid.addWidget(widget, row, column)
        self.folder.setAccessibleName("材料包文件夹")
        self.image.setAccessibleName("光盘映像文件")
        if not self._packages.can_recover():
            self.with_recovery.hide()
        grid.addWidget(self.with_recovery, 3, 1)
        self.column.addLayout(grid)
        row_of_make = QHBoxLayout()
        row_of_make.addWidget(self.make)
        row_of_make.addWidget(self.bar, 1)
        row_of_make.addStretch(0)
        self.column.addLayout(row_of_make)
        self._build_result()

    def _add_media(self, grid: QGridLayout) -> None:
        self.media.addItem("不限（U盘、硬盘）", "")
        for each in Media:
            self.media.addItem(each.words, each.value)
        self.media.setCurrentIndex(max(0, self.media.findData(self._frame.memory.text(_MEDIA, ""))))
        self.media.setAccessibleName("光盘种类")
        grid.addWidget(Label("光盘种类"), 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.media)
        row.addWidget(self._discs, 1)
        grid.addLayout(row, 0, 1)

    def _build_result(self) -> None:
        row = QHBoxLayout(self._result)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._badge)
        row.addWidget(self._words, 1)
        row.addWidget(self.open)
        self._result.hide()
        self.column.addWidget(self._result)
        self.column.addWidget(self._differences)

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.with_image.toggled.connect(self.image.setEnabled)
        self.with_image.toggled.connect(self.with_recovery.setEnabled)
        self.media.currentIndexChanged.connect(self._on_media_chosen)
        self.folder.textEdited.connect(self._follow)

    def _parent(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._frame.memory.text(_PARENT, documents or str(Path.home())))

    def _propose(self, parent: Path) -> None:
        self.folder.setText(str(parent / self._name))
        self._follow(self.folder.text())

    def _follow(self, folder: str) -> None:
        self.image.setText(f"{folder.rstrip('/')}.iso" if folder.strip() else "")

    def _places(self) -> tuple[Path, Path | None]:
        """Return where to. Raises UserError for a place that is none, or where something is already."""
        folder, image = (self.folder.text().strip(), self.image.text().strip())
        for text, words in ((folder, "材料包文件夹"), (image, "光盘映像文件")):
            if (words == "材料包文件夹" or self.with_image.isChecked()) and not Path(text).is_absolute():
                raise UserError(f"请先选择{words}放在哪里（要写完整的位置）。")
        if not self.with_image.isChecked():
            return Path(folder), None
        if Path(image).exists():
            raise UserError(f"“{image}”已经存在，不会覆盖。请给光盘映像换一个名字。")
        return Path(folder), Path(image)

    def _on_make_clicked(self) -> None:
        try:
            folder, image = self._places()
            plan = self._make_plan()
        except UserError as error:
            self._frame.tell(error)
            return
        self._frame.memory.keep(_PARENT, str(folder.parent))
        self._result.hide()
        self._differences.show_lines([])
        self.make.setEnabled(False)
        many = self._packages.disc_count(plan) > 1
        phases = Phases(_MANY if many else _WORDS if image else (_WORDS[0], _WORDS[2]))
        packages, recovery = self._packages, self.with_recovery.isChecked() and image is not None
        self.bar.run(
            phases.words,
            lambda progress: (plan, packages.build(plan, folder, image, phases.watch(progress), recovery)),
            self._on_built,
            self._on_ended,
        )

    def _on_ended(self) -> None:
        self.make.setEnabled(True)

    def _on_built(self, result: tuple[PackagePlan, Built]) -> None:
        plan, built = result
        self._built, verdict = built, built.verdict
        images = [disc.image for disc in built.discs if disc.image]
        places = "\n".join(map(str, (built.folder, *images)))
        discs = f"，{len(built.discs)} 张光盘" if len(built.discs) > 1 else ""
        size = f"{len(plan.files)} 个文件，{size_words(plan.size)}{discs}"
        self._badge.show_badge(verdict_badge(verdict))
        self._words.setText(f"已制作：{size}。{verdict_words(verdict)}\n{places}")
        self._differences.show_lines(verdict_lines(verdict))
        self._result.show()
        self.open.setFocus()
        try:
            self._packages.record(built)
        except UserError as error:
            self._frame.tell(error)
        else:
            self._frame.say("材料包已做好" if verdict.is_sound else "材料包校验未通过，请换一个位置重新制作")
        self.made.emit(built)

    def _on_media_chosen(self) -> None:
        self._frame.memory.keep(_MEDIA, str(self.media.currentData()))
        self.media_chosen.emit()

    def _on_open_clicked(self) -> None:
        if self._built:
            show_folder(self._built.folder, self._frame)

    def _on_folder_asked(self) -> None:
        parent = QFileDialog.getExistingDirectory(self, "材料包放在哪个文件夹里", str(self._parent()))
        if parent:
            self._propose(Path(parent))

    def _on_image_asked(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, "光盘映像", self.image.text(), "光盘映像 (*.iso)", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if path:
            self.image.setText(path if path.endswith(".iso") else f"{path}.iso")
