"""Masks: what they take away, and what they leave alone."""

import pytest

from lianbing_desktop.domain.masking import (
    has_long_number,
    masked,
    masked_account,
    masked_email,
    masked_identity,
    masked_person,
    masked_phone,
)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("当事人身份证号320500199001011234，住址略", "当事人身份证号3205**********1234，住址略"),
        ("身份证 32050019900101123X。", "身份证 3205**********123X。"),
        ("旧证320500900101123", "旧证3205*******1123"),
        ("身份证３２０５００１９９００１０１１２３４", "身份证3205**********1234"),
        ("账号6222 0000 0000 0000 123", "账号***************0123"),
        ("手机13800000001，座机0512-00000001", "手机***********，座机****-********"),
        ("手机 138 0000 0001", "手机 *** **** ****"),
        ("电话（0512）00000001", "电话（****）********"),
        ("电话：65221234", "电话：********"),
        ("QQ群：123456789", "QQ群：*********"),
        ("邮箱 zhang.yang@example.com 收", "邮箱 **********@example.com 收"),
    ],
)
def test_personal_data_is_masked_in_free_text(text: str, published: str) -> None:
    assert masked(text) == published


@pytest.mark.parametrize(
    "text",
    [
        "苏环罚〔2017〕12号，罚款人民币100000元",
        "统一社会信用代码91320500MA1XXXXX1X可以公开",
        "2017年6月2日前报送，共２８起案件",
        "排放浓度 0.0012 毫克／升，编号2017-0012",
    ],
)
def test_figures_numbers_of_papers_and_days_stay(text: str) -> None:
    assert masked(text) == text


def test_single_values() -> None:
    assert masked_identity("320500199001011234") == "3205**********1234"
    assert masked_identity("1234") == "****"
    assert masked_account("6222000000001234") == "************1234"
    assert masked_phone("0512-65221234") == "****-********"
    assert masked_email("a@b.cn") == "*@b.cn"
    assert masked_email("微信号") == "***"
    assert (masked_person("王某"), masked_person(" ")) == ("**", "")


def test_long_numbers_are_seen_in_any_writing() -> None:
    assert has_long_number("320500 19900101 1234")
    assert has_long_number("３２０５００１９９００１０１１２３４")
    assert not has_long_number("13800000001")
    assert not has_long_number("0512-00000001-8001")
