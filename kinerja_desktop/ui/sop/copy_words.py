"""What is said of a version of an SOP beside its table."""

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.usulan import describe_kunci
from kinerja_desktop.services.sop.library import SopKantor


def log_of(sop: Sop) -> list[tuple[str, ...]]:
    """Return the usulan that were accepted, the newest first, as rows of a table."""
    return [
        (
            str(entry.versi), format_tanggal(entry.tanggal), entry.oleh,
            describe_kunci(entry.kunci), entry.tercetak or "(kosong)", entry.diterima,
        )
        for entry in reversed(sop.penerimaan)
    ]  # fmt: skip


def state_of(copy: SopKantor) -> str:
    """Return whether a version is in use."""
    return "dipakai" if copy.aktif else "tidak dipakai lagi"


def remark_on(copy: SopKantor | None) -> str:
    """Return why nothing can be changed; empty when it can."""
    if copy is None:
        return "Kantor belum punya SOP. Pilih “Pakai SOP bawaan…” untuk mulai."
    if copy.aktif:
        return ""
    return "Versi ini tidak dipakai lagi: hanya dibaca. Pelaksanaan yang memakainya tetap jalan."
