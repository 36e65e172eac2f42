"""What every test may use: an offscreen Qt with a Chinese font, and golden texts with one flag that rewrites them."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # no test of ours talks to the desktop of who runs it

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

GOLDEN = Path(__file__).parent / "golden"
CHINESE_FONTS = ("Noto Sans CJK SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei", "LXGW WenKai")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden texts anew instead of comparing")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str, Sequence[str]], None]:
    """Compare lines of text with the file of that name in tests/golden."""

    def compare(name: str, lines: Sequence[str]) -> None:
        path = GOLDEN / name
        if pytestconfig.getoption("--rewrite-golden"):
            path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        assert list(lines) == path.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application of pytest-qt, in a Chinese font: with any other every character may be a box."""
    from PySide6.QtGui import QFont, QFontDatabase

    families = set(QFontDatabase.families())
    chinese = [name for name in CHINESE_FONTS if name in families]
    if chinese:
        qapp.setFont(QFont(chinese[0], 10))
    return qapp
