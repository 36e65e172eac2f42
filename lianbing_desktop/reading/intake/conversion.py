"""Old Word and WPS files made new by LibreOffice, in the private folder, with a profile as short-lived."""

import subprocess
from pathlib import Path

_OLD = {".doc": ".doc", ".wps": ".doc", ".et": ".xls"}
"""WPS writes Microsoft's old formats; LibreOffice knows them by these names."""


def convert(source: Path, suffix: str, target: str, converter: str) -> None:
    """Make ``converted`` + target beside the source, if LibreOffice can; the caller looks whether it is there.

    Its own filters do not run macros or follow links unasked; the desk kills it when time is up.
    """
    folder = source.resolve().parent
    renamed = source.rename(folder / f"converted{_OLD[suffix]}")
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [converter, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
         "--convert-to", target[1:], "--outdir", str(folder), str(renamed)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
