from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.surat import build_surat_pengantar, build_tanda_terima
from kinerja_desktop.documents.pdf import render_pdf
from tests.documents.papers.samples import KASI, PENGANTAR, TERIMA
from tests.documents.reading import texts


def read(naskah: Naskah) -> str:
    (page,) = texts(PdfReader(BytesIO(render_pdf(naskah))))
    return page


def test_a_surat_pengantar_has_all_its_parts_on_one_page() -> None:
    # `docs/sakip.md` §9, Surat Pengantar.
    page = read(build_surat_pengantar(PENGANTAR))
    for words in (
        "PEMERINTAH KABUPATEN LUMAJANG",
        "Lumajang, 5 Februari 2025",
        "Yth. Kepala Badan Perencanaan Pembangunan Daerah Kabupaten Lumajang di Lumajang",
        "SURAT PENGANTAR Nomor: 700/12/427.90/2025",
        "No Naskah Dinas/Barang yang Dikirim Banyaknya Keterangan",
        "1. Pengukuran Kinerja",
        "1 (satu) berkas",
        "Diterima tanggal .....",
        "Penerima,",
        "NIP .....",
        "No. Telepon .....",
        "Pengirim, CAMAT MUNCAR,",
        "Pembina Tingkat I",
    ):
        assert words in page
    assert "Halaman" not in page


def test_a_surat_is_upright_f4() -> None:
    naskah = build_surat_pengantar(PENGANTAR)
    assert (naskah.paper.name, naskah.landscape) == ("F4", False)


def test_what_is_not_known_yet_is_left_to_be_written_by_hand() -> None:
    assert "Nomor: ......" in read(build_surat_pengantar(replace(PENGANTAR, nomor="")))
    page = read(build_surat_pengantar(replace(PENGANTAR, diterima_tanggal="6 Februari 2025")))
    assert "Diterima tanggal 6 Februari 2025" in page


def test_a_known_receiver_is_printed_with_nip_and_telephone() -> None:
    receiver = replace(KASI, telepon="0334881234", peran="Penerima,")
    page = read(build_surat_pengantar(replace(PENGANTAR, penerima=receiver)))
    assert "NIP 19800315 200501 2 003" in page
    assert "No. Telepon 0334881234" in page


def test_a_tanda_terima_names_giver_receiver_and_things() -> None:
    page = read(build_tanda_terima(TERIMA))
    for words in (
        "TANDA TERIMA",
        "Telah diterima dari : Kecamatan Muncar",
        "Hari/tanggal : .....",
        "Flashdisk berisi paket data kinerja",
        "Yang menerima,",
        "Yang menyerahkan,",
    ):
        assert words in page
    assert "Nomor:" not in page
    known = replace(TERIMA, nomor="12", hari_tanggal="Senin, 5 Februari 2024")
    page = read(build_tanda_terima(known))
    assert "Nomor: 12" in page
    assert "Senin, 5 Februari 2024" in page
