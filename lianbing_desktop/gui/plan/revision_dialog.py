"""What a revised table would add, change and take away; the officer chooses, and doubtful matches are asked about."""

from collections.abc import Callable, Sequence
from datetime import date
from os.path import commonprefix

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidgetItem, QWidget

from lianbing_desktop.domain.following import Effect
from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.revision import DUES, Change, Difference, Entry
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_plan_revision_dialog import Ui_PlanRevisionDialog
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.tick import TickDelegate
from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.revising import ADDED, CHANGED, OTHER, REMOVED, Revised

_KEY = Qt.ItemDataRole.UserRole
_SHOWN, _AROUND, _HEIGHT = 60, 8, 28
_MOST_MOVES = 3
_ANSWERS = (
    ("请选择…", ""),
    ("是同一项，照新表修改", CHANGED),
    ("不是同一项：新增一项，撤下原来的", OTHER),
    ("保持原样", "keep"),
)


class PlanRevisionDialog(Dialog):
    """``apply`` is given the keys chosen; it may raise UserError, which keeps the dialog open."""

    def __init__(
        self, revised: Revised, apply: Callable[[frozenset[str]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._revised, self._apply = revised, apply
        self._asked: list[tuple[str, QComboBox]] = []
        self._ui = Ui_PlanRevisionDialog()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.sure = self._ui.primary
        self._build()
        self._connect()

    def chosen(self) -> frozenset[str]:
        """Return the keys of all that is checked or answered."""
        keys = {item.data(0, _KEY) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked}
        answers = {str(box.currentData()) + key for key, box in self._asked if box.currentData() in (CHANGED, OTHER)}
        return frozenset(keys | answers)

    def _build(self) -> None:
        revision = self._revised.revision
        certain = [change for change in revision.changed if change.is_certain]
        counts = (("新增", len(revision.added)), ("修改", len(certain)), ("撤下", len(revision.removed)))
        told = "、".join(f"{word} {count} 项" for word, count in counts if count)
        asked = f"，另有 {len(revision.uncertain)} 项请您判断" if revision.uncertain else ""
        self._ui.heading.setText(f"与“{self._revised.title}”相比：{told or '没有确定的改动'}{asked}")
        self._ui.error.hide()
        tree = self._ui.choices
        tree.setItemDelegate(TickDelegate(tree))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._ask(revision.uncertain)
        self._add("新增", ADDED, revision.added, _entry_lines)
        self._add_changes(certain)
        self._add("撤下", REMOVED, revision.removed, lambda entry: ())
        tree.setCurrentItem(tree.topLevelItem(0))

    def _connect(self) -> None:
        self._ui.primary.clicked.connect(self._on_apply_asked)
        self._ui.cancel.clicked.connect(self.reject)

    def _group(self, words: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._ui.choices, [words])
        group.setSizeHint(0, QSize(0, _HEIGHT))
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return group

    def _add(self, word: str, sign: str, entries: Sequence[Entry], lines: Callable[[Entry], Sequence[str]]) -> None:
        if not entries:
            return
        group = self._group(f"{word} {len(entries)} 项")
        for entry in entries:
            key = sign + entry.key
            item = _checkable(group, entry.text, key, [*lines(entry), *self._effect_lines(key)])
            item.setExpanded(True)

    def _add_changes(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        group = self._group(f"修改 {len(changes)} 项")
        for change in changes:
            key = CHANGED + change.before.key
            lines = [*_differences(change.differences), *self._effect_lines(key)]
            item = _checkable(group, change.before.text, key, lines)
            item.setExpanded(True)

    def _ask(self, changes: Sequence[Change]) -> None:
        """Show each doubtful match with a choice of answers; none is taken for granted."""
        if not changes:
            return
        group = self._group(f"请判断是不是同一项：{len(changes)} 项")
        answers = self._answers()
        for change in changes:
            item = _line(group, f"原：{_short(change.before.text)}", change.before.text)
            _line(item, f"新：{_short(change.after.text)}", change.after.text)
            told = [each for each in change.differences if each.name != "任务"]
            for line in (*_differences(told), *self._effect_lines(CHANGED + change.before.key)):
                _line(item, line)
            item.setExpanded(True)
            box = QComboBox()
            box.setAccessibleName(f"判断：{change.before.text[:20]}")
            box.setModel(answers)
            self._ui.choices.setItemWidget(item, 1, box)
            self._asked.append((change.before.key, box))

    def _answers(self) -> QStandardItemModel:
        """Return the answers; all boxes share them."""
        model = QStandardItemModel(self)
        for words, answer in _ANSWERS:
            item = QStandardItem(words)
            item.setData(answer, _KEY)
            model.appendRow(item)
        return model

    def _effect_lines(self, key: str) -> list[str]:
        """Return what choosing this does to the submissions; nothing where it does nothing."""
        effect = self._revised.effects.get(key)
        return effect_lines(effect) if effect else []

    def _items(self) -> list[QTreeWidgetItem]:
        tree = self._ui.choices
        groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        children = [group.child(row) for group in groups for row in range(group.childCount())]
        return [item for item in children if item.data(0, _KEY)]

    def _on_apply_asked(self) -> None:
        left = [box for _, box in self._asked if not box.currentData()]
        if left:
            self._say(f"还有 {len(left)} 项没有判断是不是同一项，请先选择。")
            left[0].setFocus()
            return
        if not self.chosen():
            self._say("一项也没有勾选，活动不会改变。要保持原样，请点“取消”。")
            return
        try:
            self._apply(self.chosen())
        except UserError as error:
            self._say(str(error))
        else:
            self.accept()

    def _say(self, words: str) -> None:
        self._ui.error.setText(words)
        self._ui.error.show()


def _checkable(group: QTreeWidgetItem, text: str, key: str, lines: Sequence[str]) -> QTreeWidgetItem:
    item = _line(group, _short(text), text)
    item.setData(0, _KEY, key)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked)
    for line in lines:
        _line(item, line)
    return item


def _line(parent: QTreeWidgetItem, words: str, whole: str = "") -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [words])
    item.setSizeHint(0, QSize(0, _HEIGHT))
    item.setToolTip(0, tip(whole or words))
    return item


def _entry_lines(entry: Entry) -> list[str]:
    fields = {name: value for name, value in entry.fields if value and name in ("开始", "截止", "单位", "份额", DUES)}
    return [f"{name}：{_spoken(value)}" for name, value in fields.items()]


def effect_lines(effect: Effect) -> list[str]:
    """Return in sentences what a change does to the submissions."""
    lines = [
        f"报送件改期：{move.count} 件，{spoken(move.before)} → {spoken(move.after)}"
        for move in effect.moves[:_MOST_MOVES]
    ]
    rest = sum(move.count for move in effect.moves[_MOST_MOVES:])
    lines += [f"报送件改期：另有 {rest} 件"] if rest else []
    told = (
        ("已报的 {} 件不变", effect.settled),
        ("新增报送件 {} 件", effect.added),
        ("撤下未报的 {} 件", effect.withdrawn),
        ("已收到的 {} 件保留", effect.held),
        ("{} 件的截止日期在新表里找不到了，保持原来的日期，请核对", effect.unsure),
    )
    words = "；".join(form.format(count) for form, count in told if count)
    return [*lines, *([words] if words else [])]


def _differences(found: Sequence[Difference]) -> list[str]:
    """Return what is another now; one day that is both beginning and end is said once."""
    named = {each.name: each for each in found}
    start, due = named.get("开始"), named.get("截止")
    is_one = start and due and (start.before, start.after) == (due.before, due.after)
    return [_difference_line(each) for each in found if not (is_one and each is start)]


def _difference_line(each: Difference) -> str:
    if each.name == "任务":
        return "任务：{} → {}".format(*_apart(each.before, each.after))
    before, after = _spoken(each.before) or "没有", _spoken(each.after) or "没有"
    return f"{each.name}：{before} → {after}"


def _spoken(value: str) -> str:
    try:
        return spoken(date.fromisoformat(value))
    except ValueError:
        return value


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return where two texts differ, with a few signs around it."""
    start = len(commonprefix((one, other)))
    end = min(len(commonprefix((one[::-1], other[::-1]))), len(one) - start, len(other) - start)
    return _excerpt(one, start, len(one) - end), _excerpt(other, start, len(other) - end)


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{_short(words)}{'…' if last < len(text) else ''}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"
