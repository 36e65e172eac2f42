"""Papers that must not go onto a disc, made part by part: PDFs with scripts, locked, cut off; Word files with gaps."""

from io import BytesIO

import pikepdf

from lianbing_desktop.services.specimens import docx, pdf
from tests.support.office import word_parts, zipped


def good_pdf() -> bytes:
    """Return a PDF with nothing wrong in it."""
    return pdf(["案卷"])


def changed_pdf(change: str) -> bytes:
    """Return a PDF with an action, a script, a password or restrictions in it."""
    with pikepdf.open(BytesIO(good_pdf())) as made:
        options: dict[str, object] = {}
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        match change:
            case "script on opening":
                made.Root.OpenAction = script
            case "script indirect":
                made.Root.OpenAction = made.make_indirect(script)
            case "script as stream":
                body = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=made.make_stream(b"app.alert(1)"))
                made.Root.AA = pikepdf.Dictionary(WC=body)
            case "script by name":
                names = pikepdf.Array(["a", script])
                made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=names))
            case "script in a link":
                link = pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=script
                )
                made.pages[0].Annots = pikepdf.Array([made.make_indirect(link)])
            case "script deep":
                inner: pikepdf.Object = script
                for _ in range(20):
                    inner = pikepdf.Dictionary(Next=pikepdf.Array([inner]))
                made.Root.OpenAction = inner
            case "launch":
                made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
            case "in object streams":
                made.Root.OpenAction = made.make_indirect(script)
                options["object_stream_mode"] = pikepdf.ObjectStreamMode.generate
            case "password":
                options["encryption"] = pikepdf.Encryption(owner="a", user="b")
            case "restricted":
                options["encryption"] = pikepdf.Encryption(owner="a", user="", allow=pikepdf.Permissions(extract=False))
            case "no pages":
                del made.pages[0]
        out = BytesIO()
        made.save(out, **options)  # type: ignore[arg-type]
        return out.getvalue()


ACTIVE = (
    "script on opening", "script indirect", "script as stream", "script by name", "script in a link", "script deep",
    "launch", "in object streams",
)  # fmt: skip
LOCKED = ("password", "restricted")


def cut_pdf() -> bytes:
    """Return a PDF that ends in the middle."""
    data = good_pdf()
    return data[: len(data) * 2 // 3]


def word_with(text: str) -> bytes:
    """Return a Word file with one paragraph."""
    return docx([text])


def word_with_macros() -> bytes:
    """Return a Word file that carries macros."""
    return zipped({**word_parts("<w:p/>"), "word/vbaProject.bin": b"x"})


def word_with_split_gap() -> bytes:
    """Return a Word file whose gap is split over three runs, as Word leaves it after editing."""
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("共【待", "填：件", "数】件"))
    return zipped(word_parts(f"<w:p>{runs}</w:p>"))


def excel_with(text: str) -> bytes:
    """Return a workbook with one cell."""
    from lianbing_desktop.services.specimens import xlsx

    return xlsx([text])
