"""The receipt that comes back from Bappeda on the stick: into the log, and the last SOP step ends.

`docs/sakip.md` §10. Only what fits the office's own log is believed: a delivery of this kode that
this office noted itself. Everything else is told, and changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from kinerja_desktop.disk import require_file
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.penerimaan.tanda_terima import (
    TandaTerimaPaket,
    UnreadableReceiptError,
    read_receipt,
)
from kinerja_desktop.domain.penerimaan.unit import is_same_unit
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.langkah import Tindakan
from kinerja_desktop.domain.sop.syarat import NaskahSop, find_naskah
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.package_search import find_packages
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import RingkasanKasus, list_cases, record_kejadian
from kinerja_desktop.store.queries.kiriman import list_kiriman
from kinerja_desktop.store.queries.laporan import find_final_lkjip
from kinerja_desktop.store.records import Kiriman

#: What the names of the receipt's files begin with.
PREFIX = "TANDA_TERIMA_"
_ENDING = ".json"
_LARGEST = 64 << 10
#: What a last step does that ends when Bappeda has what was sent: some forms end with the letter.
_SENDS = frozenset({Tindakan.KIRIM_BAPPEDA, Tindakan.SURAT_PENGANTAR})


@dataclass
class HasilTandaTerima:
    """What came of looking for receipts.

    Attributes:
        dicatat: what was noted, a line for each thing.
        problems: what was not, and why.
    """

    dicatat: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take_receipts(office: Office, place: Path) -> HasilTandaTerima:
    """Read the receipts below a folder or stick, and note those of this office's deliveries.

    Args:
        office: the open office of a kecamatan.
        place: where to look; a place that cannot be read is told.
    """
    temuan = find_packages(place, wanted=_is_receipt)
    hasil = HasilTandaTerima(problems=list(temuan.problems))
    for path in temuan.lain:
        try:
            receipt = _read(path)
            row = _find_delivery(office, receipt)
            _record(office, row.id, receipt)
        except KinerjaError as error:
            hasil.problems.append(Problem(str(error), path.name, is_warning=True))
            continue
        day = format_tanggal(receipt.tanggal)
        hasil.dicatat.append(f"{row.nama} diterima {receipt.penerima}, {receipt.kantor}, {day}")
        _end_cases(office, row, receipt, hasil)
    return hasil


def _is_receipt(name: str) -> bool:
    return name.upper().startswith(PREFIX) and name.lower().endswith(_ENDING)


def _read(path: Path) -> TandaTerimaPaket:
    """Read a receipt.

    Raises:
        KinerjaError: it cannot be read, or is none.
    """
    try:
        require_file(path)
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:  # pulled out in between
        raise explain_os_error(error, path) from error
    if len(content) > _LARGEST:
        raise KinerjaError("Berkas ini terlalu besar untuk sebuah tanda terima.")
    try:
        return read_receipt(content)
    except UnreadableReceiptError as error:
        raise KinerjaError(str(error)) from error


def _find_delivery(office: Office, receipt: TandaTerimaPaket) -> Kiriman:
    """Return the delivery that a receipt is about.

    Raises:
        KinerjaError: it is another office's, nothing of this kode was delivered, or it is noted.
    """
    instansi = office.require_instansi()
    if not is_same_unit(
        receipt.kecamatan, receipt.kabupaten, instansi.kecamatan, instansi.kabupaten
    ):
        raise KinerjaError(
            f"Tanda terima ini untuk Kecamatan {receipt.kecamatan}, Kabupaten "
            f"{receipt.kabupaten}, bukan kantor ini, jadi tidak dicatat."
        )
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
        raise KinerjaError(f"Tanda terima {row.nama} sudah dicatat, penerima {row.penerima}.")
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
    office: Office, row: Kiriman, receipt: TandaTerimaPaket, hasil: HasilTandaTerima
) -> None:
    """End the last step of the cases that only waited for the delivery to arrive."""
    note = f"Tanda terima {receipt.nomor} tanggal {format_tanggal(receipt.tanggal)}"
    for case, langkah in list(_find_waiting(office, row, receipt)):
        name = f"{case.sop.nama} {case.periode.label}"
        try:
            record_kejadian(office, case.id, JenisKejadian.SELESAI, langkah, note)
        except KinerjaError as error:
            text = f"Langkah terakhir {name} belum diakhiri: {error}"
            hasil.problems.append(Problem(text, row.nama, is_warning=True))
        else:
            hasil.dicatat.append(f"Langkah {langkah} {name} selesai")


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
