"""What a new letter finds filled in: the people of the office, the team, the letter behind it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sections.pejabat import PERAN
from kinerja_desktop.domain.sections.surat import SIFAT
from kinerja_desktop.domain.surat.isi import IsiNaskah, Tabel
from kinerja_desktop.services.kantor.identitas import DEFINITIF, name_post
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.queries.surat import find_surat_of_case
from kinerja_desktop.store.records import Pejabat, Penempatan

_ORDER = tuple(PERAN)
#: Lines left empty for who is no official of this office.
_BLANK = 5
_TIM = {"camat": "Pengarah", "sekretaris": "Ketua", "pengelola": "Sekretaris"}
_ANGGOTA = "Anggota"

Orang = tuple[Penempatan, Pejabat]


def prefill(
    session: Session, jenis: str, isi: IsiNaskah, tanggal: date, case_id: UUID | None
) -> IsiNaskah:
    """Return a filled wording with what the office's own data adds to it.

    Args:
        session: a reading session.
        jenis: the kind of letter.
        isi: its wording with all places filled.
        tanggal: of the letter, which tells who is in post.
        case_id: the case it belongs to.
    """
    people = list_people(session, tanggal)
    fill = _FILLERS.get(jenis)
    found = fill(isi, people) if fill else isi
    return _add_letter(session, jenis, found, case_id)


def list_people(session: Session, day: date) -> list[Orang]:
    """Return who is in post on a day, each once by the own post, the Camat first.

    Who stands in for somebody (Plt., Plh.) keeps the own post; it is told beside it.
    """
    own: dict[UUID, Orang] = {}
    acting: dict[UUID, list[str]] = {}
    rows = sorted(list_in_post(session, day), key=lambda row: _rank_of(row[0]))
    for post, who in rows:
        if who.id not in own:
            own[who.id] = (post, who)
        elif post.status != DEFINITIF:
            acting.setdefault(who.id, []).append(name_post(post))
    return sorted(
        ((_told(post, acting.get(who.id, [])), who) for post, who in own.values()),
        key=lambda row: _ORDER.index(row[0].peran),
    )


def _rank_of(post: Penempatan) -> tuple[bool, int]:
    return (post.status != DEFINITIF, _ORDER.index(post.peran))


def _told(post: Penempatan, acting: Sequence[str]) -> Penempatan:
    """Return a post whose name tells what its holder stands in for."""
    names = [name_post(post), *acting]
    return Penempatan(**{**post.model_dump(), "jabatan": " / ".join(names)})


def list_jabatan(people: Sequence[Orang]) -> tuple[str, ...]:
    """Return the posts below the Camat, as a lembar disposisi lists them."""
    below = (post for post, _ in people if post.peran not in ("camat", "staf"))
    return tuple(dict.fromkeys(post.jabatan for post in below))


def _attend(isi: IsiNaskah, people: Sequence[Orang]) -> IsiNaskah:
    rows = [(who.nama, post.jabatan) for post, who in people]
    rows += [("", "")] * _BLANK
    lines = tuple((f"{n}.", *row, "") for n, row in enumerate(rows, start=1))
    return replace(isi, tabel=Tabel(isi.tabel.kepala, lines))


def _share(isi: IsiNaskah, people: Sequence[Orang]) -> IsiNaskah:
    lines = tuple(
        (f"{n}.", who.nama, post.jabatan, "1 (satu) berkas", "", "")
        for n, (post, who) in enumerate(people, start=1)
    )
    return replace(isi, tabel=Tabel(isi.tabel.kepala, lines))


def _team(isi: IsiNaskah, people: Sequence[Orang]) -> IsiNaskah:
    lines = tuple(
        (f"{n}.", who.nama, post.jabatan, _seat(post))
        for n, (post, who) in enumerate(people, start=1)
    )
    return replace(isi, tabel_lampiran=Tabel(isi.tabel_lampiran.kepala, lines))


def _send(isi: IsiNaskah, people: Sequence[Orang]) -> IsiNaskah:
    """Propose who runs SAKIP and whoever is below; the clerk takes out and adds."""
    chosen = [row for row in people if row[0].pengelola_kinerja] or list(people[1:2])
    lines = tuple(
        (f"{n}.", who.nama, _rank(who), post.jabatan)
        for n, (post, who) in enumerate(chosen, start=1)
    )
    return replace(isi, tabel=Tabel(isi.tabel.kepala, lines))


def _seat(post: Penempatan) -> str:
    return _TIM.get("pengelola" if post.pengelola_kinerja else post.peran, _ANGGOTA)


def _rank(who: Pejabat) -> str:
    nip = f"NIP {format_nip(who.nip)}" if who.nip else ""
    return "\n".join(part for part in (who.pangkat, nip) if part)


def _add_letter(session: Session, jenis: str, isi: IsiNaskah, case_id: UUID | None) -> IsiNaskah:
    """Write into a lembar disposisi when the letter came, and its number in the book."""
    came = find_surat_of_case(session, case_id) if case_id and jenis == "disposisi" else None
    if came is None:
        return isi
    known = {
        "Diterima tanggal": format_tanggal(came.diterima) if came.diterima else "",
        "Nomor agenda": came.agenda,
    }
    rincian = tuple((k, known.get(k) or v) for k, v in isi.rincian)
    return replace(isi, rincian=rincian, sifat=SIFAT.get(came.sifat, isi.sifat))


_FILLERS: Mapping[str, Callable[[IsiNaskah, Sequence[Orang]], IsiNaskah]] = {
    "daftar-hadir": _attend,
    "daftar-bagi": _share,
    "sk-tim": _team,
    "surat-tugas": _send,
}
