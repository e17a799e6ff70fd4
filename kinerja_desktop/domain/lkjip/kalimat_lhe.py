"""What the last evaluation recommended, and what became of it (`docs/sakip.md` §7.7)."""

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip
from kinerja_desktop.domain.lkjip.bahan import LheLkjip
from kinerja_desktop.domain.lkjip.kata import escape

_HEAD = "| No | Rekomendasi | Tindak lanjut | Penanggung jawab | Status |"
_RULE = "|---|---|---|---|---|"
_NONE = "–"


def write_tindak_lanjut_lhe(analisis: AnalisisLkjip) -> str:
    """Tell the LHE over the year before with its recommendations; empty without one."""
    lhe = analisis.bahan.lhe
    if lhe is None:
        return ""
    found = f"{_name(lhe)}."
    if not lhe.rekomendasi:
        return found
    tahun = analisis.bahan.tahun
    rows = [
        "| "
        + " | ".join(
            (
                f"{number}.",
                escape(item.rekomendasi),
                escape(item.rencana) or _NONE,
                escape(item.penanggung_jawab) or _NONE,
                escape(item.status),
            )
        )
        + " |"
        for number, item in enumerate(lhe.rekomendasi, start=1)
    ]
    told = (
        f"Rekomendasi dalam laporan tersebut menjadi bahan perbaikan perencanaan dan pelaksanaan "
        f"kinerja tahun {tahun}, sebagaimana tabel berikut."
    )
    caption = f"**Tindak lanjut rekomendasi hasil evaluasi tahun {lhe.tahun}**"
    return "\n\n".join([f"{found} {told}", caption, "\n".join([_HEAD, _RULE, *rows])])


def _name(lhe: LheLkjip) -> str:
    number = f" Nomor {escape(lhe.nomor)}" if lhe.nomor else ""
    day = f" tanggal {format_tanggal(lhe.tanggal)}" if lhe.tanggal else ""
    told = (
        f"Hasil evaluasi akuntabilitas kinerja tahun {lhe.tahun} dituangkan dalam Laporan Hasil "
        f"Evaluasi (LHE){number}{day}"
    )
    if lhe.nilai is None:
        return told
    predikat = f" (predikat {lhe.predikat})" if lhe.predikat else ""
    return f"{told} dengan nilai {format_angka(lhe.nilai, 2)}{predikat}"
