"""The papers of an Evaluasi Hasil Renja as naskah: signed by the Camat of the paper's date."""

from dataclasses import replace
from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.berita_acara_evaluasi import (
    build_berita_acara_evaluasi,
    build_tindak_lanjut_evaluasi,
)
from kinerja_desktop.documents.papers.evaluasi_renja import build_evaluasi_renja
from kinerja_desktop.documents.xlsx.evaluasi_renja import render_evaluasi_renja_xlsx
from kinerja_desktop.domain.laporan.evaluasi_renja import BeritaAcaraEvaluasi, EvaluasiTercetak
from kinerja_desktop.domain.laporan.kop import Penandatangan, Pengesahan, jabatan_lines
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.evaluasi.baca import (
    describe_empty,
    gather_evaluasi,
    gather_tindak_lanjut,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, kop_of, place_of, tanda_of
from kinerja_desktop.store.queries.evaluasi import find_evaluasi
from kinerja_desktop.store.records import Instansi


def compose_evaluasi(office: Office, permintaan: Permintaan) -> Naskah:
    """Return Formulir E.81: "Disusun" by the Camat, "Dievaluasi" by the Kepala Bappeda.

    Raises:
        KinerjaError: a whole year is asked for, or there is nothing to evaluate.
    """
    return _compose(office, permintaan)[1]


def build_evaluasi_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    """Return Formulir E.81 as a workbook with live formulas.

    Raises:
        KinerjaError: a whole year is asked for, or there is nothing to evaluate.
    """
    return render_evaluasi_renja_xlsx(*_compose(office, permintaan))


def compose_berita_acara(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the berita acara with the form's figures, dated as it was entered.

    Raises:
        KinerjaError: a whole year is asked for, or there is nothing to evaluate.
    """
    instansi = office.require_instansi()
    periode = permintaan.periode
    with office.journal.reading() as session:
        evaluasi = _gather(office, permintaan)
        row = find_evaluasi(session, periode)
        day = permintaan.tanggal or (row.tanggal if row else None)
        camat = camat_of(session, instansi, day or office.today())
    place = (row.tempat if row else "") or instansi.tempat or instansi.kabupaten
    data = BeritaAcaraEvaluasi(
        evaluasi,
        instansi.kabupaten,
        row.nomor if row else "",
        day,
        place,
        row.catatan if row else "",
    )
    pengesahan = Pengesahan(place_of(instansi, day), camat)
    return build_berita_acara_evaluasi(
        data, pengesahan, tanda_of(instansi), kop_of(office, instansi)
    )


def compose_tindak_lanjut(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the table of tindak lanjut.

    Raises:
        KinerjaError: a whole year is asked for, or no indicator names any.
    """
    instansi = office.require_instansi()
    day = permintaan.tanggal or office.today()
    with office.journal.reading() as session:
        data = gather_tindak_lanjut(session, permintaan.periode)
        pengesahan = Pengesahan(place_of(instansi, day), camat_of(session, instansi, day))
    if not data.butir:
        raise KinerjaError(
            f"Belum ada penghambat atau tindak lanjut pada {permintaan.periode.label}.",
            "Isi dulu di Pengukuran.",
        )
    kop = kop_of(office, instansi)
    return build_tindak_lanjut_evaluasi(data, pengesahan, tanda_of(instansi), kop)


def _compose(office: Office, permintaan: Permintaan) -> tuple[EvaluasiTercetak, Naskah]:
    instansi = office.require_instansi()
    day = permintaan.tanggal or office.today()
    evaluasi = _gather(office, permintaan)
    pengesahan = _pengesahan(office, instansi, day)
    kop = kop_of(office, instansi)
    return evaluasi, build_evaluasi_renja(evaluasi, pengesahan, tanda_of(instansi), kop)


def _gather(office: Office, permintaan: Permintaan) -> EvaluasiTercetak:
    with office.journal.reading() as session:
        evaluasi = gather_evaluasi(session, permintaan.periode)
    if not evaluasi.baris:
        raise KinerjaError(describe_empty(permintaan.periode))
    return evaluasi


def _pengesahan(office: Office, instansi: Instansi, day: date) -> Pengesahan:
    """The Kepala Bappeda is no official of this office: the name is written by hand."""
    with office.journal.reading() as session:
        camat = camat_of(session, instansi, day)
    bappeda = f"Kepala Bappeda Kabupaten {instansi.kabupaten}"
    return Pengesahan(
        place_of(instansi, day),
        replace(camat, peran="Disusun,"),
        Penandatangan(jabatan_lines(bappeda), peran="Dievaluasi,", has_nip_line=True),
    )
