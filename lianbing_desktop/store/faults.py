"""Errors of the database engine, turned into sentences at this one boundary."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from lianbing_desktop.errors import DamagedError, UserError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "磁盘已满，刚才的内容没有保存。请腾出空间后再试。",
    sqlite3.SQLITE_IOERR: "读写数据文件出错，刚才的内容没有保存。请检查磁盘空间和磁盘是否正常，再试一次。",
    sqlite3.SQLITE_READONLY: "数据文件夹不可写，内容没有保存。请检查文件夹权限，或用 --home 另选一个文件夹。",
    sqlite3.SQLITE_CANTOPEN: "打不开数据文件。请检查数据文件夹是否存在、是否可写。",
    sqlite3.SQLITE_BUSY: "数据文件正被别的程序占用。请关闭那个程序后再试。",
    sqlite3.SQLITE_CORRUPT: "数据文件已损坏。请在“设置”里恢复最近的备份，或关闭练兵台后用命令 lianbing restore 恢复。",
    sqlite3.SQLITE_NOTADB: "这不是练兵台的数据文件，未改动它。请移走该文件或另选数据文件夹。",
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def told() -> Iterator[None]:
    """Turn what the engine says about the outside into UserError; programming errors pass untouched."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        sentence = _SENTENCES.get(code)
        if not sentence:
            raise
        raise (DamagedError if code in _DAMAGED else UserError)(sentence) from error
