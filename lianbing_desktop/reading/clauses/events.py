"""An event told in the text's own words: where it opens, and what of a sentence belongs to it."""

import re

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
