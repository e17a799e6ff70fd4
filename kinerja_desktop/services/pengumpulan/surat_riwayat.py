"""The log of collecting the data of a period, as a paper: evidence for LKE 2.1.3."""

from datetime import date, datetime

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengumpulan import build_riwayat_pengumpulan
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu, local_date
from kinerja_desktop.domain.laporan.pengumpulan import KE, BarisRiwayat, RiwayatPengumpulan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import tanda_of
from kinerja_desktop.services.pengumpulan.bingkai import endorse, letterhead_of, require_sent
from kinerja_desktop.store.queries.pengumpulan import (
    list_formulir,
    list_penerimaan,
    list_teguran,
)

#: When something happened: the office's day, then its moment; a letter bears a day only and comes
#: after all that happened on it.
_When = tuple[date, str]
_AT_END = "9999"


def compose_riwayat(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the log of a period: what was handed out, reminded of, and came back.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = require_sent(office, periode)
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        events = _list_events(session, periode)
    late = sum(bool(row.terlambat) for row in papan.baris)
    return build_riwayat_pengumpulan(
        RiwayatPengumpulan(
            kop=letterhead_of(office, instansi),
            periode=periode.label,
            ringkasan=(
                ("Pemegang data", f"{len(papan.baris)}, lengkap {papan.lengkap}"),
                ("Terlambat", f"{late} pemegang data"),
                ("Dibagikan menurut", papan.menurut.label.lower()),
            ),
            baris=tuple(line for _, line in events),
            pengesahan=endorse(office, instansi, tanggal),
            tanda=tanda_of(instansi),
        )
    )


def _list_events(session: Session, periode: Periode) -> list[tuple[_When, BarisRiwayat]]:
    forms = {row.id: row for row in list_formulir(session, periode)}
    found = [
        (
            _when(row.dibuat),
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
        found.append(((letter.tanggal, _AT_END), line))
    for back in list_penerimaan(session, forms.keys()):
        line = BarisRiwayat(
            format_waktu(back.waktu),
            "Formulir diterima",
            forms[back.formulir_id].pemegang,
            back.nama,
            _describe_back(back.masuk, back.tetap, back.ditolak, back.kosong, back.pengisi),
        )
        found.append((_when(back.waktu), line))
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


def _when(moment: datetime) -> _When:
    return local_date(moment), moment.isoformat()
