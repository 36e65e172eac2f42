"""How a table comes in: chosen, dropped or pasted, with the year its days belong to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.plan.year import YearBox
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label

_FOLDER = "plan/folder"
_WIDTH = 720


class ChoosePane(QWidget):
    """``file_chosen`` carries a path, ``text_pasted`` words; both wait for nothing but the year beside them."""

    file_chosen = Signal(object)
    text_pasted = Signal(str)

    def __init__(self, frame: Frame, suffixes: tuple[str, ...], today: date) -> None:
        super().__init__()
        self._frame, self._suffixes = frame, suffixes
        self.year = YearBox(today.year)
        self.choose = QPushButton("选择文件…")
        self.paste = QPlainTextEdit()
        self.read = QPushButton("读出粘贴的文字")
        self.bar = JobBar(frame, "已取消，什么也没有读入")
        self._lay_out()
        self.choose.clicked.connect(self._on_choose_clicked)
        self.read.clicked.connect(lambda checked=False: self.text_pasted.emit(self.paste.toPlainText()))
        self.paste.textChanged.connect(self._allow)
        self._allow()

    def allow(self, on: bool) -> None:
        """Let the officer choose, or wait for what is being read."""
        for widget in (self.choose, self.paste, self.year):
            widget.setEnabled(on)
        self.read.setEnabled(on and bool(self.paste.toPlainText().strip()))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._file_card())
        column.addWidget(self._paste_card(), 1)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)

    def _file_card(self) -> QFrame:
        card, column = _card()
        column.addWidget(Label("收到的文件", "heading"))
        column.addWidget(Label("把文件拖到这里，或点“选择文件”。可以是 Word、Excel 或文本文件。", "secondary", True))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.choose.setObjectName("primary")
        row.addWidget(self.choose)
        row.addStretch(1)
        label = Label("年度", "secondary")
        label.setBuddy(self.year)
        row.addWidget(label)
        row.addWidget(self.year)
        column.addLayout(row)
        return card

    def _paste_card(self) -> QFrame:
        card, column = _card()
        column.addWidget(Label("或者粘贴文字", "heading"))
        column.addWidget(Label("在 Word、Excel、网页或 PDF 里复制任务分解表，粘贴到下面。", "secondary", True))
        self.paste.setAccessibleName("粘贴的文字")
        self.paste.setAcceptDrops(False)
        self.paste.setTabChangesFocus(True)
        self.paste.setPlaceholderText(
            "时间节点　目标任务及具体要求　责任部门\n6月2日前　成立推进工作小组　监察支队\n……"
        )
        column.addWidget(self.paste, 1)
        row = QHBoxLayout()
        row.addWidget(self.read)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _allow(self) -> None:
        self.read.setEnabled(bool(self.paste.toPlainText().strip()) and not self.bar.is_running)

    def _on_choose_clicked(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in self._suffixes)
        path, _ = QFileDialog.getOpenFileName(
            self, "选择任务分解表", self._frame.memory.text(_FOLDER), f"任务分解表 ({kinds});;所有文件 (*)"
        )
        if path:
            self._frame.memory.keep(_FOLDER, str(Path(path).parent))
            self.file_chosen.emit(Path(path))


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return card, column
