"""What the first page tells: what is due, what comes next, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran
from kinerja_desktop.domain.kalender_tahun import ButirKalender
from kinerja_desktop.domain.laporan.grafik import BarChart
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import Tenggat, list_tenggat
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.awal.grafik import draw_capaian
from kinerja_desktop.services.awal.kalender import read_kalender_tahun
from kinerja_desktop.services.awal.siklus import PanduanSiklus, read_siklus
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kalender import read_kalender
from kinerja_desktop.services.kantor.keadaan_tahun import read_keadaan_tahun
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pekerjaan import Pekerjaan
from kinerja_desktop.services.kiriman.komentar import (
    KOMENTAR,
    KomentarMasuk,
    list_komentar_masuk,
)
from kinerja_desktop.services.lke.jatuh_tempo import list_jatuh_tempo
from kinerja_desktop.services.pengukuran.tindak_lanjut import list_late_tindak_lanjut
from kinerja_desktop.services.pengukuran.ukur import find_status, list_kekurangan, measure_periode
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.riwayat.second_place import TempatKedua, read_tempat_kedua
from kinerja_desktop.services.sop.next_steps import LangkahBerikut, list_next_steps
from kinerja_desktop.services.surat.tugas import list_tugas_beranda
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.records import Instansi


@dataclass(frozen=True)
class Beranda:
    """Everything that the page Beranda shows.

    Attributes:
        periode: the chosen year or triwulan.
        tenggat: what is due or late.
        langkah: the next step of each running SOP.
        hasil: the measured period.
        grafik: capaian per sasaran, None when there is nothing to draw.
        kekurangan: what is missing before the next document can be made final.
        is_final: whether the period is final already.
        berubah: how many things have changed since it is final.
        mulai: the first day of a period that has not begun, of which nobody can be behind yet; None
            for one that has.
        papan: who has handed in the data of the period.
        tempat_kedua: of the backups; None where what was chosen cannot be read.
        pekerjaan: what somebody promised and has not done.
        panduan: what is to be done next until the first package is sent.
        kalender: what today's year has to deliver, with the dates of the year before.
        asal: whose figures these are, plainly so where they are invented; for what leaves the page.
    """

    periode: Periode
    tenggat: list[Tenggat]
    langkah: list[LangkahBerikut]
    hasil: HasilPengukuran
    grafik: BarChart | None
    kekurangan: list[Problem]
    is_final: bool
    papan: Papan
    panduan: PanduanSiklus
    tempat_kedua: TempatKedua | None = None
    pekerjaan: Sequence[Pekerjaan] = ()
    kalender: Sequence[ButirKalender] = ()
    asal: str = ""
    mulai: date | None = None
    berubah: int = 0


def read_beranda(office: Office, periode: Periode) -> Beranda:
    """Read what the first page shows for a period."""
    kalender = read_kalender(office)
    with office.journal.reading() as session:
        keadaan = read_keadaan_tahun(session)
        instansi = find_instansi(session)
        tahun = read_kalender_tahun(session, office.today(), keadaan, kalender)
    hasil = measure_periode(office, periode)
    status = find_status(office, periode)
    kekurangan = [] if status.is_final else list_kekurangan(office, periode, hasil=hasil)
    warnings = len([problem for problem in kekurangan if problem.is_warning])
    return Beranda(
        periode=periode,
        tenggat=list_tenggat(office.today(), keadaan, kalender),
        langkah=list_next_steps(office),
        hasil=hasil,
        grafik=draw_capaian(hasil),
        kekurangan=kekurangan,
        is_final=status.is_final,
        berubah=len(status.perubahan),
        papan=read_papan(office, periode),
        panduan=read_siklus(office, periode, hasil, warnings, len(status.perubahan)),
        tempat_kedua=_read_second(office),
        pekerjaan=_list_pekerjaan(office, kalender),
        kalender=tahun,
        asal=_name_asal(instansi),
        mulai=periode.first_day if office.today() < periode.first_day else None,
    )


def _name_asal(instansi: Instansi | None) -> str:
    if instansi is None:
        return ""
    nama = identify_instansi(instansi).nama
    return f"{nama} · CONTOH: data latihan, bukan data resmi" if instansi.contoh else nama


def _list_pekerjaan(office: Office, kalender: Kalender) -> list[Pekerjaan]:
    found = [
        Pekerjaan(
            f"{item.indikator}: {item.apa}",
            item.describe_late(office.today(), kalender.libur),
            "pengukuran",
            item.tempat,
            batas=item.batas_waktu,
        )
        for item in list_late_tindak_lanjut(office, kalender.libur)
    ]
    found += list_jatuh_tempo(office, kalender)
    found += [_describe_komentar(item) for item in list_komentar_masuk(office) if not item.selesai]
    return [*found, *list_tugas_beranda(office)]


def _describe_komentar(item: KomentarMasuk) -> Pekerjaan:
    butir = item.butir
    about = f", {butir.tentang}" if butir.tentang else ""
    return Pekerjaan(
        f"{item.jenis}: {' '.join(butir.isi.split())}",
        f"{butir.periode.label}{about} · {format_tanggal(local_date(butir.dibuat))}",
        "kirim",
        KOMENTAR,
        is_late=False,
    )


def _read_second(office: Office) -> TempatKedua | None:
    try:
        return read_tempat_kedua(office)
    except KinerjaError:
        return None  # the tab of backups tells it; here it must not hide all else
