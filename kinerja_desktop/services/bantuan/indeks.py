"""Everything in an office and its program that Ctrl+K finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.bantuan.cari import IndeksCari, JenisTemuan, Temuan
from kinerja_desktop.domain.bantuan.lembar import LembarBantuan
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.bantuan.isi import (
    DAFTAR,
    INDEKS,
    KARTU,
    TINDAKAN,
    list_deeds,
    page_sheet,
    read_bantuan,
)
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.store.queries.surat import list_every_naskah

#: Pages with forms that are filled once: their tabs, and of which section each is.
_FORMS: Mapping[str, Mapping[str, str]] = {
    "pengaturan": {
        "Kantor": "instansi", "Pejabat": "pejabat", "Penempatan": "penempatan",
        "Unit Kerja": "unit_kerja", "Rumus": "profil_rumus",
    },
    "renstra": {
        "Periode Renstra": "periode_renstra", "Tujuan": "tujuan", "Sasaran": "sasaran",
        "Indikator": "indikator",
    },
}  # fmt: skip
#: A field that no form shows.
_SAMPLE = "contoh"
_PAGE = "halaman/"
_DEEDS = "tiga-hal-di-halaman-ini"
_MEASURED, _PAPERS, _LETTERS, _STEPS = "pengukuran", "dokumen", "surat", "sop"


@dataclass(frozen=True)
class SuratDicari:
    """A letter that was found.

    Attributes:
        tahun: of its book.
        surat: its line in the register; None for one that was written here and has none yet.
        naskah: the letter as it was written here; None for one that was only registered.
        buku: key of the book that has it.
    """

    tahun: int
    surat: UUID | None = None
    naskah: UUID | None = None
    buku: str = ""


def read_indeks(
    office: Office, periode: Periode, pages: Mapping[str, str], *, is_bappeda: bool
) -> IndeksCari:
    """Read what can be found now.

    Args:
        office: the open office.
        periode: the chosen year or triwulan, in which indicators and papers are shown.
        pages: the pages of the window: key to title.
        is_bappeda: the office receives.
    """
    found = [
        *_named_deeds(pages),
        *_pages(pages, is_bappeda=is_bappeda),
        *(() if is_bappeda else _fields(pages)),
        *_help(pages),
    ]
    for page, read in (
        (_MEASURED, _indicators), (_PAPERS, _papers), (_LETTERS, _letters), (_STEPS, _steps)
    ):  # fmt: skip
        if page in pages:
            found += read(office, periode)
    return IndeksCari.of(found)


def _pages(pages: Mapping[str, str], *, is_bappeda: bool) -> Iterator[Temuan]:
    """The pages, the deeds that their help names first, and their fields."""
    others = {deed.judul: deed.sebutan for deed in list_deeds() if not deed.langkah}
    for key, title in pages.items():
        sheet = page_sheet(key, is_bappeda=is_bappeda)
        about = sheet.bagian[0].blok[0].teks if sheet else ""
        yield Temuan(JenisTemuan.HALAMAN, title, about, key, sebutan=others.get(title, ()))
        deeds = sheet.find(_DEEDS) if sheet else None
        for blok in deeds.blok if deeds else ():
            for kata in blok.kata:
                if kata.tebal:
                    words = kata.teks.rstrip("…")
                    yield Temuan(
                        JenisTemuan.TINDAKAN, f"{words} – {title}", blok.teks, key, (words,)
                    )


def _named_deeds(pages: Mapping[str, str]) -> Iterator[Temuan]:
    """What clerks do, by the words of their office; a page has its own line already."""
    for deed in list_deeds():
        page = deed.tautan.removeprefix(_PAGE)
        if page == deed.tautan:
            yield Temuan(JenisTemuan.BANTUAN, deed.judul, "", "", deed.tautan, sebutan=deed.sebutan)
        elif page in pages and deed.langkah:
            steps = tuple(step.rstrip("…") for step in deed.langkah)
            where = " › ".join((pages[page], *steps))
            yield Temuan(JenisTemuan.TINDAKAN, deed.judul, where, page, steps, deed.sebutan)


def _fields(pages: Mapping[str, str]) -> Iterator[Temuan]:
    """What is typed once and then looked for: the office, its people, its rules, its plan."""
    for page, tabs in _FORMS.items():
        for tab, section in tabs.items() if page in pages else ():
            for field in SECTIONS[section].fields:
                if field.name != _SAMPLE:
                    title = f"{field.label} – {pages[page]}, {tab}"
                    steps = (tab, field.label)
                    yield Temuan(JenisTemuan.ISIAN, title, field.bantuan, page, steps)


def _help(pages: Mapping[str, str]) -> Iterator[Temuan]:
    for sheet in read_bantuan().values():
        if sheet.kunci in (DAFTAR, INDEKS, KARTU, TINDAKAN) or sheet.kunci.startswith(_PAGE):
            continue
        yield Temuan(JenisTemuan.BANTUAN, sheet.judul, _first_words(sheet), "", sheet.kunci)
        for bagian in sheet.bagian:
            if bagian.judul:
                words = bagian.blok[0].teks if bagian.blok else ""
                link = f"{sheet.kunci}#{bagian.jangkar}"
                yield Temuan(JenisTemuan.BANTUAN, bagian.judul, f"{sheet.judul}. {words}", "", link)


def _first_words(sheet: LembarBantuan) -> str:
    return sheet.bagian[0].blok[0].teks


def _indicators(office: Office, periode: Periode) -> Iterator[Temuan]:
    for row in list_rows(office, "indikator"):
        place = TempatIndikator(periode, row["id"], row["pejabat_id"])
        yield Temuan(
            JenisTemuan.INDIKATOR, row["uraian"], f"{row['kode']} {row['satuan']}",
            _MEASURED, place,
        )  # fmt: skip


def _papers(office: Office, periode: Periode) -> Iterator[Temuan]:
    for dokumen in DOKUMEN.values():
        wanted = Permintaan(dokumen.kunci, periode)
        yield Temuan(JenisTemuan.DOKUMEN, dokumen.judul, dokumen.keterangan, _PAPERS, wanted)


def _letters(office: Office, periode: Periode) -> Iterator[Temuan]:
    written: set[UUID | None] = set()
    with office.journal.reading() as session:
        for letter in list_every_naskah(session):
            written.add(letter.surat_id)
            words = f"{JENIS[letter.jenis].nama} {letter.tahun}"
            place = SuratDicari(letter.tahun, letter.surat_id, letter.id)
            yield Temuan(JenisTemuan.SURAT, letter.hal or words, words, _LETTERS, place)
    for row in (row for row in list_rows(office, "surat") if row["id"] not in written):
        words = f"{row['nomor']} {row['pihak']} {row['tahun']}".strip()
        place = SuratDicari(row["tahun"], row["id"], buku=row["buku"])
        yield Temuan(JenisTemuan.SURAT, row["hal"] or words, words, _LETTERS, place)


def _steps(office: Office, periode: Periode) -> Iterator[Temuan]:
    """The steps of the SOPs in use; one whose SOP runs leads to its case."""
    cases = _running(office)
    for item in list_sop(office):
        for langkah in item.sop.langkah:
            uraian = langkah.uraian.diterima or langkah.uraian.tercetak or item.sop.kosong
            about = f"{item.nama}, langkah {langkah.sequence}"
            yield Temuan(JenisTemuan.LANGKAH, uraian, about, _STEPS, cases.get(item.id))


def _running(office: Office) -> dict[UUID, UUID]:
    cases: Sequence[tuple[UUID, UUID]] = [
        (case.sop.id, case.id) for case in list_cases(office) if case.is_running
    ]
    return dict(reversed(cases))
