"""Four made-up offices that try the report's sentences and pages, each in its own way."""

from datetime import date
from decimal import Decimal

from sqlmodel import Session

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import (
    Indikator,
    Instansi,
    MataAnggaran,
    Pagu,
    Pejabat,
    Penempatan,
    PeriodeRenstra,
    ProgramSasaran,
    Realisasi,
    RealisasiAnggaran,
    Record,
    Sasaran,
    TargetTahunan,
    Tujuan,
)

D = Decimal
TAHUN = 2024
_SPENT = D(87_740_000)
_LONG = (
    "Sebagian desa terlambat menyerahkan data kependudukan. Jaringan internet di Kec. Uji sering "
    "terputus pada musim hujan sehingga pengiriman berkas tertunda. "
)


def fill_one(office: Office) -> None:
    """One indicator, one program, a Camat."""
    with office.journal.action("Kantor dengan satu indikator") as session:
        session.add(_instansi("Sumbersuko"))
        _camat(session, "SITI AMINAH", nip="197001011990012001")
        sasaran = _plan(session, ["Meningkatnya pelayanan publik"])
        _measure(session, _indikator(session, "IKU-1", "Indeks Kepuasan Masyarakat", sasaran[0],
                                     "Indeks"), D(88), D(90), D(85))  # fmt: skip
        _program(session, "7.01.02", "PROGRAM PENYELENGGARAAN PEMERINTAHAN", sasaran[0])


def fill_sixty(office: Office) -> None:
    """Sixty indicators below twelve sasaran, with long obstacles, and a Plt. Camat."""
    with office.journal.action("Kantor dengan enam puluh indikator") as session:
        session.add(_instansi("Ranuyoso", laman="ranuyoso.example"))
        _camat(session, "AGUS", awalan="Plt.")
        sasaran = _plan(session, [f"Terwujudnya sasaran ke-{n} kecamatan" for n in range(1, 13)])
        for number in range(60):
            row = _indikator(session, f"IKU-{number + 1}", f"Persentase layanan {number + 1} yang "
                             "selesai tepat waktu", sasaran[number // 5], "%")  # fmt: skip
            story = {"penghambat": _LONG * 15, "tindak_lanjut": "Jadwal dimajukan."}
            reached = D(70 + number % 35)
            _measure(session, row, D(90), reached, D(80), **(story if reached < 90 else {}))
        for number in range(1, 13):
            _program(session, f"7.01.{number:02}", f"PROGRAM KE-{number}", sasaran[number - 1])


def fill_bare(office: Office) -> None:
    """Indicators with targets and nothing else: no officials, no budget, no realisasi."""
    with office.journal.action("Kantor tanpa apa-apa") as session:
        session.add(_instansi("Senduro"))
        sasaran = _plan(session, ["Meningkatnya akuntabilitas", "Meningkatnya ketertiban"])
        for number, parent in enumerate((*sasaran, sasaran[0]), start=1):
            row = _indikator(session, f"IKU-{number}", f"Indikator nomor {number}", parent, "Nilai")
            session.add(TargetTahunan(indikator_id=row.id, tahun=TAHUN, nilai=D(70)))


def fill_mixed(office: Office) -> None:
    """A Plh. and indicators of every kind on A4: falling, predikat, Ya/Tidak, range, floor."""
    with office.journal.action("Kantor dengan indikator campuran") as session:
        session.add(_instansi("Tempeh"))
        _camat(session, "DEWI", awalan="Plh.", nip="198001012005012003")
        first, second = _plan(session, ["Meningkatnya mutu layanan", "Meningkatnya tata kelola"])
        _measure(session, _indikator(session, "IKU-1", "Rata-rata lama pelayanan", first, "Hari",
                                     arah="turun"), D(5), D(4), D(6))  # fmt: skip
        _measure(session, _indikator(session, "IKU-2", "Jumlah pengaduan", first, "Pengaduan",
                                     arah="turun"), D(10), D(25), D(8),
                 penghambat="Loket hanya satu")  # fmt: skip
        _measure(session, _indikator(session, "IKU-3", "Nilai SAKIP", second, "Predikat",
                                     arah="predikat"), "BB", "B", "CC",
                 penghambat="Bukti dukung belum lengkap",
                 tindak_lanjut="Melengkapi bukti")  # fmt: skip
        _measure(session, _indikator(session, "IKU-4", "Ketersediaan SOP", second, "Ya/Tidak",
                                     arah="ya_tidak"), "Ya", "Tidak", "Ya")  # fmt: skip
        _measure(session, _indikator(session, "IKU-6", "Jumlah rapat koordinasi", second, "Kali"),
                 D(12), D(12), None, pendorong="Jadwal disepakati sejak awal tahun")  # fmt: skip
        _measure(session, _indikator(session, "IKU-10", "Jumlah laporan", second, "Laporan"),
                 D(4), None, None)  # fmt: skip
        _program(session, "7.01.02", "PROGRAM PELAYANAN PUBLIK DAN PKK", first)
        _program(session, "7.01.03", "PROGRAM PEMBINAAN DESA", second, realisasi=D(110_000_000))


FILLERS = {"satu": fill_one, "enam puluh": fill_sixty, "kosong": fill_bare, "campuran": fill_mixed}


def _instansi(kecamatan: str, laman: str = "") -> Instansi:
    return Instansi(
        kecamatan=kecamatan, tempat=kecamatan, alamat="Jl. Raya 1", kertas_laporan="A4", laman=laman
    )


def _camat(session: Session, nama: str, *, awalan: str = "", nip: str = "") -> None:
    person = Pejabat(nama=nama, nip=nip)
    session.add(person)
    kind = {"Plt.": "plt", "Plh.": "plh", "": "definitif"}[awalan]
    session.add(
        Penempatan(pejabat_id=person.id, jabatan="Camat", peran="camat", mulai=date(2020, 1, 1),
                   status=kind)
    )  # fmt: skip


def _plan(session: Session, sasaran: list[str]) -> list[Sasaran]:
    renstra = PeriodeRenstra(nama="Renstra", tahun_awal=2022, tahun_akhir=2026)
    tujuan = Tujuan(periode_renstra_id=renstra.id, kode="T1", uraian="Mewujudkan tata kelola baik")
    session.add_all([renstra, tujuan])
    rows = [
        Sasaran(tujuan_id=tujuan.id, kode=f"S{number}", uraian=text)
        for number, text in enumerate(sasaran, start=1)
    ]
    session.add_all(rows)
    return rows


def _indikator(
    session: Session, kode: str, uraian: str, sasaran: Sasaran, satuan: str, arah: str = "naik"
) -> Indikator:
    row = Indikator(
        kode=kode, uraian=uraian, sasaran_id=sasaran.id, satuan=satuan, arah=arah,
        definisi_operasional=f"Arti {uraian.lower()}", formula="Hasil hitung tahunan",
    )  # fmt: skip
    session.add(row)
    return row


def _measure(
    session: Session, row: Indikator, target: D | str, now: D | str | None, before: D | str | None,
    penghambat: str = "", tindak_lanjut: str = "", pendorong: str = "",
) -> None:  # fmt: skip
    rows: list[Record] = [
        TargetTahunan(indikator_id=row.id, tahun=year, nilai=target) for year in (2023, 2024, 2026)
    ]
    if now is not None:
        rows.append(
            Realisasi(indikator_id=row.id, tahun=TAHUN, nilai=now, penghambat=penghambat,
                      tindak_lanjut=tindak_lanjut, pendorong=pendorong)
        )  # fmt: skip
    if before is not None:
        rows.append(Realisasi(indikator_id=row.id, tahun=2023, nilai=before))
    session.add_all(rows)


def _program(
    session: Session, kode: str, nama: str, sasaran: Sasaran, realisasi: D = _SPENT
) -> None:
    program = MataAnggaran(kode=kode, nama=nama)
    kegiatan = MataAnggaran(
        kode=f"{kode}.2.01", nama="Koordinasi", jenis="kegiatan", induk_id=program.id
    )
    lines = [program, kegiatan]
    session.add_all(lines)
    session.add_all(
        [
            ProgramSasaran(mata_anggaran_id=program.id, sasaran_id=sasaran.id),
            Pagu(mata_anggaran_id=kegiatan.id, tahun=TAHUN, murni=D(100_000_000)),
            RealisasiAnggaran(mata_anggaran_id=kegiatan.id, tahun=TAHUN, tahunan=realisasi),
        ]
    )
