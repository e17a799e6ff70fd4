"""What the office wrote in its LKjIP: outline, texts, and the versions made final."""

from sqlmodel import Session, col, select

from kinerja_desktop.store.records import KerangkaLkjip, Lkjip, TeksLkjip


def find_kerangka(session: Session, tahun: int) -> KerangkaLkjip | None:
    """Return the outline that a year has of its own."""
    return session.exec(select(KerangkaLkjip).where(KerangkaLkjip.tahun == tahun)).first()


def find_kerangka_until(session: Session, tahun: int) -> KerangkaLkjip | None:
    """Return the outline that a year follows: its own, else that of the latest year before."""
    query = (
        select(KerangkaLkjip)
        .where(KerangkaLkjip.tahun <= tahun)
        .order_by(col(KerangkaLkjip.tahun).desc())
    )
    return session.exec(query).first()


def list_naskah(session: Session, tahun: int) -> list[TeksLkjip]:
    """Return the texts of a year, in no order: the outline says where each stands."""
    return list(session.exec(select(TeksLkjip).where(TeksLkjip.tahun == tahun)))


def find_naskah(session: Session, tahun: int, bagian: str) -> TeksLkjip | None:
    """Return the office's text of a section; None while its first draft stands."""
    query = select(TeksLkjip).where(TeksLkjip.tahun == tahun, TeksLkjip.bagian == bagian)
    return session.exec(query).first()


def find_final_lkjip(session: Session, tahun: int) -> Lkjip | None:
    """Return the final version in force."""
    query = select(Lkjip).where(Lkjip.tahun == tahun, col(Lkjip.dibuka).is_(None))
    return session.exec(query.order_by(col(Lkjip.versi).desc())).first()


def last_versi(session: Session, tahun: int) -> int:
    """Return the number of the latest version that ever was final; 0 for none."""
    query = select(Lkjip.versi).where(Lkjip.tahun == tahun).order_by(col(Lkjip.versi).desc())
    return session.exec(query).first() or 0


def list_tahun_final(session: Session) -> frozenset[int]:
    """Return the years whose report is final."""
    return frozenset(session.exec(select(Lkjip.tahun).where(col(Lkjip.dibuka).is_(None))))
