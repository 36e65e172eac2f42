"""Looking a plan over: at the left the source with its marks, at the right what it became."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QSplitter, QVBoxLayout, QWidget

from lianbing_desktop.domain.plan import Passage, Place
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.plan.delegate import ItemDelegate
from lianbing_desktop.gui.plan.draft import Draft
from lianbing_desktop.gui.plan.items import Item, ItemModel, items_of
from lianbing_desktop.gui.plan.legend import Legend
from lianbing_desktop.gui.plan.marks import Key, Marker, key_of
from lianbing_desktop.gui.plan.source_view import SourceView
from lianbing_desktop.gui.widgets.label import Label

_HEAD = 36


class ItemList(QListView):
    """Enter opens an item, Space takes it as right, Delete as no task."""

    opened = Signal(QModelIndex)
    passed = Signal(QModelIndex)
    dropped = Signal(QModelIndex)
    chosen = Signal(QModelIndex)

    def __init__(self, model: ItemModel, frame: Frame) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(frame.style, self))
        self.setAccessibleName("读出的任务")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(lambda now, before: self.chosen.emit(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.passed,
            Qt.Key.Key_Delete: self.dropped,
        }.get(Qt.Key(event.key()))
        if signal is not None and self.currentIndex().isValid():
            signal.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.setCurrentIndex(self._rows.index(self._rows.first(), 0))  # Qt stops at the heading above it
            self.scrollToTop()
        else:
            super().keyPressEvent(event)


class ReviewPane(QWidget):
    """Shows a draft; ``edit_asked`` carries a task's name, ``changed`` tells that the draft is another now."""

    edit_asked = Signal(int)
    changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._draft: Draft | None = None
        self._marker: Marker | None = None
        self._model = ItemModel()
        self.list = ItemList(self._model, frame)
        self.source = SourceView(frame.style)
        self._legend = Legend(frame.style)
        self.edit, self.right = QPushButton("修改"), QPushButton("核对无误")
        self.join, self.drop = QPushButton("与下一项合并"), QPushButton("不作任务")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    @property
    def model(self) -> ItemModel:
        """The list's lines."""
        return self._model

    def show_draft(self, draft: Draft, marker: Marker) -> None:
        """Show another draft from its beginning."""
        self._draft, self._marker = draft, marker
        self.source.show_source(draft.source, self._marker.of(draft.plan))
        self.refresh()
        self._select(self._model.first())
        self.list.scrollToTop()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, task_id: int = -1, passage: Passage | None = None) -> None:
        """Show the draft as it is now, with that task or passage chosen, else the one that stands where one stood."""
        if self._draft is None:
            return
        row, was = self.list.currentIndex().row(), self.current()
        self._model.set_rows(items_of(self._draft))
        if self._marker is not None:
            self.source.show_marks(self._marker.of(self._draft.plan))
        found = self._model.row_of_passage(passage) if passage else self._model.row_of(task_id)
        if found < 0 and was and was.is_pressing:
            found = self._model.pressing(row)
        self._select(found if found >= 0 else self._nearest(row))

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        if self._draft is not None:
            self.source.recolor(self._draft.source)
            self._light(self.current())
        self.list.viewport().update()
        self._legend.update()

    def current(self) -> Item | None:
        """Return the line chosen, or None."""
        index = self.list.currentIndex()
        return self._model.item(index.row()) if index.isValid() else None

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.splitter.setHandleWidth(16)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(_pane(self._source_head(), self.source))
        self.splitter.addWidget(_pane(self._list_head(), self.list))
        self.splitter.setSizes([500, 500])
        row.addWidget(self.splitter)

    def _source_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStrut(_HEAD)
        row.addWidget(Label("原文", "heading"))
        row.addWidget(self._legend, 1)
        return row

    def _list_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStrut(_HEAD)
        tips = (
            (self.right, "核对无误（空格）"),
            (self.edit, "修改、拆分（回车）"),
            (self.join, "与下一项合并（Ctrl+J）"),
            (self.drop, "不作任务（Delete）"),
        )
        for button, tip in tips:
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.list.opened.connect(lambda index: self._on_edit_asked())
        self.list.passed.connect(lambda index: self._on_right_asked())
        self.list.dropped.connect(lambda index: self._on_drop_asked())
        self.list.chosen.connect(self._on_item_chosen)
        self.source.pointed.connect(self._on_source_pointed)
        for button, slot in (
            (self.edit, self._on_edit_asked),
            (self.right, self._on_right_asked),
            (self.join, self.join_next),
            (self.drop, self._on_drop_asked),
        ):
            _on_pressed(button, slot)

    def _nearest(self, row: int) -> int:
        """Return the row to choose where ``row`` was: what stands there now, else what comes before it."""
        found = self._model.first(row)
        return found if found >= 0 else self._model.first()

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self._on_item_chosen(index)

    def _light(self, item: Item | None) -> None:
        self.source.highlight(self._places(item) if item else ())

    def _places(self, item: Item) -> tuple[Place, ...]:
        if item.passage:
            return (item.passage.place,)
        assert self._draft is not None
        return self._draft.plan.tasks[self._draft.at(item.task_id)].places

    def _allow(self, item: Item | None) -> None:
        is_task = item is not None and item.task_id >= 0
        self.edit.setText("改作任务" if item and item.passage else "修改")
        self.edit.setEnabled(item is not None)
        self.right.setEnabled(item is not None and (item.is_pressing or (is_task and item.badge is None)))
        self.join.setEnabled(is_task and self._has_next(item))
        self.drop.setEnabled(is_task)

    def _has_next(self, item: Item | None) -> bool:
        return bool(self._draft and item and self._draft.ids[-1] != item.task_id)

    def _on_item_chosen(self, index: QModelIndex) -> None:
        item = self._model.item(index.row()) if index.isValid() else None
        self._light(item)
        self._allow(item)

    def _on_source_pointed(self, key: Key, sign: int) -> None:
        """Choose what the words clicked became: the task whose own words they are, else the first they hold for."""
        if self._draft is None:
            return
        for passage in self._draft.plan.unread:
            if _holds(passage.place, key, sign):
                self._select(self._model.row_of_passage(passage))
                return
        own = [task.places[:1] for task in self._draft.plan.tasks]
        whole = [task.places for task in self._draft.plan.tasks]
        for places in (own, whole):
            for task_id, each in zip(self._draft.ids, places, strict=True):
                if any(_holds(place, key, sign) for place in each):
                    self._select(self._model.row_of(task_id))
                    return

    def _on_edit_asked(self) -> None:
        item = self.current()
        if item is None or self._draft is None:
            return
        if item.passage:
            made = self._draft.restore(item.passage)
            self._tell(made)
            self.edit_asked.emit(made)
        else:
            self.edit_asked.emit(item.task_id)

    def _on_right_asked(self) -> None:
        item = self.current()
        if item is None or self._draft is None or not self.right.isEnabled():
            return
        if item.passage:
            self._draft.see(item.passage)
        else:
            self._draft.check(item.task_id)
        self._tell()

    def _on_drop_asked(self) -> None:
        item = self.current()
        if item and item.task_id >= 0 and self._draft:
            self._draft.drop(item.task_id)
            self._tell()

    def join_next(self) -> None:
        """Make one of the task chosen and the next one."""
        item = self.current()
        if item and item.task_id >= 0 and self._draft and self._draft.join(item.task_id):
            self._tell(item.task_id)

    def _tell(self, task_id: int = -1) -> None:
        self.refresh(task_id)
        self.changed.emit()


def _holds(place: Place, key: Key, sign: int) -> bool:
    return key_of(place) == key and place.start <= sign <= place.end


def _on_pressed(button: QPushButton, slot: Callable[[], None]) -> None:
    button.clicked.connect(lambda checked=False: slot())


def _pane(head: QHBoxLayout, body: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(head)
    column.addWidget(body, 1)
    return pane
