"""The 联络员名单 as a sheet: for use inside with every telephone, or for publication with personal data masked."""

from datetime import date

from lianbing_desktop.domain.liaison import FIELDS, Contact, Liaison
from lianbing_desktop.domain.masking import masked, masked_email, masked_phone
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.units import Units

_COLUMNS = (
    Column("序号", 4, Align.RIGHT),
    Column("单位", 15),
    Column("角色", 6, Align.CENTER),
    Column("姓名", 7, Align.CENTER),
    Column("性别", 4, Align.CENTER),
    Column("职务", 10),
    Column("办公电话", 12),
    Column("手机", 11),
    Column("传真", 11),
    Column("邮箱", 16),
    Column("QQ", 9),
    Column("备注", 9),
)
"""domain.md §5.2; the role stands beside the name, since a unit may name several."""
_MASKS = dict.fromkeys(("office_phone", "mobile", "fax", "qq"), masked_phone) | {
    "email": masked_email,
    "note": masked,
}


def liaison_sheet(
    campaigns: Campaigns, units: Units, day: date, is_masked: bool = False, with_chat_group: bool = False
) -> Sheet:
    """Return the list of a day. The 工作QQ群 stands below it only where asked for, and never in a masked one."""
    header = campaigns.require()
    rows = tuple(_row(number, each, is_masked) for number, each in enumerate(units.liaisons(day), 1))
    group = units.chat_group() if with_chat_group and not is_masked else None
    title = f"{header.title}联络员名单"
    subtitle = f"截至 {day.isoformat()}" + ("（联系方式已隐去）" if is_masked else "")
    return Sheet(
        "联络员名单", title, _COLUMNS, rows, subtitle=subtitle, merged=(1,), below=_below(group), is_landscape=True
    )


def _row(number: int, liaison: Liaison, is_masked: bool) -> tuple[Cell, ...]:
    values = {name: getattr(liaison, name) for name in FIELDS}
    if is_masked:
        values |= {name: mask(values[name]) for name, mask in _MASKS.items()}
    return (number, liaison.unit, liaison.role.value, *values.values())


def _below(group: Contact | None) -> tuple[str, ...]:
    return (f"{group.kind}：{' '.join(filter(None, (group.name, group.value)))}",) if group else ()
