"""How the status of a case looks: always its word, with a colour of its own."""

from PySide6.QtWidgets import QLabel

from kinerja_desktop.domain.sop.posisi import Posisi, Status
from kinerja_desktop.ui.base import style

#: Ground and ink of each status.
COLOURS: dict[Status, tuple[str, str]] = {
    Status.BELUM_MULAI: (style.GROUND, style.MUTED),
    Status.TEPAT_WAKTU: (style.GOOD_SOFT, style.GOOD),
    Status.SEGERA: (style.WARNING_SOFT, style.WARNING),
    Status.TERLAMBAT: (style.DANGER_SOFT, style.DANGER),
    Status.SELESAI: (style.ACCENT_SOFT, style.ACCENT),
    Status.DIBATALKAN: (style.GROUND, style.MUTED),
    Status.RUSAK: (style.DANGER_SOFT, style.DANGER),
}


def describe_status(posisi: Posisi) -> str:
    """Return the status in words, with the hari kerja of a delay."""
    if posisi.terlambat:
        return f"{posisi.status} {posisi.terlambat} hari kerja"
    return posisi.status.value


def show_status(label: QLabel, posisi: Posisi) -> None:
    """Show a status on a label as a coloured word."""
    ground, ink = COLOURS[posisi.status]
    label.setText(describe_status(posisi))
    label.setStyleSheet(
        f"background: {ground}; color: {ink}; font-weight: bold; "
        "border-radius: 4px; padding: 2px 8px;"
    )
