"""Compose the papers of collecting data from what was recorded (`docs/sakip.md` §9)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengumpulan import (
    build_daftar_terima,
    build_nota_dinas,
    build_riwayat_pengumpulan,
)
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu
from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_penandatangan
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pengumpulan import (
    KE,
    BarisRiwayat,
    BarisTerima,
    DaftarTerima,
    NotaDinas,
    RiwayatPengumpulan,
)
from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.queries.pengumpulan import (
    list_formulir,
    list_penerimaan,
    list_teguran,
)
from kinerja_desktop.store.records import Instansi, Teguran

#: So many addressees stand one below the other; more would fill a page before the first word.
_MOST_NAMED = 8
_DARI = ("sekretaris", "camat")
#: What a reminder begins with, by which it is; the third asks for the reason as well.
_TEGURAN = (
    "Menindaklanjuti permintaan data kinerja {periode}, sampai dengan tanggal nota dinas ini data "
    "Saudara belum kami terima secara lengkap.",
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


def compose_permintaan(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the nota dinas that asks for the data of a period, naming the last day.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = _require_sent(office, periode)
    sent = [row for row in papan.baris if row.dikirim]
    asked = _list_tenggat(office, periode)
    instansi = office.require_instansi()
    note = NotaDinas(
        kop=_kop(office, instansi),
        yth=_address([row.pemegang for row in sent]),
        dari=_name_sender(office, tanggal),
        tanggal=format_tanggal(tanggal),
        sifat="Segera",
        lampiran=write_banyaknya(len(sent), "formulir"),
        hal=f"Permintaan Data Kinerja {periode.label}",
        alinea=(
            f"Dalam rangka pengukuran kinerja {periode.label} Kecamatan {instansi.kecamatan}, "
            "bersama ini disampaikan format pengumpulan data dan informasi kinerja untuk diisi "
            "sesuai dengan tugas masing-masing sebagai berikut.",
        ),
        kepala=("No", "Pemegang data", "Data yang diminta", "Batas waktu"),
        baris=tuple(
            (
                f"{number}.",
                row.pemegang,
                _count_asked(row),
                format_tanggal(asked[row.formulir_id]),
            )
            for number, row in enumerate(sent, start=1)
        ),
        penutup=(
            f"Formulir yang sudah diisi beserta bukti dukungnya diminta disampaikan kepada "
            f"pengelola kinerja paling lambat tanggal {format_tanggal(max(asked.values()))}.",
            "Demikian untuk dilaksanakan.",
        ),
        penanda=_sign(office, instansi, tanggal),
        tanda=_tanda(instansi),
    )
    return build_nota_dinas([note], note.hal)


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
        kop=_kop(office, instansi),
        yth=(pemegang,),
        dari=_name_sender(office, letter.tanggal),
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
        penanda=_sign(office, instansi, letter.tanggal),
        tanda=_tanda(instansi),
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


def compose_daftar_terima(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the receipt list of a period's forms.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = _require_sent(office, periode)
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        names = {str(row.id): row.nama for row in list_formulir(session, periode)}
    sent = [row for row in papan.baris if row.dikirim]
    return build_daftar_terima(
        DaftarTerima(
            kop=_kop(office, instansi),
            periode=periode.label,
            tenggat=format_tanggal(max(_list_tenggat(office, periode).values())),
            baris=tuple(
                BarisTerima(
                    row.pemegang,
                    names.get(row.formulir_id, ""),
                    _day(row.dikirim),
                    _day(row.masuk),
                    row.keadaan.value if row.masuk else "",
                )
                for row in sent
            ),
            pengesahan=_pengesahan(office, instansi, tanggal),
            tanda=_tanda(instansi),
        )
    )


def compose_riwayat(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the log of a period: what was handed out, reminded of, and came back.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = _require_sent(office, periode)
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        events = _list_events(session, periode)
    late = sum(bool(row.terlambat) for row in papan.baris)
    return build_riwayat_pengumpulan(
        RiwayatPengumpulan(
            kop=_kop(office, instansi),
            periode=periode.label,
            ringkasan=(
                ("Pemegang data", f"{len(papan.baris)}, lengkap {papan.lengkap}"),
                ("Terlambat", f"{late} pemegang data"),
                ("Dibagikan menurut", papan.menurut.label.lower()),
            ),
            baris=tuple(line for _, line in events),
            pengesahan=_pengesahan(office, instansi, tanggal),
            tanda=_tanda(instansi),
        )
    )


def _list_events(session: Session, periode: Periode) -> list[tuple[str, BarisRiwayat]]:
    forms = {row.id: row for row in list_formulir(session, periode)}
    found = [
        (
            row.dibuat.isoformat(),
            BarisRiwayat(
                format_waktu(row.dibuat),
                "Formulir dikirim",
                row.pemegang,
                row.nama,
                f"Batas waktu {format_tanggal(row.tenggat)}",
            ),
        )
        for row in forms.values()
    ]
    for letter in list_teguran(session, forms.keys()):
        line = BarisRiwayat(
            format_tanggal(letter.tanggal),
            f"Teguran {KE[letter.ke - 1].lower()}",
            forms[letter.formulir_id].pemegang,
            "",
            f"Batas waktu baru {format_tanggal(letter.tenggat)}",
        )
        # A letter bears a day only: it comes after what happened on that day.
        found.append((f"{letter.tanggal.isoformat()}T99", line))
    for back in list_penerimaan(session, forms.keys()):
        line = BarisRiwayat(
            format_waktu(back.waktu),
            "Formulir diterima",
            forms[back.formulir_id].pemegang,
            back.nama,
            _describe_back(back.masuk, back.tetap, back.ditolak, back.kosong, back.pengisi),
        )
        found.append((back.waktu.isoformat(), line))
    return sorted(found, key=lambda item: (item[0], item[1].pemegang, item[1].berkas))


def _describe_back(masuk: int, tetap: int, ditolak: int, kosong: int, pengisi: str) -> str:
    counts = (
        (masuk, "baris masuk"),
        (tetap, "tetap"),
        (ditolak, "dikembalikan"),
        (kosong, "kosong"),
    )
    text = ", ".join(f"{count} {word}" for count, word in counts if count) or "tidak ada isian"
    return f"{text}; diisi oleh {pengisi}" if pengisi else text


def _require_sent(office: Office, periode: Periode) -> Papan:
    papan = read_papan(office, periode)
    if not any(row.dikirim for row in papan.baris):
        raise KinerjaError(
            f"Belum ada formulir yang dikirim untuk {periode.label}.",
            "Kirim formulirnya di Pengumpulan Data.",
        )
    return papan


def _list_tenggat(office: Office, periode: Periode) -> dict[str, date]:
    """Return the last day that each form names: a reminder's new one stands in the reminder."""
    with office.journal.reading() as session:
        return {str(row.id): row.tenggat for row in list_formulir(session, periode)}


def _address(names: Sequence[str]) -> tuple[str, ...]:
    """Return whom a nota dinas goes to; many are named once, in its table."""
    if len(names) == 1:
        return (names[0],)
    if len(names) > _MOST_NAMED:
        return ("Para pemegang data pada daftar di bawah ini",)
    return tuple(f"{number}. {name}" for number, name in enumerate(names, start=1))


def _count_asked(row: BarisPapan) -> str:
    lines = sum(item.is_rupiah for item in row.butir)
    parts = (
        (len(row.butir) - lines, "indikator"),
        (lines, "realisasi anggaran"),
    )
    return ", ".join(f"{count} {word}" for count, word in parts if count)


def _kop(office: Office, instansi: Instansi) -> Kop:
    return make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))


def _tanda(instansi: Instansi) -> Tanda:
    return Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4")


def _sign(office: Office, instansi: Instansi, day: date) -> Penandatangan:
    """Return the Sekretaris in post on a day, else the Camat."""
    with office.journal.reading() as session:
        found = [find_by_peran(session, peran, day) for peran in _DARI]
    person = next((item for item in found if item), None)
    return make_penandatangan(person, f"Camat {instansi.kecamatan}")


def _name_sender(office: Office, day: date) -> str:
    with office.journal.reading() as session:
        found = [find_by_peran(session, peran, day) for peran in _DARI]
    person = next((item for item in found if item), None)
    return f"{person.awalan} {person.jabatan}".strip() if person else "Camat"


def _pengesahan(office: Office, instansi: Instansi, day: date) -> Pengesahan:
    place = f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(day)}"
    return Pengesahan(place, _sign(office, instansi, day))


def _day(day: date | None) -> str:
    return format_tanggal(day) if day else ""
