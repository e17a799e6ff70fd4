"""What came of an update, in the clerk's words."""

from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.domain.fingerprint import TableChange
from kinerja_desktop.domain.update import UpdatePlan, UpdateReport
from kinerja_desktop.services.riwayat.trail_words import name_table

_HASH_LETTERS = 8


@dataclass(frozen=True)
class BarisLaporan:
    """A line of the report: a kind of rows before and after, and whether it is the same."""

    bagian: str
    sebelum: str
    sesudah: str
    sidik_sebelum: str
    sidik_sesudah: str
    hasil: str
    is_same: bool


def describe_tables(report: UpdateReport) -> list[BarisLaporan]:
    """Return a line for every table, what differs first."""
    lines = [
        BarisLaporan(
            name_table(table.table),
            _count(table.rows_before),
            _count(table.rows_after),
            table.sha256_before[:_HASH_LETTERS] or "–",
            table.sha256_after[:_HASH_LETTERS] or "–",
            _verdict(table),
            table.is_same,
        )
        for table in report.tables
    ]
    return sorted(lines, key=lambda line: line.is_same)


def describe_report(report: UpdateReport) -> str:
    """Return the verdict: *Data tidak berubah*, or where it has."""
    if not report.tables:
        return (
            "Keadaan data sebelum pembaruan tidak diketahui, karena program sebelumnya tidak "
            "ditutup dengan baik atau orang lain memulihkan cadangan sesudahnya, jadi tidak dapat "
            "dibandingkan. Data seperti saat versi ini pertama dibuka sudah dicadangkan."
        )
    if report.is_unchanged:
        known = [table for table in report.tables if not table.is_new]
        rows = sum(table.rows_before or 0 for table in known)
        return f"Data tidak berubah: {len(known)} tabel, {rows} baris, isinya sama."
    changed = [name_table(table.table) for table in report.tables if not table.is_same]
    return (
        f"Data berubah di {len(changed)} tabel: {', '.join(changed)}. Bandingkan dengan cadangan "
        "'Sebelum pembaruan program' di Riwayat & Cadangan, dan pulihkan bila perlu."
    )


def describe_versions(report: UpdateReport) -> str:
    """Return which version followed which, and when."""
    moment = format_waktu(datetime.fromisoformat(report.moment))
    verb = "Kembali ke" if report.is_return else "Diperbarui ke"
    return f"{verb} versi {report.to_version} (dari {report.from_version or '?'}), {moment}."


def describe_failure(plan: UpdatePlan, *, is_rolled_back: bool = False) -> tuple[str, str]:
    """Return what to say when the same program came back, and what to do."""
    if is_rolled_back:
        return (
            f"Program belum kembali ke versi {plan.to_version}, tetapi datanya sudah kembali ke "
            "keadaan sebelum pembaruan.",
            "Ulangi Kembali di Pengaturan → Pembaruan, atau pulihkan cadangan 'Sebelum pemulihan' "
            "di Riwayat & Cadangan bila tetap memakai versi ini.",
        )
    if plan.is_return:
        return (
            f"Program belum kembali ke versi {plan.to_version}. Program dan data tidak berubah.",
            "Ulangi Kembali di Pengaturan → Pembaruan.",
        )
    return (
        f"Pembaruan ke versi {plan.to_version} belum terpasang. Program dan data tidak berubah.",
        "Ulangi dari Pengaturan → Pembaruan, atau jalankan pemasangnya dari flashdisk.",
    )


def _count(rows: int | None) -> str:
    return "–" if rows is None else str(rows)


def _verdict(table: TableChange) -> str:
    if table.is_new:
        return "baru"
    return "sama" if table.is_same else "BERUBAH"
