"""Which kejadian are allowed at each point of a case.

Nobody ends a step that is not running, a return or reopening needs its reason, and time does not
go backwards: what moves the case did not happen before what moved it last. Evidence and notes move
nothing, so they need only lie in the stay they belong to; what was attached on Friday does not keep
a step from having ended on Wednesday.
"""

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.domain.sop.kejadian import CATATAN_SAJA, JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.perjalanan import KeadaanKasus, Kunjungan, Perjalanan
from kinerja_desktop.errors import KinerjaError

_KEADAAN = {
    KeadaanKasus.BELUM_MULAI: "belum dimulai",
    KeadaanKasus.SELESAI: "sudah selesai",
    KeadaanKasus.DIBATALKAN: "sudah dibatalkan",
}


def refuse_unless_allowed(sop: Sop, jalan: Perjalanan, baru: Kejadian) -> None:
    """Make sure that `baru` may happen at this point of the case.

    Raises:
        KinerjaError: it may not; the message says why and what to do.
    """
    _check_form(sop, jalan, baru)
    match baru.jenis:
        case JenisKejadian.MULAI:
            _check_mulai(sop, jalan, baru)
        case JenisKejadian.BUKTI | JenisKejadian.CATATAN:
            _check_been_there(jalan, baru)
        case JenisKejadian.BUKA_KEMBALI:
            _check_been_there(jalan, baru)
            if baru.langkah not in jalan.dapat_dibuka:
                raise KinerjaError(
                    f"Langkah {baru.langkah} sedang berjalan.", "Tidak perlu dibuka kembali."
                )
        case _:
            _check_current(sop, jalan, baru)


def _check_form(sop: Sop, jalan: Perjalanan, baru: Kejadian) -> None:
    """Check what does not depend on where the case stands."""
    if baru.langkah not in {langkah.sequence for langkah in sop.langkah}:
        raise KinerjaError(
            f"SOP {sop.id} tidak punya langkah {baru.langkah}.", "Pilih langkah yang ada."
        )
    if not baru.pelaku.strip():
        raise KinerjaError("Pelaku belum diisi.", "Isi siapa yang melakukannya.")
    _check_moment(jalan, baru)
    needs = {
        JenisKejadian.KEMBALIKAN: "Pengembalian harus disertai alasan.",
        JenisKejadian.BUKA_KEMBALI: "Pembukaan kembali harus disertai alasan.",
        JenisKejadian.BATAL: "Pembatalan harus disertai alasan.",
        JenisKejadian.CATATAN: "Catatan masih kosong.",
    }
    if baru.jenis in needs and not baru.alasan.strip():
        raise KinerjaError(needs[baru.jenis], "Tulis dengan satu atau dua kalimat.")
    if baru.jenis is JenisKejadian.BUKTI and not baru.bukti:
        raise KinerjaError("Belum ada bukti yang dilampirkan.", "Pilih berkas bukti.")


def _check_moment(jalan: Perjalanan, baru: Kejadian) -> None:
    """Check that it happened neither before what it follows, nor after it was written down."""
    if baru.dicatat is not None and baru.saat > baru.dicatat:
        raise KinerjaError(
            f"Waktu {format_waktu(baru.saat)} belum tiba.",
            "Isi kapan hal itu benar-benar terjadi, atau kosongkan bila sekarang.",
        )
    before = jalan.terakhir
    if baru.jenis in CATATAN_SAJA:
        stay = jalan.find(baru.langkah, baru.putaran)
        before = stay.tiba if stay else None
    if before is not None and baru.saat < before:
        raise KinerjaError(
            f"Waktu {format_waktu(baru.saat)} mendahului kejadian sebelumnya, "
            f"{format_waktu(before)}.",
            "Periksa jam komputer atau tanggal yang diisi.",
        )


def _check_mulai(sop: Sop, jalan: Perjalanan, baru: Kejadian) -> None:
    if jalan.keadaan is not KeadaanKasus.BELUM_MULAI:
        sekarang = _check_current(sop, jalan, baru)
        if sekarang.mulai is not None:
            raise KinerjaError(
                f"Langkah {baru.langkah} sudah dimulai {format_waktu(sekarang.mulai)}.",
                "Selesaikan langkah itu.",
            )
    elif baru.langkah != sop.langkah[0].sequence or baru.putaran not in (None, 1):
        raise KinerjaError(
            "Pelaksanaan SOP dimulai dari langkah pertama.", "Pilih langkah pertama."
        )


def _check_been_there(jalan: Perjalanan, baru: Kejadian) -> None:
    putaran = None if baru.jenis is JenisKejadian.BUKA_KEMBALI else baru.putaran
    if jalan.find(baru.langkah, putaran) is None:
        raise KinerjaError(
            f"Langkah {baru.langkah} belum pernah dikerjakan"
            f"{f' pada putaran {putaran}' if putaran else ''}.",
            "Pilih langkah yang sudah atau sedang dikerjakan.",
        )


def _check_current(sop: Sop, jalan: Perjalanan, baru: Kejadian) -> Kunjungan:
    """Check what may happen only at the running step, and return the stay there."""
    sekarang = jalan.sekarang
    if sekarang is None:
        raise KinerjaError(
            f"Pelaksanaan SOP ini {_KEADAAN[jalan.keadaan]}.",
            "Mulai dahulu."
            if jalan.keadaan is KeadaanKasus.BELUM_MULAI
            else "Buka kembali dengan alasan bila masih harus diubah.",
        )
    if baru.langkah != sekarang.langkah:
        raise KinerjaError(
            f"Langkah {baru.langkah} belum gilirannya.",
            f"Yang sedang berjalan adalah langkah {sekarang.langkah}.",
        )
    if baru.putaran not in (None, jalan.putaran):
        raise KinerjaError(
            f"Putaran {baru.putaran} bukan putaran yang sedang berjalan.",
            f"Sekarang putaran {jalan.putaran}.",
        )
    is_decision = sop.get_langkah(baru.langkah).is_decision
    if baru.jenis is JenisKejadian.SELESAI and is_decision:
        raise KinerjaError(
            f"Langkah {baru.langkah} adalah keputusan.", "Pilih Setuju atau Kembalikan."
        )
    if baru.jenis in (JenisKejadian.SETUJU, JenisKejadian.KEMBALIKAN) and not is_decision:
        raise KinerjaError(f"Langkah {baru.langkah} bukan keputusan.", "Pilih Selesaikan.")
    return sekarang
