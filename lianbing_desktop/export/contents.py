"""The contents page (目录.html): opens from the disc on any computer, with no script and nothing from outside."""

from html import escape
from urllib.parse import quote

from lianbing_desktop.domain.package import PackageFile, PackagePlan

NAME = "目录.html"

_STYLE = """
body { font: 16px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", SimSun, sans-serif; margin: 2em; color: #111; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #888; padding: 4px 8px; text-align: left; vertical-align: top; }
td.number { text-align: right; white-space: nowrap; }
td.hash { font: 12px/1.4 Consolas, monospace; word-break: break-all; }
"""


def contents_page(plan: PackagePlan, also: tuple[str, ...]) -> str:
    """Return the page as HTML: every file of the plan by folder with link, unit, size and SHA-256.

    ``also`` are names beside the page that it links to, such as the manifest.
    """
    folders: dict[str, list[tuple[int, PackageFile]]] = {}
    for number, file in enumerate(plan.files, 1):
        folders.setdefault(file.folder, []).append((number, file))
    tables = "\n".join(_table(folder, files) for folder, files in folders.items())
    links = "　".join(_link(name, name) for name in also)
    remarks = "\n".join(f"<li>{escape(remark)}</li>" for remark in plan.remarks)
    made = f"制作日期：{plan.made_on.isoformat()}　制作人：{escape(plan.person)}　光盘卷标：{escape(plan.volume)}"
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{escape(plan.title)}</title><style>{_STYLE}</style></head>
<body>
<h1>{escape(plan.title)}{escape(plan.disc_words and f"（{plan.disc_words}）")}</h1>
<p>{made}</p>
<p>共 {len(plan.files)} 个文件，{plan.size:,} 字节。{links}</p>
{f"<ul>{remarks}</ul>" if remarks else ""}
{tables}
{_elsewhere(plan)}
</body>
</html>
"""


def _table(folder: str, files: list[tuple[int, PackageFile]]) -> str:
    rows = "\n".join(_row(number, file) for number, file in files)
    return f"""<h2>{escape(folder)}</h2>
<table>
<tr><th>序号</th><th>材料</th><th>文件</th><th>单位</th><th>字节</th><th>SHA-256</th></tr>
{rows}
</table>"""


def _row(number: int, file: PackageFile) -> str:
    cells = (
        f'<td class="number">{number}</td><td>{escape(file.title)}</td><td>{_link(file.path, file.name)}</td>'
        f'<td>{escape(file.unit)}</td><td class="number">{file.size:,}</td><td class="hash">{file.sha256}</td>'
    )
    return f"<tr>{cells}</tr>"


def _elsewhere(plan: PackagePlan) -> str:
    """Return the files of the other discs."""
    rows = "\n".join(
        f"<tr><td>第{disc}盘</td><td>{escape(path)}</td></tr>" for disc, path in plan.index if disc != plan.number
    )
    return f"<h2>其他光盘上的文件</h2>\n<table>\n<tr><th>光盘</th><th>文件</th></tr>\n{rows}\n</table>" if rows else ""


def _link(path: str, words: str) -> str:
    return f'<a href="./{quote(path)}">{escape(words)}</a>'
