"""The printed SOP and the record of how a case really went."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.riwayat_sop import build_riwayat_sop
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.riwayat_sop import LangkahTerlaksana, RiwayatSop
from kinerja_desktop.domain.sop.formulir import Bacaan, Isian
from kinerja_desktop.domain.sop.perjalanan import Hasil
from kinerja_desktop.domain.sop.posisi import Riwayat
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import Kasus, describe_baku, read_case
from kinerja_desktop.services.sop.library import read_sop_kantor

_PUTUSAN: dict[Hasil | None, str] = {Hasil.DISETUJUI: "Setuju", Hasil.DIKEMBALIKAN: "Dikembalikan"}

_LAMA = (
    "Lama dihitung dalam jam kerja kantor, tanpa hari libur nasional dan cuti bersama; "
    "1 hari adalah satu hari kerja."
)
#: As `domain.sop.posisi` counts: by days, as a calendar and a reader do.
_TERLAMBAT = (
    "Terlambat: selesai sesudah hari jatuh tempo menurut mutu bakunya. Yang lamanya melebihi mutu "
    "baku tetapi selesai pada hari jatuh temponya tidak disebut terlambat."
)


def compose_sop(
    office: Office,
    sop_id: UUID,
    bacaan: Bacaan = Bacaan.TERCETAK,
    *,
    with_notes: bool = False,
    sumber: bool = False,
) -> Naskah:
    """Return an SOP with its flowchart, verbatim and without our notes unless asked otherwise.

    A sample office's prints bear its mark, as all its papers do. With `sumber` it is the source
    that lies beside it, where the office made it its own.
    """
    item = read_sop_kantor(office, sop_id)
    sop = item.sumber if sumber and item.sumber else item.sop
    instansi = office.instansi()
    naskah = build_sop(sop, bacaan, with_notes=with_notes)
    return replace(naskah, is_contoh=instansi is not None and instansi.contoh)


def compose_riwayat(office: Office, case_id: UUID) -> Naskah:
    """Return how a case really went, against its mutu baku."""
    case = read_case(office, case_id)
    instansi = office.require_instansi()
    identitas = case.sop.sop.identitas
    data = RiwayatSop(
        skpd=f"Kecamatan {instansi.kecamatan}",
        nama_sop=_words(identitas.nama_sop),
        nomor_sop=_words(identitas.nomor_sop),
        untuk=case.periode.label,
        langkah=tuple(_langkah(case, riwayat) for riwayat in case.riwayat),
        ringkasan=(
            ("Status", case.posisi.status.value),
            ("Putaran", str(case.posisi.putaran)),
            ("Langkah selesai", f"{case.posisi.langkah_selesai} dari {case.posisi.jumlah_langkah}"),
            *((("Lama seluruhnya", case.lama),) if case.lama else ()),
        ),
        catatan=(_LAMA, _TERLAMBAT),
        kop=make_kop(identify_instansi(instansi), read_logo(office, instansi.logo)),
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )
    return build_riwayat_sop(data)


def _langkah(case: Kasus, riwayat: Riwayat) -> LangkahTerlaksana:
    langkah, kunjungan = riwayat.langkah, riwayat.kunjungan
    names = [case.sop.sop.get_peran(kode).nama for kode in langkah.pelaksana]
    return LangkahTerlaksana(
        no=langkah.no_tercetak,
        uraian=_words(langkah.uraian),
        pelaksana=_who(names, kunjungan.pelaku),
        mutu_baku=describe_baku(langkah.waktu),
        status=kunjungan.hasil.value.capitalize() if kunjungan.hasil else "Berjalan",
        mulai=format_waktu(kunjungan.mulai or kunjungan.tiba),
        selesai=_moment(kunjungan.selesai),
        lama=riwayat.lama,
        is_late=riwayat.terlambat > 0,
        putusan=_PUTUSAN.get(kunjungan.hasil, "") if langkah.is_decision else "",
        alasan=kunjungan.alasan,
        putaran=kunjungan.putaran,
        bukti=tuple(case.bukti.get(key, key) for key in kunjungan.bukti),
        mulai_dicatat=_moment(kunjungan.mulai_dicatat),
        dicatat=_moment(kunjungan.dicatat),
        pengecualian=kunjungan.pengecualian,
    )


def _moment(moment: datetime | None) -> str:
    return format_waktu(moment) if moment else ""


def _who(names: list[str], pelaku: str) -> str:
    """Name the pelaksana of the form, and who really did it when that is someone else."""
    form = ", ".join(names)
    return form if pelaku in ("", form) else f"{form}\n(oleh {pelaku})"


def _words(isian: Isian) -> str:
    return isian.diterima or isian.tercetak or isian.usulan or ""
