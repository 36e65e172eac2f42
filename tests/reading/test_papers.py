"""Files looked into before they go onto a disc: each fault found, good files left alone, a dying child survived."""

import time
from pathlib import Path

import pytest

from lianbing_desktop.domain import paperfault
from lianbing_desktop.reading import papers
from lianbing_desktop.reading.papers import Paper, inspect
from tests.support.office import compound, excel, old_excel
from tests.support.papers import (
    ACTIVE,
    LOCKED,
    changed_pdf,
    cut_pdf,
    excel_with,
    good_pdf,
    word_with,
    word_with_macros,
    word_with_split_gap,
)

R05, R06, R07, R08, R09 = (
    paperfault.BROKEN_PDF, paperfault.LOCKED_PDF, paperfault.ACTIVE_PDF, paperfault.BROKEN_OFFICE, paperfault.GAPS,
)  # fmt: skip
CASES: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "good pdf": (".pdf", good_pdf(), ()),
    "pdf with something before": (".pdf", b"\r\n" + good_pdf(), ()),
    **{f"pdf: {name}": (".pdf", changed_pdf(name), (R07,)) for name in ACTIVE},
    "pdf: password": (".pdf", changed_pdf("password"), (R06,)),
    "pdf: restricted": (".pdf", changed_pdf("restricted"), (R06,)),
    "pdf: no pages": (".pdf", changed_pdf("no pages"), (R05,)),
    "pdf: cut off": (".pdf", cut_pdf(), (R05,)),
    "pdf: a picture": (".pdf", b"\xff\xd8\xff" + bytes(100), (R05,)),
    "pdf: only its mark": (".pdf", b"%PDF-1.7\n", (R05,)),
    "good word": (".docx", word_with("活动总结"), ()),
    "word: typical case": (".docx", word_with("典型案件办理过程"), (paperfault.TYPICAL_CASE,)),
    "word: gap": (".docx", word_with("共查处【待填：件数】件"), (R09,)),
    "word: bare gap": (".docx", word_with("【待填】"), (R09,)),
    "word: gap in runs": (".docx", word_with_split_gap(), (R09,)),
    "word: macros": (".docx", word_with_macros(), (R08,)),
    "word: a zip": (".docx", b"PK\x05\x06" + bytes(18), (R08,)),
    "word: cut off": (".docx", word_with("x")[:200], (R08,)),
    "word: password": (".docx", compound("EncryptedPackage", bytes(100)), (R08,)),
    "word with macros by name": (".docm", word_with("x"), (R08,)),
    "good excel": (".xlsx", excel(""), ()),
    "excel: gap": (".xlsx", excel_with("【待填：金额】"), (R09,)),
    "good old excel": (".xls", old_excel({(0, 0): "甲"}), ()),
    "old excel: macros": (".xls", old_excel({(0, 0): "甲"}, extra=("_VBA_PROJECT_CUR",)), (R08,)),
    "old word, a text": (".doc", b"text", (R08,)),
}


def written(folder: Path, cases: dict[str, tuple[str, bytes, tuple[str, ...]]]) -> list[Paper]:
    made = []
    for number, (suffix, data, _) in enumerate(cases.values()):
        place = folder / f"{number}"
        place.write_bytes(data)
        made.append(Paper(place, suffix, len(data)))
    return made


def test_every_fault_is_found_and_no_other(tmp_path: Path) -> None:
    found = inspect(written(tmp_path, CASES))
    assert dict(zip(CASES, found, strict=True)) == {name: marks for name, (_, _, marks) in CASES.items()}
    assert LOCKED  # both kinds are among the cases


def test_one_that_ends_the_child_is_marked_and_the_others_are_still_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child that gets no answer out for one file is started again behind it."""
    run_child = papers.run_child

    def dying(folder: Path, arguments: list[str], deadline: float, stop: object) -> int:
        poisoned = [number for number in range(len(arguments) - 1) if (folder / f"paper-{number}").read_bytes() == b"!"]
        return run_child(folder, arguments[: poisoned[0] + 1] if poisoned else arguments, deadline, stop)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "run_child", dying)
    cases = dict.fromkeys("abcdef", CASES["good pdf"]) | {"x": (".pdf", b"!", ()), "y": CASES["pdf: launch"]}
    assert inspect(written(tmp_path, cases)) == [()] * 6 + [(R05,), (R07,)]


def test_more_than_a_batch_and_progress_to_the_end(tmp_path: Path) -> None:
    cases = {str(number): CASES["good word" if number % 3 else "word: gap"] for number in range(60)}
    told: list[tuple[int, int]] = []
    found = inspect(written(tmp_path, cases), lambda done, total: told.append((done, total)))
    assert found == [() if number % 3 else (R09,) for number in range(60)]
    assert told[-1] == (60, 60)
    assert told == sorted(told)


def test_cancelling_ends_the_child_at_once(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise CancelledError

    start = time.monotonic()
    with pytest.raises(CancelledError):
        inspect(written(tmp_path, CASES), cancel)
    assert time.monotonic() - start < 2


def test_a_file_with_many_objects_is_given_up_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "WALL_SECONDS", 0.001)
    assert inspect(written(tmp_path, {"a": CASES["good pdf"]})) == [(R05,)]
    monkeypatch.undo()
    assert inspect(written(tmp_path / "..", {"a": CASES["good pdf"]})) == [()], "the control: with time it is read"
