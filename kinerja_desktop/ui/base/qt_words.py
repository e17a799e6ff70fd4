"""Qt's own words in Indonesian: the menus of text fields, for which Qt brings no translation."""

from PySide6.QtCore import QObject, QTranslator

#: What Qt calls it, and what the clerk reads.
WORDS = {
    "&Undo": "&Batalkan ketikan",
    "&Redo": "&Ulangi ketikan",
    "Cu&t": "Po&tong",
    "&Copy": "&Salin",
    "Copy &Link Location": "Salin a&lamat tautan",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    "&Step up": "&Naikkan",
    "Step &down": "&Turunkan",
    "Cancel": "Batal",
    "Close": "Tutup",
    "&Close": "&Tutup",
    "Clear": "Kosongkan",
}


class QtWords(QTranslator):
    """Says what it knows in Indonesian and everything else as it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return WORDS.get(source, source)

    def isEmpty(self) -> bool:
        return False
