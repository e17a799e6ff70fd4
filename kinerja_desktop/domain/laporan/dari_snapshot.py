"""Turn a frozen measurement into what its printed form says; draft and final alike."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran, RataCapaian
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    IdentitasInstansi,
    IdentitasPejabat,
    SnapshotPengukuran,
)
from kinerja_desktop.domain.laporan.cara_hitung import (
    BarisCaraHitung,
    CaraHitungTercetak,
    Keterangan,
    explain,
)
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan, Tanda, jabatan_lines
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    LENGKAP,
    PEJABAT,
    RINGKAS,
    TRIWULAN,
    Angka,
    BarisIndikator,
    BarisProgram,
    JumlahAnggaran,
    KelompokSasaran,
    Kolom,
    PejabatDiukur,
    PengukuranKinerja,
    RataTercetak,
    angka_capaian,
    angka_nilai,
    angka_persen,
    angka_rupiah,
)

BENTUK_LENGKAP = "lengkap"
_LAINNYA = "Program lainnya"
#: The amounts of a program stand at its first mention.
_ABOVE = Angka("")


def make_kop(instansi: IdentitasInstansi, logo: bytes | None = None) -> Kop:
    """Return the letterhead of an office (`docs/sakip.md` §9)."""
    telepon = f"Telp. {instansi.telepon}" if instansi.telepon else ""
    kode_pos = f"Kode Pos {instansi.kode_pos}" if instansi.kode_pos else ""
    laman = f"laman {instansi.laman}" if instansi.laman else ""
    pos_el = f"pos-el {instansi.pos_el}" if instansi.pos_el else ""
    lines = (
        " ".join(part for part in (instansi.alamat, telepon, kode_pos) if part),
        " ".join(part for part in (laman, pos_el) if part),
    )
    return Kop(
        pemerintah=f"PEMERINTAH KABUPATEN {instansi.kabupaten.upper()}",
        nama=f"KECAMATAN {instansi.kecamatan.upper()}",
        alamat=tuple(line for line in lines if line),
        logo=logo,
    )


def make_penandatangan(pejabat: IdentitasPejabat | None, jabatan: str) -> Penandatangan:
    """Return a signer; without one, the post with a line to write on."""
    if pejabat is None:
        return Penandatangan(jabatan_lines(jabatan))
    return Penandatangan(
        jabatan_lines(pejabat.jabatan, pejabat.awalan),
        pejabat.nama,
        pejabat.pangkat,
        pejabat.nip,
    )


def make_pengukuran_kinerja(
    snapshot: SnapshotPengukuran, *, draf: bool, kode: str | None = None, logo: bytes | None = None
) -> PengukuranKinerja:
    """Return the printed form of a measurement.

    Args:
        snapshot: texts and raw inputs.
        draf: not final yet: marked across each page.
        kode: kode verifikasi of a final one.
        logo: image of the letterhead.
    """
    hasil = snapshot.measure()
    programs = _Programs(snapshot.anggaran)
    kelompok = [_kelompok(group, programs) for group in hasil.sasaran]
    if rest := programs.take_rest():
        kelompok.append(KelompokSasaran(_LAINNYA, (), rest))
    return PengukuranKinerja(
        skpd=f"Kecamatan {snapshot.instansi.kecamatan}",
        periode=snapshot.periode,
        kelompok=tuple(kelompok),
        rata_rata=_rata(hasil.rata_rata),
        pengesahan=_pengesahan(snapshot),
        kolom=_kolom(snapshot),
        anggaran=_jumlah(snapshot.anggaran) if snapshot.anggaran else None,
        catatan=(*snapshot.profil.describe(), *_catatan(hasil.indikator)),
        kop=make_kop(snapshot.instansi, logo) if snapshot.instansi.alamat else None,
        pejabat=_pejabat(snapshot.pejabat),
        tanda=Tanda(draf, snapshot.instansi.contoh, kode, snapshot.kertas),
    )


class _Programs:
    """Hands each program out with its amounts once only, or they would count twice.

    `docs/sakip.md` §4.9.
    """

    def __init__(self, anggaran: Sequence[BarisAnggaran]) -> None:
        self._anggaran = anggaran
        self._printed: set[str] = set()

    def take(self, kelompok: str) -> tuple[BarisProgram, ...]:
        """Return the programs that serve a group."""
        return tuple(self._row(row) for row in self._anggaran if kelompok in row.kelompok)

    def take_rest(self) -> tuple[BarisProgram, ...]:
        """Return the programs that serve none of the groups."""
        return tuple(self._row(row) for row in self._anggaran if row.kode not in self._printed)

    def _row(self, row: BarisAnggaran) -> BarisProgram:
        name = f"{row.kode} {row.nama}"
        if row.kode in self._printed:
            return BarisProgram(name, _ABOVE, _ABOVE, _ABOVE)
        self._printed.add(row.kode)
        return BarisProgram(
            name,
            angka_rupiah(row.pagu),
            angka_rupiah(row.realisasi),
            angka_persen(compute_serapan(row.pagu, row.realisasi)),
        )


def _kelompok(group: HasilSasaran, programs: _Programs) -> KelompokSasaran:
    return KelompokSasaran(
        group.uraian,
        tuple(_baris(item) for item in group.indikator),
        programs.take(group.uraian),
        # The mean of one indicator says nothing that its own line does not.
        _rata(group.rata_rata) if len(group.indikator) > 1 else None,
    )


def _baris(item: HasilIndikator) -> BarisIndikator:
    bahan, sd = item.bahan, item.sd_triwulan
    return BarisIndikator(
        indikator=bahan.uraian,
        target=angka_nilai(item.utama.target),
        realisasi=angka_nilai(item.utama.realisasi),
        capaian=angka_capaian(item.utama.capaian),
        satuan=bahan.satuan,
        kategori=item.utama.capaian.kategori,
        target_sd=angka_nilai(sd.target if sd else None),
        realisasi_sd=angka_nilai(sd.realisasi if sd else None),
        capaian_sd=angka_capaian(sd.capaian) if sd else angka_nilai(None),
        pendorong=item.narasi.pendorong,
        penghambat=item.narasi.penghambat,
        tindak_lanjut=item.narasi.tindak_lanjut,
        penanggung_jawab=bahan.penanggung_jawab,
        sumber_data=bahan.sumber_data,
        keterangan=item.utama.capaian.catatan,
        pelaksana=item.narasi.penanggung_jawab,
        batas_waktu=item.narasi.batas_waktu,
    )


def _rata(rata: RataCapaian) -> RataTercetak:
    return RataTercetak(angka_persen(rata.tampil), rata.kategori, rata.keterangan)


def _jumlah(anggaran: Sequence[BarisAnggaran]) -> JumlahAnggaran:
    pagu = add_up([row.pagu for row in anggaran])
    realisasi = add_up([row.realisasi for row in anggaran])
    return JumlahAnggaran(
        angka_rupiah(pagu), angka_rupiah(realisasi), angka_persen(compute_serapan(pagu, realisasi))
    )


def _kolom(snapshot: SnapshotPengukuran) -> tuple[Kolom, ...]:
    if snapshot.pejabat is not None:
        return PEJABAT
    if snapshot.periode.triwulan is not None:
        return TRIWULAN
    return LENGKAP if snapshot.bentuk == BENTUK_LENGKAP else RINGKAS


def _pengesahan(snapshot: SnapshotPengukuran) -> Pengesahan:
    camat = make_penandatangan(snapshot.camat, f"Camat {snapshot.instansi.kecamatan}")
    tempat_tanggal = f"{snapshot.instansi.tempat}, {format_tanggal(snapshot.tanggal)}"
    if snapshot.pejabat is None:
        return Pengesahan(tempat_tanggal, camat)
    own = make_penandatangan(snapshot.pejabat, snapshot.pejabat.jabatan)
    superior = snapshot.atasan
    return Pengesahan(
        tempat_tanggal, own, make_penandatangan(superior, superior.jabatan) if superior else None
    )


def _pejabat(pejabat: IdentitasPejabat | None) -> PejabatDiukur | None:
    if pejabat is None:
        return None
    return PejabatDiukur(pejabat.nama, pejabat.nip, pejabat.jabatan)


def _catatan(hasil: Sequence[HasilIndikator]) -> list[str]:
    """Tell how many indicators have no figure, which were limited or compared otherwise.

    `docs/sakip.md` §4.4, §4.6.
    """
    notes = [
        f"{item.bahan.uraian}: {item.utama.capaian.catatan}."
        for item in hasil
        if item.utama.capaian.catatan
    ]
    notes += [f"{item.bahan.uraian}: {item.pembanding}." for item in hasil if item.pembanding]
    blank = sum(item.utama.capaian.keadaan is Keadaan.BELUM_DIISI for item in hasil)
    if blank:
        notes.append(f"Tanda - berarti belum diisi ({format_angka(Decimal(blank))} indikator).")
    return notes


def make_cara_hitung(
    snapshot: SnapshotPengukuran, keterangan: Mapping[str, Keterangan], *, kode: str
) -> CaraHitungTercetak:
    """Return how every figure of a measurement came about, as its attachment prints it.

    Args:
        snapshot: texts and raw inputs; of a final measurement, the frozen ones.
        keterangan: by id of the indicator; for those left out, what the snapshot itself holds.
        kode: kode verifikasi of a final measurement; empty for a draft.
    """
    hasil = snapshot.measure()
    laporan = make_pengukuran_kinerja(snapshot, draf=not kode)

    def baris(item: HasilIndikator) -> BarisCaraHitung:
        bahan = item.bahan
        own = Keterangan(sumber_data=bahan.sumber_data, penanggung_jawab=bahan.penanggung_jawab)
        return BarisCaraHitung(item, explain(item, snapshot.periode, keterangan.get(bahan.id, own)))

    return CaraHitungTercetak(
        skpd=laporan.skpd,
        periode=snapshot.periode,
        kelompok=tuple(
            (
                group.uraian,
                tuple(baris(item) for item in group.indikator),
                _rata(group.rata_rata) if len(group.indikator) > 1 else None,
            )
            for group in hasil.sasaran
        ),
        rata_rata=laporan.rata_rata,
        program=_Programs(snapshot.anggaran).take_rest(),
        anggaran=laporan.anggaran,
        aturan=tuple(snapshot.profil.describe()),
        kode=kode,
        pejabat=laporan.pejabat,
        tanda=replace(laporan.tanda, draf=not kode),
    )
