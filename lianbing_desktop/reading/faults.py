"""Reading data files: every fault is gathered with its place, and nothing is returned while there is one."""

import re
import tomllib
from collections.abc import Callable
from typing import Any, TypeVar

from lianbing_desktop.errors import UserError

Table = dict[str, Any]
T = TypeVar("T")
MOST = 9999


def toml_table(text: str, file: str) -> Table:
    """Return the table of a TOML text. Raises UserError naming the line that is not TOML."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))  # the mark that Windows editors put first
    except (ValueError, RecursionError) as error:
        raise UserError(f"“{file}”不是完整的 TOML 文件，未采用。请改正：", (_syntax(error),)) from error


def _syntax(error: Exception) -> str:
    match = re.search(r"at line (\d+), column (\d+)", str(error))
    where = f"第 {match[1]} 行第 {match[2]} 列附近" if match else "文件末尾附近"
    return f"{where}：写法有误" if match else f"{where}：写法有误，或内容不完整、过长、过深"


class Faults:
    """The faults of one file, in the order found."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.lines: list[str] = []

    def add(self, place: str, message: str) -> None:
        """Note one fault at ``place``, such as ``tasks[3].due``."""
        self.lines.append(f"{place}：{message}")

    def check(self) -> None:
        """Raise UserError listing all faults, where there are any."""
        if self.lines:
            raise UserError(f"“{self._file}”有 {len(self.lines)} 处错误，未采用。请逐条改正后再试：", tuple(self.lines))


class Place:
    """One table of a data file together with where it stands."""

    def __init__(self, table: Table, name: str, faults: Faults) -> None:
        self._table = table
        self.name = name
        self._faults = faults
        self._asked: set[str] = set()

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without ``default`` it must be there and not be empty."""
        value = self._get(key, str, "文字", default)
        if default is None and isinstance(value, str) and not value.strip() and key in self._table:
            self.fault(key, "不能为空")
        return value or ""

    def number(self, key: str, default: int | None = None, least: int = 0, most: int = MOST) -> int:
        """Return a whole number between ``least`` and ``most``; ``least`` stands in for one that is not."""
        value = self._get(key, int, "整数", default)
        if value is not None and not least <= value <= most:
            self.fault(key, f"应在 {least} 到 {most} 之间")
            value = least
        return value if value is not None else least

    def flag(self, key: str) -> bool:
        """Return true or false, false where not given."""
        return bool(self._get(key, bool, "true 或 false", False))

    def key(self, name: str = "key") -> str:
        """Return a text that other places refer to: it must be there and hold no blank."""
        value = self.text(name)
        if any(letter.isspace() for letter in value):
            self.fault(name, "不能有空格或换行")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where not given."""
        value = self._get(key, list, "列表", [])
        if any(not isinstance(item, str) for item in value or []):
            self.fault(key, "列表中应全是文字")
        return tuple(item for item in value or [] if isinstance(item, str))

    def numbers(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """Return a list of different whole numbers between ``least`` and ``most``, the smallest first."""
        value = self._get(key, list, "列表", []) or []
        if not value or any(type(item) is not int or not least <= item <= most for item in value):
            self.fault(key, f"应为 {least} 到 {most} 的整数，至少一个")
            return ()
        if len(set(value)) < len(value):
            self.fault(key, "有重复的数")
        return tuple(sorted(set(value)))

    def parsed(self, key: str, parse: Callable[[str], T], fallback: T) -> T:
        """Return a text run through ``parse``; its ValueError becomes a fault and ``fallback`` stands in."""
        text = self.text(key)
        try:
            return parse(text) if text else fallback
        except ValueError as error:
            self.fault(key, str(error))
            return fallback

    def table(self, key: str, default: Table | None = None) -> "Place":
        """Return a table inside this one; without ``default`` it must be there."""
        value = self._get(key, dict, "表", default)
        return Place(value or {}, f"{self.name}.{key}" if self.name else key, self._faults)

    def given(self) -> list[str]:
        """Return the keys given."""
        return list(self._table)

    def tables(self, key: str) -> list["Place"]:
        """Return the list of tables under ``key``, each named by its number and its own ``key``."""
        value = self._get(key, list, "列表", []) or []
        prefix = f"{self.name}." if self.name else ""
        places = []
        for number, item in enumerate(value, 1):
            name = f"{prefix}{key}[{number}]"
            if isinstance(item, dict):
                places.append(Place(item, f"{name}“{item['key']}”" if item.get("key") else name, self._faults))
            else:
                self._faults.add(name, "应为表")
        return places

    def has(self, key: str) -> bool:
        """Whether ``key`` is given."""
        self._asked.add(key)
        return key in self._table

    def fault(self, key: str, message: str) -> None:
        """Note a fault of ``key``."""
        self._faults.add(f"{self.name}.{key}" if self.name else key, message)

    def done(self) -> None:
        """Note every key nobody asked for: a misspelt key must not be dropped in silence."""
        for key in self._table:
            if key not in self._asked:
                self.fault(key, "不认识的项目")

    def _get(self, key: str, kind: type, word: str, default: Any) -> Any:
        self._asked.add(key)
        if key not in self._table:
            if default is None:
                self.fault(key, "缺少")
            return default
        value = self._table[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(key, f"应为{word}")
            return default
        return value
