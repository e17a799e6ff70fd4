"""A criterion of the LKE answered, with a note, and its evidence attached."""

from collections.abc import Callable
from pathlib import Path

from sqlmodel import select

from kinerja_desktop.store.records import JawabanLke, Lampiran
from tests.perjalanan.disk import reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

CRITERION, EVIDENCE, NOTE = "1.1.1", "pedoman.pdf", "Perbup SAKIP berlaku sejak Januari."


def test_by_keyboard(sit_down: Callable[..., Keyboard], practice: Path) -> None:
    find_evidence(practice)
    clerk = sit_down(Keyboard, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.go("Evaluasi SAKIP")
    clerk.see(f"{CRITERION} Terdapat pedoman")
    clerk.press("alt+j")
    clerk.here("Jawaban")
    clerk.type("A")
    clerk.press("alt+c")
    clerk.here("Catatan")
    clerk.press("ctrl+a")
    clerk.type(NOTE)
    clerk.press("alt+n")
    clerk.type(EVIDENCE)
    clerk.press("enter")
    clerk.see(EVIDENCE)
    assert_answered(practice)
    hold(clerk, "lke-ketik")


def test_by_mouse(sit_down: Callable[..., Mouse], practice: Path) -> None:
    find_evidence(practice)
    clerk = sit_down(Mouse, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.click("Evaluasi SAKIP", "sel")
    clerk.see(f"{CRITERION} Terdapat pedoman")
    clerk.click("Jawaban", "pilihan")
    clerk.click("A –*", "sel")
    clerk.select("Catatan")
    clerk.type(NOTE)
    clerk.click("Lampirkan…")
    clerk.click(EVIDENCE, "sel", times=2)
    clerk.see(EVIDENCE)
    assert_answered(practice)
    hold(clerk, "lke-tetikus")


def find_evidence(data: Path) -> None:
    (data.parent / EVIDENCE).write_bytes(b"%PDF-1.4\n%%EOF\n")


def assert_answered(data: Path) -> None:
    """That answer, note and evidence stand on the disk."""
    with reading(data) as office, office.journal.reading() as session:
        answer = session.exec(
            select(JawabanLke).where(JawabanLke.tahun == 2025, JawabanLke.kriteria == CRITERION)
        ).one()
        names = session.exec(select(Lampiran.nama).where(Lampiran.milik_id == answer.id)).all()
        assert (answer.jawaban, answer.catatan, list(names)) == ("A", NOTE, [EVIDENCE])
