"""A receipt that came back from Bappeda: into the log, and the last SOP step ends.

`docs/sakip.md` §10. Only what fits the office's own log is believed: a delivery of this kode that
this office noted itself. Everything else is told, and changes nothing.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.penerimaan.tanda_terima import TandaTerimaPaket
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.langkah import Tindakan
from kinerja_desktop.domain.sop.syarat import NaskahSop, find_naskah
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import RingkasanKasus, list_cases, record_kejadian
from kinerja_desktop.store.queries.kiriman import list_kiriman
from kinerja_desktop.store.queries.laporan import find_final_lkjip
from kinerja_desktop.store.records import Kiriman

#: What the names of the receipt's files begin with.
PREFIX = "TANDA_TERIMA_"
#: What a last step does that ends when Bappeda has what was sent: some forms end with the letter.
_SENDS = frozenset({Tindakan.KIRIM_BAPPEDA, Tindakan.SURAT_PENGANTAR})


class SudahDicatatError(KinerjaError):
    """The receipt of this delivery is noted already; nothing has to be done."""


def take_receipt(
    office: Office, receipt: TandaTerimaPaket, dicatat: list[str], problems: list[Problem]
) -> None:
    """Note a receipt of one of this office's deliveries, and end what waited for it.

    Args:
        office: the open office of a kecamatan.
        receipt: for this office.
        dicatat: what is noted is told here, a line for each thing.
        problems: what is not, and why.

    Raises:
        KinerjaError: nothing of this kode was delivered, or it is noted.
    """
    row = _find_delivery(office, receipt)
    _record(office, row.id, receipt)
    day = format_tanggal(receipt.tanggal)
    dicatat.append(f"{row.nama} diterima {receipt.penerima}, {receipt.kantor}, {day}")
    _end_cases(office, row, receipt, dicatat, problems)


def _find_delivery(office: Office, receipt: TandaTerimaPaket) -> Kiriman:
    """Return the delivery that a receipt is about.

    Raises:
        KinerjaError: nothing of this kode was delivered, or it is noted.
    """
    rows = [row for row in _list_deliveries(office, receipt) if row.kode == receipt.kode]
    if not rows:
        raise KinerjaError(
            f"Tidak ada kiriman {receipt.periode.label} berkode {receipt.kode} dalam catatan "
            "kantor ini, jadi tidak dicatat.",
            "Tanyakan kepada Bappeda.",
        )
    named = [row for row in rows if row.nama == receipt.paket]
    row = (named or rows)[0]
    if row.penerima:
        raise SudahDicatatError(f"Tanda terima {row.nama} sudah dicatat, penerima {row.penerima}.")
    return row


def _list_deliveries(office: Office, receipt: TandaTerimaPaket) -> Sequence[Kiriman]:
    with office.journal.reading() as session:
        return [
            row
            for row in list_kiriman(session)
            if (row.tahun, row.triwulan) == (receipt.tahun, receipt.triwulan)
        ]


def _record(office: Office, kiriman_id: UUID, receipt: TandaTerimaPaket) -> None:
    label = f"Mencatat tanda terima {receipt.nomor} dari {receipt.kantor}"
    with office.journal.action(label, undoable=False) as session:
        row = session.get_one(Kiriman, kiriman_id)
        row.penerima = receipt.penerima.strip()
        row.tanggal_terima = receipt.tanggal


def _end_cases(
    office: Office,
    row: Kiriman,
    receipt: TandaTerimaPaket,
    dicatat: list[str],
    problems: list[Problem],
) -> None:
    """End the last step of the cases that only waited for the delivery to arrive."""
    note = f"Tanda terima {receipt.nomor} tanggal {format_tanggal(receipt.tanggal)}"
    for case, langkah in list(_find_waiting(office, row, receipt)):
        name = f"{case.sop.nama} {case.periode.label}"
        try:
            record_kejadian(office, case.id, JenisKejadian.SELESAI, langkah, note)
        except KinerjaError as error:
            text = f"Langkah terakhir {name} belum diakhiri: {error}"
            problems.append(Problem(text, row.nama, is_warning=True))
        else:
            dicatat.append(f"Langkah {langkah} {name} selesai")


def _find_waiting(
    office: Office, row: Kiriman, receipt: TandaTerimaPaket
) -> Iterator[tuple[RingkasanKasus, int]]:
    """Yield the running cases of the period whose last step sends what was received."""
    for case in list_cases(office):
        langkah = case.posisi.langkah
        if langkah is None or case.periode != receipt.periode:
            continue
        is_last = langkah.is_end and langkah.tindakan in _SENDS
        if is_last and _was_sent(office, row, find_naskah(case.sop.sop)):
            yield case, langkah.sequence


def _was_sent(office: Office, row: Kiriman, naskah: NaskahSop | None) -> bool:
    """Tell whether a delivery held the paper that an SOP ends with."""
    match naskah:
        case NaskahSop.RENCANA_KINERJA:  # goes as paper, with no package of its own
            return False
        case NaskahSop.LKJIP:
            with office.journal.reading() as session:
                final = find_final_lkjip(session, row.tahun)
            return final is not None and final.dibuat <= row.waktu
    return True
