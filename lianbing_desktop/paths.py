"""Where bundled files and the officer's files live: the one door to both."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the bundled ``resources`` folder: inside the wheel or frozen program, else of the checkout."""
    inside = PACKAGE / "resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of one bundled file, such as ``campaigns/suzhou-2017.toml``.

    Raises ValueError where ``name`` is absolute or leaves the folder.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name:
        raise ValueError(f"not a resource name: {name!r}")
    return resources() / parts


def default_home() -> Path:
    """Return the data folder used when ``--home`` is not given."""
    from platformdirs import user_data_path

    return user_data_path("lianbing", appauthor=False)


def autostart_folder() -> Path:
    """Return where a Linux desktop looks for what it starts at login (XDG Autostart Specification)."""
    from platformdirs import user_config_path

    return user_config_path() / "autostart"


@dataclass(frozen=True)
class Home:
    """The officer's data folder and the places in it."""

    root: Path

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.root / "lianbing.db"

    @property
    def lock(self) -> Path:
        """The lock that keeps a second desk out."""
        return self.root / "lianbing.lock"

    @property
    def files(self) -> Path:
        """Attachments, named by their SHA-256."""
        return self.root / "files"

    @property
    def backups(self) -> Path:
        """Dated copies of the database."""
        return self.root / "backups"

    @property
    def campaigns(self) -> Path:
        """The officer's own campaign files, which win over the bundled ones."""
        return self.root / "campaigns"

    @property
    def holidays(self) -> Path:
        """The officer's own holiday years, which win over the bundled ones."""
        return self.root / "holidays"

    @property
    def forms(self) -> Path:
        """The officer's own forms for the units, which win over the bundled ones."""
        return self.root / "forms"

    @property
    def reports(self) -> Path:
        """The officer's own texts of reports, which win over the bundled ones."""
        return self.root / "reports"

    @property
    def window(self) -> Path:
        """State of the window and its columns."""
        return self.root / "window.ini"

    @property
    def log(self) -> Path:
        """The program's own log."""
        return self.root / "lianbing.log"
