"""Compose the papers of collecting data from what was recorded (`docs/sakip.md` §9)."""

from collections.abc import Sequence
from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengumpulan import (
    build_daftar_terima,
    build_nota_dinas,
)
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.laporan.pengumpulan import (
    BarisTerima,
    DaftarTerima,
    NotaDinas,
)
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import tanda_of
from kinerja_desktop.services.pengumpulan.bingkai import (
    endorse,
    letterhead_of,
    name_sender,
    require_sent,
    sign,
)
from kinerja_desktop.store.queries.pengumpulan import (
    list_formulir,
)

#: So many addressees stand one below the other; more would fill a page before the first word.
_MOST_NAMED = 8


def compose_permintaan(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the nota dinas that asks for the data of a period, naming the last day.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = require_sent(office, periode)
    sent = [row for row in papan.baris if row.dikirim]
    asked = _list_tenggat(office, periode)
    instansi = office.require_instansi()
    note = NotaDinas(
        kop=letterhead_of(office, instansi),
        yth=_address([row.pemegang for row in sent]),
        dari=name_sender(office, tanggal),
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
        penanda=sign(office, instansi, tanggal),
        tanda=tanda_of(instansi),
    )
    return build_nota_dinas([note], note.hal)


def compose_daftar_terima(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the receipt list of a period's forms.

    Raises:
        KinerjaError: no form of this period was handed out.
    """
    papan = require_sent(office, periode)
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        names = {str(row.id): row.nama for row in list_formulir(session, periode)}
    sent = [row for row in papan.baris if row.dikirim]
    return build_daftar_terima(
        DaftarTerima(
            kop=letterhead_of(office, instansi),
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
            pengesahan=endorse(office, instansi, tanggal),
            tanda=tanda_of(instansi),
        )
    )


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


def _day(day: date | None) -> str:
    return format_tanggal(day) if day else ""
