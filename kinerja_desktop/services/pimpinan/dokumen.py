"""The kind of document *Ringkasan untuk Camat*: one page, in as many words as it holds."""

from dataclasses import replace

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.ringkasan_camat import MUATAN, build_ringkasan_camat
from kinerja_desktop.documents.pdf.layout import lay_out_naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.ringkasan_camat import (
    RingkasanCamat,
    compare_sasaran,
    list_tertinggal,
)
from kinerja_desktop.services.kantor.dokumen import Dokumen, KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import kop_of, tanda_of
from kinerja_desktop.services.pengukuran.dokumen import standing, without_indikator
from kinerja_desktop.services.pimpinan.bahan import read_angka
from kinerja_desktop.services.pimpinan.menunggu import list_menunggu
from kinerja_desktop.store.queries.bahan import list_indikator

#: What stays free at the foot, in mm: Word sets some lines a little higher than we do.
_SPARE = 12


def gather_ringkasan(office: Office, permintaan: Permintaan) -> RingkasanCamat:
    """Return all that the page of a period could say.

    Raises:
        KinerjaError: no indicator is in force, or what was frozen was changed outside the program.
    """
    instansi = office.require_instansi()
    day = permintaan.tanggal or office.today()
    angka = read_angka(office, permintaan.periode, day)
    return RingkasanCamat(
        kop=kop_of(office, instansi),
        skpd=f"Kecamatan {instansi.kecamatan}",
        periode=permintaan.periode,
        keadaan=angka.keadaan,
        hasil=angka.hasil,
        lalu=angka.lalu,
        sasaran=compare_sasaran(angka.hasil, angka.lalu, angka.program),
        tertinggal=list_tertinggal(angka.hasil),
        anggaran=angka.anggaran,
        menunggu=tuple(list_menunggu(office, day)),
        tanggal=day,
        tanda=tanda_of(instansi),
    )


def compose_ringkasan(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the page with as much of everything as it holds.

    Raises:
        KinerjaError: no indicator is in force, or what was frozen was changed outside the program.
    """
    data = gather_ringkasan(office, permintaan)
    tries = (build_ringkasan_camat(data, muatan) for muatan in MUATAN[:-1])
    shortest = build_ringkasan_camat(data, MUATAN[-1])
    return next(filter(_fits, tries), shortest)


def _fits(naskah: Naskah) -> bool:
    margins = replace(naskah.margins, bottom=naskah.margins.bottom + _SPARE)
    return len(lay_out_naskah(replace(naskah, margins=margins)).pages) == 1


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    with office.journal.reading() as session:
        if not list_indikator(session, periode.tahun):
            return without_indikator(periode)
        words = standing(session, periode, None)
        return KeadaanDokumen(f"Angka: {words[:1].lower()}{words[1:]}")


RINGKASAN_CAMAT = Dokumen(
    "ringkasan-camat",
    "Ringkasan untuk Camat",
    "Satu halaman untuk rapat: capaian, yang tertinggal, serapan, dan yang menunggu.",
    compose=compose_ringkasan,
    describe=_describe,
    has_kop=True,
)
