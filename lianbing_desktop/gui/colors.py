"""Colours, named once for the light and the dark scheme, and used by name everywhere."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colors:
    """One scheme. ``*_ink`` stands on its ``*_ground`` with a contrast of at least 4.5 : 1."""

    window: str
    surface: str
    raised: str
    line: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    hover: str
    selection: str
    day_off: str
    overdue_ink: str
    overdue_ground: str
    soon_ink: str
    soon_ground: str
    open_ink: str
    progress_ink: str
    progress_ground: str
    done_ink: str
    done_ground: str
    returned_ink: str
    unit_ink: str
    unit_ground: str
    paper_ink: str
    paper_ground: str
    muted_ink: str

    def named(self) -> dict[str, str]:
        """Return all colours by name, as the style sheet asks for them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def color(self, name: str) -> QColor:
        """Return one colour by name. Raises AttributeError."""
        return QColor(getattr(self, name))


LIGHT = Colors(
    window="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#DFE3E8",
    text="#1F2328",
    secondary="#5F6368",
    accent="#1A56B0",
    on_accent="#FFFFFF",
    hover="#EEF2F8",
    selection="#DBE7F9",
    day_off="#F3F1EC",
    overdue_ink="#B3261E",
    overdue_ground="#FCEBEA",
    soon_ink="#8A5100",
    soon_ground="#FFF3E0",
    open_ink="#5F6368",
    progress_ink="#1A56B0",
    progress_ground="#E8F0FB",
    done_ink="#1B6E3C",
    done_ground="#E8F5EC",
    returned_ink="#8A5100",
    unit_ink="#6B3FA0",
    unit_ground="#F2EBFA",
    paper_ink="#00665C",
    paper_ground="#E0F3F1",
    muted_ink="#6B7075",
)

DARK = Colors(
    window="#1A1C1F",
    surface="#222529",
    raised="#2B2F34",
    line="#3B4046",
    text="#E8EAED",
    secondary="#A6ABB1",
    accent="#8AB4F8",
    on_accent="#10233F",
    hover="#2C3138",
    selection="#2E4467",
    day_off="#2D2B27",
    overdue_ink="#FFB4AB",
    overdue_ground="#4A1512",
    soon_ink="#FFCC80",
    soon_ground="#43300E",
    open_ink="#A6ABB1",
    progress_ink="#8AB4F8",
    progress_ground="#22344F",
    done_ink="#81C995",
    done_ground="#12351F",
    returned_ink="#FFCC80",
    unit_ink="#CFB6FF",
    unit_ground="#3A2B57",
    paper_ink="#80CBC4",
    paper_ground="#0E3B37",
    muted_ink="#9AA0A6",
)
