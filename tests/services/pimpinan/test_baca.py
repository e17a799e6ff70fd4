"""What the slides show: what was signed, else what stands there now, and what is asked of it."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import (
    describe_keadaan,
    list_komentar_masuk,
    mark_komentar,
    note_pertanyaan,
)
from kinerja_desktop.services.pengukuran.isi import read_isi
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.pimpinan.baca import Tanya, read_baca
from kinerja_desktop.store.records import Komentar, PerangkatDaerah
from tests.finals import finalize
from tests.services.dokumen.papers import IKM, TAHUN, TW1, indikator_id
from tests.services.surat.letters import words


def test_the_slides_show_the_figures_of_the_form(muncar: Office) -> None:
    """tests/data/muncar.json, 2024 and 2023."""
    isi = read_baca(muncar, TAHUN)
    assert isi.skpd == "Kecamatan Muncar"
    assert isi.keadaan == "draf, keadaan 15 Januari 2025; masih dapat berubah"
    assert len(isi.lembar) == 9
    first = isi.lembar[0]
    assert [item.bahan.uraian for item in first.indikator] == [IKM]
    assert (first.banding.capaian, first.banding.lalu) == ("106,93", "103,65")
    sasaran, program = isi.grafik
    assert [bar.value for bar in sasaran.bars][:2] == [Decimal("106.93"), Decimal("99.75")]
    # The form has four lines of sasaran, then five of programs.
    assert (len(sasaran.bars), len(program.bars)) == (4, 5)
    assert program.title == "Capaian per program, Tahun 2024"
    assert [row.banding.is_program for row in isi.lembar] == [False] * 4 + [True] * 5
    assert isi.anggaran is not None
    assert isi.anggaran.serapan.teks == "87,74"
    assert not isi.menunggu
    row = finalize(muncar, TAHUN, date(2025, 1, 10))
    assert read_baca(muncar, TAHUN).keadaan == f"final, kode {row.kode}"
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk Tahun 1995"):
        read_baca(muncar, Periode(1995))


def test_programs_without_indicators_have_no_chart_and_no_table(muncar: Office) -> None:
    for row in list_rows(muncar, "indikator", level="program"):
        change_field(muncar, "indikator", row["id"], "berlaku_sampai", 2023)
    isi = read_baca(muncar, TAHUN)
    assert [chart.title for chart in isi.grafik] == ["Capaian per sasaran, Tahun 2024"]
    text = words(build_naskah(muncar, Permintaan("ringkasan-camat", TAHUN)))
    assert "\nCapaian per sasaran\n" in text
    assert "Capaian per program" not in text


def test_a_question_becomes_work_for_the_operator(muncar: Office) -> None:
    key = note_pertanyaan(muncar, TAHUN, IKM, " Mengapa\nturun? ", " Camat ")
    assert muncar.journal.undo_label == "Mencatat pertanyaan Camat"
    (item,) = list_komentar_masuk(muncar)
    assert (item.jenis, item.is_pertanyaan, item.tentang) == ("Pertanyaan Camat", True, IKM)
    (line,) = [work for work in read_beranda(muncar, TAHUN).pekerjaan if "Camat" in work.apa]
    assert line.apa == "Pertanyaan Camat: Mengapa turun?"
    assert line.keterangan == f"Tahun 2024, {IKM} · 15 Januari 2025"
    assert (line.halaman, line.argumen) == ("kirim", "komentar")
    shown = read_isi(muncar, TAHUN).komentar[str(indikator_id(muncar))]
    assert shown == ("Pertanyaan Camat: Mengapa\nturun?",)
    assert read_baca(muncar, TAHUN).tanya == (Tanya(IKM, "Mengapa\nturun?", "Camat"),)
    assert read_baca(muncar, TW1).tanya == ()
    mark_komentar(muncar, key, date(2025, 1, 14))
    assert muncar.journal.undo_label == "Menandai pertanyaan selesai"
    assert describe_keadaan(list_komentar_masuk(muncar)[0]) == "Selesai 14 Januari 2025"
    assert read_baca(muncar, TAHUN).tanya == ()
    muncar.journal.undo()
    muncar.journal.undo()
    assert list_komentar_masuk(muncar) == []


def test_a_question_about_everything_says_so(muncar: Office) -> None:
    note_pertanyaan(muncar, TAHUN, "", "Kapan final?", "Sekretaris")
    assert list_komentar_masuk(muncar)[0].tentang == "Periode seluruhnya"


def test_a_question_without_words_or_asker_is_refused(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Pertanyaannya masih kosong"):
        note_pertanyaan(muncar, TAHUN, "", " - ", "Camat")
    with pytest.raises(KinerjaError, match="Pertanyaannya 2001 huruf, paling banyak 2000"):
        note_pertanyaan(muncar, TAHUN, "", "a" * 2001, "Camat")
    with pytest.raises(KinerjaError, match="siapa yang bertanya"):
        note_pertanyaan(muncar, TAHUN, "", "Kapan?", " ")
    assert list_komentar_masuk(muncar) == []


def test_what_was_told_to_others_is_no_question_of_ours(muncar: Office) -> None:
    with muncar.journal.action("Lain") as session:
        unit = PerangkatDaerah(nama="Lain")
        session.add(unit)
        session.add(
            Komentar(
                perangkat_id=unit.id, tahun=2024, isi="Perbaiki.", dari="Siti",
                dibuat=muncar.now(),
            )
        )  # fmt: skip
    assert read_baca(muncar, TAHUN).tanya == ()


def test_a_figure_that_changes_is_read_anew(muncar: Office) -> None:
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal("91.33"))
    assert read_baca(muncar, TAHUN).lembar[0].banding.capaian == "100,00"
