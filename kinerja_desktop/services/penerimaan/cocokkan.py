"""Which package, or which final, a kode on a signed paper belongs to, and whether all agrees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.capaian.kode import parse_kode
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.domain.penerimaan.banding import compare_paket, describe_capaian
from kinerja_desktop.domain.penerimaan.ringkas import (
    IndikatorMasuk,
    RingkasPaket,
    list_measured,
    make_ringkas,
    ringkas_from_data,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.package_data import parse_data
from kinerja_desktop.services.dokumen.final_mana import name_final
from kinerja_desktop.services.kantor.dokumen import read_kept
from kinerja_desktop.services.kantor.finals import DIUBAH_DI_LUAR, Final, is_genuine
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.penilaian import urutan_of_row
from kinerja_desktop.services.penerimaan.terima import find_damaged_files
from kinerja_desktop.services.penerimaan.unit import name_unit
from kinerja_desktop.services.pengukuran.ukur import find_status, thaw_final
from kinerja_desktop.store.queries import dokumen_final as finals
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.records import (
    PaketMasuk,
    Pengukuran,
    PerangkatDaerah,
)


@dataclass(frozen=True)
class HasilCocok:
    """What a kode belongs to.

    Attributes:
        judul: the paper or package, whose and of when.
        rincian: what is to be held against the paper, a line for each thing.
        peringatan: what has come after it: a newer version, and what differs there.
        masalah: what does not agree with the kode; empty when every figure does.
    """

    judul: str
    rincian: tuple[str, ...]
    peringatan: tuple[str, ...] = ()
    masalah: tuple[str, ...] = ()


def cocokkan(office: Office, kode: str) -> list[HasilCocok]:
    """Return what a kode belongs to; nothing where nobody here knows it.

    Args:
        office: the open office: Bappeda looks among its packages, a kecamatan among its finals.
        kode: as a person typed or a scanner read it.

    Raises:
        KinerjaError: it is no kode verifikasi, or the data folder cannot be read.
    """
    try:
        wanted = parse_kode(kode)
    except ValueError as error:
        raise KinerjaError(str(error)) from error
    if office.require_instansi().jenis == BAPPEDA:
        return _among_packages(office, wanted)
    return _among_finals(office, wanted)


def tell_unknown(office: Office, kode: str) -> str:
    """Return what to say of a kode that nobody here knows: what this kind of office can do."""
    if office.require_instansi().jenis == BAPPEDA:
        return (
            f"Tidak ada paket atau dokumen dengan kode {kode}. Periksa ketikannya, atau terima "
            "paketnya."
        )
    return f"Tidak ada dokumen final kantor ini dengan kode {kode}. Periksa ketikannya."


def _among_packages(office: Office, kode: str) -> list[HasilCocok]:
    with office.journal.reading() as session:
        rows = [row for row in queries.list_naming(session, kode) if _bears(row, kode)]
        return [
            _describe_package(office, session, row, kode) for row in sorted(rows, key=urutan_of_row)
        ]


def _bears(row: PaketMasuk, kode: str) -> bool:
    documents = {item["kode"] for item in row.ringkas["dokumen"]}
    return kode in (row.kode, row.kode_paket) or kode in documents


def _describe_package(office: Office, session: Session, row: PaketMasuk, kode: str) -> HasilCocok:
    unit = name_unit(session.get_one(PerangkatDaerah, row.perangkat_id))
    ringkas = ringkas_from_data(row.ringkas)
    names = [item.judul for item in ringkas.dokumen if item.kode == kode]
    what = names[0] if names else "Paket"
    versions = queries.list_versions(session, row.perangkat_id, ringkas.periode)
    newest = max(versions, key=urutan_of_row)
    later = tuple(_tell_later(ringkas, newest)) if newest.id != row.id else ()
    return HasilCocok(
        f"{what}, {unit}, {ringkas.periode.label}",
        (
            f"Versi {row.versi}, diterima {format_tanggal(local_date(row.diterima))}",
            *_tell_figures(ringkas.indikator),
        ),
        later,
        tuple(_find_wrong(office, row, ringkas)),
    )


def _tell_figures(indikator: Iterable[IndikatorMasuk]) -> Iterator[str]:
    for item in indikator:
        target, realisasi = format_nilai(item.target) or "-", format_nilai(item.realisasi) or "-"
        yield (
            f"{item.uraian}: target {target}, realisasi {realisasi}, "
            f"capaian {describe_capaian(item)}"
        )


def _tell_later(ringkas: RingkasPaket, newest: PaketMasuk) -> Iterator[str]:
    day = format_tanggal(local_date(newest.diterima))
    yield f"Yang berlaku versi {newest.versi}, kode {newest.kode}, diterima {day}"
    for beda in compare_paket(ringkas, ringkas_from_data(newest.ringkas)):
        yield f"Di situ {beda.kalimat}"


def _find_wrong(office: Office, row: PaketMasuk, ringkas: RingkasPaket) -> Iterator[str]:
    """Yield what of a package is no longer as it came, or does not follow from its frozen data."""
    damaged = find_damaged_files(office, row)
    for path in damaged:
        yield f"{path} hilang atau berubah di folder data"
    content = read_kept(office, row.data)
    if content is None:
        yield "Data paket ini hilang atau berubah di folder data, jadi angkanya tidak terbukti"
        return
    data, problems = parse_data(content)
    if problems:
        yield from (problem.message for problem in problems)
        return
    measured = make_ringkas(data, ringkas.berkas, ringkas.ditulis)
    for beda in compare_paket(measured, ringkas):
        yield f"Menurut data berkode {beda.lama}, yang tersimpan {beda.baru} ({beda.tentang})"
    if (measured.kode, measured.kode_paket) != (row.kode, row.kode_paket):
        yield f"Data paket ini berkode {measured.kode}, yang tercatat {row.kode}"


def _among_finals(office: Office, kode: str) -> list[HasilCocok]:
    with office.journal.reading() as session:
        rows = finals.list_by_kode(session, kode)
        return [_describe_final(office, session, row) for row in rows]


def _describe_final(office: Office, session: Session, row: Final) -> HasilCocok:
    periode = Periode(row.tahun, getattr(row, "triwulan", None))
    later: list[str] = []
    if row.dibuka is not None:
        day = format_tanggal(local_date(row.dibuka))
        later.append(f"Dibuka kembali {day}: {row.alasan_dibuka}")
        later += _tell_in_force(session, row, periode)
    elif isinstance(row, Pengukuran) and row.pejabat_id is None:
        later += [
            f"Sesudah ditandatangani, {line}" for line in find_status(office, periode).perubahan
        ]
    wrong = [] if is_genuine(row) else [DIUBAH_DI_LUAR]
    if row.pdf and read_kept(office, row.pdf) is None:
        wrong.append("Cetakan yang ditandatangani hilang atau berubah di folder data")
    day = format_tanggal(row.tanggal) if row.tanggal else "tanpa tanggal"
    rincian = (f"Versi {row.versi}, {day}", *_tell_final(row, is_sound=not wrong))
    return HasilCocok(name_final(row), rincian, tuple(later), tuple(wrong))


def _tell_final(row: Final, *, is_sound: bool) -> Iterator[str]:
    """Yield what a paper is held against: its figures, or where its print is to be seen."""
    if not is_sound:
        return
    if isinstance(row, Pengukuran):
        yield from _tell_figures(list_measured(thaw_final(row).measure()))
    elif row.dibuka is None:
        yield "Cetakan finalnya ada di Dokumen"


def _tell_in_force(session: Session, row: Final, periode: Periode) -> Iterator[str]:
    if isinstance(row, Pengukuran):
        now = find_final(session, periode, row.pejabat_id)
        yield f"Yang berlaku versi {now.versi}, kode {now.kode}" if now else "Belum final lagi"
