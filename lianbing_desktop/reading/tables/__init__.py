"""Any table or plan of tasks, from a source's blocks to a plan whose every value knows its place."""

from lianbing_desktop.reading.tables.printing import plan_json
from lianbing_desktop.reading.tables.proposals import with_proposals
from lianbing_desktop.reading.tables.read import read_plan

__all__ = ["plan_json", "read_plan", "with_proposals"]
