"""Killing at a chosen system call: only where strace is installed and may look into other processes."""

import os
import shutil
import subprocess

import pytest


def need_strace() -> None:
    """Skip, with the reason, where nothing can be killed at a chosen call."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed, so that nothing can be killed at a chosen call")
    if subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine denies ptrace, so that nothing can be killed at a chosen call")
