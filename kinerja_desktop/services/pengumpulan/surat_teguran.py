"""Compose reminders from what was recorded: the first, second and third (`docs/sakip.md` §9)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengumpulan import build_nota_dinas
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.pengumpulan import KE, NotaDinas
from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import tanda_of
from kinerja_desktop.services.pengumpulan.bingkai import letterhead_of, name_sender, sign
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.store.queries.pengumpulan import list_formulir, list_teguran
from kinerja_desktop.store.records import Instansi, Teguran

#: What a reminder begins with, by which it is; the third asks for the reason as well.
_TEGURAN = (
    "Sehubungan dengan permintaan data kinerja {periode}, sampai dengan tanggal nota dinas ini "
    "data Saudara belum kami terima secara lengkap.",
    "Menunjuk teguran pertama kami tanggal {lalu} perihal data kinerja {periode}, data Saudara "
    "masih belum kami terima secara lengkap.",
    "Menunjuk teguran kami sebelumnya, terakhir tanggal {lalu}, perihal data kinerja {periode}, "
    "data Saudara tetap belum kami terima secara lengkap.",
)
_AKHIR = (
    "Diminta agar data tersebut disampaikan paling lambat tanggal {tenggat}.",
    "Diminta dengan sangat agar data tersebut disampaikan paling lambat tanggal {tenggat}.",
    "Ini adalah teguran terakhir. Data diminta disampaikan paling lambat tanggal {tenggat} beserta "
    "alasan keterlambatan secara tertulis; sesudah itu pengukuran kinerja disusun tanpa data "
    "Saudara dan keadaannya dilaporkan kepada Camat.",
)


def compose_teguran(
    office: Office, periode: Periode, teguran_id: UUID | None, tanggal: date | None = None
) -> Naskah:
    """Return one reminder, or (None) the latest one of every holder who still owes data.

    Args:
        office: the open office.
        periode: of the forms.
        teguran_id: which reminder.
        tanggal: the day that is to stand on it; None for whatever its own is. Of all reminders
            those of this day are taken.

    Raises:
        KinerjaError: there is no such reminder, or it bears another day.
    """
    instansi = office.require_instansi()
    papan = read_papan(office, periode)
    with office.journal.reading() as session:
        found = _list_teguran(session, periode)
    notes = []
    for pemegang, letters in found:
        line = next((row for row in papan.baris if fold(row.pemegang) == fold(pemegang)), None)
        wanted = _choose(letters, teguran_id, tanggal)
        if wanted and (teguran_id is not None or (line and not line.is_lengkap)):
            # What follows the third repeats it, and refers to the one right before all the same.
            before = letters[: letters.index(wanted)]
            notes.append(_teguran(office, instansi, periode, line, pemegang, wanted, before))
    if not notes:
        raise KinerjaError(
            f"Belum ada teguran untuk {periode.label}.", "Buat teguran di Pengumpulan Data."
        )
    return build_nota_dinas(notes, f"Teguran Data Kinerja {periode.label}")


def _choose(
    letters: Sequence[Teguran], teguran_id: UUID | None, tanggal: date | None
) -> Teguran | None:
    """Return which of a holder's reminders is printed; None for none of them.

    Raises:
        KinerjaError: the wanted one bears another day than is to stand on it.
    """
    if teguran_id is None:
        fitting = [item for item in letters if tanggal in (None, item.tanggal)]
        return fitting[-1] if fitting else None
    wanted = next((item for item in letters if item.id == teguran_id), None)
    if wanted and tanggal not in (None, wanted.tanggal):
        raise KinerjaError(
            f"Teguran ini bertanggal {format_tanggal(wanted.tanggal)}.",
            "Pilih tanggal itu untuk mencetaknya.",
        )
    return wanted


def _teguran(
    office: Office,
    instansi: Instansi,
    periode: Periode,
    line: BarisPapan | None,
    pemegang: str,
    letter: Teguran,
    before: Sequence[Teguran],
) -> NotaDinas:
    place = letter.ke - 1
    last = format_tanggal(before[-1].tanggal) if before else ""
    owed = [item for item in line.butir if not item.terisi] if line else []
    return NotaDinas(
        kop=letterhead_of(office, instansi),
        yth=(pemegang,),
        dari=name_sender(office, letter.tanggal),
        tembusan=("Camat",) if letter.ke > 1 else (),
        tanggal=format_tanggal(letter.tanggal),
        sifat="Segera" if letter.ke == 1 else "Sangat segera",
        hal=f"Teguran {KE[place]} Penyampaian Data Kinerja {periode.label}",
        alinea=(_TEGURAN[place].format(periode=periode.label, lalu=last),),
        kepala=("No", "Data yang belum diterima") if owed else (),
        baris=tuple((f"{number}.", item.nama) for number, item in enumerate(owed, start=1)),
        penutup=(
            _AKHIR[place].format(tenggat=format_tanggal(letter.tenggat)),
            "Demikian untuk diperhatikan dan dilaksanakan.",
        ),
        penanda=sign(office, instansi, letter.tanggal),
        tanda=tanda_of(instansi),
    )


def list_teguran_of(office: Office, periode: Periode) -> list[tuple[str, Teguran]]:
    """Return every reminder of a period with its holder, the oldest of each first."""
    with office.journal.reading() as session:
        found = _list_teguran(session, periode)
    return [(pemegang, letter) for pemegang, letters in found for letter in letters]


def _list_teguran(session: Session, periode: Periode) -> list[tuple[str, list[Teguran]]]:
    """Return for each holder the reminders, the oldest first."""
    forms = {row.id: row.pemegang for row in list_formulir(session, periode)}
    found: dict[str, tuple[str, list[Teguran]]] = {
        fold(name): (name, []) for name in forms.values()
    }
    for letter in list_teguran(session, forms.keys()):
        found[fold(forms[letter.formulir_id])][1].append(letter)
    return list(found.values())
