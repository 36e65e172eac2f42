"""The house keeps its rules: one way of imports, small rooms, named things, and no trace of a machine."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lianbing_desktop"
GENERATED = PACKAGE / "gui" / "forms"
FILE_LINES, FUNCTION_LINES = 400, 30
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
BINARY = {".docx", ".xlsx", ".png", ".pdf", ".iso", ".ttf", ".otf", ".ico", ".db"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if GENERATED not in path.parents]


def tracked() -> list[Path]:
    """The files that go to others, the generated ones too."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a checkout: nothing says which files are tracked")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Count the lines of a function from ``def`` to its end, its docstring not counted."""
    first = function.body[0]
    is_told = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if is_told else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_imports_run_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: count for path, count in lengths.items() if count > FILE_LINES} == {}


def test_no_function_is_longer_than_30_lines() -> None:
    found = {f"{name(path)}:{each.lineno} {each.name}": length(each) for path in modules() for each in functions(path)}
    assert {place: count for place, count in found.items() if count > FUNCTION_LINES} == {}


def test_modules_are_named_by_what_they_are_about() -> None:
    parts = {name(path): {path.stem, *path.relative_to(PACKAGE).parent.parts} for path in modules()}
    assert [path for path, words in parts.items() if words & VAGUE] == []


def test_every_module_says_what_it_is() -> None:
    silent = [name(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_the_domain_asks_no_clock_and_touches_no_file() -> None:
    asked = re.compile(
        r"\b(date\.today|datetime\.now|time\.time|open)\(|\.(read|write)_(text|bytes)\(|^import os\b", re.M
    )
    found = [name(path) for path in modules() if "domain" in path.parts and asked.search(path.read_text("utf-8"))]
    assert found == []


def test_only_jobs_and_crash_catch_everything() -> None:
    allowed = {"lianbing_desktop/gui/jobs.py", "lianbing_desktop/gui/crash.py"}
    found = []
    for path in modules():
        handlers = [
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ExceptHandler)
        ]
        if any(_is_wide(handler) and not _raises(handler) for handler in handlers):
            found.append(name(path))
    assert set(found) <= allowed


def _is_wide(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    )


def _raises(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


REGISTRIES = "|".join(("pypi" + r"\.", "files" + r"\.pythonhosted", "index" + "-url", "extra-index", "/simple" + r"\b"))
MACHINE = "|".join((r"(?<![\w.~])/(?:home|root|Users|work|mnt|media)" + r"/[\w.-]+", r"\b[A-Z]:\\\\?Users"))


@pytest.mark.parametrize(("what", "pattern"), [("a registry's address", REGISTRIES), ("a machine's path", MACHINE)])
def test_tracked_files_hold_no_trace_of_where_they_were_made(what: str, pattern: str) -> None:
    told = re.compile(pattern)
    found = []
    for path in tracked():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if (match := told.search(line)) and path != Path(__file__):
                found.append(f"{name(path)}:{number}: {match[0]}")
    assert found == [], what


def test_the_lock_pins_everything_with_hashes_and_names_no_index() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(pins) > 20
    assert [pin for pin in pins if "==" not in pin] == []
    hashes = sum(line.strip().startswith("--hash=sha256:") for line in lines)
    assert hashes >= len(pins)
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=~!\[; ]", each)[0].lower().replace("_", "-") for each in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower().replace("_", "-")
    assert [each for each in sorted(names) if not re.search(rf"^{re.escape(each)}==", lock, re.M)] == []


def test_the_counting_itself_would_notice() -> None:
    """The control: a function of 31 lines, and one of 30 with a docstring."""
    body = "".join(f"    x = {n}\n" for n in range(30))
    long, told = ast.parse(f"def f():\n{body}").body[0], ast.parse(f'def f():\n    """Say."""\n{body[:-11]}').body[0]
    assert isinstance(long, ast.FunctionDef)
    assert isinstance(told, ast.FunctionDef)
    assert (length(long), length(told) <= FUNCTION_LINES) == (31, True)
    assert re.search(MACHINE, "see " + "/home" + "/someone/x")
    assert re.search(REGISTRIES, "https://pypi" + ".org/simple")
