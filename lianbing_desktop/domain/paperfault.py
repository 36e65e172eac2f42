"""What is found inside a file for the package: marks, each a rule's number or a good sign."""

from lianbing_desktop.domain import refusal

BROKEN_PDF = refusal.BROKEN_PDF.number
LOCKED_PDF = refusal.LOCKED_PDF.number
ACTIVE_PDF = refusal.ACTIVE_PDF.number
BROKEN_OFFICE = refusal.BROKEN_OFFICE.number
GAPS = refusal.GAPS.number
TYPICAL_CASE = "typical"
"""No fault: the text speaks of a 典型案件."""

MARKS = frozenset({BROKEN_PDF, LOCKED_PDF, ACTIVE_PDF, BROKEN_OFFICE, GAPS, TYPICAL_CASE})
PDF = ".pdf"
WORD_AND_EXCEL = (".docx", ".xlsx")
OLD_OFFICE = (".doc", ".xls", ".wps", ".et", ".ppt")
WITH_MACROS = (".docm", ".xlsm")
KINDS = (PDF, *WORD_AND_EXCEL, *OLD_OFFICE, *WITH_MACROS)
"""Endings of files that are looked into."""


def unreadable(suffix: str) -> str:
    """Return the mark of a file that could not be looked into at all."""
    return BROKEN_PDF if suffix == PDF else BROKEN_OFFICE
