"""Who is named below a letter, and which letters name nobody (`docs/sakip.md` §9)."""

import pytest
from sqlmodel import select

from kinerja_desktop.domain.surat.bidang import BIDANG
from kinerja_desktop.domain.surat.jenis import TataLetak
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Penempatan
from tests.services.surat.letters import begin, finish


def leave_all_posts(office: Office) -> None:
    with office.journal.action("Kosong") as session:
        for row in session.exec(select(Penempatan)):
            session.delete(row)


def test_a_lembar_disposisi_needs_no_signer_for_it_names_none(muncar: Office) -> None:
    leave_all_posts(muncar)
    rincian = (("Surat dari", "Bappeda"), ("Nomor surat", "12"), ("Tanggal surat", "2 Januari"))
    assert finish(muncar, begin(muncar, "disposisi", hal="Permintaan data", rincian=rincian))
    with pytest.raises(KinerjaError, match="belum ada penanda"):
        finish(muncar, begin(muncar, "surat", hal="Permintaan data"))


def test_only_what_stands_on_the_paper_is_asked_for() -> None:
    asked = {layout: {item.nama for item in fields} for layout, fields in BIDANG.items()}
    assert [layout for layout in asked if "penanda" not in asked[layout]] == [TataLetak.DISPOSISI]
    assert "paraf" in asked[TataLetak.KEPUTUSAN]
