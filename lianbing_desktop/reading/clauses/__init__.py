"""One clause of a Chinese plan read into times, quotas and deliverables. Pure text in, values out."""

from lianbing_desktop.reading.clauses.lines import read_lines
from lianbing_desktop.reading.clauses.read import read_clauses

__all__ = ["read_clauses", "read_lines"]
