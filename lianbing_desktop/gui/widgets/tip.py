"""Tooltips that show plain text, whatever stands in it."""

from html import escape


def tip(text: str) -> str:
    """Return ``text`` as a tooltip: always as rich text with everything escaped, since Qt guesses otherwise."""
    return f"<qt>{escape(text, quote=False).replace(chr(10), '<br>')}</qt>" if text else ""
