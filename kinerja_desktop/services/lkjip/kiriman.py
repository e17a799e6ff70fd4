"""The final LKjIP in the package for Bappeda: printed, editable, and as data with its kode."""

from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import build_lkjip_docx, build_lkjip_pdf, read_final

#: Folder of the report in a package (`docs/sakip.md` §10).
FOLDER = "04_LKJIP"


def list_report_files(office: Office, periode: Periode) -> dict[str, bytes]:
    """Return the year's final report by its path in the package; nothing while it is a draft."""
    final = None if periode.triwulan else read_final(office, periode.tahun)
    if final is None:
        return {}
    stem = f"{FOLDER}/LKjIP_{periode.tahun}"
    return {
        f"{stem}.pdf": build_lkjip_pdf(office, periode.tahun, final.tanggal),
        f"{stem}.docx": build_lkjip_docx(office, periode.tahun, final.tanggal),
    }


def list_report_data(office: Office, periode: Periode) -> list[dict[str, Any]]:
    """Return the report's entry among the documents of ``data.json``; none while it is a draft.

    Raises:
        KinerjaError: what was frozen no longer gives the kode on the signed paper.
    """
    final = None if periode.triwulan else read_final(office, periode.tahun)
    if final is None:
        return []
    if compute_kode(final.snapshot) != final.kode:
        raise KinerjaError(
            f"Data LKjIP {periode.tahun} tidak cocok lagi dengan kode verifikasinya.",
            "Pulihkan dari cadangan terakhir yang baik.",
        )
    return [
        {
            "judul": f"LKjIP {periode.label}",
            "kode": final.kode,
            "versi": final.versi,
            "data": final.snapshot,
        }
    ]
