"""Candidates (候选集体、个人): as many as the campaign puts forward, named by hand, in the documents that list them."""

from lianbing_desktop.domain.figure import Figure, Figures, Row
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.services.figure_sheets import candidate_sheet, common, ordinal
from lianbing_desktop.services.material import Material

_COUNT = Align.RIGHT


def candidates(material: Material) -> Figures:
    """候选名单: as many 集体 and 个人 as the campaign puts forward, entered by hand."""
    groups, persons = _candidate_names(material)
    first = [_candidate(material, "先进集体", number, name) for number, name in enumerate(groups, 1)]
    second = [_candidate(material, "先进个人", number, name) for number, name in enumerate(persons, 1)]
    values = [*common(material), Figure("集体名额", str(len(groups))), Figure("个人名额", str(len(persons)))]
    heads = ("单位", "主要负责人", "推荐理由"), ("姓名", "性别", "单位", "职务", "推荐理由")
    tables = {
        "先进集体": candidate_sheet("先进集体候选名单", heads[0], first),
        "先进个人": candidate_sheet("先进个人候选名单", heads[1], second),
    }
    return Figures(tuple(values), tables)


def case_numbers(material: Material) -> Figures:
    """参选案卷编号表: a line a candidate; the numbers are entered by hand until there are cases on the desk."""
    groups, persons = _candidate_names(material)
    rows = tuple(
        (number, kind, _entered(material, name), _entered(material, f"{name}·参选案卷编号"), "")
        for number, (kind, name) in enumerate(
            [*(("先进集体", name) for name in groups), *(("先进个人", name) for name in persons)], 1
        )
    )
    columns = (
        Column("序号", 5, _COUNT), Column("类别", 10), Column("候选集体（个人）", 24), Column("案卷编号", 36),
        Column("备注", 9),
    )  # fmt: skip
    return Figures(tuple(common(material)), {"参选案卷编号": Sheet("参选案卷编号", "", columns, rows, merged=(1,))})


def _candidate_names(material: Material) -> tuple[list[str], list[str]]:
    """Return 先进集体一… and 先进个人一…, as many as pieces are asked of them (row 10月25日-31日: 2 and 3)."""
    counts = [
        max((each.count for each in material.asked(f"{kind}候选材料")), default=0) for kind in ("先进集体", "先进个人")
    ]
    groups, persons = (
        [f"{kind}{ordinal(number)}" for number in range(1, count + 1)]
        for kind, count in zip(("先进集体", "先进个人"), counts, strict=True)
    )
    return groups, persons


def _entered(material: Material, name: str) -> str:
    return material.entries.get(name) or f"【待填：{name}】"


def _candidate(material: Material, kind: str, number: int, name: str) -> Row:
    parts = ("主要负责人", "推荐理由") if kind == "先进集体" else ("性别", "单位", "职务", "推荐理由")
    return (number, _entered(material, name), *(_entered(material, f"{name}·{part}") for part in parts))
