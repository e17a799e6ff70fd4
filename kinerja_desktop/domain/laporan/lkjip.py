"""What an LKjIP says: everything that is frozen when it is made final, and what follows from it."""

from dataclasses import dataclass, field, replace

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja
from kinerja_desktop.domain.laporan.rencana_aksi import RencanaAksiTercetak
from kinerja_desktop.domain.laporan.rencana_kinerja import RencanaKinerja
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, analyze
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip
from kinerja_desktop.domain.lkjip.draf import write_draft
from kinerja_desktop.domain.lkjip.edisi import EDISI_KINI, Edisi
from kinerja_desktop.domain.lkjip.kata import count, escape
from kinerja_desktop.domain.lkjip.kelengkapan import BELUM_DITULIS, BagianTerisi, IsianBagian, judge
from kinerja_desktop.domain.lkjip.kerangka import Kerangka
from kinerja_desktop.domain.lkjip.susunan import BagianTercetak, arrange

#: `Bagian.isi` of the section of Bab II that has the IKU.
IKU = "iku"


@dataclass(frozen=True)
class LampiranLkjip:
    """The papers that a report attaches, as what they say.

    Attributes:
        pengukuran: the year's Pengukuran Kinerja, the signed one where there is one.
        iku: Penetapan IKU of the Renstra.
        rkt: Rencana Kinerja Tahunan.
        perjanjian: the Camat's Perjanjian Kinerja; None when there is none.
        rencana_aksi: Rencana Aksi of the office.
        sop: the office's SOPs as `domain.sop.berkas` writes them.
        pohon: Pohon Kinerja; None in what earlier releases froze.
    """

    pengukuran: SnapshotPengukuran
    iku: PenetapanIku
    rkt: RencanaKinerja
    perjanjian: PerjanjianTercetak | None
    rencana_aksi: RencanaAksiTercetak
    sop: tuple[str, ...] = ()
    pohon: PohonKinerja | None = field(default=None, metadata=added_later(None))


@dataclass(frozen=True)
class LkjipBeku:
    """All that a report is made of, as plain values.

    Attributes:
        bahan: the data.
        kerangka: the outline.
        tulisan: what the office wrote, by kunci of the section.
        lampiran: the papers that it attaches.
        draf: the first drafts by kunci as they were when the report was made final, so that a
            later program with other words tells it as it was signed; empty for a draft.
        riwayat: the seal of the trail when it was made final (`domain/rantai.py`).
        edisi: by which edition it is printed.
    """

    bahan: BahanLkjip
    kerangka: Kerangka
    tulisan: tuple[tuple[str, IsianBagian], ...]
    lampiran: LampiranLkjip
    draf: tuple[tuple[str, str], ...] = ()
    riwayat: str = field(default="", metadata=added_later(""))
    edisi: Edisi = field(default=EDISI_KINI, metadata=added_later(before=Edisi.SATU))


@dataclass(frozen=True)
class LaporanLkjip:
    """A report with every figure computed and every section filled.

    Attributes:
        beku: what it was made of.
        analisis: the figures.
        bagian: the sections in printing order, hidden ones too.
    """

    beku: LkjipBeku
    analisis: AnalisisLkjip
    bagian: tuple[BagianTerisi, ...]


def compose_lkjip(beku: LkjipBeku) -> LaporanLkjip:
    """Compute the figures and fill the sections; the same inputs always give the same report."""
    analisis = analyze(beku.bahan)
    susunan = arrange(beku.kerangka, beku.bahan.sasaran, find_blank_attachments(beku))
    written, frozen = dict(beku.tulisan), dict(beku.draf)

    def draft(item: BagianTercetak) -> str:
        if beku.draf:
            return frozen.get(item.kunci, "")
        if item.bagian.isi == IKU:
            return write_iku(beku.lampiran.iku)
        return write_draft(item, analisis, beku.kerangka, susunan)

    return LaporanLkjip(
        beku,
        analisis,
        tuple(
            judge(item, draft(item), written.get(item.kunci, BELUM_DITULIS), analisis, beku.edisi)
            for item in susunan
        ),
    )


def tell_anew(beku: LkjipBeku) -> LkjipBeku:
    """Return what was signed as this program would word it, to compare it with the present.

    Other words of a later program are no change of the office's.
    """
    return replace(beku, draf=(), edisi=EDISI_KINI)


def write_iku(iku: PenetapanIku) -> str:
    """Introduce the IKU with definition and formula (2.2); empty when none is determined."""
    number = sum(len(group.iku) for group in iku.sasaran)
    if not number:
        return ""
    paper = f" dengan {escape(f'{iku.keputusan} Nomor {iku.nomor}')}" if iku.nomor else ""
    dated = f" tanggal {format_tanggal(iku.tanggal)}" if iku.nomor and iku.tanggal else ""
    return (
        f"{escape(iku.skpd)} menetapkan {count(number, 'Indikator Kinerja Utama (IKU)')}"
        f"{paper}{dated} sebagai ukuran keberhasilan sasaran strategisnya. Definisi "
        "operasional dan formula setiap IKU disajikan dalam tabel berikut."
    )


def freeze_drafts(laporan: LaporanLkjip) -> LkjipBeku:
    """Return what a report is made of with its first drafts, as it is signed."""
    drafts = tuple((item.cetak.kunci, item.draf) for item in laporan.bagian)
    return replace(laporan.beku, draf=drafts)


def find_blank_attachments(beku: LkjipBeku) -> set[str]:
    """Return the attachments (`Bagian.isi`) that there is nothing to print of."""
    bahan, lampiran = beku.bahan, beku.lampiran
    has_data = {
        "lampiran_struktur": bool(bahan.pejabat),
        "lampiran_renstra": bahan.renstra is not None and bool(bahan.sasaran),
        "lampiran_iku": bool(lampiran.iku.sasaran),
        "lampiran_pohon": lampiran.pohon is not None and lampiran.pohon.has_indikator,
        "lampiran_rkt": bool(lampiran.rkt.sasaran),
        "lampiran_pk": lampiran.perjanjian is not None,
        "lampiran_pengukuran": bool(lampiran.pengukuran.bahan),
        "lampiran_foto": bool(bahan.foto),
        "lampiran_sop": bool(lampiran.sop),
        "lampiran_rencana_aksi": bool(lampiran.rencana_aksi.sasaran),
    }
    return {isi for isi, is_there in has_data.items() if not is_there}
