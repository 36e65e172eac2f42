"""Rules of refusal (退件规则) of a package: a numbered list for everybody, each with its sentence and its cure."""

from dataclasses import dataclass, replace

from lianbing_desktop.domain.finding import Finding


@dataclass(frozen=True)
class Rule:
    """One rule: number, what is wrong, what to do, and whether a written reason may let it pass."""

    number: str
    sentence: str
    cure: str
    may_pass: bool = True

    def finding(self, place: str, key: str, detail: str = "", is_blocking: bool = True) -> Finding:
        """Return a finding of this rule at ``place``; ``key`` names it for good, ``detail`` says more than the rule."""
        return Finding(self.number, place, detail or self.sentence, self.cure, is_blocking, key)


MISSING = Rule("R01", "应报材料还没有收到文件", "请先收件，或在报送清单里标为“不适用”并写明理由。")
NONE_OF_SEVERAL = Rule("R02", "几种材料中应报一种，一种也没有收到", "请收其中一种，或都标为“不适用”并写明理由。")
WRONG_FORM = Rule("R03", "要求报扫描件PDF，收到的不是PDF", "请让报送单位扫描成 PDF 重报。")
EMPTY = Rule("R04", "文件是空的（0 字节）", "请让报送单位重报这个文件。")
BROKEN_PDF = Rule("R05", "PDF 打不开或不完整", "请用 PDF 阅读器打开看看，让报送单位重新扫描或另存后重报。")
LOCKED_PDF = Rule("R06", "PDF 加了密码或限制", "请让报送单位去掉密码和限制后重报；光盘上的电子文件不得加密。")
ACTIVE_PDF = Rule("R07", "PDF 里有脚本或自动运行的动作", "请让报送单位用“打印成 PDF”或重新扫描的办法另做一份重报。")
BROKEN_OFFICE = Rule(
    "R08", "Word 或 Excel 文件打不开、有密码或带宏", "请在 Word、Excel 或 WPS 中另存为不带宏的文件重报。"
)
GAPS = Rule("R09", "文件里还有没填的空：【待填】", "请填好后重新收件。")
NO_TYPICAL_CASE = Rule("R10", "事迹材料里没有典型案件", "请补上至少1件典型案件办理过程，文件名写明“典型案件”。")
DUPLICATE = Rule("R11", "与另一个文件的内容完全相同", "请去掉一份，或让报送单位核对是否报错了文件。")
BAD_NAME = Rule("R12", "名字不能原样写到光盘上", "请改名，或采用建议的名字；原文件不变。", may_pass=False)
TOO_LARGE = Rule("R13", "一个文件比一张光盘还大", "请换容量更大的光盘，或把文件分成几个。", may_pass=False)

RULES = (
    MISSING, NONE_OF_SEVERAL, WRONG_FORM, EMPTY, BROKEN_PDF, LOCKED_PDF, ACTIVE_PDF,
    BROKEN_OFFICE, GAPS, NO_TYPICAL_CASE, DUPLICATE, BAD_NAME, TOO_LARGE,
)  # fmt: skip
_BY_NUMBER = {rule.number: rule for rule in RULES}


def rule_of(finding: Finding) -> Rule:
    """Return the rule a finding of a package is about. Raises KeyError for findings of another kind."""
    return _BY_NUMBER[finding.rule]


def of_name(found: Finding, key: str) -> Finding:
    """Return a finding about a name (N01–N10) as one of the package's rules."""
    return replace(found, rule=BAD_NAME.number, message=f"{found.message}（{found.rule}）", key=key)


def passed(finding: Finding, reason: str) -> Finding:
    """Return the finding as one that the officer lets pass for a written reason."""
    return replace(finding, is_blocking=False, reason=reason)
