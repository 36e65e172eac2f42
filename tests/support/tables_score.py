"""How judged tables are scored: the share of the expected tasks found with their times and units."""

import json
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any

from lianbing_desktop.domain.source import Source, SourceParagraph
from lianbing_desktop.reading.tables import plan_json, read_plan
from tests.support import tables_five, tables_four, tables_one, tables_three, tables_two

Json = dict[str, Any]
_TIMES = ("start", "due", "recurring", "relative", "ongoing", "time")
_COUNTS = ("interval", "month", "day", "weekday", "days", "months", "offset_months", "offset_quarters", "offset_years")


@dataclass(frozen=True)
class Judged:
    """One table with the tasks expected of it."""

    name: str
    year: int | None
    text: str
    tasks: tuple[Json, ...]


def source_of(text: str) -> Source:
    """Return a text as intake hands it on: a paragraph a line."""
    blocks = tuple(SourceParagraph(line.strip()) for line in text.split("\n") if line.strip())
    return Source(sha256(text.encode()).hexdigest(), "表.txt", blocks)


def own() -> list[Judged]:
    """Return the tables of our own making."""
    found = []
    for text in (tables_one.TABLES, tables_two.TABLES, tables_three.TABLES, tables_four.TABLES, tables_five.TABLES):
        for entry in re.split(r"^=== ", text, flags=re.M)[1:]:
            head, rest = entry.split("\n", 1)
            body, tasks = rest.split("\n---\n")
            name, year = head.split()
            found.append(Judged(name, int(year), body, tuple(expected(line) for line in tasks.strip().split("\n"))))
    return found


def samples(path: Path) -> list[Judged]:
    """Return the judged tables of a file of samples."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Judged(row["id"], row["doc_year"], row["text"], tuple(row["expected"]["tasks"])) for row in rows]


def expected(line: str) -> Json:
    """Return the task a line tells: its words, an arrow, and key=value for all that is expected of it."""
    text, _, told = line.partition(" → ")
    task: Json = {"task": text}
    for word in told.split():
        key, _, value = word.partition("=")
        if key in ("units", "lead", "support"):
            task[key] = value.split("+")
            task["units"] = [*task.get("units", []), *value.split("+")] if key != "units" else task[key]
        elif key == "time" and "recurring" in task:
            task["recurring"][key] = value
        elif key in ("start", "due", "time"):
            task[key] = value
        elif key in ("ongoing", "immediate", "optional"):
            task[key] = True
        elif key == "quota":
            task[key] = {"count": int(value)}
        elif key in ("after", "before"):
            task["relative"] = {key: value}
        elif key == "every":
            task["recurring"] = {"every": value}
        elif key == "end":
            task["recurring"]["end"] = True
        elif key in _COUNTS:
            task["relative" if "relative" in task else "recurring"][key] = int(value)
    return task


def printed(table: Judged, source: Source | None = None) -> Json:
    """Return the plan read from a judged table, or from the source it is drawn as."""
    return plan_json(read_plan(source or source_of(table.text), table.year))


def likeness(expected: str, text: str) -> float:
    """Return how much of the expected words stand in the text, in order."""
    matcher = SequenceMatcher(None, expected, text, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(1, len(expected))


def faults(table: Judged, source: Source | None = None) -> dict[str, list[str]]:
    """Return for each expected task what is wrong with the one found for it."""
    tasks = printed(table, source)["tasks"]
    found: dict[str, list[str]] = {}
    for item in table.tasks:
        if not item.get("optional"):
            wrong, taken = _faults(item, tasks)
            found.setdefault(item["task"], []).extend(wrong)
            # What one task was found as is not found as another.
            tasks = [task for task in tasks if task is not taken]
    return found


def _faults(item: Json, tasks: list[Json]) -> tuple[list[str], Json | None]:
    ranked = sorted(tasks, key=lambda task: (-likeness(item["task"], task["text"]), len(task["text"])))
    if not ranked or likeness(item["task"], ranked[0]["text"]) < 0.6:
        return ["not found"], None
    best = likeness(item["task"], ranked[0]["text"])
    near = [task for task in ranked if likeness(item["task"], task["text"]) >= best - 0.01]
    wrong = [(_differences(item, task), task) for task in near]
    return min(wrong, key=lambda pair: len(pair[0]))


def _differences(item: Json, task: Json) -> list[str]:
    found = []
    for key in _TIMES:
        wanted, got = item.get(key), task.get(key)
        if not _same(wanted, got):
            found.append(f"{key}: {got} for {wanted}")
    for key in ("units", "lead", "support"):
        if key in item and sorted(item[key]) != sorted(task[key]):
            found.append(f"{key}: {task[key]} for {item[key]}")
    quota = item.get("quota")
    if quota and (not task["quota"] or task["quota"]["count"] != quota["count"]):
        found.append(f"quota: {task['quota']} for {quota}")
    return found


def _same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(got, dict):
        return all(_same(value, got.get(key)) for key, value in wanted.items() if key != "unit")
    if isinstance(wanted, str) and isinstance(got, str):
        return wanted == got or (not wanted[:1].isdigit() and (wanted in got or got in wanted))
    return (wanted or None) == (got or None)


def score(tables: list[Judged]) -> tuple[int, int, list[str]]:
    """Return how many expected tasks are right, how many there are, and what is wrong."""
    right, count, lines = 0, 0, []
    for table in tables:
        for task, wrong in faults(table).items():
            count += 1
            right += not wrong
            lines += [f"{table.name} | {task} | {'; '.join(wrong)}"] if wrong else []
    return right, count, lines
