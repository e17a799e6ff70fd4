"""Turn a frozen measurement into what its printed form says; draft and final alike."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran, RataCapaian
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    IdentitasInstansi,
    IdentitasPejabat,
    SnapshotPengukuran,
)
from kinerja_desktop.domain.laporan.kop import (
    Kop,
    Penandatangan,
    Pengesahan,
    Tanda,
    bears_nip,
    jabatan_lines,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    LENGKAP,
    PEJABAT,
    RINGKAS,
    TARGET_TAHUNAN,
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
        nama=instansi.nama.upper(),
        alamat=tuple(line for line in lines if line),
        logo=logo,
    )


def make_penandatangan(
    pejabat: IdentitasPejabat | None, jabatan: str, *, has_nip_line: bool = True
) -> Penandatangan:
    """Return a signer; without one, the post with lines to write on.

    Args:
        pejabat: who signs.
        jabatan: the post, where nobody holds it.
        has_nip_line: whether a NIP that is not known leaves a line too; the Bupati has none.
    """
    is_asn = bears_nip(pejabat.jabatan if pejabat else jabatan)
    if pejabat is None:
        return Penandatangan(jabatan_lines(jabatan), has_nip_line=has_nip_line and is_asn)
    return Penandatangan(
        jabatan_lines(pejabat.jabatan, pejabat.awalan),
        pejabat.nama,
        pejabat.pangkat,
        pejabat.nip,
        has_nip_line=has_nip_line and is_asn,
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
    aturan = snapshot.profil.aturan
    programs = _Programs(snapshot.anggaran, is_told=aturan > Aturan.TIGA)
    kelompok = [_kelompok(group, programs, aturan) for group in hasil.sasaran]
    if rest := programs.take_rest():
        kelompok.append(KelompokSasaran(_LAINNYA, (), rest))
    return PengukuranKinerja(
        skpd=f"Kecamatan {snapshot.instansi.kecamatan}",
        periode=snapshot.periode,
        kelompok=tuple(kelompok),
        rata_rata=_rata(hasil.rata_rata),
        pengesahan=_pengesahan(snapshot),
        kolom=_kolom(snapshot),
        anggaran=make_jumlah_anggaran(snapshot.anggaran) if snapshot.anggaran else None,
        catatan=(*_rules(snapshot.profil, hasil.indikator), *_catatan(hasil.indikator, aturan)),
        kop=make_kop(snapshot.instansi, logo) if snapshot.instansi.alamat else None,
        pejabat=_pejabat(snapshot.pejabat),
        tanda=Tanda(draf, snapshot.instansi.contoh, kode, snapshot.kertas),
        tanggal=snapshot.tanggal,
        profil=snapshot.profil,
    )


class _Programs:
    """Hands each program out with its amounts once only, or they would count twice.

    `docs/sakip.md` §4.9.
    """

    def __init__(self, anggaran: Sequence[BarisAnggaran], *, is_told: bool) -> None:
        self._anggaran = anggaran
        self._is_told = is_told
        self._groups = 0
        self._printed: dict[str, int] = {}

    def take(self, kelompok: str) -> tuple[BarisProgram, ...]:
        """Return the programs that serve a group; the groups are asked for in their order."""
        self._groups += 1
        return tuple(self._row(row) for row in self._anggaran if kelompok in row.kelompok)

    def take_rest(self) -> tuple[BarisProgram, ...]:
        """Return the programs that serve none of the groups."""
        return tuple(self._row(row) for row in self._anggaran if row.kode not in self._printed)

    def _row(self, row: BarisAnggaran) -> BarisProgram:
        name = f"{row.kode} {row.nama}"
        if row.kode in self._printed:
            where = f"lihat sasaran ke-{self._printed[row.kode]}" if self._is_told else ""
            return BarisProgram(name, _ABOVE, _ABOVE, _ABOVE, where, row.kode)
        self._printed[row.kode] = self._groups
        return BarisProgram(
            name,
            angka_rupiah(row.pagu),
            angka_rupiah(row.realisasi),
            angka_persen(compute_serapan(row.pagu, row.realisasi)),
            kode=row.kode,
        )


def _kelompok(group: HasilSasaran, programs: _Programs, aturan: Aturan) -> KelompokSasaran:
    return KelompokSasaran(
        group.uraian,
        tuple(_baris(item, aturan) for item in group.indikator),
        programs.take(group.uraian),
        # The mean of one indicator says nothing that its own line does not.
        _rata(group.rata_rata) if len(group.indikator) > 1 else None,
    )


def _baris(item: HasilIndikator, aturan: Aturan) -> BarisIndikator:
    bahan, sd = item.bahan, item.sd_triwulan
    return BarisIndikator(
        indikator=bahan.uraian,
        target=angka_nilai(item.utama.target),
        realisasi=angka_nilai(item.utama.realisasi),
        capaian=angka_capaian(item.utama.capaian),
        satuan=bahan.satuan,
        kategori=item.utama.capaian.kategori,
        target_sd=_target_sd(item, aturan),
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
        asal=item,
    )


def _target_sd(item: HasilIndikator, aturan: Aturan) -> Angka:
    """Return what s.d. triwulan was compared with; the year's is never shown as the triwulan's.

    `docs/sakip.md` §4.4.
    """
    sd = item.sd_triwulan
    if sd is None:
        return BELUM
    if item.is_against_year and aturan > Aturan.TIGA:
        return Angka(TARGET_TAHUNAN)
    return angka_nilai(sd.target)


def _rata(rata: RataCapaian) -> RataTercetak:
    return RataTercetak(angka_persen(rata.tampil), rata.kategori, rata.keterangan, rata)


def make_jumlah_anggaran(anggaran: Sequence[BarisAnggaran]) -> JumlahAnggaran:
    """Return the sums of programs in rupiah, and the serapan of the whole."""
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
    sign = partial(make_penandatangan, has_nip_line=snapshot.profil.aturan > Aturan.TIGA)
    camat = sign(snapshot.camat, f"Camat {snapshot.instansi.kecamatan}")
    tempat_tanggal = f"{snapshot.instansi.tempat}, {format_tanggal(snapshot.tanggal)}"
    if snapshot.pejabat is None:
        return Pengesahan(tempat_tanggal, camat)
    own = sign(snapshot.pejabat, snapshot.pejabat.jabatan)
    superior = snapshot.atasan
    return Pengesahan(tempat_tanggal, own, sign(superior, superior.jabatan) if superior else None)


def _pejabat(pejabat: IdentitasPejabat | None) -> PejabatDiukur | None:
    if pejabat is None:
        return None
    return PejabatDiukur(pejabat.nama, pejabat.nip, pejabat.jabatan)


def _rules(profil: ProfilRumus, hasil: Sequence[HasilIndikator]) -> list[str]:
    """Tell by which rules was measured; that of falling indicators where there are any."""
    is_told = profil.aturan <= Aturan.TIGA or any(
        item.bahan.arah is Arah.TURUN or item.rumus is profil.rumus_turun for item in hasil
    )
    return profil.describe(has_falling=is_told)


def _list_against_year(hasil: Sequence[HasilIndikator]) -> str:
    """Name the targets of the year whose use s.d. triwulan no other note explains."""
    return "; ".join(
        f"{item.bahan.uraian} {format_nilai(sd.target)}"
        for item in hasil
        if (sd := item.sd_triwulan)
        and item.is_against_year
        and not item.pembanding
        and sd.realisasi is not None
    )


def _catatan(hasil: Sequence[HasilIndikator], aturan: Aturan) -> list[str]:
    """Tell which indicators were limited or compared otherwise.

    The first editions also count those without a figure; now the means alone do, and the sign
    ``-`` is explained once. `docs/sakip.md` §4.4, §4.6.
    """
    notes = [
        f"{item.bahan.uraian}: {item.utama.capaian.catatan}."
        for item in hasil
        if item.utama.capaian.catatan
    ]
    notes += [f"{item.bahan.uraian}: {item.pembanding}." for item in hasil if item.pembanding]
    if aturan > Aturan.TIGA and (against := _list_against_year(hasil)):
        notes.append(f"{TARGET_TAHUNAN} yang dipakai s.d. triwulan ini: {against}.")
    blank = sum(item.utama.capaian.keadaan is Keadaan.BELUM_DIISI for item in hasil)
    if blank and aturan <= Aturan.TIGA:
        notes.append(f"Tanda - berarti belum diisi ({format_angka(Decimal(blank))} indikator).")
    return notes
