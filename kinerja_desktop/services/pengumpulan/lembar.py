"""Make the forms of a period from the present data: what is asked of each holder."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from sqlmodel import Session

from kinerja_desktop.domain.angka.angka import format_rupiah
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.nilai import (
    SKOR_PREDIKAT,
    TIDAK,
    YA,
    Nilai,
    format_nilai,
)
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, HasilIndikator, measure
from kinerja_desktop.domain.pengumpulan.lembar import (
    ISIAN,
    RUPIAH,
    AnggaranDitanya,
    IndikatorDitanya,
    LembarFormulir,
)
from kinerja_desktop.services.pengumpulan.pemegang import Menurut, Pemegang, list_pemegang
from kinerja_desktop.store.queries.anggaran import list_realisasi as list_realisasi_anggaran
from kinerja_desktop.store.queries.anggaran import load_pagu
from kinerja_desktop.store.queries.bahan import (
    list_pejabat_with_iki,
    load_bahan,
    load_profil,
)
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pengukuran import list_realisasi
from kinerja_desktop.store.records import Indikator, MataAnggaran, Realisasi

#: What is to be entered for a triwulan, by how triwulan make up the year (`docs/sakip.md` §4.4).
_CARA = {
    Akumulasi.AKUMULASI: "jumlah triwulan ini saja, bukan kumulatif",
    Akumulasi.POSISI_AKHIR: "keadaan pada akhir triwulan",
    Akumulasi.RATA_RATA: "nilai triwulan ini saja",
    Akumulasi.MAKSIMUM: "nilai triwulan ini saja",
    Akumulasi.MINIMUM: "nilai triwulan ini saja",
    Akumulasi.TAHUNAN_SAJA: "nilai setahun",
}


@dataclass(frozen=True)
class _Figures:
    """What forms print beside their rows."""

    now: Mapping[str, HasilIndikator]
    before: Mapping[str, HasilIndikator]
    entered: Mapping[UUID, Realisasi]
    pagu: Mapping[str, Decimal | None]
    spent: Mapping[UUID, tuple[Decimal | None, ...]]


def compose_all(
    session: Session, periode: Periode, menurut: Menurut, tenggat: date, today: date
) -> list[LembarFormulir]:
    """Return a new form for each holder of a period, in order of their names.

    Args:
        session: a reading session.
        periode: what is asked for.
        menurut: who fills in.
        tenggat: the last day for handing it in.
        today: pagu is the one in force on this day.
    """
    holders = [item for item in list_pemegang(session, periode, menurut) if item.nama]
    instansi = get_instansi(session)
    figures = _read_figures(session, periode, holders, today)
    before = _before(periode)
    return [
        LembarFormulir(
            id=str(uuid4()),
            instansi_id=str(instansi.id),
            kecamatan=instansi.kecamatan,
            pemegang=item.nama,
            menurut=menurut.value,
            periode=periode,
            tenggat=tenggat,
            lalu_label=_short(before),
            baris=tuple(_indikator(row, periode, figures) for row in item.indikator),
            rupiah=tuple(_line(row, periode, figures) for row in item.mata_anggaran),
        )
        for item in holders
    ]


def _read_figures(
    session: Session, periode: Periode, holders: list[Pemegang], today: date
) -> _Figures:
    keys = [row.id for item in holders for row in item.indikator]
    before = _before(periode)
    return _Figures(
        now=_measure(session, periode),
        before=_measure(session, before),
        entered={row.indikator_id: row for row in list_realisasi(session, keys, periode)},
        pagu=load_pagu(session, periode.tahun, today),
        spent={
            row.mata_anggaran_id: (row.tw1, row.tw2, row.tw3, row.tw4)
            for row in list_realisasi_anggaran(session, periode.tahun)
        },
    )


def _measure(session: Session, periode: Periode) -> dict[str, HasilIndikator]:
    """Measure the office's indicators and all IKI of a period, by key."""
    bahan = load_all_bahan(session, periode.tahun)
    hasil = measure(periode, bahan, load_profil(session, periode.tahun))
    return {item.bahan.id: item for item in hasil.indikator}


def load_all_bahan(session: Session, tahun: int) -> list[BahanUkur]:
    """Return the office's indicators and all IKI in force in a year."""
    bahan = load_bahan(session, tahun)
    for official in list_pejabat_with_iki(session):
        bahan += load_bahan(session, tahun, official.id)
    return bahan


def _before(periode: Periode) -> Periode:
    """Return the period before: the last triwulan of this year, else the last year."""
    if periode.triwulan is None or periode.triwulan == TRIWULAN[0]:
        return Periode(periode.tahun - 1)
    return Periode(periode.tahun, periode.triwulan - 1)


def _short(periode: Periode) -> str:
    return f"TW {periode.romawi} {periode.tahun}" if periode.triwulan else f"{periode.tahun}"


def _indikator(row: Indikator, periode: Periode, figures: _Figures) -> IndikatorDitanya:
    key = str(row.id)
    now, before = figures.now[key], figures.before.get(key)
    target = now.utama.target
    shown = format_nilai(target)
    if target is None and now.bahan.target is not None:
        target = now.bahan.target
        shown = f"{format_nilai(target)} (setahun)"
    entered = figures.entered.get(row.id)
    return IndikatorDitanya(
        id=key,
        kode=row.kode,
        uraian=row.uraian,
        definisi=row.definisi_operasional,
        formula=row.formula,
        pembilang=row.pembilang,
        penyebut=row.penyebut,
        satuan=row.satuan,
        cara=describe_cara(row.akumulasi, periode),
        target=shown,
        lalu=format_nilai(before.utama.realisasi) if before else "",
        pilihan=_choices(target),
        terisi=entered_texts(entered) if entered else {},
    )


def describe_cara(akumulasi: str, periode: Periode) -> str:
    """Return what is to be entered for a period, by how triwulan make up the year."""
    return _CARA[Akumulasi(akumulasi)] if periode.triwulan else "nilai setahun"


def entered_texts(row: Realisasi) -> dict[str, str]:
    """Return what was entered of an indicator, as the cells of a form hold it."""
    texts = {item.name: item.format(getattr(row, item.name), copied=True) for item in ISIAN}
    return {name: text for name, text in texts.items() if text}


def _choices(target: Nilai | None) -> tuple[str, ...]:
    if not isinstance(target, str):
        return ()
    scales = (tuple(scale) for scale in SKOR_PREDIKAT)
    return next((scale for scale in scales if target in scale), (YA, TIDAK))


def _line(row: MataAnggaran, periode: Periode, figures: _Figures) -> AnggaranDitanya:
    assert periode.triwulan is not None
    spent = figures.spent.get(row.id, (None,) * len(TRIWULAN))
    place = periode.triwulan - 1
    before = spent[place - 1] if place else None
    pagu = figures.pagu.get(str(row.id))
    return AnggaranDitanya(
        id=str(row.id),
        kode=row.kode,
        nama=row.nama,
        pagu=_amount(pagu),
        lalu=_amount(before),
        terisi=RUPIAH.format(spent[place], copied=True),
    )


def _amount(value: Decimal | None) -> str:
    """Write an amount as it is printed below a heading that says Rp."""
    return "" if value is None else format_rupiah(value).replace("Rp", "", 1)
