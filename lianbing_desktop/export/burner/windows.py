"""Burning on Windows by the system's own IMAPI2, driven from PowerShell. Not tried: written from its documentation."""

import os
import shutil
import tempfile
from pathlib import Path

from lianbing_desktop.domain.burning import Drive
from lianbing_desktop.domain.package import Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.burner.command import Failed, run

_LIST = r"""
$master = New-Object -ComObject IMAPI2.MsftDiscMaster2
foreach ($id in $master) {
    $recorder = New-Object -ComObject IMAPI2.MsftDiscRecorder2
    $recorder.InitializeDiscRecorder($id)
    "DRIVE`t$(@($recorder.VolumePathNames)[0])`t$($recorder.VendorId) $($recorder.ProductId)"
}
"""
_BURN = r"""
param([string]$Image, [string]$Letter)
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
public static class Source {
    [DllImport("shlwapi.dll", CharSet = CharSet.Unicode, PreserveSig = false)]
    static extern void SHCreateStreamOnFileEx(string file, uint mode, uint attributes, bool create, IStream template,
        out IStream stream);
    public static object Open(string file) {
        IStream stream;
        SHCreateStreamOnFileEx(file, 0x20, 0, false, null, out stream);
        return stream;
    }
}
'@
$master = New-Object -ComObject IMAPI2.MsftDiscMaster2
$chosen = $null
foreach ($id in $master) {
    $recorder = New-Object -ComObject IMAPI2.MsftDiscRecorder2
    $recorder.InitializeDiscRecorder($id)
    if (@($recorder.VolumePathNames) -contains "$Letter\") { $chosen = $recorder }
}
if ($null -eq $chosen) { 'NO-DRIVE'; exit 2 }
$format = New-Object -ComObject IMAPI2.MsftDiscFormat2Data
$format.Recorder = $chosen
$format.ClientName = 'lianbing'
if (-not $format.MediaHeuristicallyBlank) { 'NOT-BLANK'; exit 3 }
$format.ForceMediaToBeClosed = $true
$format.Write([Source]::Open($Image))
'WRITTEN'
if ($chosen.DeviceCanLoadMedia) { $chosen.EjectMedia() }
"""


def is_there() -> bool:
    """Whether this is a Windows with PowerShell."""
    return os.name == "nt" and shutil.which("powershell") is not None


def drives() -> list[Drive]:
    """Return the burners that IMAPI2 knows, by letter (``D:``)."""
    if not is_there():
        return []
    lines: list[str] = []
    try:
        _powershell(_LIST, [], lines, None, 0)
    except Failed:
        return []
    parts = [line.split("\t") for line in lines if line.startswith("DRIVE\t")]
    return [Drive(letter.rstrip("\\"), f"{letter.rstrip(chr(92))} {name.strip()}") for _, letter, name in parts]


def burn(image: Path, device: str, progress: Progress | None) -> None:
    """Write the image onto a blank disc and open the tray; IMAPI2 tells no bytes here, so progress only stays alive.

    Raises UserError: the disc is not blank, it failed.
    """
    lines: list[str] = []
    try:
        _powershell(_BURN, ["-Image", str(image), "-Letter", device], lines, progress, image.stat().st_size)
    except Failed as failed:
        if "NOT-BLANK" in lines:
            raise UserError(f"光驱 {device} 里没有空白光盘。请放一张空白光盘。") from failed
        if "NO-DRIVE" in lines:
            raise UserError(f"没有找到刻录机 {device}。请确认它接好。") from failed
        raise UserError("刻录没有成功。请换一张空白光盘再试；系统说：", tuple(lines[-3:])) from failed


def _powershell(script: str, words: list[str], lines: list[str], progress: Progress | None, size: int) -> None:
    with tempfile.TemporaryDirectory(prefix="lianbing-") as folder:
        path = Path(folder) / "burn.ps1"
        path.write_text(script, "utf-8-sig")
        start = ["powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", str(path)]
        run([*start, *words], lines.append, lambda: progress(0, size) if progress else None)
