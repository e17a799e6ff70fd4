"""Which SOPs the year's LKjIP attaches: the office's own, never another kecamatan's as shipped."""

import json
from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.berkas import read_sop, sop_to_json
from kinerja_desktop.services.awal.setup import KantorBaru, set_up
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.lampiran import gather_lampiran
from kinerja_desktop.services.sop.dokumen import SOP_SUMBER
from kinerja_desktop.services.sop.library import (
    SEEDS,
    adopt_seed,
    list_sop,
    read_seed,
    save_version,
)
from kinerja_desktop.services.sop.own import draft_own, save_own
from kinerja_desktop.store.records import Sop


def set_up_in(office: Office, kecamatan: str) -> None:
    names = {"kecamatan": kecamatan, "kabupaten": "Lumajang", "provinsi": "Jawa Timur"}
    set_up(office, KantorBaru(names, 2024, sop=SEEDS))


def attached(office: Office) -> list[str]:
    lampiran = gather_lampiran(office, 2024, date(2025, 1, 31))
    return sorted(read_sop(text).id for text in lampiran.sop)


def test_only_the_sops_of_the_office_itself_are_attached(office: Office) -> None:
    set_up_in(office, "Candipuro")
    assert len(list_sop(office)) == 5
    assert attached(office) == ["CDP-UKUR-2024"]


def test_an_office_without_sops_of_its_own_attaches_none(office: Office) -> None:
    set_up_in(office, "Tekung")
    assert attached(office) == []


def test_an_sop_made_the_office_s_own_is_attached_and_prints_its_source(office: Office) -> None:
    set_up_in(office, "Tekung")
    tahun = Periode(2024)
    assert "Belum ada SOP yang dijadikan milik kantor" in SOP_SUMBER.describe(office, tahun).kosong
    (item,) = [item for item in list_sop(office) if item.sop.id == "LMJ-UKUR-2024"]
    own = save_own(office, item.id, draft_own(office, item.id, pakai_usulan=True))
    assert attached(office) == ["LMJ-UKUR-2024"]
    described = SOP_SUMBER.describe(office, tahun)
    assert [subjek.id for subjek in described.subjek] == [own]
    assert described.kosong == ""


def test_an_sop_that_the_office_has_worked_on_is_its_own(office: Office) -> None:
    set_up_in(office, "Tekung")
    (item,) = [item for item in list_sop(office) if item.sop.id == "LMJ-UKUR-2024"]
    save_version(office, item.id, replace(item.sop, catatan_proses="Berlaku di Tekung"))
    assert attached(office) == ["LMJ-UKUR-2024"]
    adopt_seed(office, "lumajang_pengukuran_2024")
    assert attached(office) == []


def test_an_sop_from_elsewhere_than_the_program_is_the_office_s(office: Office) -> None:
    set_up_in(office, "Tekung")
    own = replace(read_seed("lumajang_pengumpulan"), id="TKG-1")
    with office.journal.action("Menambah SOP") as session:
        session.add(Sop(kode="TKG-1", nama="Sendiri", versi=1, isi=json.loads(sop_to_json(own))))
    assert attached(office) == ["TKG-1"]


def test_a_copy_of_what_an_earlier_program_shipped_is_not_worked_on(office: Office) -> None:
    set_up_in(office, "Tekung")
    older = replace(read_seed("candipuro_pengukuran_2024"), anomali_tabel=("catatan lama",))
    with office.journal.action("Seperti versi lama") as session:
        (item,) = [item for item in list_sop(office) if item.sop.id == "CDP-UKUR-2024"]
        session.get_one(Sop, item.id).isi = json.loads(sop_to_json(older))
    assert attached(office) == []
