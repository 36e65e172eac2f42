"""What a person reads first on a disc: 00_读我, 说明文件 and, for several discs, the list of all of them."""

from lianbing_desktop.domain.media import Media
from lianbing_desktop.domain.package import PackagePlan

README = "00_读我.txt"
DESCRIPTION = "说明文件.TXT"
ALL_DISCS = "全部光盘目录.txt"
_UNKNOWN = "未提供"


def readme(plan: PackagePlan) -> bytes:
    """Return 00_读我: what lies where and how it is checked, with the system's own means."""
    many = ["", f"{ALL_DISCS}　　每个文件在第几盘。"] if plan.count > 1 else []
    return _text(
        [
            plan.title,
            *([plan.disc_words] if plan.disc_words else []),
            "",
            "目录.html　　用浏览器打开，列出全部文件，点文件名就能打开。",
            "移交清单.docx　　移交双方签字用。",
            "data　　移交的材料，按编号分文件夹。",
            "说明文件.TXT　　光盘的容量、类型、编号和制作单位。",
            "校验清单.txt　　每个文件的 SHA-256 校验值。",
            *many,
            "",
            "怎样核对（任选一种）：",
            "1. 练兵台：“材料包”页面的“校验”，或命令 lianbing package verify 光盘位置",
            "2. Linux：进入光盘，运行 sha256sum -c 校验清单.txt",
            "3. Windows：certutil -hashfile 文件名 SHA256，与校验清单对照",
            "",
            "文件夹按 BagIt 1.0（RFC 8493）编排，其他支持 BagIt 的软件也能核对。",
        ]
    )


def description(plan: PackagePlan) -> bytes:
    """Return 说明文件: what 档发〔2012〕7号, annex 2, wants said of a carrier; what nobody said is 未提供."""
    media = Media(plan.media).words if plan.media else _UNKNOWN
    fields = {
        "载体编号": plan.volume,
        "内容": " ".join(filter(None, (plan.title, plan.disc_words))),
        "容量": f"{len(plan.files)} 个文件，{plan.size:,} 字节",
        "类型": media,
        "保管单位": _UNKNOWN,
        "制作单位": plan.office or _UNKNOWN,
        "制作人": plan.person or _UNKNOWN,
        "制作日期": plan.made_on.isoformat(),
        "检查单位": _UNKNOWN,
        "文件格式": "、".join(_kinds(plan)),
        "软硬件环境": "有光驱的计算机；能打开以上格式的软件（PDF 阅读器、WPS 或 Word、Excel、浏览器）",
        "压缩与加密": "没有压缩，没有加密",
    }
    return _text([f"{name}：{words}" for name, words in fields.items()])


def all_discs(plan: PackagePlan) -> bytes:
    """Return the list of every file of the whole package with its disc."""
    return _text([f"{plan.title}，共 {plan.count} 盘", "", *(f"第{disc}盘  {path}" for disc, path in plan.index)])


def _kinds(plan: PackagePlan) -> list[str]:
    endings = {file.name.rpartition(".")[2].upper() for file in plan.files if "." in file.name}
    return sorted(endings) or [_UNKNOWN]


def _text(lines: list[str]) -> bytes:
    """Return lines as Windows' own editor of any age shows them: UTF-8 with its mark, CR and LF."""
    return "".join(f"{' '.join(line.splitlines())}\r\n" for line in lines).encode("utf-8-sig")
