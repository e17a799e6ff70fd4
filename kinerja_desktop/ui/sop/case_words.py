"""What is said when something is noted in a case, and what is asked before."""

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.ui.sop.step_card import FOR_GOOD

#: What has happened to a step, after its name.
NOTED = {
    JenisKejadian.MULAI: "mulai dikerjakan",
    JenisKejadian.SELESAI: "selesai",
    JenisKejadian.SETUJU: "disetujui",
    JenisKejadian.KEMBALIKAN: "dikembalikan",
    JenisKejadian.CATATAN: "diberi catatan",
    JenisKejadian.BUKA_KEMBALI: "dibuka kembali",
    JenisKejadian.BATAL: "dan seterusnya dibatalkan",
}


def step_at(kasus: Kasus) -> int:
    """Return the running step, or the last one when the case is over."""
    langkah = kasus.posisi.langkah
    return langkah.sequence if langkah else kasus.riwayat[-1].langkah.sequence


def ask_of(kasus: Kasus, jenis: JenisKejadian) -> tuple[str, str, str]:
    """Return title, question and the word for yes."""
    langkah = step_at(kasus)
    match jenis:
        case JenisKejadian.KEMBALIKAN:
            target = kasus.sop.sop.get_langkah(langkah).kembali_ke
            return (
                "Kembalikan",
                f"Mengapa langkah {langkah} dikembalikan ke langkah {target}? "
                f"Putaran {kasus.posisi.putaran + 1} dimulai. {FOR_GOOD}",
                "Kembalikan",
            )
        case JenisKejadian.BATAL:
            return (
                "Batalkan pelaksanaan",
                "Mengapa pelaksanaan SOP ini dibatalkan? Riwayatnya tetap disimpan, "
                f"dan pelaksanaan dapat dibuka kembali. {FOR_GOOD}",
                "Batalkan pelaksanaan",
            )
    return "Catatan", f"Catatan untuk langkah {langkah}. {FOR_GOOD}", "Simpan catatan"
