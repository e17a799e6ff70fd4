"""The ``data.json`` of a package: its documents as data, its files by their hash, one kode of all.

`docs/sakip.md` §10. It stands under the kode of the whole package; so nothing in the package can be
exchanged, and this kode in ``bag-info.txt`` and ``BACA_SAYA.txt`` kept.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC
from hashlib import sha256
from typing import Any

from kinerja_desktop import __version__
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import freeze
from kinerja_desktop.exchange.package_data import PACKAGE_SCHEMA, seal_data
from kinerja_desktop.services.dokumen.tertanda import Tertanda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.ringkasan import read_ringkasan
from kinerja_desktop.store.queries.kiriman import read_owners
from kinerja_desktop.store.records import Lampiran

Evidence = Mapping[str, tuple[Periode, Lampiran]]
"""The files of evidence, each with the period it proves, by their path in the package."""

#: Folder of the pictures without which the papers cannot be printed again.
GAMBAR = "06_GAMBAR/"
_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_SIGNS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}


def list_pictures(
    office: Office, documents: list[Mapping[str, Any]], evidence: Evidence
) -> dict[str, bytes]:
    """Return logo and pictures of the documents, by their path in the package.

    They bear their SHA-256 as name, as the frozen data does. What goes along as evidence is not
    sent twice.
    """
    sent = {row.sha256 for _, row in evidence.values()}
    pictures = {}
    for digest in sorted(set(_DIGEST.findall(json.dumps(documents))) - sent):
        if not office.evidence.has(digest):
            continue
        content = office.evidence.path_of(digest).read_bytes()
        for sign, suffix in _SIGNS.items():
            if content.startswith(sign):
                pictures[f"{GAMBAR}{digest}.{suffix}"] = content
    return pictures


def compose_data(
    office: Office,
    periode: Periode,
    kode: str,
    documents: list[Mapping[str, Any]],
    papers: Mapping[str, bytes],
    evidence: Evidence,
    scans: Mapping[str, Tertanda],
) -> dict[str, Any]:
    """Return the content of ``data.json``.

    Args:
        office: the open office.
        periode: what is sent.
        kode: of the Pengukuran Kinerja.
        documents: the documents as data.
        papers: all files but the evidence and the scans, by their path in the package.
        evidence: the evidence.
        scans: of signed papers.
    """
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        owners = read_owners(session, periode)
    return seal_data(
        {
            "schema": PACKAGE_SCHEMA,
            "program": __version__,
            "kecamatan": instansi.kecamatan,
            "kabupaten": instansi.kabupaten,
            "tahun": periode.tahun,
            "triwulan": periode.triwulan,
            "contoh": instansi.contoh,
            "riwayat": office.journal.state(),
            "dibuat": office.now().astimezone(UTC).isoformat(timespec="seconds"),
            "kode": kode,
            "ringkasan": freeze(read_ringkasan(office, periode)),
            "dokumen": documents,
            "berkas": [
                {"berkas": path, "sha256": digest, "ukuran": size}
                for path, (digest, size) in sorted(
                    {
                        **{
                            path: (sha256(item).hexdigest(), len(item))
                            for path, item in papers.items()
                        },
                        **{path: (item.sha256, item.ukuran) for path, item in scans.items()},
                    }.items()
                )
            ],
            "bukti": [
                {
                    "berkas": path,
                    "nama": row.nama,
                    "sha256": row.sha256,
                    "ukuran": row.ukuran,
                    "triwulan": of.triwulan,
                    "indikator": str(owners[row.milik_id]),
                }
                for path, (of, row) in evidence.items()
            ],
        }
    )
