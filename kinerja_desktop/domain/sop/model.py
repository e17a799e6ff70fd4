"""An SOP of an office as data: the SOP AP form of PermenPANRB 35/2012 (`docs/sakip.md` §8.1)."""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.sop.formulir import Identitas, Kepala, Kotak, TandaTangan
from kinerja_desktop.domain.sop.langkah import Langkah, Peran

#: `Sop.asal` of an SOP that the office wrote or made its own: its words are the office's, not those
#: of a source, so there is nothing to be kept verbatim and nothing deduced.
KANTOR = "kantor"
#: `Sop.asal` of an SOP that came from another office as a file: a source here, as the five are.
KIRIMAN = "kiriman"


@dataclass(frozen=True)
class Penerimaan:
    """A usulan that the office accepted, as it stays in the log.

    Attributes:
        versi: of the SOP that the acceptance made.
        kunci: the place, such as ``langkah/5/output``.
        tercetak: the words of the source there.
        diterima: the accepted reading, which may differ from the usulan.
    """

    versi: int
    kunci: str
    tercetak: str
    diterima: str
    oleh: str
    tanggal: date


@dataclass(frozen=True)
class Sop:
    """A whole SOP in one version.

    Attributes:
        asal: the file the source came from, or `KANTOR` or `KIRIMAN`.
        proses: ``perencanaan_kinerja``, ``pengumpulan_data_kinerja``, ``pengukuran_kinerja`` …
        kepala_tabel: the heads of the table of steps.
        peran: the columns from left to right, then those without a column.
        anomali_tabel: what is wrong with the table as a whole.
        tanda_sumber: which flowchart signs the source shows.
    """

    id: str
    versi: int
    asal: str
    kecamatan: str
    proses: str
    identitas: Identitas
    dasar_hukum: Kotak
    kualifikasi: Kotak
    keterkaitan: Kotak
    peralatan: Kotak
    peringatan: Kotak
    pencatatan: Kotak
    kepala_tabel: Kepala
    peran: tuple[Peran, ...]
    langkah: tuple[Langkah, ...]
    catatan_proses: str = ""
    catatan_peran: str = ""
    anomali_tabel: tuple[str, ...] = ()
    tanda_sumber: str = ""
    tanda_tangan: TandaTangan | None = None
    penerimaan: tuple[Penerimaan, ...] = ()

    @property
    def is_kantor(self) -> bool:
        """Whether its words are the office's own."""
        return self.asal == KANTOR

    @property
    def kosong(self) -> str:
        """What is shown for words that are missing: on the printed source, or not typed yet."""
        return "(belum diisi)" if self.is_kantor else "(kosong pada sumber)"

    @property
    def kolom(self) -> tuple[Peran, ...]:
        """The peran that have a column, from left to right."""
        return tuple(peran for peran in self.peran if peran.has_kolom)

    @property
    def kotak(self) -> tuple[Kotak, ...]:
        """The six cells of the identity page in the order of the form."""
        return (
            self.dasar_hukum, self.kualifikasi, self.keterkaitan,
            self.peralatan, self.peringatan, self.pencatatan,
        )  # fmt: skip

    def get_langkah(self, sequence: int) -> Langkah:
        """Return the step with this sequence.

        Raises:
            KeyError: the SOP has no such step.
        """
        for langkah in self.langkah:
            if langkah.sequence == sequence:
                return langkah
        raise KeyError(sequence)

    def get_peran(self, kode: str) -> Peran:
        """Return the peran with this kode.

        Raises:
            KeyError: the SOP has no such peran.
        """
        for peran in self.peran:
            if peran.kode == kode:
                return peran
        raise KeyError(kode)
