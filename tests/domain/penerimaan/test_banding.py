"""What differs between two packages, in the words of the form."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.capaian.capaian import BELUM_DIISI, IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.penerimaan.banding import compare_paket
from kinerja_desktop.domain.penerimaan.ringkas import BerkasMasuk, DokumenMasuk, RingkasPaket
from tests.domain.penerimaan.samples import KODE, berkas, ringkas

IKM = "Indeks Kepuasan Masyarakat"
Change = Callable[[SnapshotPengukuran], SnapshotPengukuran]


def first(change: Callable[[BahanUkur], BahanUkur]) -> Change:
    return lambda same: replace(same, bahan=(change(same.bahan[0]), *same.bahan[1:]))


def lines(lama: RingkasPaket, baru: RingkasPaket) -> list[str]:
    return [beda.kalimat for beda in compare_paket(lama, baru)]


def test_equal_packages_do_not_differ() -> None:
    assert compare_paket(ringkas(), ringkas()) == ()


def test_one_figure_moves_its_capaian_and_nothing_else() -> None:
    """90 of a target of 91,33 is 98,54 %, where 97,66 was 106,93 % (muncar.json, 2024)."""
    baru = ringkas(first(lambda item: replace(item, isian_tahunan=IsianRealisasi(Decimal(90)))))
    assert lines(ringkas(), baru) == [
        f"{IKM}: realisasi 97,66 menjadi 90",
        f"{IKM}: capaian 106,93% menjadi 98,54%",
    ]


def test_a_capaian_has_the_decimals_of_its_paper() -> None:
    """The form prints 91,33 of 91,33 as 100,00, not as 100 (`docs/sakip.md` §4.6)."""
    baru = ringkas(first(lambda item: replace(item, isian_tahunan=IsianRealisasi(item.target))))
    assert f"{IKM}: capaian 106,93% menjadi 100,00%" in lines(ringkas(), baru)


def test_a_state_is_said_in_its_word() -> None:
    baru = ringkas(first(lambda item: replace(item, isian_tahunan=BELUM_DIISI, satuan="")))
    assert lines(ringkas(), baru) == [
        f"{IKM}: satuan Nilai menjadi kosong",
        f"{IKM}: realisasi 97,66 menjadi kosong",
        f"{IKM}: capaian 106,93% menjadi belum diisi",
        f"{IKM}: kategori Sangat Tinggi menjadi kosong",
    ]


def test_an_office_that_was_set_up_anew_has_the_same_indicators() -> None:
    """Every key is another; the names tell which is which, however they are spaced."""

    def anew(snapshot: SnapshotPengukuran) -> SnapshotPengukuran:
        items = (replace(item, id=f"baru-{item.id}") for item in snapshot.bahan)
        return replace(snapshot, bahan=tuple(items))

    assert lines(ringkas(), ringkas(anew)) == []


def test_what_came_and_went_is_named() -> None:
    def change(snapshot: SnapshotPengukuran) -> SnapshotPengukuran:
        _, *rest = snapshot.bahan
        new = replace(rest[0], id="x", uraian="Nilai lain")
        keep, _ = snapshot.anggaran
        lain = replace(keep, kode="7.01.03", nama="LAIN")
        return replace(
            snapshot, bahan=(*rest, new), anggaran=(replace(keep, pagu=Decimal(5)), lain)
        )

    assert lines(ringkas(), ringkas(change)) == [
        "Nilai lain: baru ditambahkan",
        f"{IKM}: sudah tidak ada",
        "7.01.01 PENUNJANG: pagu Rp2.964.713.651 menjadi Rp5",
        "7.01.03 LAIN: baru ditambahkan",
        "7.01.02 PELAYANAN: sudah tidak ada",
    ]


def test_an_amount_that_was_not_there_is_said_to_be_blank() -> None:
    def change(snapshot: SnapshotPengukuran) -> SnapshotPengukuran:
        one, two = snapshot.anggaran
        return replace(snapshot, anggaran=(one, replace(two, realisasi=Decimal(7))))

    assert lines(ringkas(), ringkas(change)) == [
        "7.01.02 PELAYANAN: realisasi anggaran kosong menjadi Rp7"
    ]


def test_documents_are_known_by_their_kode() -> None:
    lkjip = DokumenMasuk("LKjIP 2024", "AAAA-BBBB-CCCC-DDDD", 1)
    lama = replace(
        ringkas(), dokumen=(DokumenMasuk("Pengukuran", KODE, 1), DokumenMasuk("PK", "P"))
    )
    baru = replace(ringkas(), dokumen=(DokumenMasuk("Pengukuran", "LAIN", 2), lkjip))
    assert lines(lama, baru) == [
        f"Pengukuran: kode {KODE} menjadi LAIN",
        "LKjIP 2024: baru ditambahkan",
        "PK: sudah tidak ada",
    ]


def test_files_are_known_by_their_hash_and_prints_are_not_told_twice() -> None:
    def files(*items: BerkasMasuk) -> RingkasPaket:
        return ringkas(files=items)

    lama = files(berkas("a.pdf"), berkas("b.pdf"), berkas("cetak.pdf", "1" * 64, "SAMA"))
    baru = files(berkas("a.pdf", "b" * 64), berkas("c.pdf"), berkas("cetak.pdf", "2" * 64, "SAMA"))
    assert lines(lama, baru) == [
        "a.pdf: isinya berubah", "c.pdf: baru ditambahkan", "b.pdf: sudah tidak ada",
    ]  # fmt: skip
