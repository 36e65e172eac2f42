"""Masks over personal data for whatever is published; what stays inside the bureau is not masked (domain.md §4.3).

To mask are natural persons' 身份证号, 通信方式, 银行账号 and e-mail; a case's third persons altogether.
"""

import re
from collections.abc import Callable

MASK = "*"
_LONG = re.compile(r"(?<![0-9A-Za-z])[1-9](?: ?\d){14,24}[\dXx]?(?![0-9A-Za-z])")
"""No such number begins with 0: those are telephones with an extension."""
_IDENTITY = re.compile(r"\d{15}|\d{17}[\dXx]")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(?:[（(]0\d{2,3}[）)]|0\d{2,3}[- －—])\d{7,8}(?!\d)|(?<!\d)0\d{9,11}(?!\d)")
_TOLD_NUMBER = re.compile(r"((?:电话|座机|传真|QQ|微信)(?:群|号码|号)?\s*[:：]?\s*)([A-Za-z]?\d[\d-]{4,})", re.I)
_WIDE = str.maketrans("０１２３４５６７８９Ｘｘ＠．－", "0123456789Xx@.-")


def masked_identity(number: str) -> str:
    """Return an 身份证号 as 3205**********1234: four characters at each end stay (domain.md §4.3, a proposal)."""
    plain = re.sub(r"[ -]", "", number)
    return plain[:4] + MASK * max(0, len(plain) - 8) + plain[-4:] if len(plain) > 8 else MASK * len(plain)


def masked_account(number: str) -> str:
    """Return a bank account with its last four digits."""
    plain = re.sub(r"[ -]", "", number)
    return MASK * max(0, len(plain) - 4) + plain[-4:] if len(plain) > 8 else MASK * len(plain)


def masked_phone(number: str) -> str:
    """Return a telephone, fax or QQ number with nothing but its length."""
    return re.sub(r"\w", MASK, number)


def masked_email(address: str) -> str:
    """Return an e-mail address without who it belongs to."""
    name, at, domain = address.rpartition("@")
    return MASK * len(name) + at + domain if at else MASK * len(address)


def masked_person(name: str) -> str:
    """Return the name of a third person (witness, complainant), who is masked altogether."""
    return MASK * 2 if name.strip() else ""


def has_long_number(text: str) -> bool:
    """Whether a text holds a number of 15 digits or more: an 身份证号 or an account."""
    return _LONG.search(text.translate(_WIDE)) is not None


def masked(text: str) -> str:
    """Return free text with every 身份证号, account, telephone, QQ number and e-mail address in it masked."""
    plain = text.translate(_WIDE)
    plain = _LONG.sub(lambda match: _masked_long(match[0]), plain)
    for pattern, mask in ((_EMAIL, masked_email), (_MOBILE, masked_phone), (_LANDLINE, masked_phone)):
        plain = _each(pattern, mask, plain)
    plain = _TOLD_NUMBER.sub(lambda match: match[1] + masked_phone(match[2]), plain)
    return _with_wide(text, plain)


def _each(pattern: re.Pattern[str], mask: Callable[[str], str], text: str) -> str:
    return pattern.sub(lambda match: mask(match[0]), text)


def _masked_long(number: str) -> str:
    digits = re.sub(r"[ -]", "", number)
    return masked_identity(number) if _IDENTITY.fullmatch(digits) else masked_account(number)


def _with_wide(before: str, after: str) -> str:
    """Leave a text in which nothing was masked just as it was, full-width signs and all."""
    return before if after == before.translate(_WIDE) else after
