"""Whose is a package, and what speaks against taking it in?

Every door of receiving asks `judge`: the preview, and the taking in itself once more, because
another package of the same unit may have come in meanwhile.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from kinerja_desktop import __version__
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.penerimaan.banding import compare_paket
from kinerja_desktop.domain.penerimaan.ringkas import RingkasPaket, ringkas_from_data
from kinerja_desktop.domain.penerimaan.urutan import UrutanPaket, find_newest, place, urutan_of
from kinerja_desktop.domain.update import is_newer
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.programs import is_program_name
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.services.penerimaan.unit import DaftarUnit, name_unit
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah

#: Marks what a judgement says, which the next one says anew.
_JUDGED = "penilaian"


def judge(
    office: Office, calon: CalonPaket, daftar: DaftarUnit, waiting: Iterable[CalonPaket] = ()
) -> CalonPaket:
    """Hold a package that was read against the units, the periods and what is in already.

    Args:
        office: the open office, one that receives.
        calon: what was read.
        daftar: who reports here.
        waiting: what was judged before it and is to be taken in along with it: a version that
            lies beside it is what it is compared with.
    """
    if calon.paket is None or calon.ringkas is None:
        return calon
    ringkas = calon.ringkas
    told = [problem for problem in calon.problems if problem.field != _JUDGED]
    unit = daftar.find(ringkas.kecamatan, ringkas.kabupaten)
    if unit is None:
        text = (
            f"Pengirim paket ini, {calon.paket.pengirim}, tidak ada dalam daftar unit. "
            "Bila memang melapor ke sini, tambahkan ke daftar (tab Unit), lalu cari lagi."
        )
        return replace(calon, problems=(*told, _objection(text, is_warning=False)))
    with office.journal.reading() as session:
        versions = queries.list_versions(session, unit.id, ringkas.periode)
        doubts = list(_doubt(session, office, calon, ringkas, unit))
    same = find_same(versions, ringkas, calon.data)
    newest = find_newest(versions, urutan_of_row)
    if same is not None:
        day = format_tanggal(local_date(same.diterima))
        doubts = [_objection(f"Paket ini sudah diterima pada {day}. Tidak perlu diterima lagi.")]
    elif newest:
        doubts += _compare_versions(ringkas, newest)
    dipilih = _chosen(ringkas, versions)
    beside = [item for item in waiting if item.unit_id == unit.id and not item.sudah]
    bersaing = newest is not None and _competes(ringkas, newest)
    if newest and bersaing:
        before: RingkasPaket | None = ringkas_from_data(newest.ringkas)
    else:
        before = _find_before(urutan_of(ringkas, dipilih), ringkas.periode, versions, beside)
    return replace(
        calon,
        unit_id=unit.id,
        unit=daftar.name(unit),
        problems=(*told, *doubts),
        sudah=same.id if same else None,
        berlaku=urutan_of_row(newest) if newest else None,
        dipilih=dipilih,
        bersaing=bersaing,
        sebelumnya=before is not None,
        beda=compare_paket(before, ringkas) if before else (),
    )


def _chosen(ringkas: RingkasPaket, versions: Iterable[PaketMasuk]) -> datetime | None:
    """Return when a package that says the same was chosen: it may come again with more files."""
    moments = (
        row.dipilih
        for row in versions
        if row.versi == ringkas.versi and row.kode == ringkas.kode and row.dipilih
    )
    return max(moments, default=None)


def _find_before(
    mine: UrutanPaket,
    periode: Periode,
    versions: Iterable[PaketMasuk],
    beside: Sequence[CalonPaket],
) -> RingkasPaket | None:
    """Return the version right before a package, in the store or beside it; None for the first."""
    found = [
        (urutan_of_row(row), ringkas_from_data(row.ringkas))
        for row in versions
        if urutan_of_row(row) < mine
    ]
    for item in beside:
        if item.ringkas and item.ringkas.periode == periode and item.urutan and item.urutan < mine:
            found.append((item.urutan, item.ringkas))
    newest = find_newest(found, lambda pair: pair[0])
    return newest[1] if newest else None


def find_same(
    versions: Iterable[PaketMasuk], ringkas: RingkasPaket, data: str
) -> PaketMasuk | None:
    """Return the row of the very same package, wherever it lies now; None when it is not in.

    Args:
        versions: what is in of its unit and period.
        ringkas: what it says.
        data: the SHA-256 of its ``data.json``.
    """
    for row in versions:
        if row.data == data or (row.kode_paket and row.kode_paket == ringkas.kode_paket):
            return row
    return None


def urutan_of_row(row: PaketMasuk | queries.PaketTercatat) -> UrutanPaket:
    """Return the place of a package that is in among those of its unit and period."""
    return place(
        row.versi,
        row.dipilih,
        row.ditulis,
        row.ringkas.get("dibuat", ""),
        len(row.ringkas["berkas"]),
        row.kode_paket or row.kode,
    )


def _objection(text: str, *, is_warning: bool = True, needs_reason: bool = False) -> Problem:
    """Return what a judgement says: it bears a mark, because the next judgement says it anew."""
    return Problem(text, is_warning=is_warning, needs_reason=needs_reason, field=_JUDGED)


def _doubt(
    session: Session,
    office: Office,
    calon: CalonPaket,
    ringkas: RingkasPaket,
    unit: PerangkatDaerah,
) -> Iterator[Problem]:
    """Yield what speaks against a package, whatever came before it."""
    assert calon.paket
    asked = queries.list_tenggat(session)
    periode = ringkas.periode
    if not unit.aktif:
        text = f"{name_unit(unit)} ditandai tidak melapor lagi. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    # Where nobody has said which periods are asked for, all are.
    if asked and periode not in {Periode(item.tahun, item.triwulan) for item in asked}:
        text = f"{periode.label} tidak sedang diminta. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    if calon.paket.contoh and not office.require_instansi().contoh:
        text = "Paket ini berisi DATA CONTOH, bukan data resmi. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    if any(is_program_name(file.path) for file in ringkas.berkas):
        text = "Paket ini memuat berkas program, mungkin virus. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    with suppress(ValueError):
        if is_newer(calon.paket.program, __version__):
            yield _objection(
                f"Paket ini ditulis Kinerja Desktop {calon.paket.program}, lebih baru daripada "
                f"program ini ({__version__}), dan tetap dapat diterima. "
                "Perbarui program di komputer ini bila sempat."
            )


def _compare_versions(ringkas: RingkasPaket, newest: PaketMasuk) -> Iterator[Problem]:
    """Yield what the package that counts now has to say of another one."""
    if _competes(ringkas, newest):
        text = (
            f"Versi {ringkas.versi} dari {ringkas.periode.label} sudah diterima dengan isi lain "
            f"(kode {newest.kode}, paket ini {ringkas.kode}). Tanyakan mana yang benar kepada "
            "pengirim. Bila paket ini yang benar, terima dengan alasan: sejak itu paket ini yang "
            "berlaku."
        )
        yield _objection(text, needs_reason=True)
    elif urutan_of(ringkas) < urutan_of_row(newest):
        than = (
            f"lebih lama (versi {ringkas.versi}) daripada yang sudah diterima (versi "
            f"{newest.versi})"
            if ringkas.versi != newest.versi
            else f"ditulis lebih dulu daripada paket versi {newest.versi} yang sudah diterima"
        )
        text = f"Paket ini {than}, jadi tidak akan berlaku. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    elif ringkas.kode == newest.kode:
        text = (
            "Pengukuran Kinerja di dalamnya sama dengan yang sudah diterima; berkas lainnya "
            "yang berubah."
        )
        yield _objection(text)


def _competes(ringkas: RingkasPaket, newest: PaketMasuk) -> bool:
    """Tell whether two packages of one version say different things."""
    return ringkas.versi == newest.versi and ringkas.kode != newest.kode
