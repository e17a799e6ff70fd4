"""What the office writes in its LKjIP: each text kept as typed, with the draft below it."""

from sqlmodel import Session

from kinerja_desktop.domain.laporan.lkjip import compose_lkjip
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi, is_writable, may_be_absent
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import ensure_open, gather_naskah
from kinerja_desktop.store.queries.laporan import find_naskah
from kinerja_desktop.store.records import TeksLkjip


def write_text(office: Office, tahun: int, kunci: str, teks: str) -> None:
    """Keep a section's text; the same as the draft, or nothing, leaves the draft in its place.

    Raises:
        KinerjaError: the report is final, or nobody writes in this section.
    """
    bagian = _find(office, tahun, kunci)
    if not is_writable(bagian.cetak):
        raise KinerjaError(
            "Bagian ini diisi program dari data.", "Tulis di bagian lain, atau tambah bagian."
        )
    untouched = not teks.strip() or teks == bagian.draf
    with office.journal.action(f"Menulis {_name(bagian)} LKjIP {tahun}") as session:
        row = _open_row(session, tahun, kunci)
        if untouched:
            row.teks = row.dasar = ""
        else:
            # The draft of the first stroke stays the base, so that moved figures are noticed.
            row.dasar = row.dasar if row.teks else bagian.draf
            row.teks = teks
        row.alasan_tidak_ada = ""
        _drop_if_blank(session, row)


def use_draft(office: Office, tahun: int, kunci: str) -> None:
    """Forget the office's text: the draft from data is printed again.

    Raises:
        KinerjaError: the report is final.
    """
    bagian = _find(office, tahun, kunci)
    with office.journal.action(f"Memakai draf {_name(bagian)} LKjIP {tahun}") as session:
        row = _open_row(session, tahun, kunci)
        row.teks = row.dasar = row.alasan_tidak_ada = ""
        _drop_if_blank(session, row)


def keep_text(office: Office, tahun: int, kunci: str) -> None:
    """Say that the office's text is still right although its figures have moved.

    Raises:
        KinerjaError: the report is final.
    """
    bagian = _find(office, tahun, kunci)
    with office.journal.action(f"Tetap memakai teks {_name(bagian)} LKjIP {tahun}") as session:
        row = _open_row(session, tahun, kunci)
        row.dasar = bagian.draf
        _drop_if_blank(session, row)


def declare_absent(office: Office, tahun: int, kunci: str, alasan: str) -> None:
    """Declare that there is nothing to say in a section, and why; a blank reason takes it back.

    Raises:
        KinerjaError: the report is final, or it cannot do without this section.
    """
    bagian = _find(office, tahun, kunci)
    if not may_be_absent(bagian.cetak):
        raise KinerjaError(
            "Bagian ini tidak boleh kosong dalam laporan.", "Tulis teksnya, atau sembunyikan."
        )
    reason = " ".join(alasan.split())
    verb = "Menyatakan tidak ada" if reason else "Membatalkan tidak ada"
    with office.journal.action(f"{verb}: {_name(bagian)} LKjIP {tahun}") as session:
        row = _open_row(session, tahun, kunci)
        row.alasan_tidak_ada = reason
        _drop_if_blank(session, row)


def _find(office: Office, tahun: int, kunci: str) -> BagianTerisi:
    laporan = compose_lkjip(gather_naskah(office, tahun, office.today()))
    for item in laporan.bagian:
        if item.cetak.kunci == kunci:
            return item
    raise KinerjaError(
        "Bagian laporan ini sudah tidak ada.", "Pilih bagian lain di daftar sebelah kiri."
    )


def _name(bagian: BagianTerisi) -> str:
    return bagian.cetak.judul_bernomor or bagian.cetak.judul


def _open_row(session: Session, tahun: int, kunci: str) -> TeksLkjip:
    ensure_open(session, tahun)
    row = find_naskah(session, tahun, kunci)
    if row is None:
        row = TeksLkjip(tahun=tahun, bagian=kunci)
        session.add(row)
    return row


def _drop_if_blank(session: Session, row: TeksLkjip) -> None:
    """Keep no row for an untouched section; one that was only just made is forgotten."""
    if row.teks or row.alasan_tidak_ada:
        return
    if row in session.new:
        session.expunge(row)
    else:
        session.delete(row)
