"""Agreements and other papers that the practice office has signed."""

from kinerja_desktop.domain.capaian.nilai import parse_nilai
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.pengukuran.finalisasi import finalize
from kinerja_desktop.services.rencana.perjanjian import (
    change_perjanjian,
    create_murni,
    create_perubahan,
    set_butir,
)
from kinerja_desktop.services.rencana.tanda_tangan import sign_perjanjian


def do_perjanjian(kerja: Kerja, isi: Isi) -> None:
    """Write an agreement, or the change of one, number it and have it signed."""
    office, tahun = kerja.office, isi["tahun"]
    pejabat = kerja.find("pejabat", nama=isi["pejabat"])
    if "alasan" in isi:
        (first,) = list_rows(
            office, "perjanjian_kinerja", tahun=tahun, pejabat_id=pejabat, perubahan_ke=0
        )
        key = create_perubahan(office, first["id"], isi["alasan"], isi["uraian"])
        targets = {
            kerja.find("indikator", kode=kode): value for kode, value in isi["target"].items()
        }
        rows = list_rows(office, "butir_perjanjian", perjanjian_kinerja_id=key)
        cells = [
            (row["id"], parse_nilai(targets[row["indikator_id"]]))
            for row in rows
            if row["indikator_id"] in targets
        ]
        set_butir(office, cells)
    else:
        key = create_murni(office, tahun, pejabat)
    change_perjanjian(office, key, "nomor", isi["nomor"])
    sign_perjanjian(office, key, kerja.hari)


def do_rencana_aksi(kerja: Kerja, isi: Isi) -> None:
    """Change the target of a triwulan and of its last month, after the agreement was changed."""
    office, triwulan = kerja.office, isi["triwulan"]
    target = parse_nilai(isi["target"])
    about = {"indikator_id": kerja.find("indikator", kode=isi["indikator"]), "tahun": isi["tahun"]}
    for section, name in (
        ("rencana_aksi", f"tw{triwulan}"),
        ("rencana_aksi_bulanan", f"b{3 * triwulan}"),
    ):
        change_field(office, section, kerja.find(section, **about), name, target)


def do_final(kerja: Kerja, isi: Isi) -> None:
    """Make a paper final under the day of the deed."""
    office, periode = kerja.office, periode_of(isi)
    match isi["dokumen"]:
        case PENGUKURAN.kunci:
            finalize(office, periode, kerja.hari, kerja.pejabat(isi))
        case LKJIP.kunci:
            finalize_lkjip(office, periode.tahun, kerja.hari)
        case kunci:
            make_final(office, DOKUMEN[kunci], Permintaan(kunci, periode), kerja.hari)
