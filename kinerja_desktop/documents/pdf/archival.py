"""What makes a PDF fit for the archive: PDF/A-2b (ISO 19005-2), as far as a file can show it.

Fonts are embedded, colours are defined by an ICC profile, title, office and date are told in XMP
as in the file's own properties, and every stream ends on a line of its own. No clock: the date is
that of the document, at midnight UTC, which is the same day everywhere in Indonesia.
"""

import re
import zlib
from datetime import date
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf.piece import Canvas
from kinerja_desktop.documents.pdf.srgb import make_srgb

PROGRAM = "Kinerja Desktop"
_INTENT = "sRGB IEC61966-2-1"
# An annotation may only be seen where it is printed as well.
_PRINTED = 4
_ENTRY = re.compile(rb"(\d{10}) 00000 n")
_END = b"endstream\nendobj\n"


def describe(canvas: Canvas, naskah: Naskah) -> None:
    """Give an empty PDF its properties, XMP and colours."""
    facts = _Facts.of(naskah)
    document = canvas._doc
    canvas.linkRect = partial(canvas.linkRect, F=_PRINTED)
    document.info = facts.make_info()
    catalog = document.Catalog
    catalog.Metadata = _metadata(facts)
    # ReportLab does not know of it.
    catalog.OutputIntents = _intents(document)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


class _Facts:
    """What file properties and XMP both tell; what is not known is not told."""

    def __init__(self, title: str, author: str, subject: str, day: date | None) -> None:
        self.title, self.author, self.subject, self.day = title, author, subject, day

    @classmethod
    def of(cls, naskah: Naskah) -> "_Facts":
        subject = f"Kode verifikasi {naskah.kode}" if naskah.kode else ""
        title, author = printable(naskah.title), printable(naskah.author)
        return cls(title.replace("\n", " "), author.replace("\n", " "), subject, naskah.tanggal)

    def make_info(self) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

        told = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": PROGRAM,
            "Producer": PROGRAM,
        }
        if self.day:
            told["CreationDate"] = told["ModDate"] = f"D:{self.day:%Y%m%d}000000Z"

        class Info(PDFInfo):
            def format(self, document: Any) -> Any:
                entries = {key: PDFString(text) for key, text in told.items() if text}
                return PDFDictionary(entries).format(document)

        info: Any = Info()
        info.title, info.author, info.subject = self.title, self.author, self.subject
        return info


def _metadata(facts: _Facts) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    stream: Any = PDFStream(content=_write_xmp(facts).encode())
    stream.dictionary.dict.update(Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    return stream


def _write_xmp(facts: _Facts) -> str:
    moment = f"{facts.day}T00:00:00Z" if facts.day else ""
    lines = [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "<dc:format>application/pdf</dc:format>",
        _alternative("dc:title", facts.title),
        _listed("dc:creator", facts.author),
        _alternative("dc:description", facts.subject),
        _simple("xmp:CreateDate", moment),
        _simple("xmp:ModifyDate", moment),
        _simple("xmp:CreatorTool", PROGRAM),
        _simple("pdf:Producer", PROGRAM),
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\n'
        + "".join(f"{line}\n" for line in lines if line)
        + '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>\n'
    )


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _alternative(name: str, text: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
    return f"<{name}>{item}</{name}>" if text else ""


def _listed(name: str, text: str) -> str:
    return f"<{name}><rdf:Seq><rdf:li>{escape(text)}</rdf:li></rdf:Seq></{name}>" if text else ""


def _intents(document: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import (
        PDFArray,
        PDFDictionary,
        PDFName,
        PDFStream,
        PDFString,
    )

    profile: Any = PDFStream(content=zlib.compress(make_srgb(), 9))
    profile.dictionary.dict.update(N=3, Filter=PDFName("FlateDecode"))
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_INTENT),
        "Info": PDFString(_INTENT),
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArray([PDFDictionary(intent)])


def end_streams(pdf: bytes) -> bytes:
    """Let every stream end on a line of its own, as ISO 19005-2, 6.1.7.1, asks for.

    Args:
        pdf: as ReportLab writes it: objects in the order of their numbers, and one table.
    """
    start = int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")])
    table, _, trailer = pdf[start:].partition(b"trailer")
    places = [int(found) for found in _ENTRY.findall(table)]
    out = [pdf[: places[0]]]
    moved, added = [], 0
    for place, following in zip(places, [*places[1:], start], strict=True):
        item = pdf[place:following]
        moved.append(place + added)
        if item.endswith(_END):
            item = item.removesuffix(_END) + b"\n" + _END
            added += 1
        out.append(item)
    entries = iter(moved)
    out.append(_ENTRY.sub(lambda found: b"%010d 00000 n" % next(entries), table))
    end = f"startxref\n{start + added}\n%%EOF\n".encode()
    out.append(b"trailer" + trailer[: trailer.rindex(b"startxref")] + end)
    return b"".join(out)
