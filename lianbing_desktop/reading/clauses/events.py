"""An event told in the text's own words: where it opens, and what of a sentence belongs to it."""

import re

HAPPENED = (
    "报废|注销|关闭|封存|销毁|拆除|关停|搬迁|开放|缴费|付款|上任|离任|到任|换届|签署|开具|获知|下达|送达|生效|印发|签订|签收|签发|办结|结案|立案|作出|成立|发生|到账|验收|"
    "验收合格|竣工|完工|完成|批复|批准|核准|审批|审核通过|通过|公示|公布|发布|收到|接到|"
    "受理|出院|入院|入职|离职|到岗|到达|抵达|返岗|毕业|出生|死亡|变更|收悉|案发|事发|"
    "中标|开标|开庭|宣判|判决|任命|获批|投产|投用|确诊|检出|发现|报警|接报|接警|接件|"
    "接单|收件|收文|来文|转办|交办|派单|签约|停产|复产|超标|上岗|下线|故障|中断|闭会|"
    "散会|通电|通车|移交|移送|提交|提出|申报|申请|投诉|举报|来访|接访|反映|检查|生成|"
    "形成|产生|到期|期满|届满|发文|出具|登记|注册|归还|到港|入库|出库|采样|送检|停电|"
    "复电|解除|终止|启动"
)
"""Verbs that tell an event when they stand right before a length of time (任务下达3日内, 结案当日)."""
BOUNDARY = re.compile(r"[,。;:!?\n]")
_OTHER_LENGTH = re.compile(r"(?<=[日天月年周时])(?:之内|以内|内)(?:以及|和|及|或者?|与|、|并)(?:在|于)?")


def event_words(words: str) -> str | None:
    """Return an event's own words: cut at the nearest clause mark and after 自/从/在/于, 之日 dropped."""
    own = _OTHER_LENGTH.split(BOUNDARY.split(words)[-1])[-1]
    event = re.sub(r"(?:之日|当日|当天|之时|的)$", "", own)
    for opening in ("自", "从", "于", "在"):
        at = _opening(event, opening)
        if at >= 0:
            event = event[at + 1 :]
            break
    else:
        event = _from_verb(event)
    event = event.strip(" 、\"”“'(").strip()
    return event or None


def _opening(event: str, sign: str) -> int:
    """Return where 自, 从, 于 or 在 opens the event; 自己, 从事, 关于, 正在 and the like open none."""
    pattern = {
        "自": r"(?<![各亲独擅])自(?![己行查主评然治办动我])",
        "从": r"(?<!服|遵)从(?!事|业|严|快|而|源)",
        "于": r"(?<![关对由属等位限大小高低终处至源鉴])于",
        "在": r"(?<![正现存所实潜内外])在(?![线职建校岗编册])",
    }[sign]
    found = [match.start() for match in re.finditer(pattern, event)]
    return found[0] if found and found[0] + 1 < len(event) else -1


_VERB = re.compile(r"(?:经(?!济|营|费|理|常|办|验)|收到|接到|接报|接警|受理|作出|做出|获悉|得知|取得|签订)")


def _from_verb(event: str) -> str:
    match = _VERB.search(event)
    return event[match.start() :] if match else event
