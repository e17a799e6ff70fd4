"""The kinds of papers about SOPs: as printed, as read by the office, and how a case went."""

from datetime import date
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.berkas import sop_to_json
from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    Dokumen,
    KeadaanDokumen,
    LampiranLaporan,
    Permintaan,
    Subjek,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.services.sop.library import list_attached, list_sop
from kinerja_desktop.services.sop.papers import compose_riwayat, compose_sop


def _compose_sop(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_sop(office, permintaan.require_tentang(SOP.judul))


def _compose_dirapikan(office: Office, permintaan: Permintaan) -> Naskah:
    sop_id = permintaan.require_tentang(SOP_DIRAPIKAN.judul)
    return compose_sop(office, sop_id, Bacaan.DIRAPIKAN)


def _compose_with_notes(office: Office, permintaan: Permintaan) -> Naskah:
    sop_id = permintaan.require_tentang(SOP_CATATAN.judul)
    return compose_sop(office, sop_id, with_notes=True)


def _compose_sumber(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_sop(office, permintaan.require_tentang(SOP_SUMBER.judul), sumber=True)


def _compose_riwayat(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_riwayat(office, permintaan.require_tentang(RIWAYAT_SOP.judul))


def _describe_sop(office: Office, periode: Periode) -> KeadaanDokumen:
    subjek = tuple(Subjek(item.id, item.nama, f"versi {item.versi}") for item in list_sop(office))
    if not subjek:
        text = "Belum ada SOP yang dipakai: pilih di Prosedur (SOP)."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(f"{len(subjek)} SOP dipakai", subjek)


def _describe_sumber(office: Office, periode: Periode) -> KeadaanDokumen:
    items = (item for item in list_sop(office) if item.sumber is not None)
    subjek = tuple(Subjek(item.id, item.nama, f"versi {item.versi}") for item in items)
    if not subjek:
        text = "Belum ada SOP yang dijadikan milik kantor: Prosedur (SOP) → SOP kantor."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(f"{len(subjek)} SOP bersumber", subjek)


def _describe_riwayat(office: Office, periode: Periode) -> KeadaanDokumen:
    cases = list_cases(office, periode.tahun)
    subjek = tuple(
        Subjek(
            case.id,
            ", ".join(part for part in (case.sop.nama, case.periode.label, case.judul) if part),
            case.posisi.status.value,
        )
        for case in cases
    )
    if not subjek:
        text = f"Belum ada SOP yang dijalankan untuk {periode.tahun}: mulai di Prosedur (SOP)."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    running = sum(case.is_running for case in cases)
    return KeadaanDokumen(f"{len(cases)} pelaksanaan, {running} berjalan", subjek)


def _find_sop(office: Office, periode: Periode, kode: str) -> UUID | None:
    return next((item.id for item in list_sop(office) if item.sop.id == kode), None)


def _find_case(office: Office, periode: Periode, kode: str) -> UUID | None:
    cases = (case for case in list_cases(office, periode.tahun) if case.periode == periode)
    return next((case.id for case in cases if case.sop.sop.id == kode), None)


def _attach(office: Office, tahun: int, tanggal: date) -> tuple[str, ...]:
    return tuple(sop_to_json(item.sop) for item in list_attached(office))


SOP = Dokumen(
    "sop",
    "SOP dan diagram alirnya",
    "Langkah, pelaksana, dan mutu baku seperti tercetak.",
    compose=_compose_sop,
    describe=_describe_sop,
    berperiode=False,
    tentang=Tentang("&SOP", _find_sop),
    lampiran=LampiranLaporan("sop", _attach),
)

SOP_DIRAPIKAN = Dokumen(
    "sop-dirapikan",
    "SOP versi dirapikan",
    "Dengan bacaan dan perubahan yang sudah diterima kantor.",
    compose=_compose_dirapikan,
    describe=_describe_sop,
    berperiode=False,
    tentang=Tentang("&SOP", _find_sop),
)

SOP_CATATAN = Dokumen(
    "sop-catatan",
    "SOP dengan catatan",
    "Seperti tercetak, disertai catatan tentang yang keliru pada naskahnya.",
    compose=_compose_with_notes,
    describe=_describe_sop,
    berperiode=False,
    tentang=Tentang("&SOP", _find_sop),
)

RIWAYAT_SOP = Dokumen(
    "riwayat-sop",
    "Riwayat pelaksanaan SOP",
    "Langkah demi langkah, nyata dan baku.",
    compose=_compose_riwayat,
    describe=_describe_riwayat,
    has_kop=True,
    tentang=Tentang("&Pelaksanaan", _find_case),
)

SOP_SUMBER = Dokumen(
    "sop-sumber",
    "SOP, naskah sumbernya",
    "SOP yang dijadikan milik kantor, seperti semula tercetak.",
    compose=_compose_sumber,
    describe=_describe_sumber,
    berperiode=False,
    tentang=Tentang("&SOP", _find_sop),
)

DOKUMEN = (SOP, SOP_DIRAPIKAN, SOP_CATATAN, SOP_SUMBER, RIWAYAT_SOP)
