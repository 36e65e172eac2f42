"""One cell of a returned form: its text as a value, or a sentence why it is none."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from lianbing_desktop.domain.form import Field, FieldKind

Value = str | int | None
"""Text; a number; money in fen; a day as ``2017-06-05``; None where nothing was filled in."""

_WIDE = str.maketrans("０１２３４５６７８９．，－／：（）　", "0123456789.,-/:() ")
_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00)?")
_PHONE = re.compile(r"\+?[\d\- ()转,、;；/]{5,40}")
_NOTHING = frozenset({"/", "-", "—", "——", "无", "〇"})
LONGEST = 32_767


def cell_value(field: Field, text: str, year: int) -> Value:
    """Return the value of what was written. Raises ValueError with a sentence for what the column does not take."""
    words = text.strip()
    if not words:
        return None
    return _READERS[field.kind](field, words, year)


def cell_words(field: Field, value: Value) -> str:
    """Return a value as it is shown: money in 万元 with two decimals."""
    if value is None:
        return ""
    return f"{Decimal(value) / 1_000_000:.2f}" if field.kind is FieldKind.MONEY else str(value)


def _text(field: Field, words: str, year: int) -> Value:
    if len(words) >= LONGEST:
        raise ValueError(f"有 {len(words)} 个字，可能已被截断，请拆成几行")
    return words


def _count(field: Field, words: str, year: int) -> Value:
    number = _decimal(words)
    if number != int(number) or number < 0:
        raise ValueError(f"“{words}”应为整数（0、1、2……）")
    return int(number)


def _money(field: Field, words: str, year: int) -> Value:
    number = _decimal(words.removesuffix("万元"))
    fen = number * 1_000_000
    if number < 0 or fen != int(fen):
        raise ValueError(f"“{words}”应为金额，单位万元，例如 12.50")
    return int(fen)


def _decimal(words: str) -> Decimal:
    plain = words.translate(_WIDE).replace(",", "").replace(" ", "")
    if plain in _NOTHING:
        return Decimal(0)
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ValueError(f"“{words}”不是数字") from None
    if not number.is_finite() or abs(number) >= 10**12:
        raise ValueError(f"“{words}”不像是填报的数")
    return number


def _day(field: Field, words: str, year: int) -> Value:
    match = _DAY.fullmatch(words.translate(_WIDE))
    if not match:
        raise ValueError(f"“{words}”不是日期，请写成 {year}-06-05 的样子")
    try:
        return date(int(match[1] or year), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        raise ValueError(f"没有“{words}”这一天") from None


def _choice(field: Field, words: str, year: int) -> Value:
    if words not in field.choices:
        raise ValueError(f"“{words}”不在可选项里，可选：{'、'.join(field.choices)}")
    return words


def _phone(field: Field, words: str, year: int) -> Value:
    plain = words.translate(_WIDE)
    if not _PHONE.fullmatch(plain) or sum(sign.isdigit() for sign in plain) < 5:
        raise ValueError(f"“{words}”不像电话号码")
    return plain


_READERS = {
    FieldKind.TEXT: _text,
    FieldKind.COUNT: _count,
    FieldKind.MONEY: _money,
    FieldKind.DAY: _day,
    FieldKind.CHOICE: _choice,
    FieldKind.PHONE: _phone,
}
