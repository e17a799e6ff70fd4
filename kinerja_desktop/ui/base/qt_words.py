"""Qt's own words in Indonesian, for which Qt brings no translation.

The menus of text fields, and the dialog for files where the desktop has none of its own.
"""

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
    "Look in:": "Lihat di:",
    "&Look in:": "&Lihat di:",
    "File &name:": "&Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Files of &type:": "&Jenis berkas:",
    "Directory:": "Map:",
    "Directories": "Map",
    "&Choose": "&Pilih",
    "&Open": "&Buka",
    "&Save": "&Simpan",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Date Modified": "Diubah",
    "Computer": "Komputer",
    "Folder": "Map",
    "File Folder": "Map",
    "Create New Folder": "Buat map baru",
    "&New Folder": "Map &baru",
    "New Folder": "Map baru",
    "Show &hidden files": "&Tampilkan yang tersembunyi",
    "&Rename": "&Ganti nama",
    "&Delete": "&Hapus",
    "Back": "Kembali",
    "Forward": "Maju",
    "Parent Directory": "Map di atasnya",
    "List View": "Daftar",
    "Detail View": "Rincian",
    "&Yes": "&Ya",
    "&No": "&Tidak",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti berkas itu?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas itu tidak ada. Periksa namanya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nMap itu tidak ada. Periksa namanya."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "'%1' dikunci terhadap perubahan.\nTetap hapus?"
    ),
    "Are you sure you want to delete '%1'?": "Hapus '%1'?",
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
