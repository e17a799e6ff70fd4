"""The words of PermenPANRB 53/2014, Anak Lampiran I/2-6, as `docs/sakip.md` §3.4 has them."""

from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.laporan import perjanjian
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak, Pihak

PK = PerjanjianTercetak(
    "PK-2025", 2025, 0, ("Kecamatan Uji",), "Lumajang", date(2025, 1, 10),
    Pihak("CAMAT", "Camat Uji"), Pihak("BUPATI", "Bupati Lumajang"), (), (), None,
)  # fmt: skip


def test_the_words_are_those_of_the_regulation() -> None:
    assert perjanjian.PEMBUKA == (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan "
        "akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    assert perjanjian.SEBUTAN_PERTAMA == "selanjutnya disebut pihak pertama"
    assert (
        perjanjian.SEBUTAN_KEDUA == "selaku atasan pihak pertama, selanjutnya disebut pihak kedua"
    )
    assert perjanjian.JANJI == (
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai "
        "lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah "
        "seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
        "kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
    )
    assert perjanjian.SUPERVISI == (
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan "
        "evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan "
        "yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
    )


def test_a_perubahan_says_so_in_its_title() -> None:
    assert PK.judul == "PERJANJIAN KINERJA TAHUN 2025"
    assert replace(PK, perubahan_ke=2).judul == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025"


def test_a_date_that_is_not_known_is_left_to_be_written() -> None:
    assert PK.tempat_tanggal == "Lumajang, 10 Januari 2025"
    assert replace(PK, tanggal=None).tempat_tanggal == "Lumajang, ........................"
