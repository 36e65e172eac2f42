"""The first-run page: three ways to begin, each one large button."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.services.campaigns import CampaignOffer

_YEARS_BACK, _YEARS_AHEAD = 2, 15
_WIDTH, _ICON = 640, 24


class Choice(QPushButton):
    """A large button: icon, heading and a sentence."""

    def __init__(self, icon: str, heading: str, sentence: str, frame: Frame) -> None:
        super().__init__()
        self._frame, self._icon = frame, icon
        self.setObjectName("choice")
        self._picture, self._heading, self._sentence = QLabel(), Label("", "heading"), Label("", "secondary")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for label in (self._picture, self._heading, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.say(heading, sentence)
        self.recolor()

    def say(self, heading: str, sentence: str) -> None:
        """Change the words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._picture.setPixmap(self._frame.icons.icon(self._icon, "accent").pixmap(QSize(_ICON, _ICON)))


class FirstRun(QWidget):
    """Start a campaign on file, read a table, or open data made before."""

    start_asked = Signal(str, int)
    table_asked = Signal()
    data_asked = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._offers: Sequence[CampaignOffer] = ()
        self._which, self._year = QComboBox(), QComboBox()
        self.start = Choice("tasks", "", "", frame)
        self.table = Choice(
            "file", "导入任务分解表", "选择收到的 Word、Excel 文件或粘贴文字，读出其中的各项任务，核对后启动。", frame
        )
        self.data = Choice("folder", "打开已有数据", "选择以前使用过的数据文件夹，接着工作。", frame)
        self._fault = Label("", "error", wraps=True)
        self._lay_out()
        self._which.currentIndexChanged.connect(self._on_which_changed)
        self._year.currentIndexChanged.connect(lambda number: self._name_start())
        self.start.clicked.connect(self._on_start_clicked)
        self.table.clicked.connect(lambda checked=False: self.table_asked.emit())
        self.data.clicked.connect(lambda checked=False: self.data_asked.emit())

    def offer(self, offers: Sequence[CampaignOffer], fault: str = "") -> None:
        """Offer the campaigns on file; ``fault`` says what is wrong with one of them."""
        self._offers = offers
        self._which.clear()
        self._which.addItems([offer.title for offer in offers])
        self._which.setVisible(len(offers) > 1)
        for widget in (self.start, self._year):
            widget.setEnabled(bool(offers))
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._name_start()

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        for choice in (self.start, self.table, self.data):
            choice.recolor()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(Label("欢迎使用练兵台", "title"))
        column.addWidget(Label("先选一种方式开始。", "secondary"))
        column.addWidget(self._which)
        column.addLayout(self._first_row())
        for widget in (self._fault, self.table, self.data):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.start, 1)
        year = QVBoxLayout()
        year.setSpacing(4)
        self._year.setAccessibleName("活动年度")
        self._which.setAccessibleName("活动")
        year.addStretch(1)
        year.addWidget(Label("活动年度", "secondary"))
        year.addWidget(self._year)
        year.addStretch(1)
        row.addLayout(year)
        return row

    def _chosen(self) -> CampaignOffer | None:
        number = self._which.currentIndex()
        return self._offers[number] if 0 <= number < len(self._offers) else None

    def _name_start(self) -> None:
        offer, year = self._chosen(), self._year.currentData()
        if not offer:
            self.start.say("使用内置活动", "没有可以使用的活动文件。")
            return
        kind = "自备" if offer.is_own else "内置"
        other = f"，各项日期换到 {year} 年" if year and year != offer.year else ""
        self.start.say(f"使用{kind}“{_short(offer)}”", f"任务、报送要求和截止日期都已备好{other}。")

    def _on_which_changed(self, number: int) -> None:
        offer = self._chosen()
        if offer:
            self._year.clear()
            for year in range(offer.year - _YEARS_BACK, offer.year + _YEARS_AHEAD + 1):
                self._year.addItem(f"{year} 年", year)
            self._year.setCurrentIndex(_YEARS_BACK)

    def _on_start_clicked(self) -> None:
        offer = self._chosen()
        if offer:
            self.start_asked.emit(offer.name, self._year.currentData())


def _short(offer: CampaignOffer) -> str:
    """Return what the campaign is called on a button: ``2017 苏州大练兵`` for the bundled one's long title."""
    title = offer.title.replace(f"{offer.year}年", f"{offer.year} ").removesuffix("活动")
    return title.replace("苏州市环境执法大练兵", "苏州大练兵")
