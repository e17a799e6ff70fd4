from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Kind


def test_every_reference_leads_to_an_earlier_section_or_itself() -> None:
    order = list(SECTIONS)
    for section in SECTIONS.values():
        for field in section.fields:
            if field.kind is Kind.ACUAN:
                assert order.index(field.acuan) <= order.index(section.key), field.name
                assert SECTIONS[field.acuan].acuan, field.acuan


def test_every_section_tells_its_rows_apart_by_its_own_fields() -> None:
    for section in SECTIONS.values():
        names = {field.name for field in section.fields}
        assert set(section.kunci) <= names
        # There is one office, so nothing tells it apart.
        assert bool(section.kunci) == (section.key != "instansi")


def test_a_title_fits_the_tab_of_a_worksheet() -> None:
    titles = [section.title for section in SECTIONS.values()]
    assert all(len(title) <= 31 for title in titles)
    assert len(set(titles)) == len(titles)


def test_an_indicator_has_all_metadata_of_the_iku_form() -> None:
    """`docs/sakip.md` §3.1, *Indicator master fields*."""
    names = {field.name for field in SECTIONS["indikator"].fields}
    assert names >= {
        "kode", "uraian", "level", "jenis", "definisi_operasional", "formula", "pembilang",
        "penyebut", "satuan", "arah", "akumulasi", "frekuensi", "sumber_data", "bukti",
        "penanggung_jawab", "pengumpul_data", "baseline_tahun", "baseline_nilai", "catatan",
        "berlaku_dari", "berlaku_sampai",
    }  # fmt: skip


def test_a_change_of_the_agreement_has_exactly_three_reasons() -> None:
    """PermenPANRB 53/2014 Lampiran I E (`docs/sakip.md` §2.4)."""
    assert len(SECTIONS["perjanjian_kinerja"].field("alasan").choices or {}) == 3
