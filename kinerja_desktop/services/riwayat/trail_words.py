"""The audit trail in words: names of tables, rows, columns and what stood in them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.store.columns import from_plain
from kinerja_desktop.store.queries.riwayat import list_perubahan_of_row
from kinerja_desktop.store.recorder import row_to_plain
from kinerja_desktop.store.records import RECORDS, Json

KOSONG = "(kosong)"
_GONE = "(sudah dihapus)"

#: Tables that no section describes.
_TABLES = {
    "pengukuran": "Pengukuran Kinerja final",
    "lampiran": "Bukti",
    "surat": "Surat",
    "kiriman": "Kiriman",
    "sop": "SOP",
    "pelaksanaan_sop": "Pelaksanaan SOP",
    "kejadian_sop": "Kejadian SOP",
    "kerangka_lkjip": "Kerangka LKjIP",
    "naskah_lkjip": "Naskah LKjIP",
    "lkjip": "LKjIP final",
    "dokumen_final": "Dokumen final",
    "tenggat_ditutup": "Tenggat yang ditutup",
    "formulir": "Formulir data",
    "penerimaan_formulir": "Formulir yang masuk",
    "teguran": "Teguran",
    "pemetaan": "Pemetaan kolom",
    "evaluasi_renja": "Evaluasi Renja",
    "dialog_kinerja": "Dialog Kinerja",
    "buku_surat": "Buku surat",
    "naskah_dinas": "Naskah dinas",
    "templat_naskah": "Templat naskah dinas",
    "tugas": "Tugas",
    "publikasi_dokumen": "Publikasi dokumen",
    "lembar_lke": "Lembar LKE",
    "jawaban_lke": "Jawaban LKE",
    "lhe": "Laporan Hasil Evaluasi",
    "rekomendasi_lhe": "Rekomendasi LHE",
    "paket_masuk": "Paket masuk",
    "komentar": "Komentar",
    "transaksi": "Riwayat: tindakan",
    "perubahan": "Riwayat: perubahan",
}

#: Columns whose content is not for reading, and what to say instead.
_OPAQUE = {
    "snapshot": "(isi dokumen)",
    "isi": "(isi)",
    "ringkas": "(isi paket)",
    "logo": "(gambar)",
    "pdf": "(cetakan)",
    "sha256": "(isi berkas)",
    "milik_id": "(baris)",
    "bukti": "(berkas)",
    "kerangka": "(susunan bagian)",
    "dasar": "(draf dari data)",
    "sumber": "(naskah sumber)",
    "docx": "(cetakan)",
}

#: What is for reading although its column elsewhere is not.
_PLAIN = frozenset({("komentar", "isi")})

_LABELS = {
    "perangkat_id": "Unit",
    "dikirim": "Diberikan",
    "pejabat_id": "Pejabat",
    "sop_id": "SOP",
    "pelaksanaan_id": "Pelaksanaan",
    "surat_id": "Surat",
    "naskah_id": "Naskah dinas",
    "lhe_id": "LHE",
    "tanggal_terima": "Tanggal terima",
    "nomor_surat": "Nomor surat",
    "alasan_dibuka": "Alasan dibuka kembali",
    "tidak_dapat_dipenuhi": "Tidak dapat dipenuhi karena",
    "ditutup": "Ditutup",
    "dibuka": "Dibuka kembali",
    "dibuat": "Dibuat",
    "pdf": "Cetakan PDF",
    "docx": "Cetakan Word",
    "kerangka": "Kerangka",
    "dasar": "Draf semula",
    "teks": "Teks",
    "bagian": "Bagian",
    "alasan_tidak_ada": "Alasan tidak ada",
    "snapshot": "Isi",
    "sha256": "Isi berkas",
    "milik": "Milik",
    "milik_id": "Milik baris",
}


def name_table(tabel: str) -> str:
    """Return what the office calls a kind of row."""
    return SECTIONS[tabel].title if tabel in SECTIONS else _TABLES.get(tabel, tabel)


class TrailWords:
    """Describes rows and values; what it has looked up once it remembers.

    Args:
        session: reads the rows that others refer to.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[tuple[str, UUID], str] = {}

    def label(self, tabel: str, column: str) -> str:
        """Return the heading of a column."""
        field = _find_field(tabel, column)
        return field.label if field else _LABELS.get(column, column.replace("_", " ").capitalize())

    def value(self, tabel: str, column: str, plain: Any) -> str:
        """Return what stood in a column, in words."""
        if plain in (None, "", []):
            return KOSONG
        if column in _OPAQUE and (tabel, column) not in _PLAIN:
            return _OPAQUE[column]
        table_column = inspect(RECORDS[tabel]).columns.get(column)
        if table_column is None:  # a flipped bit made another name of it
            return str(plain)
        value = from_plain(table_column, plain)
        if isinstance(value, UUID):
            keys = [key.column.table.name for key in table_column.foreign_keys]
            return self._refer(keys[0], value) if keys else str(value)
        field = _find_field(tabel, column)
        return field.format(value) if field else _format(value)

    def name_row(self, tabel: str, plain: Json) -> str:
        """Return what tells a row apart for people."""
        if namer := _NAMERS.get(tabel):
            return namer(self, plain)
        section = SECTIONS[tabel]
        if section.acuan:
            return _own_name(plain)
        names = [name for name in section.kunci if name not in ("tahun", "triwulan")]
        parts = [self.value(tabel, name, plain[name]) for name in names if plain.get(name)]
        if "tahun" in section.kunci and plain.get("tahun"):
            parts.append(_periode(plain))
        return ", ".join(parts)

    def last_known(self, row_id: UUID) -> Json:
        """Return a row that is gone, as the trail saw it whole for the last time."""
        changes = list_perubahan_of_row(self._session, row_id)
        wholes = (side for change in changes for side in (change.baru, change.lama))
        return next((side for side in wholes if side and "id" in side), {})

    def _refer(self, tabel: str, row_id: UUID) -> str:
        key = (tabel, row_id)
        if key not in self._names:
            row = self._session.get(RECORDS[tabel], row_id)
            plain = row_to_plain(row) if row else self.last_known(row_id)
            name = self.name_row(tabel, plain) if plain else ""
            self._names[key] = " ".join(filter(None, (name, "" if row else _GONE)))
        return self._names[key]


def _find_field(tabel: str, column: str) -> Field | None:
    fields = SECTIONS[tabel].fields if tabel in SECTIONS else ()
    return next((field for field in fields if field.name == column), None)


def _format(value: Any) -> str:
    match value:
        case bool():
            return "Ya" if value else "Tidak"
        case datetime():
            return format_waktu(value)
        case date():
            return format_tanggal(value)
    return str(value)


def _own_name(plain: Json) -> str:
    text = plain.get("uraian") or plain.get("nama") or ""
    return " ".join(str(part) for part in (plain.get("kode"), text) if part)


def _periode(plain: Json) -> str:
    tahun, triwulan = plain.get("tahun"), plain.get("triwulan")
    if not isinstance(tahun, int) or triwulan not in (None, *TRIWULAN):
        return str(tahun or "")
    return Periode(tahun, triwulan).label


def _case_name(words: TrailWords, plain: Json) -> str:
    sop = words.value("pelaksanaan_sop", "sop_id", plain.get("sop_id"))
    return ", ".join(part for part in (sop, _periode(plain), plain.get("judul")) if part)


def _event_name(words: TrailWords, plain: Json) -> str:
    case = words.value("kejadian_sop", "pelaksanaan_id", plain.get("pelaksanaan_id"))
    return f"{case}, langkah {plain.get('langkah')}"


_NAMERS: Mapping[str, Callable[[TrailWords, Json], str]] = {
    "instansi": lambda words, plain: str(plain.get("kecamatan") or ""),
    "pengukuran": lambda words, plain: f"{_periode(plain)} versi {plain.get('versi')}",
    "lampiran": lambda words, plain: str(plain.get("nama")),
    "surat": lambda words, plain: str(plain.get("hal")),
    "perangkat_daerah": lambda words, plain: str(plain.get("nama")),
    "tenggat_pelaporan": lambda words, plain: _periode(plain),
    "paket_masuk": lambda words, plain: (
        f"{words.value('paket_masuk', 'perangkat_id', plain.get('perangkat_id'))}, "
        f"{_periode(plain)} versi {plain.get('versi')}"
    ),
    "padanan_indikator": lambda words, plain: str(plain.get("uraian")),
    "komentar": lambda words, plain: str(plain.get("isi")),
    "kiriman": lambda words, plain: str(plain.get("nama")),
    "sop": lambda words, plain: f"{plain.get('nama')} versi {plain.get('versi')}",
    "kerangka_lkjip": lambda words, plain: str(plain.get("tahun")),
    "naskah_lkjip": lambda words, plain: f"{plain.get('tahun')}, {plain.get('bagian')}",
    "lkjip": lambda words, plain: f"{plain.get('tahun')} versi {plain.get('versi')}",
    "dokumen_final": lambda words, plain: f"{plain.get('kunci')} {_periode(plain)}",
    "tenggat_ditutup": lambda words, plain: f"{plain.get('kunci')} {_periode(plain)}",
    "formulir": lambda words, plain: f"{plain.get('pemegang')} {_periode(plain)}",
    "penerimaan_formulir": lambda words, plain: str(plain.get("nama")),
    "teguran": lambda words, plain: f"ke-{plain.get('ke')}",
    "pemetaan": lambda words, plain: str(plain.get("nama")),
    "evaluasi_renja": lambda words, plain: _periode(plain),
    "dialog_kinerja": lambda words, plain: _periode(plain),
    "buku_surat": lambda words, plain: str(plain.get("nama")),
    "naskah_dinas": lambda words, plain: str(plain.get("hal") or plain.get("jenis")),
    "templat_naskah": lambda words, plain: f"{plain.get('jenis')} versi {plain.get('versi')}",
    "tugas": lambda words, plain: str(plain.get("uraian")),
    "publikasi_dokumen": lambda words, plain: f"{plain.get('dokumen')} {plain.get('tahun')}",
    "lembar_lke": lambda words, plain: str(plain.get("nama")),
    "jawaban_lke": lambda words, plain: f"{plain.get('kriteria')} {plain.get('tahun')}",
    "lhe": lambda words, plain: f"{plain.get('tahun')} {plain.get('nomor')}".strip(),
    "rekomendasi_lhe": lambda words, plain: str(plain.get("rekomendasi")),
    "pelaksanaan_sop": _case_name,
    "kejadian_sop": _event_name,
}
