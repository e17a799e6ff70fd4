"""Evaluasi SAKIP: criteria, answers, LHE with its recommendations, publications, and evidence."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kinerja_desktop.domain.lke.hitungan import Hitungan
from kinerja_desktop.store.records import (
    DialogKinerja,
    DokumenFinal,
    EvaluasiRenja,
    Formulir,
    Indikator,
    JawabanLke,
    KejadianSop,
    Lampiran,
    LembarLke,
    Lhe,
    PelaksanaanSop,
    PenerimaanFormulir,
    Pengukuran,
    PublikasiDokumen,
    Realisasi,
    RekomendasiLhe,
    Sasaran,
    Sop,
    Tujuan,
)

#: What `Lampiran.milik` says of evidence of an answer, and of a recommendation.
MILIK_JAWABAN, MILIK_REKOMENDASI = "jawaban_lke", "rekomendasi_lhe"
_SELESAI = "selesai"


def find_lembar(session: Session, tahun: int) -> LembarLke | None:
    """Return the criteria that are in force in a year; None for what ships."""
    query = select(LembarLke).where(LembarLke.berlaku_dari <= tahun)
    return session.exec(query.order_by(col(LembarLke.berlaku_dari).desc())).first()


def find_lembar_from(session: Session, tahun: int) -> LembarLke | None:
    """Return the criteria that begin in exactly this year."""
    return session.exec(select(LembarLke).where(LembarLke.berlaku_dari == tahun)).first()


def find_lembar_after(session: Session, tahun: int) -> LembarLke | None:
    """Return the criteria that take the place of those of a year; None while none do."""
    query = select(LembarLke).where(LembarLke.berlaku_dari > tahun)
    return session.exec(query.order_by(col(LembarLke.berlaku_dari))).first()


def list_jawaban_between(session: Session, dari: int, sebelum: int | None) -> list[JawabanLke]:
    """Return the criteria that are answered, from a year on and before another, in no order."""
    query = select(JawabanLke).where(JawabanLke.tahun >= dari, JawabanLke.jawaban != "")
    if sebelum is not None:
        query = query.where(JawabanLke.tahun < sebelum)
    return list(session.exec(query))


def list_jawaban(session: Session, tahun: int) -> list[JawabanLke]:
    """Return the answers of a year, in no order: the sheet says where each stands."""
    return list(session.exec(select(JawabanLke).where(JawabanLke.tahun == tahun)))


def find_jawaban(session: Session, tahun: int, kriteria: str) -> JawabanLke | None:
    """Return what was written about a criterion in a year; None while nothing was."""
    query = select(JawabanLke).where(JawabanLke.tahun == tahun, JawabanLke.kriteria == kriteria)
    return session.exec(query).first()


def list_bukti_jawaban(session: Session, tahun: int) -> list[tuple[str, Lampiran]]:
    """Return the evidence of a year's answers with their criterion, the oldest first."""
    query = (
        select(JawabanLke.kriteria, Lampiran)
        .join(Lampiran, col(Lampiran.milik_id) == col(JawabanLke.id))
        .where(JawabanLke.tahun == tahun, Lampiran.milik == MILIK_JAWABAN)
        .order_by(col(Lampiran.ditambahkan), col(Lampiran.nama))
    )
    return [(kriteria, row) for kriteria, row in session.exec(query)]


def list_lhe(session: Session, tahun: int) -> list[Lhe]:
    """Return the LHE over a year's performance, the latest first."""
    query = select(Lhe).where(Lhe.tahun == tahun).order_by(col(Lhe.tanggal).desc())
    return list(session.exec(query))


def list_rekomendasi(session: Session, tahun: int) -> list[RekomendasiLhe]:
    """Return the recommendations of the LHE over a year, in their order."""
    query = (
        select(RekomendasiLhe)
        .join(Lhe, col(Lhe.id) == col(RekomendasiLhe.lhe_id))
        .where(Lhe.tahun == tahun)
        .order_by(col(Lhe.tanggal), col(Lhe.nomor), col(RekomendasiLhe.urutan))
    )
    return list(session.exec(query))


def list_open_rekomendasi(session: Session, until: date) -> list[tuple[Lhe, RekomendasiLhe]]:
    """Return the recommendations due up to a day that are not done, the oldest first."""
    query = (
        select(Lhe, RekomendasiLhe)
        .join(RekomendasiLhe, col(Lhe.id) == col(RekomendasiLhe.lhe_id))
        .where(RekomendasiLhe.status != _SELESAI, col(RekomendasiLhe.batas_waktu) <= until)
        .order_by(col(RekomendasiLhe.batas_waktu), col(RekomendasiLhe.urutan))
    )
    return [(lhe, row) for lhe, row in session.exec(query)]


def list_bukti_rekomendasi(session: Session, ids: Iterable[UUID]) -> list[Lampiran]:
    """Return the evidence of recommendations, the oldest first."""
    query = (
        select(Lampiran)
        .where(Lampiran.milik == MILIK_REKOMENDASI, col(Lampiran.milik_id).in_(list(ids)))
        .order_by(col(Lampiran.ditambahkan), col(Lampiran.nama))
    )
    return list(session.exec(query))


def list_publikasi(session: Session, tahun: int) -> list[PublikasiDokumen]:
    """Return what was made public of a year's documents, by date."""
    query = select(PublikasiDokumen).where(PublikasiDokumen.tahun == tahun)
    return list(session.exec(query.order_by(col(PublikasiDokumen.tanggal))))


def find_last_triwulan(session: Session, tahun: int) -> int | None:
    """Return the latest triwulan of a year with a realisasi; None when there is none."""
    query = select(func.max(Realisasi.triwulan)).where(
        Realisasi.tahun == tahun, col(Realisasi.nilai).is_not(None)
    )
    return session.exec(query).one()


def list_final_triwulan(session: Session, tahun: int) -> dict[int | None, date]:
    """Return when each period's Pengukuran Kinerja of the office was signed; None is the year."""
    query = select(col(Pengukuran.triwulan), col(Pengukuran.tanggal)).where(
        Pengukuran.tahun == tahun,
        col(Pengukuran.pejabat_id).is_(None),
        col(Pengukuran.dibuka).is_(None),
    )
    return dict(session.exec(query).all())


def list_pejabat_terukur(session: Session, tahun: int) -> frozenset[UUID]:
    """Return the officials with a final measurement of their IKI in a year."""
    query = select(Pengukuran.pejabat_id).where(
        Pengukuran.tahun == tahun,
        col(Pengukuran.pejabat_id).is_not(None),
        col(Pengukuran.dibuka).is_(None),
    )
    return frozenset(key for key in session.exec(query) if key)


def list_final_papers(session: Session, tahun: int) -> list[DokumenFinal]:
    """Return the papers of a year that are final, of all kinds, by date."""
    query = select(DokumenFinal).where(
        DokumenFinal.tahun == tahun, col(DokumenFinal.dibuka).is_(None)
    )
    return list(session.exec(query.order_by(col(DokumenFinal.tanggal))))


def list_evaluasi(session: Session, tahun: int) -> dict[int, date | None]:
    """Return the dates of the berita acara evaluasi that were written down, by triwulan."""
    query = select(col(EvaluasiRenja.triwulan), col(EvaluasiRenja.tanggal)).where(
        EvaluasiRenja.tahun == tahun, col(EvaluasiRenja.tanggal).is_not(None)
    )
    return dict(session.exec(query).all())


def list_dialog(session: Session, tahun: int) -> list[DialogKinerja]:
    """Return the Dialog Kinerja of a year, in the order of their triwulan."""
    query = select(DialogKinerja).where(DialogKinerja.tahun == tahun)
    return list(session.exec(query.order_by(col(DialogKinerja.triwulan))))


def count_tindak_lanjut(session: Session, tahun: int) -> Hitungan:
    """Count the tindak lanjut of a year's realisasi that are done, of those promised."""
    rows = session.exec(
        select(col(Realisasi.selesai)).where(
            Realisasi.tahun == tahun, Realisasi.tindak_lanjut != ""
        )
    ).all()
    return Hitungan(sum(day is not None for day in rows), len(rows))


def count_berbukti(session: Session, tahun: int) -> Hitungan:
    """Count the realisasi of a year with evidence, of those filled in."""
    filled = frozenset(
        session.exec(
            select(Realisasi.id).where(Realisasi.tahun == tahun, col(Realisasi.nilai).is_not(None))
        )
    )
    proved = frozenset(
        session.exec(select(Lampiran.milik_id).where(col(Lampiran.milik_id).in_(filled)))
    )
    return Hitungan(len(proved), len(filled))


def count_formulir(session: Session, tahun: int) -> tuple[Hitungan, int]:
    """Count the forms of a year that came back, of those handed out; and rows sent back."""
    sent = frozenset(session.exec(select(Formulir.id).where(Formulir.tahun == tahun)))
    back = session.exec(
        select(PenerimaanFormulir).where(col(PenerimaanFormulir.formulir_id).in_(sent))
    ).all()
    came = {row.formulir_id for row in back}
    return Hitungan(len(came), len(sent)), sum(row.ditolak for row in back)


def count_kasus(session: Session, tahun: int) -> dict[str, tuple[int, int]]:
    """Count the cases of a year by the name of their SOP: begun, and with anything recorded."""
    moved = frozenset(session.exec(select(KejadianSop.pelaksanaan_id)))
    found: dict[str, tuple[int, int]] = {}
    query = (
        select(Sop.nama, PelaksanaanSop.id)
        .join(PelaksanaanSop, col(PelaksanaanSop.sop_id) == col(Sop.id))
        .where(PelaksanaanSop.tahun == tahun)
    )
    for nama, key in session.exec(query):
        begun, walked = found.get(nama, (0, 0))
        found[nama] = (begun + 1, walked + (key in moved))
    return found


def count_sasaran(session: Session, renstra_id: UUID, indikator: Iterable[Indikator]) -> Hitungan:
    """Count the sasaran of a Renstra that have an IKU, of all."""
    query = (
        select(Sasaran.id)
        .join(Tujuan, col(Tujuan.id) == col(Sasaran.tujuan_id))
        .where(Tujuan.periode_renstra_id == renstra_id)
    )
    rows = frozenset(session.exec(query))
    return Hitungan(len(rows & {row.sasaran_id for row in indikator}), len(rows))
