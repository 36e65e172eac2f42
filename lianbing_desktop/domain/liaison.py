"""Liaisons: who answers for a unit, how to reach them, and from when to when."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any
from unicodedata import normalize

from lianbing_desktop.domain.masking import has_long_number

LONGEST = 100
"""Characters a field may have; a note may have ten times as many."""


class Role(StrEnum):
    """What a person is for the campaign, in the order they stand in a list (domain.md §5.2, T03 of the seed)."""

    LEADER = "负责人"
    LIAISON = "联络员"
    REPORTER = "信息员"


ROLES = tuple(Role)

FIELDS = {
    "name": "姓名",
    "gender": "性别",
    "post": "职务",
    "office_phone": "办公电话",
    "mobile": "手机",
    "fax": "传真",
    "email": "邮箱",
    "qq": "QQ",
    "note": "备注",
}
"""What is known of a person, by field, in the order of the list (domain.md §5.2)."""
NUMBERS = ("office_phone", "mobile", "fax", "qq")


@dataclass(frozen=True)
class Liaison:
    """One person in one role for one unit, as they stood from ``valid_from`` to ``valid_to``, both counted in.

    ``unit`` is the unit's name of the day asked for. ``replaces_id`` is the entry this one took the place of;
    ``is_withdrawn`` where it was entered in error or put right. Personal data does not show in ``repr``, so that no
    log or crash report carries it.
    """

    unit_id: int
    role: Role
    name: str = field(repr=False)
    valid_from: date
    gender: str = field(default="", repr=False)
    post: str = field(default="", repr=False)
    office_phone: str = field(default="", repr=False)
    mobile: str = field(default="", repr=False)
    fax: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    qq: str = field(default="", repr=False)
    valid_to: date | None = None
    note: str = field(default="", repr=False)
    unit: str = ""
    id: int = 0
    replaces_id: int | None = None
    is_withdrawn: bool = False
    keys: str = field(default="", repr=False)

    def holds_on(self, day: date) -> bool:
        """Whether this person held the role on that day."""
        return not self.is_withdrawn and self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Contact:
    """How the campaign's people are reached together, such as a 工作QQ群: its kind, name and number."""

    kind: str
    name: str = ""
    value: str = field(default="", repr=False)
    note: str = ""
    id: int = 0
    is_withdrawn: bool = False


CHAT_GROUP = "工作QQ群"
_GROUP_NUMBER = re.compile(r"QQ群[^0-9。；;，,]{0,6}([1-9]\d{4,11})(?!\d)", re.I)


def chat_group_in(text: str) -> str:
    """Return the number of a QQ group told in a campaign's text (建立工作QQ群（…）), empty where none is."""
    found = _GROUP_NUMBER.search(normalize("NFKC", text))
    return found[1] if found else ""


def tidied(liaison: Liaison) -> Liaison:
    """Return the entry as it is kept: no blanks at the ends, full-width digits as plain ones, +86 gone."""
    texts = {name: _plain(str(getattr(liaison, name))) for name in FIELDS}
    texts |= {name: plain_number(texts[name]) for name in NUMBERS}
    return with_fields(liaison, texts | {"email": normalize("NFKC", texts["email"])})


def with_fields(liaison: Liaison, texts: Mapping[str, str]) -> Liaison:
    """Return the entry with these of its FIELDS changed."""
    values: dict[str, Any] = {name: text for name, text in texts.items() if name in FIELDS}
    return replace(liaison, **values)


def plain_number(text: str) -> str:
    """Return a telephone or QQ number with plain digits; eleven digits of a mobile phone stand together."""
    words = re.sub(r"\s*[-－—–]\s*", "-", normalize("NFKC", text).strip())
    words = re.sub(r"^(?:\+|00)86[- ]?", "", words)
    digits = re.sub(r"[ -]", "", words)
    return digits if is_mobile(digits) else words


def is_mobile(text: str) -> bool:
    """Whether a text is a mobile number of mainland China: eleven digits beginning with 1."""
    return re.fullmatch(r"1[3-9]\d{9}", text) is not None


def faults(liaison: Liaison) -> Iterator[str]:
    """Yield what forbids keeping an entry, a sentence each without the person's data."""
    if not liaison.name:
        yield "没有填写姓名。"
    if liaison.valid_to and liaison.valid_to < liaison.valid_from:
        yield "结束日期早于开始日期，请改正其中一个。"
    for name, words in FIELDS.items():
        value = getattr(liaison, name)
        if len(value) > LONGEST * (10 if name == "note" else 1):
            yield f"“{words}”太长，请只填写这一项本身。"
        elif has_long_number(value):
            yield f"“{words}”里有15位以上的号码，可能是身份证号或银行账号；练兵台不登记这类号码，请删去。"


def doubts(liaison: Liaison) -> Iterator[str]:
    """Yield what looks wrong and may yet be right, a sentence each without the person's data."""
    if liaison.mobile and not is_mobile(liaison.mobile):
        yield "手机号不是以1开头的11位数字，请核对。"
    if re.fullmatch(r"[1-9]\d{9,10}", liaison.office_phone) and not is_mobile(liaison.office_phone):
        yield "办公电话可能少了区号开头的0，请核对。"
    if liaison.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", liaison.email):
        yield "邮箱不像邮箱地址，请核对。"
    if liaison.qq and not re.fullmatch(r"[1-9]\d{4,10}", liaison.qq):
        yield "QQ号不是5至11位数字（微信号请写在备注里），请核对。"
    if not (liaison.mobile or liaison.office_phone):
        yield "没有电话，有事时找不到人。"


def _plain(text: str) -> str:
    return " ".join(text.split())
