"""The demo: the whole main job on the 2017 campaign in a fresh home, with a report of what was really made."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from lianbing_desktop.cli.package import verdict_lines
from lianbing_desktop.cli.printing import meter
from lianbing_desktop.cli.session import Session
from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.documents import FORMATS
from lianbing_desktop.services.trial import fill
from lianbing_desktop.writing import write_bytes

DAY = date(2017, 10, 20)
REPORT = "报告.txt"


def run_demo(session: Session, to: Path) -> int:
    """Do everything once in the empty folder ``to``; return 0 where all went as expected.

    Raises UserError where the folder is not empty or cannot be written.
    """
    to = to.absolute()
    if to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise UserError(f"“{to}”里已有东西，演示不会覆盖它。请换一个空文件夹或新名字。")
    desk = session.open_desk(to / "home", session.today or DAY)
    demo = Demo(desk, to)
    try:
        demo.run()
    finally:
        desk.close()
    write_bytes(to / REPORT, demo.report().encode())
    print(f"报告：{to / REPORT}")
    return 1 if demo.wrong else 0


class Demo:
    """One walk through the main job; ``wrong`` lists what did not go as expected."""

    def __init__(self, desk: Desk, to: Path) -> None:
        self._desk = desk
        self._to = to
        self._lines: list[str] = []
        self.wrong: list[str] = []

    def run(self) -> None:
        """Take all steps; one that fails is noted, and those that need it fail too."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("启动活动", self._start),
            ("收件", self._fill),
            ("还缺什么", self._missing),
            ("导出", self._export),
            ("材料包与光盘映像", self._package),
            ("检查数据文件与附件", self._check),
        )
        self._say([f"练兵台演示，当日为 {self._desk.clock.today()}"])
        for number, (title, step) in enumerate(steps, 1):
            self._say(["", f"{number}. {title}"])
            try:
                step()
            except UserError as error:
                self._expect(False, str(error))
        self._say(["", f"有 {len(self.wrong)} 处不符合预期：" if self.wrong else "全部符合预期。", *self.wrong])

    def report(self) -> str:
        """Return everything said so far."""
        return "\n".join(self._lines) + "\n"

    def _start(self) -> None:
        header = self._desk.campaigns.start("suzhou-2017")
        tasks, submissions = len(self._desk.tasks.all()), len(self._desk.submissions.all())
        self._say([f"{header.title}：任务 {tasks} 项，报送件 {submissions} 件"])
        self._expect(tasks > 0 and submissions > 0, "活动已载入")

    def _fill(self) -> None:
        filled = fill(self._desk, self._to / "来件")
        kept = {file.sha256 for each in self._desk.submissions.all() for file in each.files}
        self._say([f"办理 {filled.steps} 步，收到文件 {filled.files} 个，存入不同内容 {len(kept)} 份"])
        counts: dict[str, int] = {}
        for each in self._desk.submissions.all():
            counts[each.state] = counts.get(each.state, 0) + 1
        self._say(["、".join(f"{state} {count} 件" for state, count in counts.items())])

    def _missing(self) -> None:
        missing = self._desk.submissions.missing(self._desk.clock.today())
        self._say([f"到当日应报未报 {len(missing)} 件："])
        self._say(f"{each.due_on} {each.unit} {each.title}".replace("  ", " ") for each in missing)

    def _export(self) -> None:
        unit = next(unit.short for unit in self._desk.campaigns.units() if unit.is_county)
        folder = self._to / "导出"
        folder.mkdir()
        for name, title, whose in (
            ("plan", "任务分解表", ""),
            ("checklist", "报送清单", ""),
            ("checklist", f"报送清单-{unit}", unit),
        ):
            for kind in FORMATS:
                self._made(self._desk.documents.export(name, folder / f"{title}.{kind}", kind, whose))

    def _package(self) -> None:
        packages = self._desk.packages
        chosen = packages.usual()
        if not packages.items(chosen):  # early in the campaign nothing of the usual has come yet
            chosen = {each.id for each in packages.candidates()}
        plan = self._plan(chosen)
        folder, image = self._to / "评选材料", self._to / "评选材料.iso"
        with meter("制作材料包") as progress:
            built = packages.build(plan, folder, image, progress)
        packages.record(built)
        self._made(folder)
        self._made(image)
        for place in (folder, image):
            verdict = packages.verify(place)
            self._say(f"{place.name}：{line}" for line in verdict_lines(verdict))
            self._expect(verdict.is_sound, f"{place.name} 校验通过")
        self._damage(plan, image)

    def _plan(self, chosen: set[int]) -> PackagePlan:
        """Prepare the build; names too long for a disc are refused first, then replaced by those proposed."""
        findings = self._desk.packages.findings(chosen)
        self._say([f"缺件与文件名共 {len(findings)} 处：", *map(str, findings)])
        if any(finding.is_blocking for finding in findings):
            refused = self._is_refused(lambda: self._desk.packages.plan(chosen))
            self._expect(refused, "光盘放不下的文件名被拒绝，并给出建议")
            self._say([f"采用建议的名字 {self._desk.packages.accept_names(chosen)} 个"])
        return self._desk.packages.plan(chosen)

    def _damage(self, plan: PackagePlan, image: Path) -> None:
        """Change one byte inside one file of a copy of the image: the verification must name just that file."""
        victim = max(plan.files, key=lambda file: file.size)
        data, content = bytearray(image.read_bytes()), victim.source.read_bytes()
        place = data.find(content)
        self._expect(place >= 0, f"在映像里找到“{victim.path}”的内容")
        data[place + len(content) // 2] ^= 1
        copy = image.with_name(f"{image.stem}-损坏一个字节{image.suffix}")
        write_bytes(copy, bytes(data))
        verdict = self._desk.packages.verify(copy)
        self._say(f"{copy.name}：{line}" for line in verdict_lines(verdict))
        self._expect(verdict.changed == (victim.path,), f"校验指出被改动的文件“{victim.path}”")

    def _check(self) -> None:
        findings = self._desk.checks.run()
        self._say(map(str, findings))
        self._expect(not findings, "数据文件和全部附件完好")

    def _made(self, path: Path) -> None:
        files = [each for each in path.rglob("*") if each.is_file()] if path.is_dir() else [path]
        size = sum(each.stat().st_size for each in files)
        count = f"{len(files)} 个文件，" if path.is_dir() else ""
        self._expect(size > 0, f"已制作 {path.relative_to(self._to)}：{count}{size:,} 字节")

    @staticmethod
    def _is_refused(step: Callable[[], object]) -> bool:
        try:
            step()
        except UserError:
            return True
        return False

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(line, flush=True)
            self._lines.append(line)

    def _expect(self, holds: bool, words: str) -> None:
        self._say([f"{'√' if holds else '×'} {words}"])
        if not holds:
            self.wrong.append(words)
