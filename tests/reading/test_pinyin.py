"""Search keys: text, pinyin and initials, with the readings the field uses."""

import pytest

from lianbing_desktop.reading.pinyin import search_keys


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("张家港市环保局", "张家港 zhangjiagang zjg zjgshbj"),
        ("常熟市环保局", "changshu cs"),
        ("苏州高新区（虎丘区）环保局", "suzhougaoxinqu szgxq huqiu"),
        ("监察支队", "jianchazhidui jczd"),
        ("月调度", "diaodu ydd"),
        ("强化督查，调查取证", "ducha diaocha"),
        ("重大案件数量", "zhongda zdajsl"),
        ("重点排污单位", "zhongdian zdpwdw"),
        ("参评集体", "canping cpjt"),
        ("稽查案卷", "jichaanjuan jcaj"),
        ("行政处罚", "xingzhengchufa xzcf"),
        ("工作QQ群", "gongzuoqqqun qq"),
        ("2017年总结", "2017 zongjie"),
    ],
)
def test_what_is_typed_stands_in_the_keys(text: str, typed: str) -> None:
    keys = search_keys(text)
    assert [word for word in typed.split() if word not in keys] == []


def test_keys_are_lower_case_and_several_texts_do_not_run_together() -> None:
    keys = search_keys("QQ", "", "群")
    assert keys == keys.casefold()
    assert "qqq" not in keys.split()
