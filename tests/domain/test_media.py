"""Packages over discs: nothing lost, order kept, every disc within its size; and the public list of rules."""

import random
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.burning import recheck_day
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media, footprint, room, too_large, volumes
from lianbing_desktop.domain.package import PackageFile
from lianbing_desktop.domain.refusal import RULES, passed, rule_of


def file(number: int, size: int) -> PackageFile:
    return PackageFile(Path("x"), f"{number:02}_材料", f"{number}.pdf", "0" * 64, size, "材料")


def test_one_disc_where_all_fits_and_where_no_kind_is_chosen() -> None:
    files = [file(number, 1 << 20) for number in range(20)]
    assert volumes(files, None) == [tuple(files)]
    assert volumes(files, Media.CD) == [tuple(files)]
    assert volumes([], Media.CD) == [()]


@pytest.mark.parametrize("media", Media)
def test_files_are_split_in_order_and_every_disc_is_within_its_room(media: Media) -> None:
    chance = random.Random(2017)
    files = [file(number, chance.randrange(media.capacity // 3)) for number in range(60)]
    discs = volumes(files, media)
    assert [each for disc in discs for each in disc] == files
    assert len(discs) > 5
    for disc, following in zip(discs, discs[1:], strict=False):
        used = sum(map(footprint, disc))
        assert used <= room(media)
        assert used + footprint(following[0]) > room(media), "a disc is closed only where the next file does not fit"


def test_what_no_disc_holds_is_told() -> None:
    big, small = file(1, Media.CD.capacity), file(2, 100)
    assert too_large([big, small], Media.CD) == [big]
    assert too_large([big, small], Media.DVD) == []


def test_capacities_are_those_of_the_smallest_discs_on_sale() -> None:
    sizes = [media.capacity for media in (Media.CD, Media.DVD, Media.BD)]
    assert sizes == sorted(sizes)
    assert sizes[0] < 737_280_000
    assert sizes[1] <= 4_700_372_992
    assert sizes[2] <= 25_025_314_816


def test_the_rules_are_numbered_and_each_has_a_sentence_and_a_cure() -> None:
    assert [rule.number for rule in RULES] == [f"R{number:02}" for number in range(1, len(RULES) + 1)]
    assert all(rule.sentence and rule.cure.endswith("。") for rule in RULES)
    assert len({rule.sentence for rule in RULES}) == len(RULES)


def test_what_is_let_pass_no_longer_blocks_and_says_why() -> None:
    finding = RULES[2].finding("01_甲/乙.docx", "file:3")
    assert rule_of(finding) is RULES[2]
    freed = passed(finding, "纸质已盖章，另行送达")
    assert (finding.is_blocking, freed.is_blocking) == (True, False)
    assert "纸质已盖章" in str(freed)
    assert "已说明" not in str(finding)
    with pytest.raises(KeyError):
        rule_of(Finding("数据", "", "", ""))


@pytest.mark.parametrize(
    ("burned_on", "day"),
    [
        (date(2017, 10, 31), date(2021, 10, 31)),
        (date(2016, 2, 29), date(2020, 2, 29)),
        (date(2096, 2, 29), date(2100, 3, 1)),
    ],
)
def test_discs_are_read_again_after_four_years(burned_on: date, day: date) -> None:
    assert recheck_day(burned_on) == day
