"""Proposals: what data proves of a criterion, with its reason; never an answer by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.domain.lke import aturan_lapor, aturan_rencana, aturan_ukur
from kinerja_desktop.domain.lke.bahan import BahanLke
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.domain.lke.pembuktian import AturanLke
from kinerja_desktop.domain.lke.petunjuk import BukuPetunjuk
from kinerja_desktop.domain.lke.skala import SkalaLke

#: Every rule by its name.
ATURAN: Mapping[str, AturanLke] = {
    **aturan_rencana.ATURAN,
    **aturan_ukur.ATURAN,
    **aturan_lapor.ATURAN,
}


@dataclass(frozen=True)
class UsulanLke:
    """An answer that the data support, and why.

    Attributes:
        jawaban: kode of the answer on the office's scale.
        alasan: the reason, a sentence without a full stop.
    """

    jawaban: str
    alasan: str


def propose(
    lembar: LembarKriteria, buku: BukuPetunjuk, skala: SkalaLke, bahan: BahanLke
) -> dict[str, UsulanLke]:
    """Return what data propose, by kode of the criterion; those about which they are silent lack.

    Args:
        lembar: the criteria.
        buku: which rule serves which criterion.
        skala: how criteria are answered.
        bahan: the facts of the year.
    """
    found = {}
    for kriteria in lembar.list_kriteria():
        rule = ATURAN.get(buku.of(kriteria).aturan)
        proof = rule(bahan) if rule else None
        if proof is not None:
            found[kriteria.kode] = UsulanLke(skala.propose(proof.bagian).kode, proof.alasan)
    return found
