"""What this office was told of its figures: taken from a file or noted here, shown, done with.

What Bappeda tells comes in a file (`docs/sakip.md` §10). As with receipts only what fits the
office's own log is believed: comments on periods that it delivered itself. What a leader asks in a
meeting is noted here, and was never in a file: `Komentar.dikirim` is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import clean_text, says_something
from kinerja_desktop.domain.penerimaan.komentar import (
    BerkasKomentar,
    ButirKomentar,
    name_komentar,
    tidy_isi,
)
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import komentar as queries
from kinerja_desktop.store.queries.kiriman import list_kiriman
from kinerja_desktop.store.records import Komentar

#: What the names of such files begin with.
PREFIX = "KOMENTAR_"
#: What the page Kirim is asked for, to show them.
KOMENTAR = "komentar"
#: What asks for the log of deliveries there, where a receipt is noted.
CATATAN = "catatan"


@dataclass(frozen=True)
class KomentarMasuk:
    """A comment or question that this office was given.

    Attributes:
        selesai: when it was done with; None for not yet.
        jenis: ``Komentar Bappeda``, or ``Pertanyaan`` with who asks.
        is_pertanyaan: it was noted in this office, in a meeting.
    """

    id: UUID
    butir: ButirKomentar
    selesai: date | None
    jenis: str
    is_pertanyaan: bool

    @property
    def tentang(self) -> str:
        """What it is about, in words."""
        whole = "Periode seluruhnya" if self.is_pertanyaan else "Paket seluruhnya"
        return self.butir.tentang or whole


def take_komentar(office: Office, berkas: BerkasKomentar, problems: list[Problem]) -> int:
    """Keep the comments of a file that are not known yet.

    Args:
        office: the open office of a kecamatan.
        berkas: for this office.
        problems: what is not taken is told here.

    Returns:
        How many are new.
    """
    with office.journal.reading() as session:
        sent = {Periode(row.tahun, row.triwulan) for row in list_kiriman(session)}
        known = _find_known(session, berkas.komentar)
    new = []
    for item in berkas.komentar:
        if item.id in known:
            if known[item.id] != item.isi:
                problems.append(_refuse(item, "sudah ada dengan isi lain, jadi yang dulu tetap"))
        elif item.periode not in sent:
            problems.append(_refuse(item, "tidak dicatat: paket periode itu belum pernah dikirim"))
        else:
            new.append(item)
    return _keep(office, berkas.kantor, new) if new else 0


def _find_known(session: Session, items: Sequence[ButirKomentar]) -> dict[UUID, str]:
    return {row.id: row.isi for row in queries.list_by_id(session, [item.id for item in items])}


def _refuse(item: ButirKomentar, why: str) -> Problem:
    return Problem(f"Komentar {item.periode.label} {why}. Tanyakan kepada Bappeda", is_warning=True)


def list_komentar_masuk(office: Office) -> list[KomentarMasuk]:
    """Return what this office was told, of all years: what is open first, then the latest."""
    with office.journal.reading() as session:
        found = [
            KomentarMasuk(
                row.id,
                read_butir(row),
                row.selesai,
                name_komentar(row.dari, row.dikirim),
                row.dikirim is None,
            )
            for row in queries.list_all(session)
            # With one it was told to somebody else, when this was a Bappeda's.
            if row.perangkat_id is None
        ]
    found.reverse()
    return sorted(found, key=lambda item: item.selesai is not None)


def describe_keadaan(item: KomentarMasuk) -> str:
    """Return in few words whether a comment is done with."""
    return f"Selesai {format_tanggal(item.selesai)}" if item.selesai else "Belum selesai"


def note_pertanyaan(office: Office, periode: Periode, tentang: str, isi: str, dari: str) -> UUID:
    """Note what a leader asks of a period, as work for the operator; return its id.

    Args:
        office: the open office of a kecamatan.
        periode: of whose figures.
        tentang: the indicator or sasaran in its words; empty for the whole.
        isi: the question.
        dari: who asks.

    Raises:
        KinerjaError: nothing is asked, it is too long, or nobody is named.
    """
    text, who = tidy_pertanyaan(isi, dari)
    with office.journal.action(f"Mencatat pertanyaan {who}") as session:
        row = Komentar(
            tahun=periode.tahun,
            triwulan=periode.triwulan,
            tentang=clean_text(tentang),
            isi=text,
            dari=who,
            dibuat=office.now(),
        )
        session.add(row)
        return row.id


def tidy_pertanyaan(isi: str, dari: str) -> tuple[str, str]:
    """Return a question and who asks it as they are stored.

    Raises:
        KinerjaError: nothing is asked, it is too long, or nobody is named.
    """
    who = clean_text(dari)
    if not says_something(who):
        raise KinerjaError("Belum ditulis siapa yang bertanya.", "Tulis jabatan atau namanya.")
    try:
        return tidy_isi(isi, "Pertanyaannya"), who
    except ValueError as error:
        raise KinerjaError(str(error)) from error


def mark_komentar(office: Office, komentar_id: UUID, selesai: date | None) -> None:
    """Note on which day a comment was done with; None for not yet.

    Raises:
        KinerjaError: the day lies ahead, or the comment is not there.
    """
    if selesai is not None and selesai > office.today():
        raise KinerjaError("Tanggal selesai belum tiba.", "Isi tanggal hari ini atau sebelumnya.")
    word = "selesai" if selesai else "belum selesai"
    with office.journal.reading() as session:
        is_asked = require_komentar(session, komentar_id).dikirim is None
    what = "pertanyaan" if is_asked else "komentar Bappeda"
    with office.journal.action(f"Menandai {what} {word}") as session:
        require_komentar(session, komentar_id).selesai = selesai


def require_komentar(session: Session, komentar_id: UUID) -> Komentar:
    """Return the row of a comment.

    Raises:
        KinerjaError: it is not there any more, or never was.
    """
    row = session.get(Komentar, komentar_id)
    if row is None:
        raise KinerjaError("Komentar ini tidak ada, atau sudah dihapus.", "Muat ulang daftarnya.")
    return row


def read_butir(row: Komentar) -> ButirKomentar:
    """Return what a row says."""
    return ButirKomentar(
        row.id, row.tahun, row.triwulan, row.tentang, row.isi, row.dari, row.dibuat
    )


def _keep(office: Office, kantor: str, items: Sequence[ButirKomentar]) -> int:
    label = f"Mencatat {len(items)} komentar dari {kantor}"
    with office.journal.action(label, undoable=False) as session:
        # Another PC may have read the same stick by now.
        known = _find_known(session, items)
        new = [item for item in items if item.id not in known]
        for item in new:
            session.add(
                Komentar(
                    id=item.id,
                    tahun=item.tahun,
                    triwulan=item.triwulan,
                    tentang=item.tentang,
                    isi=item.isi,
                    dari=", ".join(filter(None, (item.dari, kantor))),
                    dibuat=item.dibuat,
                    dikirim=office.now(),
                )
            )
    return len(new)
