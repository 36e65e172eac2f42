"""F1: all keys on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from lianbing_desktop.gui.pages import LISTED
from lianbing_desktop.gui.widgets.label import Label

_KEYS = (
    ("Ctrl+K", "搜索任务、报送件、单位、人员"),
    ("Ctrl+R", "打开或关闭提醒"),
    ("Ctrl+F", "筛选当前页"),
    ("Ctrl+P", "打印当前页"),
    ("Ctrl+E", "导出当前页"),
    ("回车", "打开所选的一行"),
    ("空格", "办理下一步（收件、审核、上报……）"),
    ("Esc", "关闭详情"),
    ("Ctrl+回车", "对话框里保存"),
    ("方向键", "在表格和日历中移动"),
    ("Ctrl+J / Delete", "导入时与下一项合并、不作任务"),
    ("Ctrl+Z", "导入时撤销上一次修改"),
    ("T", "日历回到今天"),
    ("PageUp / PageDown", "日历上一月、下一月"),
    ("F5", "重新读取"),
    ("F1", "显示本页"),
)


def show_keys(parent: QWidget) -> None:
    """Show the sheet of keys until it is closed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("快捷键")
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(8)
    pages = [(f"Ctrl+{number}", page.words) for number, page in enumerate(LISTED, 1)]
    told = [*pages, *_KEYS]
    half = (len(told) + 1) // 2
    for number, (keys, words) in enumerate(told):
        column, row = divmod(number, half)
        grid.addWidget(Label(keys, "secondary"), row, 2 * column)
        grid.addWidget(Label(words), row, 2 * column + 1)
    buttons = QDialogButtonBox()
    buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    body = QVBoxLayout(dialog)
    body.setContentsMargins(24, 24, 24, 16)
    body.setSpacing(16)
    body.addLayout(grid)
    body.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
