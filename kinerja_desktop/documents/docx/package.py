"""The file itself: python-docx's template without what is not ours, saved without the clock."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from kinerja_desktop.documents.docx.word_xml import set_settings
from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.blocks import Naskah

# The first moment that a ZIP can write down: no clock, so that equal papers are equal bytes. The
# properties tell the date of the document, where it has one.
_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)
# The template also has a picture of itself, sources, numbering, and Mac Word's own statistics.
_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
}
# python-docx refuses longer ones.
_LONGEST = 255


def new_document(naskah: Naskah) -> Document:
    """Return an empty document with the properties of a naskah."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype not in _KEPT]:
            del relations[key]
    set_settings(document)
    _set_properties(document, naskah)
    return document


def _set_properties(document: Document, naskah: Naskah) -> None:
    core = document.core_properties
    core.title = printable(naskah.title)[:_LONGEST]
    core.author = printable(naskah.author)[:_LONGEST]
    core.subject = f"Kode verifikasi {naskah.kode}" if naskah.kode else ""
    core.language = naskah.language
    core.comments = ""
    if naskah.is_archival and naskah.tanggal:
        day = naskah.tanggal
        core.created = core.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    else:
        core.created = core.modified = _MOMENT


def to_bytes(document: Document) -> bytes:
    """Save a document without the time of day."""
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            info = ZipInfo(name, _MOMENT.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, source.read(name))
    return out.getvalue()
