"""The recap seen from every side, out of packages that really came."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.ringkasan import RingkasEvaluasi, RingkasLke
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.evaluasi.dokumen import EVALUASI
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.penerimaan.narasi import search_narasi
from kinerja_desktop.services.penerimaan.padanan import join, read_padanan, separate
from kinerja_desktop.services.penerimaan.pandangan import read_pandangan, write_rekap
from kinerja_desktop.services.penerimaan.rekap import read_rekap
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from kinerja_desktop.store.records import Instansi, PaketMasuk
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, indikator_id
from tests.services.penerimaan.senders import IKM, open_sender, rows, send, take
from tests.tampering import spoil_file


def read_sheet(book: Workbook, title: str) -> list[dict[str, Any]]:
    heads, *lines = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), line, strict=True)) for line in lines]


def test_wordings_are_joined_once_and_taken_apart_again(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    before = read_pandangan(bappeda, 2024).kelompok
    ikm = next(group for group in before if group.nama == IKM)
    # 90 and 97,66 of 91,33: 98,5437… and 106,9309… %, whose mean is 102,737… %.
    assert (ikm.rata_rata, ikm.terhitung, len(ikm.baris)) == (Decimal("102.74"), 2, 2)
    other = next(group for group in before if group.nama != IKM)
    join(bappeda, [*ikm.sebutan, *other.sebutan], " Pelayanan ")
    joined = read_pandangan(bappeda, 2024).kelompok
    assert len(joined) == len(before) - 1
    assert (joined[0].nama, len(joined[0].baris)) == ("Pelayanan", 4)
    # Once more, under another name: nothing stands twice.
    join(bappeda, ikm.sebutan, "Kepuasan")
    assert sorted(read_padanan(bappeda).values()) == ["Kepuasan", "Pelayanan"]
    assert (separate(bappeda, "Kepuasan"), separate(bappeda, "Pelayanan")) == (1, 1)
    assert read_padanan(bappeda) == {}
    with pytest.raises(KinerjaError, match="Nama kelompok belum ditulis"):
        join(bappeda, ikm.sebutan, "  ")


def test_budget_oddities_and_scores_stand_in_the_workbook(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    office = open_sender(tmp_path / "pasirian", "Pasirian")
    # 1.1.1 is answered; its weight and the others' are in lke.json.
    set_jawaban(office, 2024, "1.1.1", "AA")
    add_row(office, "lhe", {"tahun": 2023, "nomor": "700/1", "nilai": Decimal("72.15")})
    finalize(office, TAHUN, TANGGAL)
    triwulan = Periode(2024, 4)
    make_final(office, EVALUASI, Permintaan(EVALUASI.kunci, triwulan), TANGGAL)
    send(office, tmp_path / "stik")
    office.close()
    take(bappeda, sticks / "v1", tmp_path / "stik")
    found = read_pandangan(bappeda, 2024)
    (scored,) = found.bernilai
    assert scored.unit == "Kecamatan Pasirian"
    evaluasi, lke = scored.ringkasan.evaluasi, scored.ringkasan.lke
    assert isinstance(evaluasi, RingkasEvaluasi)
    assert evaluasi.triwulan == 4
    assert isinstance(lke, RingkasLke)
    assert (lke.terjawab, lke.lhe, lke.tahun_lhe) == (1, Decimal("72.15"), 2023)
    path = tmp_path / "rekap.xlsx"
    write_rekap(bappeda, path, 2024)
    book = load_workbook(path)
    budget = read_sheet(book, "Anggaran")
    first = budget[0]
    serapan = first["Realisasi (Rp)"] / first["Pagu (Rp)"] * 100
    assert first["Serapan (%)"] == pytest.approx(serapan, abs=0.005)
    (totals, _) = found.anggaran
    candipuro = [row for row in budget if row["Unit"] == "Kecamatan Candipuro"]
    assert totals.pagu == sum(row["Pagu (Rp)"] for row in candipuro)
    assert totals.program == len(candipuro)
    # The one indicator with evidence is not asked about, all others of both units are.
    bare = [
        (row["Unit"], row["Indikator"])
        for row in read_sheet(book, "Kejanggalan")
        if row["Yang perlu ditanyakan"] == "Realisasi tanpa berkas bukti"
    ]
    assert len(bare) == 8 + 9
    assert ("Kecamatan Candipuro", IKM) not in bare
    assert len(read_sheet(book, "E.81 dan LKE")) == 1


def test_the_year_before_stands_beside_it(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    with bappeda.journal.action("Tahun lalu") as session:
        row = session.exec(select(PaketMasuk)).one()
        session.add(PaketMasuk(**row.model_dump(exclude={"id"}) | {"tahun": 2023}))
    found = read_pandangan(bappeda, 2024)
    line = found.rekap.baris[0]
    before = found.find_lalu(line)
    assert before is not None
    assert before.realisasi == line.indikator.realisasi
    same = [item for item in found.kejanggalan if "sama dengan Tahun 2023" in item.apa]
    assert len(same) == 9
    assert read_pandangan(bappeda, 2023).find_lalu(line) is None


def test_a_word_is_found_in_stories_and_lost_data_is_told(bappeda: Office, tmp_path: Path) -> None:
    office = open_sender(tmp_path / "tempeh", "Tempeh")
    set_keterangan(office, indikator_id(office), TAHUN, penghambat="Banjir di tiga desa.")
    finalize(office, TAHUN, TANGGAL)
    send(office, tmp_path / "stik")
    office.close()
    take(bappeda, tmp_path / "stik")
    paket = read_rekap(bappeda, 2024).paket
    told: list[str] = []
    hasil = search_narasi(bappeda, paket, "BANJIR", lambda _step, _steps, text: told.append(text))
    (temuan,) = hasil.temuan
    assert (temuan.paket.unit, temuan.narasi.tentang, temuan.kutipan) == (
        "Kecamatan Tempeh", IKM, "Banjir di tiga desa.",
    )  # fmt: skip
    assert told == ["Mencari di Kecamatan Tempeh Tahun 2024"]
    assert search_narasi(bappeda, paket, "kering").temuan == []
    assert search_narasi(bappeda, paket, "banjir", cancelled=lambda: True).is_stopped
    with pytest.raises(KinerjaError, match="belum ditulis"):
        search_narasi(bappeda, paket, " . ")
    spoil_file(bappeda, rows(bappeda)[0].data)
    (problem,) = search_narasi(bappeda, paket, "banjir").gagal
    assert "hilang atau rusak" in problem.message


def test_only_a_bappeda_joins(muncar: Office) -> None:
    with muncar.journal.reading() as session:
        assert session.exec(select(Instansi)).one().jenis == "kecamatan"
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        join(muncar, [(IKM, "Nilai")], "X")
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        separate(muncar, "X")
