"""What every paper goes through that becomes final: made of one state of the data, kept, proved.

`docs/architecture.md` §2.5–2.6. Pengukuran Kinerja, LKjIP and every other signed paper share it.
"""

from collections.abc import Callable, Collection
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.keselarasan import require_sound
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.progress import Cancelled, never, stop_if
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.store.journal import MovedError
from kinerja_desktop.store.queries.dokumen_final import find_final
from kinerja_desktop.store.records import DokumenFinal, Lkjip, Pengukuran

#: The records that hold what is final.
Final = Pengukuran | Lkjip | DokumenFinal
F = TypeVar("F", Pengukuran, Lkjip, DokumenFinal)

DIUBAH_DI_LUAR = "Isi yang sudah final tidak cocok lagi dengan kode verifikasinya"
"""What a page says of a final paper that was changed outside the program."""
#: Whoever types on while a report of many pages is made may move the data again.
_TRIES = 3


class FinalCancelledError(CancelledError):
    """The clerk stopped making a paper final: it is a draft as before."""

    def __init__(self) -> None:
        super().__init__("Belum dijadikan final: dibatalkan.", "Dokumennya tetap draf.")


def store_final(
    office: Office,
    label: str,
    make: Callable[[str], F],
    *,
    also: Callable[[Session, F], None] = lambda _session, _row: None,
    undoable: bool = False,
    alasan: str | None = None,
    last_call: Cancelled = never,
) -> F:
    """Make a paper of the data as it is, and keep it only if the data is still the same then.

    Args:
        office: the open office.
        label: as the trail will tell it.
        make: checks the data and returns the row to keep, given the seal of the state it is
            made of; called again when the data was changed meanwhile.
        also: what else belongs to the deed.
        undoable: whether Ctrl+Z takes it back.
        alasan: why it is made final although data was changed outside the program, told in the
            trail; blank for no reason, None for what people have signed or sent already.
        last_call: asked the last time whether to stop, before it is stored.

    Raises:
        FinalCancelledError: the clerk stopped it; what `make` put into the data folder stays there
            and nothing names it.
        MovedError: the data is being changed all the time.
        KinerjaError: data was changed outside and nobody says why, the paper is final already, or
            what `make` raises.
    """
    if alasan is not None and (told := require_sound(find_changed_outside(office), alasan)):
        label = f"{label} (data diubah di luar program: {told})"
    for _ in range(_TRIES):
        state = office.journal.state()
        row = make(state)
        try:
            with office.journal.action(label, undoable=undoable) as session:
                # Before anything is written: what somebody else has done meanwhile, such as taking
                # the number that this paper bears, is no reason to refuse but to make it anew.
                office.journal.require_state(session, state)
                session.add(row)
                also(session, row)
                office.journal.require_state(session, state)
                stop_if(last_call, FinalCancelledError)
                return row
        except MovedError:
            continue
    raise MovedError


def reopen_final(
    office: Office,
    record: type[F],
    key: UUID,
    alasan: str,
    judul: str,
    surat: Collection[str] = (),
) -> None:
    """Open what is final again; its version and the reason are kept.

    Args:
        office: the open office.
        record: of which kind.
        key: id of the version in force.
        alasan: why.
        judul: what the paper is called.
        surat: the kinds of letters that went with it: they list what is no longer so.

    Raises:
        KinerjaError: no reason was given, or it is open already.
    """
    if not says_something(alasan):
        raise KinerjaError("Alasan membuka kembali belum ditulis.", "Tulis alasannya.")
    with office.journal.action(f"Membuka kembali {judul}", undoable=False) as session:
        row = session.get_one(record, key)
        if row.dibuka is not None:
            raise KinerjaError(f"{judul} ini sudah dibuka kembali.")
        periode = Periode(row.tahun, getattr(row, "triwulan", None))
        papers: list[Final] = [row]
        for kunci in surat:
            if letter := find_final(session, kunci, periode, None):
                papers.append(letter)
        for opened in papers:
            opened.dibuka = office.now()
            opened.alasan_dibuka = alasan.strip()


def is_genuine(row: Final) -> bool:
    """Tell whether what was frozen still gives the kode verifikasi on the paper."""
    try:
        return compute_kode(row.snapshot) == row.kode
    except (TypeError, ValueError):
        return False


def require_genuine(row: Final, judul: str) -> dict[str, Any]:
    """Return what was frozen, once it is proved to be what was signed.

    Raises:
        KinerjaError: it was changed outside the program.
    """
    if not is_genuine(row):
        raise KinerjaError(
            f"Isi {judul} yang sudah final tidak cocok lagi dengan kode verifikasinya, karena "
            "diubah di luar program ini.",
            "Pulihkan dari cadangan sebelum data itu berubah (Riwayat & Cadangan).",
        )
    return row.snapshot
