"""The LKjIP of a year: what is there, what is missing, where it stands."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kinerja_desktop.documents.naskah.markdown_text import list_pictures
from kinerja_desktop.domain.angka.periode import Periode, batas_lkjip
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.capaian.snapshot import ANGGARAN_BERUBAH
from kinerja_desktop.domain.laporan.lkjip import (
    LaporanLkjip,
    LkjipBeku,
    compose_lkjip,
    tell_anew,
)
from kinerja_desktop.domain.lkjip.kelengkapan import (
    BagianTerisi,
    IsianBagian,
    KeadaanBagian,
    count_filled,
    find_kekurangan,
    is_writable,
    may_be_absent,
)
from kinerja_desktop.domain.lkjip.kerangka import Kerangka, kerangka_from_data
from kinerja_desktop.domain.lkjip.susunan import outline_key
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.finals import DIUBAH_DI_LUAR, is_genuine, require_genuine
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.lkjip.bahan import gather_bahan, read_kerangka_baku
from kinerja_desktop.services.lkjip.lampiran import gather_lampiran
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.store.queries import laporan as queries
from kinerja_desktop.store.queries.laporan import find_final_lkjip
from kinerja_desktop.store.records import Lkjip
from kinerja_desktop.store.row_locks import find_lock


@dataclass(frozen=True)
class BarisBagian:
    """A section as the page shows it.

    Attributes:
        kunci: names it.
        judul: number and heading.
        judul_polos: the heading alone, as it is renamed.
        judul_layar: number and a short heading, for the outline.
        tingkat: 1 for front matter, bab and lampiran, 4 for a comparison.
        tampil: whether it is printed.
        keadaan: how far it has come.
        teks: the Markdown that will be printed now.
        draf: the present first draft.
        dasar: the draft that the office's text was written over; empty when untouched.
        boleh_ditulis: whether people write here.
        boleh_tidak_ada: whether it may be declared *tidak ada*.
        alasan_tidak_ada: why it was.
        tambahan: added by the office, so that it can be removed.
        kekurangan: what is missing here.
    """

    kunci: str
    judul: str
    judul_polos: str
    judul_layar: str
    tingkat: int
    tampil: bool
    keadaan: KeadaanBagian
    teks: str
    draf: str
    dasar: str
    boleh_ditulis: bool
    boleh_tidak_ada: bool
    alasan_tidak_ada: str
    tambahan: bool
    kekurangan: tuple[str, ...]


@dataclass(frozen=True)
class IsiLkjip:
    """Everything that the page LKjIP shows.

    Attributes:
        tahun: year of the report.
        nama: one of `domain.lkjip.kerangka.NAMA`.
        status: where it stands.
        bagian: all sections in printing order, hidden ones too.
        terisi: how many of the sections that people fill are filled.
        jumlah: how many there are.
        kekurangan: the red list, what blocks first.
        batas: last day for handing it in.
    """

    tahun: int
    nama: str
    status: StatusFinal
    bagian: tuple[BarisBagian, ...]
    terisi: int
    jumlah: int
    kekurangan: tuple[Problem, ...]
    batas: date


def read_lkjip(office: Office, tahun: int) -> IsiLkjip:
    """Read a year's report: as it was signed when it is final, else from the present data.

    Raises:
        KinerjaError: the office is not set up yet.
    """
    with office.journal.reading() as session:
        final = find_final_lkjip(session, tahun)
        versi = queries.last_versi(session, tahun)
    # What was signed is compared with what would be signed under the same date.
    tanggal = final.tanggal if final else office.today()
    present = compose_lkjip(gather_naskah(office, tahun, tanggal))
    if final is None:
        return _describe(present, StatusFinal(versi=versi), list_kekurangan(office, present))
    if not is_genuine(final):
        changed = (DIUBAH_DI_LUAR,)
        status = StatusFinal(
            final.id, final.versi, final.kode, final.dibuat, changed, final.tanggal
        )
        return _describe(present, status, ())
    beku = thaw_final(final)
    signed = compose_lkjip(beku)
    changes = describe_difference(compose_lkjip(tell_anew(beku)), present)
    status = StatusFinal(
        final.id, final.versi, final.kode, final.dibuat, tuple(changes), final.tanggal
    )
    return _describe(signed, status, ())


def gather_naskah(
    office: Office, tahun: int, tanggal: date, sunting: tuple[str, str] | None = None
) -> LkjipBeku:
    """Gather data, outline and texts of a year's report.

    Args:
        office: the open office.
        tahun: year of the report.
        tanggal: date under which it is signed.
        sunting: kunci and text of a section that is being typed and not saved yet.
    """
    bahan = gather_bahan(office, tahun, tanggal)
    with office.journal.reading() as session:
        kerangka = load_kerangka(session, tahun)
        written = {
            row.bagian: IsianBagian(row.teks, row.dasar, row.alasan_tidak_ada)
            for row in queries.list_naskah(session, tahun)
        }
    if sunting is not None:
        kunci, teks = sunting
        written[kunci] = IsianBagian(teks)
    texts = tuple(sorted(written.items(), key=lambda item: item[0]))
    return LkjipBeku(bahan, kerangka, texts, gather_lampiran(office, tahun, tanggal))


def load_kerangka(session: Session, tahun: int) -> Kerangka:
    """Return the outline of a year: its own, else that of the latest year before, else baku."""
    row = queries.find_kerangka_until(session, tahun)
    baku = read_kerangka_baku()
    return kerangka_from_data(row.kerangka, baku) if row else baku


def ensure_open(session: Session, tahun: int) -> None:
    """Refuse to change a final report.

    Raises:
        KinerjaError: it is final.
    """
    if lock := find_lock(session, "naskah_lkjip", {"tahun": tahun}):
        raise lock


def thaw_final(row: Lkjip) -> LkjipBeku:
    """Return what was signed.

    Raises:
        KinerjaError: it was changed outside the program.
    """
    return thaw(LkjipBeku, require_genuine(row, f"LKjIP {row.tahun}"))


def describe_difference(signed: LaporanLkjip, present: LaporanLkjip) -> list[str]:
    """Name the sections that would read differently if the report were made anew."""
    was = {item.cetak.kunci: item for item in signed.bagian if item.cetak.tampil}
    now = {item.cetak.kunci: item for item in present.bagian if item.cetak.tampil}
    lines = [
        f"{was[key].cetak.rujukan}: isinya berubah"
        for key in was
        if key in now and _content(was[key]) != _content(now[key])
    ]
    lines += [f"{was[key].cetak.rujukan}: sudah tidak ada" for key in was if key not in now]
    known = {item.kunci for item in signed.beku.kerangka.bagian}
    lines += [
        f"{now[key].cetak.rujukan}: baru"
        for key in now
        # What a newer program has added to the form is no change of the office's.
        if key not in was and (now[key].cetak.bagian.tambahan or outline_key(key) in known)
    ]
    return lines


def _content(item: BagianTerisi) -> tuple[str, ...]:
    """Return what a section says: its draft too, which tells of the figures in its tables."""
    if item.keadaan is KeadaanBagian.TIDAK_ADA:
        return item.cetak.judul, item.teks
    return item.cetak.judul, item.teks, item.draf


def list_kekurangan(office: Office, laporan: LaporanLkjip) -> tuple[Problem, ...]:
    """Return the red list of a report: what its data lacks, and what has happened around it."""
    lost = [
        Problem(
            f"{item.cetak.rujukan}: gambarnya hilang: sisipkan lagi, atau hapus dari teks",
            about=item.cetak.bagian.kunci,
        )
        for item in laporan.bagian
        if item.is_printed and not all(_is_stored(office, sha) for sha in list_pictures(item.teks))
    ]
    periode = Periode(laporan.analisis.bahan.tahun)
    moved = [_moved(line) for line in find_status(office, periode).perubahan]
    return (*lost, *find_kekurangan(laporan.bagian, laporan.analisis), *moved)


def _moved(change: str) -> Problem:
    """Tell what moved after the Pengukuran Kinerja was made final.

    Its figures stand in the report as they were signed. The budget goes down to its lines, which
    were not frozen: it must be the same in the report and in the paper that it attaches.
    """
    text = f"Sesudah Pengukuran Kinerja final, {change}"
    if change == ANGGARAN_BERUBAH:
        return Problem(f"{text}: buka kembali Pengukuran Kinerja, lalu jadikan final lagi")
    return Problem(f"{text}: laporan memuat angka yang final", is_warning=True)


def _is_stored(office: Office, sha256: str) -> bool:
    try:
        return office.evidence.path_of(sha256).exists()
    except ValueError:
        return False


def _describe(
    laporan: LaporanLkjip, status: StatusFinal, kekurangan: tuple[Problem, ...]
) -> IsiLkjip:
    filled, number = count_filled(laporan.bagian)
    tahun = laporan.analisis.bahan.tahun
    return IsiLkjip(
        tahun=tahun,
        nama=laporan.beku.kerangka.nama,
        status=status,
        bagian=tuple(_row(item) for item in laporan.bagian),
        terisi=filled,
        jumlah=number,
        kekurangan=kekurangan,
        batas=batas_lkjip(tahun),
    )


def _row(item: BagianTerisi) -> BarisBagian:
    cetak = item.cetak
    return BarisBagian(
        kunci=cetak.kunci,
        judul=cetak.judul_bernomor,
        judul_polos=cetak.judul,
        judul_layar=cetak.judul_layar,
        tingkat=cetak.tingkat,
        tampil=cetak.tampil,
        keadaan=item.keadaan,
        teks=item.teks,
        draf=item.draf,
        dasar=item.tulisan.dasar,
        boleh_ditulis=is_writable(cetak),
        boleh_tidak_ada=may_be_absent(cetak),
        alasan_tidak_ada=item.tulisan.alasan_tidak_ada,
        tambahan=cetak.bagian.tambahan,
        kekurangan=tuple(problem.message for problem in item.kekurangan),
    )
