"""How the status of a case looks: always its word, with a colour of its own."""

from PySide6.QtWidgets import QLabel

from kinerja_desktop.domain.sop.posisi import Posisi, Status
from kinerja_desktop.ui.base import style

#: The tone of each status, as the style sheet knows it.
TONES: dict[Status, str] = {
    Status.BELUM_MULAI: "redup",
    Status.TEPAT_WAKTU: "baik",
    Status.SEGERA: "ingat",
    Status.TERLAMBAT: "bahaya",
    Status.SELESAI: "jalan",
    Status.DIBATALKAN: "redup",
    Status.RUSAK: "bahaya",
}


def colours_of(status: Status) -> tuple[str, str]:
    """Return ground and ink of a status in the colours worn now."""
    return {
        "redup": (style.GROUND, style.MUTED),
        "baik": (style.GOOD_SOFT, style.GOOD),
        "ingat": (style.WARNING_SOFT, style.WARNING),
        "bahaya": (style.DANGER_SOFT, style.DANGER),
        "jalan": (style.ACCENT_SOFT, style.ACCENT),
    }[TONES[status]]


def describe_status(posisi: Posisi) -> str:
    """Return the status in words, with the hari kerja of a delay."""
    if posisi.terlambat:
        return f"{posisi.status} {posisi.terlambat} hari kerja"
    return posisi.status.value


def show_status(label: QLabel, posisi: Posisi) -> None:
    """Show a status on a label as a coloured word."""
    label.setText(describe_status(posisi))
    style.set_tone(label, TONES[posisi.status], "tanda")
