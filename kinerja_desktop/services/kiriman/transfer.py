"""Deliver a period to Bappeda: a package on a stick, read back, and logged."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kinerja_desktop import __version__
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.package import (
    WriteCancelledError,
    package_name,
    safe_name,
    write_package,
)
from kinerja_desktop.exchange.package_data import DATA_FILE, KODE_PAKET
from kinerja_desktop.exchange.package_kode import KODE_LABEL, KODE_PAKET_LABEL, README
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Salinan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.services.kiriman.letters import keep_letters
from kinerja_desktop.services.kiriman.package_data import (
    GAMBAR,
    Evidence,
    compose_data,
    list_pictures,
)
from kinerja_desktop.services.kiriman.salinan import (
    TERTANDA,
    describe_places,
    list_data,
    list_salinan,
    list_scans,
)
from kinerja_desktop.services.kiriman.verifying import PaketDiperiksa
from kinerja_desktop.services.kiriman.verifying import verify_package as verify
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.store.queries import kiriman
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.records import Kiriman

#: Folder of the evidence files in a package (`docs/sakip.md` §10).
BUKTI = "05_BUKTI/"
#: So many of the things that changed after signing are told one by one.
_MOST_CHANGES = 3

_README_TEXT = """PAKET KINERJA UNTUK BAPPEDA

Dari      : Kecamatan {kecamatan}, Kabupaten {kabupaten}
Periode   : {periode}
Dibuat    : {tanggal}, Kinerja Desktop {versi}
Kode      : {kode}
Kode paket: {kode_paket}

Isi folder data/ (dokumen perencanaan disertakan bila sudah ada)
{isi}

Kode di atas sama dengan kode verifikasi pada kertas yang ditandatangani; kode paket mencakup
seluruh isi paket ini. Program Kinerja Desktop (Kirim ke Bappeda > Periksa paket) mencetak ulang
dokumen dari datanya dan menyebut berkas mana yang dibuktikan oleh kode. Setiap pemeriksa BagIt
(RFC 8493) dapat memastikan bahwa tidak ada berkas yang berubah, hilang atau bertambah.
{catatan}"""


@dataclass(frozen=True)
class IsiPaket:
    """What a package would hold.

    Attributes:
        periode: year or triwulan.
        files: payload path to bytes or file.
        kode: kode verifikasi of the Pengukuran Kinerja.
        kode_paket: kode of the whole package.
        problems: what is missing, for the clerk to see before sending.
        salinan: which of the files are documents, by their path.
        sebutan: what each of them is called, by its path.
    """

    periode: Periode
    files: dict[str, bytes | Path]
    kode: str
    kode_paket: str
    problems: list[Problem]
    salinan: dict[str, Salinan]
    sebutan: dict[str, str]


def compose_package(
    office: Office,
    periode: Periode,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> IsiPaket:
    """Gather what goes to Bappeda for a period.

    Args:
        office: the open office.
        periode: year or triwulan.
        progress: told of each document.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        WriteCancelledError: the clerk does.
        KinerjaError: the Pengukuran Kinerja is not final yet.
    """
    with office.journal.reading() as session:
        final = find_final(session, periode, None)
    if final is None:
        raise KinerjaError(
            f"Pengukuran Kinerja {periode.label} belum final, jadi belum dapat dikirim.",
            "Buka Pengukuran, lalu 'Jadikan final'.",
        )
    evidence = _list_evidence(office, periode)
    salinan = list_salinan(office, periode)
    papers = _print_papers(office, salinan, progress, cancelled)
    entries = list_data(office, periode)
    papers |= list_pictures(office, entries, evidence)
    scans = list_scans(office, salinan.values())
    data = compose_data(office, periode, final.kode, entries, papers, evidence, scans)
    files: dict[str, bytes | Path] = {**papers}
    files[DATA_FILE] = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()
    status = find_status(office, periode)
    kept = {path: (row.nama, row.sha256) for path, (_, row) in evidence.items()}
    kept |= {path: (scan.nama, scan.sha256) for path, scan in scans.items()}
    damaged = [nama for nama, sha256 in kept.values() if not office.evidence.has(sha256)]
    if damaged:
        raise KinerjaError(
            f"Berkas bukti {', '.join(damaged)} hilang atau rusak di folder data.",
            "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan.",
        )
    files |= {path: office.evidence.path_of(sha256) for path, (_, sha256) in kept.items()}
    problems = find_changed_outside(office) + [
        Problem(f"Sesudah dokumen ditandatangani, {line}. Paket memuat angka yang ditandatangani",
                is_warning=True)
        for line in _tell_most(status.perubahan)
    ]  # fmt: skip
    sebutan = _name_files(periode, files, salinan, evidence, scans)
    return IsiPaket(periode, files, final.kode, data[KODE_PAKET], problems, salinan, sebutan)


def _tell_most(lines: Sequence[str]) -> list[str]:
    """Return the first of what changed and how many there are beside: nine lines hide the rest."""
    more = len(lines) - _MOST_CHANGES
    return [*lines[:_MOST_CHANGES], *([f"{more} hal lain juga berubah"] if more > 0 else [])]


def _print_papers(
    office: Office, salinan: Mapping[str, Salinan], progress: Progress, cancelled: Cancelled
) -> dict[str, bytes]:
    """Print the documents of a package, by their path in it."""
    advance = stoppable(progress, cancelled, WriteCancelledError)
    # How far a single document is would be told as if it were the whole.
    within = stoppable(silent, cancelled, WriteCancelledError)
    papers: dict[str, bytes] = {}
    for step, (path, item) in enumerate(salinan.items()):
        advance(step, len(salinan), f"Menyusun {item.nama}…")
        papers[path] = documents.build_sent(office, item.permintaan, item.bentuk, within)
    return papers


def send_package(
    office: Office,
    isi: IsiPaket,
    folder: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    sebutan: str = "",
) -> Path:
    """Write a package to a stick or folder, read it back, and log the delivery.

    Args:
        office: the open office.
        isi: what the package holds.
        folder: where it is written.
        progress: called with what was written so far.
        cancelled: asked whether to stop.
        sebutan: what the log calls that place; its path when not given.

    Returns:
        The package's folder.

    Raises:
        KinerjaError: the stick is full, locked, gone or broken.
        WriteCancelledError: the clerk stopped it; nothing is left.
    """
    require_output(office, folder, ())
    instansi = office.require_instansi()
    name = package_name(
        instansi.kecamatan, isi.periode.tahun, _periode_part(isi.periode), office.today()
    )
    readme = _README_TEXT.format(
        kecamatan=instansi.kecamatan,
        kabupaten=instansi.kabupaten,
        periode=isi.periode.label,
        tanggal=format_tanggal(office.today()),
        versi=__version__,
        kode=isi.kode,
        kode_paket=isi.kode_paket,
        isi="\n".join(f"  {name:<25}{text}" for name, text in _list_places()),
        catatan="\nDATA CONTOH, bukan data resmi.\n" if instansi.contoh else "",
    )
    info = {
        "Source-Organization": f"Kecamatan {instansi.kecamatan}",
        "External-Description": f"Pengukuran Kinerja {isi.periode.label}",
        KODE_LABEL: isi.kode,
        KODE_PAKET_LABEL: isi.kode_paket,
        "Bagging-Date": office.today().isoformat(),
    }
    path = write_package(
        folder,
        name,
        isi.files,
        info,
        beside={README: readme.replace("\n", "\r\n").encode()},
        progress=progress,
        cancelled=cancelled,
    )
    _log(office, isi, path, sebutan or str(path.parent))
    sent = {item.permintaan.kunci: isi.files[path] for path, item in isi.salinan.items()}
    keep_letters(office, isi.periode, sent)
    return path


def verify_package(
    folder: Path, cancelled: Cancelled = never
) -> tuple[PaketDiperiksa | None, list[Problem]]:
    """Check a package on a stick: every file, every kode; all problems at once.

    Raises:
        VerifyCancelledError: the clerk stopped it.
    """
    return verify(folder, cancelled)


def list_kiriman(office: Office) -> list[Kiriman]:
    """Return the log of deliveries, the newest first."""
    with office.journal.reading() as session:
        return kiriman.list_kiriman(session)


def record_receipt(office: Office, kiriman_id: UUID, penerima: str) -> None:
    """Note who received a delivery, from the signed receipt."""
    if not penerima.strip():
        raise KinerjaError("Nama penerima belum ditulis.", "Tulis nama pada tanda terima.")
    with office.journal.action("Mencatat tanda terima Bappeda") as session:
        row = session.get_one(Kiriman, kiriman_id)
        row.penerima = penerima.strip()
        row.tanggal_terima = office.today()


def _periode_part(periode: Periode) -> str:
    return "TAHUNAN" if periode.triwulan is None else f"TW{periode.triwulan}"


def _list_places() -> list[tuple[str, str]]:
    return [
        *describe_places(),
        (BUKTI, "berkas bukti"),
        (GAMBAR, "logo dan gambar untuk mencetak ulang, bila ada"),
        (TERTANDA, "pindaian kertas yang sudah ditandatangani, bila ada"),
        (DATA_FILE, "data yang sama untuk dibaca program"),
    ]


def _list_evidence(office: Office, periode: Periode) -> Evidence:
    """Return the evidence of the period's realisasi with its own period, by path in the package.

    What proves a triwulan lies in a folder of that triwulan when a whole year is sent.
    """
    with office.journal.reading() as session:
        rows = kiriman.list_bukti(session, periode)
    return {
        f"{_folder_of(periode, of)}{safe_name(f'{number:03}_{row.nama}')}": (of, row)
        for number, (of, row) in enumerate(rows, start=1)
    }


def _name_files(
    sent: Periode,
    files: Iterable[str],
    salinan: Mapping[str, Salinan],
    evidence: Evidence,
    scans: Iterable[str],
) -> dict[str, str]:
    """Return what every file is called; pictures are what is neither paper nor attached."""
    words = dict.fromkeys(files, "Logo atau gambar") | {DATA_FILE: "Data"}
    words |= {path: item.keterangan for path, item in salinan.items()}
    for path, (of, _) in evidence.items():
        words[path] = "Berkas bukti" if of == sent else f"Berkas bukti {of.label}"
    return words | dict.fromkeys(scans, "Pindaian kertas bertanda tangan")


def _folder_of(sent: Periode, of: Periode) -> str:
    return BUKTI if of == sent else f"{BUKTI}{_periode_part(of)}/"


def _log(office: Office, isi: IsiPaket, path: Path, tempat: str) -> None:
    try:
        sizes = [file.stat().st_size for file in path.rglob("*") if file.is_file()]
    except OSError as error:  # pulled out at the last moment
        raise explain_os_error(error, path) from error
    row = Kiriman(
        tahun=isi.periode.tahun,
        triwulan=isi.periode.triwulan,
        waktu=office.now(),
        nama=path.name,
        tempat=tempat,
        berkas=len(sizes),
        ukuran=sum(sizes),
        kode=isi.kode,
    )
    with office.journal.action(f"Mengirim paket {path.name}", undoable=False) as session:
        session.add(row)
