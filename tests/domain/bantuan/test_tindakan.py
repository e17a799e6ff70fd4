"""Deeds by the words of the office: where each is, and what else it is called."""

import pytest

from kinerja_desktop.domain.bantuan.baca import read_lembar
from kinerja_desktop.domain.bantuan.tindakan import TindakanBantuan, list_tindakan

SHEET = """# Yang dicari

Untuk Ctrl+K.

## Menambah tujuan

[Renstra](halaman/renstra), **Tujuan**, **Tambah**

Kata lain: “tujuan baru” “tambah tujuan”
"""


def test_a_deed_says_where_it_is_and_what_else_it_is_called() -> None:
    assert list_tindakan(read_lembar("tindakan", SHEET)) == [
        TindakanBantuan(
            "Menambah tujuan", "halaman/renstra", ("Tujuan", "Tambah"),
            ("tujuan baru", "tambah tujuan"),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "Kata lain: “sesuatu”",
        "[Renstra](halaman/renstra)",
    ],
)
def test_whoever_writes_the_help_learns_what_is_missing(rest: str) -> None:
    sheet = read_lembar("tindakan", f"# Judul\n\n## Sesuatu\n\n{rest}\n")
    with pytest.raises(ValueError, match="bantuan/tindakan: Sesuatu needs a link"):
        list_tindakan(sheet)
