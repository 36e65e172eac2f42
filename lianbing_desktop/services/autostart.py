"""开机自启: whether the desk starts, minimised, when the officer logs in, read back from where the system looks."""

import sys
from configparser import ConfigParser
from configparser import Error as ParserError
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, autostart_folder
from lianbing_desktop.services.program import MINIMISED, command
from lianbing_desktop.writing import write_bytes

_NAME = "lianbing"
_GROUP = "Desktop Entry"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_OFF_WORDS = {"Hidden": "true", "X-GNOME-Autostart-enabled": "false"}


class AutostartState(StrEnum):
    """How it stands; the values are the words on screen."""

    OFF = "没有开启。"
    ON = "已开启：登录电脑后练兵台自动在托盘里运行并提醒。"
    OTHER = "登录后会自动打开另一个数据文件夹，不是现在这个。重新勾选可以改成现在这个。"


class Autostart:
    """The start at login of the desk on one data folder."""

    def __init__(self, home: Home) -> None:
        self._command = command(home, more=(MINIMISED,))

    def state(self) -> AutostartState:
        """Return how it really stands, asked of the system anew. Raises UserError where that cannot be read."""
        found = self._found()
        if found is None:
            return AutostartState.OFF
        return AutostartState.ON if found == self._line() else AutostartState.OTHER

    def switch(self, is_on: bool) -> None:
        """Turn it on or off. Raises UserError where the system does not let us, or it does not read back so."""
        if sys.platform == "win32":
            _switch_run_key(self._line() if is_on else None)
        else:
            _put_entry(self._line() if is_on else None)
        if (self.state() is AutostartState.ON) != is_on:
            raise UserError("系统没有接受“开机自启”的改动。请到系统的“启动应用”设置里修改。")

    def _line(self) -> str:
        """The command as the system keeps it."""
        if sys.platform == "win32":
            from subprocess import list2cmdline

            return list2cmdline(self._command)
        return " ".join(_quoted(word) for word in self._command)

    def _found(self) -> str | None:
        if sys.platform == "win32":
            return _read_run_key()
        return _read_entry(_entry_path())


def _entry_path() -> Path:
    return autostart_folder() / f"{_NAME}.desktop"


def _quoted(word: str) -> str:
    """Return an argument as the Desktop Entry Specification has it in Exec: quoted, escaped twice, % doubled."""
    for special in '\\"`$':
        word = word.replace(special, "\\" + special)
    return '"' + word.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n").replace("\t", "\\t") + '"'


def _put_entry(line: str | None) -> None:
    if line is None:
        _remove_entry()
    else:
        _write_entry(line)


def _write_entry(line: str) -> None:
    path = _entry_path()
    text = (
        f"[{_GROUP}]\nType=Application\nName=练兵台\nComment=到期提醒\nExec={line}\nTerminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"不能建立文件夹“{path.parent}”。请检查权限。") from error
    write_bytes(path, text.encode())


def _remove_entry() -> None:
    path = _entry_path()
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"不能删除“{path}”。请检查权限。") from error


def _read_entry(path: Path) -> str | None:
    """Return the command of an entry, or None where the desktop would not run it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出“{path}”。请检查权限。") from error
    parser = ConfigParser(interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    with suppress(ParserError):
        parser.read_string(text)
    if any(parser.get(_GROUP, key, fallback="").lower() == word for key, word in _OFF_WORDS.items()):
        return None
    return parser.get(_GROUP, "Exec", fallback=None)


if sys.platform == "win32":  # written to Microsoft's description of the keys; not yet tried on a Windows computer
    import winreg

    def _switch_run_key(line: str | None) -> None:
        try:
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                if line is not None:
                    winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
                    return
                with suppress(FileNotFoundError):
                    winreg.DeleteValue(key, _NAME)
        except OSError as error:
            raise UserError("系统不允许修改“开机自启”。请与单位的电脑管理员联系。") from error

    def _read_run_key() -> str | None:
        if _is_disapproved():
            return None
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, _NAME)[0])
        except FileNotFoundError:
            return None

    def _is_disapproved() -> bool:
        """Whether it was switched off in the Task Manager: an odd first byte."""
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _APPROVED_KEY) as key:
            value = winreg.QueryValueEx(key, _NAME)[0]
            return bool(value) and value[0] % 2 == 1
        return False
