"""The LKjIP as a naskah: front matter, chapters with tables and charts, attachments."""

from kinerja_desktop.documents.lkjip.report import build_lkjip
from kinerja_desktop.documents.lkjip.writer import Gambar

__all__ = ["Gambar", "build_lkjip"]
