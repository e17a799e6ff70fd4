"""Settings of an office that receives: its own name and letterhead, and who signs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kinerja_desktop.domain.sections.fields import Field, Section
from kinerja_desktop.domain.sections.instansi import INSTANSI
from kinerja_desktop.domain.sections.pejabat import PENEMPATAN
from kinerja_desktop.ui.pengaturan.entry import PENGATURAN_BAPPEDA_PAGE
from kinerja_desktop.ui.pengaturan.page import PengaturanPage

#: The own row bears Bappeda's name where a kecamatan's bears its own.
_LABELS = {"kecamatan": "Nama kantor"}
#: What stands on its letterhead and papers; it measures nothing and writes no LKjIP.
_SHOWN = (
    "kecamatan", "kabupaten", "provinsi", "kode_unit", "alamat", "telepon", "kode_pos", "laman",
    "pos_el", "tempat", "kertas",
)  # fmt: skip
#: Tugas and fungsi of a post stand on the form of IKI, which no office that receives has.
_OF_IKI = ("tugas", "fungsi")


def _field(name: str) -> Field:
    field = INSTANSI.field(name)
    return replace(field, label=_LABELS.get(name, field.label))


class PengaturanBappedaPage(PengaturanPage):
    """Tabs: office, people, posts, holidays, update, about."""

    ENTRY = PENGATURAN_BAPPEDA_PAGE
    KANTOR: Section = replace(INSTANSI, fields=tuple(map(_field, _SHOWN)))
    TABEL: Mapping[str, str] = {
        "pejabat": "Pejabat",
        "penempatan": "Penempatan",
        "hari_libur": "Hari Libur",
    }
    ISIAN: Mapping[str, Sequence[str]] = {
        "penempatan": [field.name for field in PENEMPATAN.fields if field.name not in _OF_IKI]
    }
