"""Evidence that a form names: looked for beside the file, and only there."""

from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.evidence_names import clean_name, require_document
from kinerja_desktop.store.evidence import MAX_SIZE, compute_sha256

_MB = 1_000_000


class EvidenceFinder:
    """Finds files by name in the folders of forms; each folder is read once."""

    def __init__(self) -> None:
        self._folders: dict[Path, dict[str, Path]] = {}

    def find(
        self, form: Path, names: Sequence[str], attached: Collection[str]
    ) -> tuple[tuple[Path, ...], tuple[str, ...]]:
        """Return the files to attach, and what is to be said of the others.

        Args:
            form: the form's file; evidence lies beside it.
            names: as the form names them.
            attached: SHA-256 of what is attached to that figure already.
        """
        found: list[Path] = []
        notes: list[str] = []
        for name in names:
            path, note = self._look(form, name)
            if note:
                notes.append(note)
            elif path and not self._is_attached(path, attached, notes):
                found.append(path)
        return tuple(found), tuple(notes)

    def _is_attached(self, path: Path, attached: Collection[str], notes: list[str]) -> bool:
        try:
            return compute_sha256(path) in attached
        except OSError:
            notes.append(_unreadable(clean_name(path.name)))
            return True

    def _look(self, form: Path, name: str) -> tuple[Path | None, str]:
        shown = clean_name(name)
        if PureWindowsPath(name).name != name or PurePosixPath(name).name != name:
            return None, f"bukti '{shown}' bukan nama berkas: tulis namanya saja, tanpa foldernya"
        path = self._list(form.parent).get(name.casefold())
        if path is None:
            return None, f"bukti '{shown}' tidak ada di samping formulir: minta berkasnya"
        try:
            require_document(path.name)
            size = path.stat().st_size
        except KinerjaError as error:
            return None, f"bukti tidak dilampirkan: {error}"
        except OSError:
            return None, _unreadable(shown)
        if not size:
            return None, f"bukti '{shown}' kosong: minta berkas yang ada isinya"
        if size > MAX_SIZE:
            return None, f"bukti '{shown}' lebih besar dari {MAX_SIZE // _MB} MB: perkecil dulu"
        return path, ""

    def _list(self, folder: Path) -> dict[str, Path]:
        if folder not in self._folders:
            try:
                # A link leads elsewhere, perhaps to what nobody wanted to hand over.
                files = [
                    path
                    for path in sorted(folder.iterdir())
                    if path.is_file() and not path.is_symlink()
                ]
            except OSError:
                files = []  # the stick is gone; every name is told as missing
            self._folders[folder] = {path.name.casefold(): path for path in files}
        return self._folders[folder]


def _unreadable(shown: str) -> str:
    return f"bukti '{shown}' tidak dapat dibaca: salin ulang berkasnya"
