"""SOPs of the practice office and their cases: some are over, some wait for the next step."""

from collections.abc import Mapping
from dataclasses import replace

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.sop.cases import record_kejadian, start_case
from kinerja_desktop.services.sop.library import list_sop, read_seed
from kinerja_desktop.services.sop.own import draft_own, save_own
from kinerja_desktop.services.surat.register import begin_case_by


def make_own(office: Office, sop: Mapping[str, Mapping[str, str]]) -> None:
    """Put the SOPs that ship with the program into the office's own words, under its own names.

    Args:
        office: the practice office.
        sop: names of the seeds, to the office's ``nama`` and ``nomor`` of each.
    """
    own_words = {read_seed(seed).id: words for seed, words in sop.items()}
    for item in list_sop(office):
        own = draft_own(office, item.id, pakai_usulan=True)
        words = own_words[own.id]
        called = replace(
            own.identitas, nama_sop=Isian(words["nama"]), nomor_sop=Isian(words["nomor"])
        )
        save_own(office, item.id, replace(own, identitas=called))


def do_kasus(kerja: Kerja, isi: Isi) -> None:
    """Begin a case, by the letter that came for it where there is one."""
    (sop,) = (item for item in list_sop(kerja.office) if item.sop.id == isi["sop"])
    case = start_case(kerja.office, sop.id, periode_of(isi))
    kerja.kasus[isi["kunci"]] = case
    if (letter := kerja.surat.pop(isi["kunci"], None)) is not None:
        begin_case_by(kerja.office, letter, case)


def do_kejadian(kerja: Kerja, isi: Isi) -> None:
    """Note what happened in a case."""
    record_kejadian(
        kerja.office,
        kerja.kasus[isi["kasus"]],
        JenisKejadian(isi.get("jenis", JenisKejadian.SELESAI)),
        isi["langkah"],
        isi.get("alasan", ""),
        pelaku=isi.get("oleh", ""),
        pengecualian=isi.get("pengecualian", ""),
    )
