"""Who signs a letter without a NIP that is known (`docs/sakip.md` §9)."""

import pytest
from sqlmodel import select

from kinerja_desktop.domain.laporan.kop import NIP_KOSONG
from kinerja_desktop.domain.surat.isi import Penanda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.cetak import find_signer
from kinerja_desktop.store.records import Pejabat
from tests.services.surat.letters import DAY, begin, compose, words

LINE = f"NIP {NIP_KOSONG}"


def give_nip(office: Office, nip: str) -> None:
    with office.journal.action("NIP para pejabat") as session:
        for row in session.exec(select(Pejabat)):
            row.nip = nip


@pytest.mark.parametrize(
    ("penanda", "has_line"),
    [
        (Penanda(peran="camat"), True),
        (Penanda(jabatan="Kepala Seksi Yang Kosong"), True),
        (Penanda(jabatan="Bupati Lumajang"), False),
        (Penanda(peran=""), False),  # all of it is written by hand, a NIP as well if there is one
    ],
)
def test_a_nip_that_is_not_known_is_a_line(
    muncar: Office, penanda: Penanda, has_line: bool
) -> None:
    give_nip(muncar, "")
    instansi = muncar.require_instansi()
    with muncar.journal.reading() as session:
        signer = find_signer(session, instansi, penanda, DAY)
    assert (LINE in signer.below) is has_line


def test_the_line_stands_on_the_letter(muncar: Office) -> None:
    key = begin(muncar, "undangan", penanda=Penanda(peran="camat"))
    give_nip(muncar, "197012181991011002")
    assert LINE not in words(compose(muncar, key)).splitlines()
    give_nip(muncar, "")
    assert LINE in words(compose(muncar, key)).splitlines()
