"""The sentences that ship, as a reviewer of the papers wanted them."""

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.tulis import read_naskah
from kinerja_desktop.services.surat.wording import read_bawaan
from tests.services.surat.letters import begin


def test_an_undangan_asks_for_the_presence_of_who_reads_it(muncar: Office) -> None:
    isi = read_naskah(muncar, begin(muncar, "undangan")).isi
    assert isi.pembuka == (
        "Dalam rangka penyusunan Dokumen Kinerja Tahun 2024 Kecamatan Muncar, diharapkan "
        "kehadiran Saudara dalam rapat yang diselenggarakan pada:",
    )
    assert isi.penutup[-1] == (
        "Demikian, atas perhatian dan kehadiran Saudara diucapkan terima kasih."
    )


def test_a_teguran_is_a_whole_sentence(muncar: Office) -> None:
    (first,) = read_naskah(muncar, begin(muncar, "nota-teguran")).isi.pembuka
    assert first.startswith("Sehubungan dengan permintaan data kinerja Tahun 2024, sampai dengan")


def test_who_gives_and_who_gets_are_named_as_such() -> None:
    # `docs/sakip.md` §9, Surat Pengantar: left Penerima, right Pengirim.
    assert read_bawaan("surat-pengantar").penanda.sebagai == "Pengirim,"
    assert read_bawaan("tanda-terima").penanda.sebagai == "Yang menyerahkan,"
