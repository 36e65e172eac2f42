"""The numbers of GB/T 9704-2012 as Word takes them: twentieths of a point, half-points, and its document grid."""

from lianbing_desktop.export.word_page import PORTRAIT
from lianbing_desktop.export.word_text import Face

LINES, CHARACTERS = 22, 28
"""Lines of a page and characters of a line (§5.2.3)."""
LINE = PORTRAIT.text_height // LINES
"""The height of one line: 22 of them and not one more fit the 225 mm."""
SQUARE = PORTRAIT.text_width / CHARACTERS
"""The width of one character: a 28th of the 156 mm."""
SIZE = 32
"""3号, the size the grid is reckoned from."""
CHARACTER_SPACE = int((SQUARE / 20 - SIZE / 2) * 4096) - 1
"""What the grid adds to each character, in 4096ths of a point: 3号 is a little wider than its square."""
TIGHTER = -5
"""What 3号 gives up, in twentieths of a point, so that 28 characters fit a line outside the grid too."""
MARK_DROP = round(35 * 1440 / 25.4)
"""The red mark stands 35 mm below the upper edge of the text (§7.2.4)."""
RULE_DROP = round(4 * 1440 / 25.4)
"""The red line stands 4 mm below the number (§7.2.7)."""
RED = "FF0000"

FONT_TITLE, FONT_BODY, FONT_KAI, FONT_HEI, FONT_SONG = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
FONTS = (FONT_TITLE, FONT_BODY, FONT_KAI, FONT_HEI, FONT_SONG)
"""The fonts the documents name. They may not be given away with the program."""

TITLE = Face(FONT_TITLE, 44, 700)
BODY = Face(FONT_BODY, SIZE, LINE, spacing=TIGHTER)
BLACK = Face(FONT_HEI, SIZE, LINE, spacing=TIGHTER)
KAI = Face(FONT_KAI, SIZE, LINE, spacing=TIGHTER)
LEVELS = (BODY, BLACK, KAI, BODY, BODY)
"""The text, then 一、 （一） 1. （1） (§7.3.3)."""
CAPTION = Face(FONT_HEI, 28, LINE)
SMALL = Face(FONT_BODY, 24, 480)
TINY = Face(FONT_BODY, 2, 20)
"""For the paragraph Word wants after a table, so that it takes no page of its own."""
IMPRINT = Face(FONT_BODY, 28, 560)
"""4号 for the 版记 (§7.4)."""
MARK_LARGEST, MARK_SMALLEST = 120, 56


def mark_face(words: str, squares: float) -> Face:
    """Return the face of the red mark: as large as one line between the margins allows."""
    fitting = int(PORTRAIT.text_width / 10 / max(squares, 1.0) * 0.96) // 2 * 2
    size = max(MARK_SMALLEST, min(MARK_LARGEST, fitting))
    return Face(FONT_TITLE, size, size * 12, color=RED)


def squares_wide(count: float) -> int:
    """Return the width of so many characters in twentieths of a point."""
    return round(count * SQUARE)
