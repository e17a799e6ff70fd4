"""Makes offices of any size, from 10 to 1,000 indicators and 1 to 20 years."""

from decimal import Decimal

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import parse_tanggal
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.sop.library import SEEDS, adopt_seeds
from kinerja_desktop.store.records import (
    Indikator,
    Instansi,
    MataAnggaran,
    Pagu,
    Pejabat,
    Penempatan,
    PeriodeRenstra,
    Realisasi,
    RealisasiAnggaran,
    RencanaAksi,
    Sasaran,
    TargetTahunan,
    Tujuan,
)

LAST_YEAR = 2024
_PER_SASARAN = 10


def make_office(place: Place, indikator: int, tahun: int) -> Office:
    """Return an open office with so many indicators in so many years up to 2024."""
    office = open_office(place)
    years = range(LAST_YEAR - tahun + 1, LAST_YEAR + 1)
    with office.journal.action("Membuat kantor uji") as session:
        adopt_seeds(session, SEEDS)
        session.add(Instansi(kecamatan="Uji", tempat="Uji", alamat="Jl. Uji 1"))
        camat = Pejabat(nama="NAMA CAMAT")
        session.add(camat)
        session.add(
            Penempatan(pejabat_id=camat.id, jabatan="Camat Uji", peran="camat",
                       mulai=parse_tanggal("01-01-2000"))
        )  # fmt: skip
        periode = PeriodeRenstra(nama="Uji", tahun_awal=years[0], tahun_akhir=LAST_YEAR)
        tujuan = Tujuan(periode_renstra_id=periode.id, kode="T1", uraian="Tujuan uji")
        session.add_all([periode, tujuan])
        sasaran = [
            Sasaran(tujuan_id=tujuan.id, kode=f"S{n:03}", uraian=f"Sasaran uji nomor {n}")
            for n in range(-(-indikator // _PER_SASARAN))
        ]
        session.add_all(sasaran)
        for number in range(indikator):
            row = Indikator(
                kode=f"IKU-{number:04}", uraian=f"Persentase layanan ke-{number} yang selesai",
                sasaran_id=sasaran[number // _PER_SASARAN].id, satuan="%", urutan=number,
            )  # fmt: skip
            session.add(row)
            for year in years:
                _add_year(session, row, number, year)
        _add_budget(session, indikator, years)
    return office


def _add_year(session: Session, row: Indikator, number: int, year: int) -> None:
    target, reached = Decimal(90), Decimal(80 + number % 25)
    session.add_all(
        [
            TargetTahunan(indikator_id=row.id, tahun=year, nilai=target),
            RencanaAksi(indikator_id=row.id, tahun=year, tw1=target, tw2=target, tw3=target,
                        tw4=target),
            Realisasi(indikator_id=row.id, tahun=year, nilai=reached),
        ]
    )  # fmt: skip


def _add_budget(session: Session, indikator: int, years: range) -> None:
    for number in range(max(5, indikator // 10)):
        line = MataAnggaran(kode=f"7.01.{number:02}", nama=f"PROGRAM UJI {number}")
        session.add(line)
        for year in years:
            session.add_all(
                [
                    Pagu(mata_anggaran_id=line.id, tahun=year, murni=Decimal(10**8)),
                    RealisasiAnggaran(
                        mata_anggaran_id=line.id, tahun=year, tahunan=Decimal(9 * 10**7)
                    ),
                ]
            )
