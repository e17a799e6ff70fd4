import dataclasses

from kinerja_desktop.domain.laporan.lkjip import LampiranLkjip
from kinerja_desktop.services.lkjip.lampiran import LAMPIRAN


def test_every_paper_that_a_report_attaches_is_gathered_by_its_own_kind() -> None:
    wanted = [field.name for field in dataclasses.fields(LampiranLkjip)]
    assert sorted(item.nama for item in LAMPIRAN) == sorted(wanted)
