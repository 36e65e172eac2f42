"""Signs of symbol fonts: what stands on paper where the file names a place in Wingdings or Symbol."""

_WINGDINGS = {
    0x52: "☼", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩",
    0x9F: "•", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA3: "□", 0xA2: "■"}
_SYMBOL = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xB0: "°"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str:
    """Return the sign at a hexadecimal place of a font, "" where it is not known."""
    try:
        place = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return ""
    return _sign(font, place)


def unwinged(text: str, font: str) -> str:
    """Return a text whose letters from a symbol font are the signs they show; what is unknown stays."""
    if font.lower() not in _FONTS:
        return text
    return "".join((_sign(font, ord(sign)) or sign) if ord(sign) in _PRIVATE else sign for sign in text)


def _sign(font: str, place: int) -> str:
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(place & 0xFF, "")
    is_readable = 0x20 <= place < 0xD800 or 0x10000 <= place <= 0x10FFFF
    return chr(place) if is_readable else ""
