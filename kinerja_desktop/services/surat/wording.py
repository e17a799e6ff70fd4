"""The wording of letters: what ships, the office's own version of it, and the way back."""

import json
from functools import cache

from kinerja_desktop.domain.surat.isi import IsiNaskah, isi_from_json, isi_to_json, tidy_isi
from kinerja_desktop.domain.surat.jenis import JENIS, JenisNaskah
from kinerja_desktop.domain.surat.templat import check_templat
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.surat import list_templat
from kinerja_desktop.store.records import TemplatNaskah


@cache
def read_bawaan(jenis: str) -> IsiNaskah:
    """Return the wording of a kind that ships with the program."""
    text = resource(f"naskah/{jenis}.json").read_text(encoding="utf-8")
    return isi_from_json(json.loads(text), JENIS[jenis].nama)


def get_jenis(jenis: str) -> JenisNaskah:
    """Return a kind of letter.

    Raises:
        KinerjaError: there is none of this name.
    """
    found = JENIS.get(jenis)
    if found is None:
        raise KinerjaError(f"Naskah '{jenis}' tidak dikenal.", f"Pilih {', '.join(JENIS)}.")
    return found


def read_templat(office: Office, jenis: str) -> tuple[IsiNaskah, int]:
    """Return the wording in force of a kind, and its version; 0 is what ships.

    Raises:
        KinerjaError: the office's own wording cannot be read.
    """
    with office.journal.reading() as session:
        rows = list_templat(session, jenis)
    if not rows or not rows[0].isi:
        return read_bawaan(jenis), 0
    return isi_from_json(rows[0].isi, f"templat {JENIS[jenis].nama}"), rows[0].versi


def save_templat(office: Office, jenis: str, templat: IsiNaskah) -> int:
    """Keep the office's wording of a kind as its next version; letters of before stay.

    Returns:
        The version in force; without a change it stays the one there is.

    Raises:
        DataProblemsError: a place in it is not known.
        KinerjaError: a text is too long.
    """
    kind = get_jenis(jenis)
    try:
        tidy = tidy_isi(templat)
    except ValueError as error:
        raise KinerjaError(f"{error}.") from error
    if problems := check_templat(tidy):
        raise DataProblemsError(problems)
    now, versi = _read_or_bawaan(office, jenis)
    if tidy == now:
        return versi
    with office.journal.action(f"Mengubah templat {kind.nama}") as session:
        rows = list_templat(session, jenis)
        row = TemplatNaskah(
            jenis=jenis,
            versi=rows[0].versi + 1 if rows else 1,
            isi=isi_to_json(tidy),
            dibuat=office.now(),
        )
        session.add(row)
        return row.versi


def reset_templat(office: Office, jenis: str) -> None:
    """Go back to the wording that ships; the versions of before stay in the trail."""
    kind = get_jenis(jenis)
    with office.journal.action(f"Mengembalikan templat {kind.nama} ke bawaan") as session:
        rows = list_templat(session, jenis)
        if not rows or not rows[0].isi:
            raise KinerjaError(
                f"Templat {kind.nama} sudah seperti bawaannya.", "Tidak ada yang perlu diubah."
            )
        session.add(
            TemplatNaskah(jenis=jenis, versi=rows[0].versi + 1, isi={}, dibuat=office.now())
        )


def _read_or_bawaan(office: Office, jenis: str) -> tuple[IsiNaskah, int]:
    """Return the wording in force; a damaged one may be written over."""
    try:
        return read_templat(office, jenis)
    except KinerjaError:
        return IsiNaskah(), 0
