"""A letter is signed by whoever holds the post on the day that stands on it."""

from datetime import date

import pytest
from sqlmodel import select

from kinerja_desktop.domain.surat.isi import Penanda
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Pejabat, Penempatan
from tests.services.surat.letters import begin, compose, finish, words


@pytest.mark.parametrize(
    ("day", "who"),
    [(15, "NAMA CAMAT"), (16, "Ani Wijaya"), (20, "Ani Wijaya"), (21, "NAMA CAMAT")],
)
@pytest.mark.parametrize("penanda", [Penanda("camat"), Penanda("", "Camat Muncar")])
def test_a_plh_signs_from_the_first_to_the_last_day(
    lumajang: Office, day: int, who: str, penanda: Penanda
) -> None:
    with lumajang.journal.action("Pelaksana harian") as session:
        plh = Pejabat(nama="Ani Wijaya", nip="197001011990012001")
        session.add(plh)
        session.flush()
        session.add(
            Penempatan(
                pejabat_id=plh.id, jabatan="Camat Muncar", peran="camat", status="plh",
                mulai=date(2025, 1, 16), selesai=date(2025, 1, 20),
            )
        )  # fmt: skip
    key = begin(lumajang, "nota-dinas", hal="Uji", penanda=penanda, penanda_kiri=penanda)
    finish(lumajang, key, date(2025, 1, day))
    text = words(compose(lumajang, key))
    assert text.count(who) >= 2
    assert not ({"NAMA CAMAT", "Ani Wijaya"} - {who}) & set(text.splitlines())


def test_the_signer_is_missed_on_the_day_of_the_final(lumajang: Office) -> None:
    with lumajang.journal.action("Purna") as session:
        for row in session.exec(select(Penempatan).where(Penempatan.peran == "camat")):
            row.selesai = date(2025, 1, 15)
    key = begin(lumajang, "nota-dinas", hal="Uji", penanda=Penanda("camat"))
    with pytest.raises(KinerjaError, match=r"^Tidak ada .* pada 16 Januari 2025"):
        finish(lumajang, key, date(2025, 1, 16))
    finish(lumajang, key, date(2025, 1, 15))
