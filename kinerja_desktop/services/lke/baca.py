"""Read a year's self-check: criteria, answers, scores, last year beside it; then the proposals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.lke.hitungan import Hitungan
from kinerja_desktop.domain.lke.nilai import NilaiLke, compute_nilai
from kinerja_desktop.domain.lke.petunjuk import BukuPetunjuk
from kinerja_desktop.domain.lke.usulan import UsulanLke, propose
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.bahan import gather_bahan
from kinerja_desktop.services.lke.lembar import LembarBerlaku, load_lembar, read_buku_petunjuk
from kinerja_desktop.store.queries import lke as queries
from kinerja_desktop.store.records import Lampiran


@dataclass(frozen=True)
class BuktiLke:
    """An evidence file as people know it; `ukuran` in bytes."""

    id: UUID
    nama: str
    ukuran: int
    ditambahkan: datetime
    sha256: str


@dataclass(frozen=True)
class IsianKriteria:
    """What the office wrote of a criterion.

    Attributes:
        jawaban: as it is stored; a word of another scale counts as unanswered.
        bukti: its evidence, the oldest first.
    """

    jawaban: str = ""
    catatan: str = ""
    bukti: tuple[BuktiLke, ...] = ()


KOSONG = IsianKriteria()


@dataclass(frozen=True)
class LheTahun:
    """The LHE over a year: its number, day, score, and the recommendations that are done."""

    nomor: str
    tanggal: date | None
    nilai: Decimal | None
    rekomendasi: Hitungan


@dataclass(frozen=True)
class IsiLke:
    """Everything that the page Evaluasi SAKIP shows of a year.

    Attributes:
        berlaku: criteria and scale.
        nilai: the score.
        isian: what was written, by kode of the criterion.
        lalu: last year's score on the criteria of that year; None when nothing was answered.
        jawaban_lalu: last year's answers by kode, where that year had the same criteria.
        lhe: the LHE over this year; `lhe_lalu` over the year before; None for none.
        buku: what proves each criterion.
    """

    tahun: int
    berlaku: LembarBerlaku
    nilai: NilaiLke
    isian: Mapping[str, IsianKriteria]
    lalu: NilaiLke | None
    jawaban_lalu: Mapping[str, str]
    lhe: LheTahun | None
    lhe_lalu: LheTahun | None
    buku: BukuPetunjuk

    def isian_of(self, kode: str) -> IsianKriteria:
        """Return what was written of a criterion."""
        return self.isian.get(kode, KOSONG)


def read_lke(office: Office, tahun: int) -> IsiLke:
    """Read a year's self-check, without its proposals.

    Raises:
        KinerjaError: the stored criteria were damaged outside the program.
    """
    with office.journal.reading() as session:
        berlaku = load_lembar(session, tahun)
        isian = _read_isian(session, tahun)
        earlier = load_lembar(session, tahun - 1)
        before = {row.kriteria: row.jawaban for row in queries.list_jawaban(session, tahun - 1)}
        lhe, lhe_lalu = _read_lhe(session, tahun), _read_lhe(session, tahun - 1)
    lalu = compute_nilai(earlier.lembar, earlier.skala, before)
    words = {item.kode: item.uraian for item in earlier.lembar.list_kriteria()}
    same = {item.kode for item in berlaku.lembar.list_kriteria()
            if words.get(item.kode) == item.uraian}  # fmt: skip
    return IsiLke(
        tahun,
        berlaku,
        _score(berlaku, isian),
        isian,
        lalu if lalu.nilai.terjawab else None,
        {kode: answer for kode, answer in before.items() if kode in same and answer},
        lhe,
        lhe_lalu,
        read_buku_petunjuk(),
    )


def read_usulan(office: Office, isi: IsiLke) -> dict[str, UsulanLke]:
    """Return what the data of the year propose, by kode of the criterion."""
    score = isi.nilai.nilai
    bahan = gather_bahan(office, isi.tahun, Hitungan(score.terjawab, score.jumlah))
    return propose(isi.berlaku.lembar, isi.buku, isi.berlaku.skala, bahan)


def list_bukti_rekomendasi(office: Office, rekomendasi_id: UUID) -> Sequence[BuktiLke]:
    """Return the evidence of a recommendation, the oldest first."""
    with office.journal.reading() as session:
        rows = queries.list_bukti_rekomendasi(session, [rekomendasi_id])
        return [_bukti(row) for row in rows]


def _score(berlaku: LembarBerlaku, isian: Mapping[str, IsianKriteria]) -> NilaiLke:
    answers = {kode: item.jawaban for kode, item in isian.items()}
    return compute_nilai(berlaku.lembar, berlaku.skala, answers)


def _read_isian(session: Session, tahun: int) -> dict[str, IsianKriteria]:
    bukti: dict[str, tuple[BuktiLke, ...]] = {}
    for kriteria, row in queries.list_bukti_jawaban(session, tahun):
        bukti[kriteria] = (*bukti.get(kriteria, ()), _bukti(row))
    return {
        row.kriteria: IsianKriteria(row.jawaban, row.catatan, bukti.get(row.kriteria, ()))
        for row in queries.list_jawaban(session, tahun)
    }


def _read_lhe(session: Session, tahun: int) -> LheTahun | None:
    rows = queries.list_lhe(session, tahun)
    if not rows:
        return None
    advice = queries.list_rekomendasi(session, tahun)
    done = Hitungan(sum(row.status == "selesai" for row in advice), len(advice))
    return LheTahun(rows[0].nomor, rows[0].tanggal, rows[0].nilai, done)


def _bukti(row: Lampiran) -> BuktiLke:
    return BuktiLke(row.id, clean_name(row.nama), row.ukuran, row.ditambahkan, row.sha256)
