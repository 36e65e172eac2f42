"""Step 3: where to, then the folder and the disc image are made in a job and read back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

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
_WORDS = ("正在制作文件夹", "正在制作光盘映像", "正在读回校验")


class BuildCard(StepCard):
    """Folder, image, 制作, progress and the result."""

    def __init__(self, packages: Packages, frame: Frame, make_plan: Callable[[], PackagePlan]) -> None:
        super().__init__(3, "制作")
        self._packages, self._frame, self._make_plan = packages, frame, make_plan
        self._name = ""
        self._built: Built | None = None
        self.folder, self.image = QLineEdit(), QLineEdit()
        self.with_image = QCheckBox("同时制作光盘映像")
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
        for row, (label, line, slot) in enumerate(
            (
                (Label("材料包文件夹"), self.folder, self._on_folder_asked),
                (self.with_image, self.image, self._on_image_asked),
            )
        ):
            choose = QPushButton("选择…")
            choose.clicked.connect(lambda checked=False, slot=slot: slot())
            for column, widget in enumerate((label, line, choose)):
                grid.addWidget(widget, row, column)
        self.folder.setAccessibleName("材料包文件夹")
        self.image.setAccessibleName("光盘映像文件")
        self.column.addLayout(grid)
        row_of_make = QHBoxLayout()
        row_of_make.addWidget(self.make)
        row_of_make.addWidget(self.bar, 1)
        row_of_make.addStretch(0)
        self.column.addLayout(row_of_make)
        self._build_result()

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
        phases = Phases(_WORDS if image else (_WORDS[0], _WORDS[2]))
        packages = self._packages
        self.bar.run(
            phases.words,
            lambda progress: (plan, packages.build(plan, folder, image, phases.watch(progress))),
            self._on_built,
            self._on_ended,
        )

    def _on_ended(self) -> None:
        self.make.setEnabled(True)

    def _on_built(self, result: tuple[PackagePlan, Built]) -> None:
        plan, built = result
        self._built, verdict = built, built.verdict
        places = "\n".join(str(place) for place in (built.folder, built.image) if place)
        size = f"{len(plan.files)} 个文件，{size_words(plan.size)}"
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
