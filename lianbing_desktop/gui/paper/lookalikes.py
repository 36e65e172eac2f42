"""Which characters Qt's PDF writer stores in place of others, and which it would lose.

For every glyph the writer stores the lowest code of the basic plane that has this glyph: in Noto CJK 行 becomes the
radical ⾏. The map is found by asking the fonts for the glyphs of the document's own characters.
"""

import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from lianbing_desktop.errors import UserError

BASIC_PLANE = "".join(chr(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000)
RADICALS = range(0x2E80, 0x2FE0)


class TypeCase:
    """The fonts of a document: which code the PDF writer stores for a character."""

    def __init__(self, fonts: Iterable[QFont]) -> None:
        self._fonts = list(fonts)
        self._stored: dict[tuple[str, str, int], dict[int, str]] = {}

    def lookalikes(self, texts: Iterable[str]) -> dict[str, str]:
        """Return {stored: meant} for ``texts``. Raises UserError naming the characters that would be lost."""
        lines = {line for text in texts for line in text.split("\n")}
        letters = sorted(letter for letter in set().union(*lines) if _has_glyph(letter))
        found = self._found(letters)
        unnamed = [line for line in sorted(lines) if any(self._is_unnamed(line, font) for font in self._fonts)]
        if unnamed:
            raise UserError(f"不能生成 PDF：“{unnamed[0]:.30}”这段文字在 PDF 里无法保留。请改为直接打印、导出 Word。")
        return found

    def _found(self, letters: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        lost = []
        for letter in letters:
            stored = {self._stored_for(letter, font) for font in self._fonts}
            if "" in stored and not letter.isspace():
                lost.append(letter)
            for other in stored - {letter, ""}:
                if other not in letters or ord(other) in RADICALS:
                    found.setdefault(other, letter)
        if lost:
            raise _lost(lost)
        return found

    def _is_unnamed(self, line: str, font: QFont) -> bool:
        """Say whether the font sets ``line`` with a glyph that no letter has by itself, such as a ligature."""
        pairs = ((self._codes(run.rawFont()), run.glyphIndexes()) for run in _laid_out(line, font).glyphRuns())
        return any(glyph not in codes for codes, glyphs in pairs for glyph in glyphs)

    def _stored_for(self, letter: str, font: QFont) -> str:
        """Return what is stored for ``letter``; nothing where there is no code or no glyph for it."""
        raw, glyph = _glyph(letter, font)
        return self._codes(raw).get(glyph, "") if glyph else ""

    def _codes(self, raw: QRawFont) -> dict[int, str]:
        key = (raw.familyName(), raw.styleName(), raw.weight())
        if key not in self._stored:
            codes: dict[int, str] = {}
            for letter, glyph in zip(BASIC_PLANE, raw.glyphIndexesForString(BASIC_PLANE), strict=True):
                codes.setdefault(glyph, letter)
            self._stored[key] = codes
        return self._stored[key]


def _glyph(letter: str, font: QFont) -> tuple[QRawFont, int]:
    """Return the font that shows ``letter``, which may be a stand-in for ``font``, and its glyph there; 0 for none."""
    raw = QRawFont.fromFont(font)
    if raw.supportsCharacter(ord(letter)):
        return raw, raw.glyphIndexesForString(letter)[0]
    runs = _laid_out(letter, font).glyphRuns()
    if not runs or not runs[0].rawFont().supportsCharacter(ord(letter)):
        return raw, 0
    return runs[0].rawFont(), runs[0].glyphIndexes()[0]


def _laid_out(line: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(line, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _has_glyph(letter: str) -> bool:
    """Say whether a character is set by itself: not controls, joiners, accents and variation marks."""
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Mn", "Me"}


def _lost(letters: list[str]) -> UserError:
    named = "、".join(f"“{letter}”（U+{ord(letter):04X}）" for letter in letters)
    return UserError(f"不能生成 PDF：其中有 PDF 里无法保留的字{named}。请换用常用字，或改为直接打印、导出 Word。")
