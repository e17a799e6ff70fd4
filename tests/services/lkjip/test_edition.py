"""Reports that earlier releases signed are printed, and compared, as they were signed."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from kinerja_desktop.domain.laporan.lkjip import compose_lkjip
from kinerja_desktop.domain.lkjip.edisi import EDISI_KINI, Edisi
from kinerja_desktop.domain.lkjip.kerangka import Kerangka
from kinerja_desktop.exchange.package_check import check_package
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.proof import prove_files
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import (
    describe_difference,
    gather_naskah,
    read_lkjip,
    thaw_final,
)
from tests.arsip.reading import ARSIP
from tests.services.lkjip.office import TAHUN, TANGGAL


@pytest.mark.parametrize("revision", ["0002", "0003", "0004", "0005", "0006", "0007"])
def test_a_package_of_every_release_still_proves_its_report(revision: str, tmp_path: Path) -> None:
    ZipFile(ARSIP / revision / "paket.zip").extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    package, _ = check_package(folder)
    assert package is not None
    proved = prove_files(package).cara
    (report,) = [how for path, how in proved.items() if path.endswith("LKjIP_2024.pdf")]
    assert report.is_proved


def test_what_is_signed_now_bears_the_present_edition(lengkap: Office) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    assert thaw_final(row).edisi is EDISI_KINI
    assert read_lkjip(lengkap, TAHUN).status.perubahan == ()


def test_other_words_and_sections_of_a_newer_program_are_no_change(lengkap: Office) -> None:
    now = gather_naskah(lengkap, TAHUN, TANGGAL)
    older = [item for item in now.kerangka.bagian if item.kunci not in ("inovasi", "iku")]
    signed = type(now)(
        now.bahan, Kerangka(now.kerangka.nama, tuple(older)), now.tulisan, now.lampiran,
        edisi=Edisi.SATU,
    )  # fmt: skip
    lines = describe_difference(compose_lkjip(signed), compose_lkjip(now))
    assert not any(line.endswith(": baru") for line in lines)
