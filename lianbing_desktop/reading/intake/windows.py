"""The confinement of a child process on Windows: a Job Object that ends with it and with everything it started."""

import ctypes
import sys
from ctypes import wintypes

PROCESS_TIME, ACTIVE_PROCESS, PROCESS_MEMORY, JOB_MEMORY = 0x2, 0x8, 0x100, 0x200
DIE_ON_UNHANDLED_EXCEPTION, KILL_ON_JOB_CLOSE = 0x400, 0x2000
FLAGS = PROCESS_TIME | ACTIVE_PROCESS | PROCESS_MEMORY | JOB_MEMORY | DIE_ON_UNHANDLED_EXCEPTION | KILL_ON_JOB_CLOSE
EXTENDED_LIMIT_INFORMATION = 9
PROCESSES = 8
"""LibreOffice is a starter, a program and some helpers."""


class BasicLimits(ctypes.Structure):
    """``JOBOBJECT_BASIC_LIMIT_INFORMATION``; times count 100 ns."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits(memory: int, seconds: int) -> ExtendedLimits:
    """Return the limits of a job of that many bytes and seconds of processor time for each of its processes."""
    basic = BasicLimits(PerProcessUserTimeLimit=seconds * 10_000_000, LimitFlags=FLAGS, ActiveProcessLimit=PROCESSES)
    return ExtendedLimits(BasicLimitInformation=basic, ProcessMemoryLimit=memory, JobMemoryLimit=memory)


if sys.platform == "win32":

    def enter_job(memory: int, seconds: int) -> None:
        """Put this process into a new job. Its only handle is ours: as we end, all that we started ends.

        Raises OSError: the system refuses.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        wanted = limits(memory, seconds)
        size = ctypes.sizeof(wanted)
        is_set = job and kernel.SetInformationJobObject(job, EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), size)
        if not (is_set and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())
