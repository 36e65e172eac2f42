"""Chinese and Arabic numerals, mixed as documents mix them: 二〇一七, 二00八, 廿三, 十二, 两, 1千."""

DIGIT = r"\d〇一二三四五六七八九"
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
COUNT = r"(?:\d{1,4}|[〇一二三四五六七八九十廿卅两百]{1,5})"
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
_DIGITS |= {str(value): value for value in range(10)}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}


def value(text: str) -> int:
    """Return the value of a numeral. Raises ValueError for a sign that is no numeral."""
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = section = current = 0
    for sign in text:
        if sign in _DIGITS:
            current = current * 10 + _DIGITS[sign]
        elif sign in _TENS:
            section += _TENS[sign]
        elif sign in _UNITS:
            section, current = _carry(section, current, _UNITS[sign])
        else:
            raise ValueError(sign)
        if sign == "万":
            total, section = total + section, 0
    return total + section + current


def _carry(section: int, current: int, unit: int) -> tuple[int, int]:
    if unit == 10000:
        return (section + current) * unit, 0
    return section + (current or 1) * unit, 0
