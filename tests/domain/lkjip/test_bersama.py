"""The same thing is said of several indicators once (`docs/sakip.md` §7.8)."""

from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell


def told(total: int, sharing: int) -> str:
    return tell(
        [
            Tuturan(
                f"I{n}",
                (
                    Kalimat(f"I{n} mencapai {n}."),
                    Kalimat("Data belum ada.", "data belum ada") if n <= sharing else Kalimat(""),
                ),
            )
            for n in range(1, total + 1)
        ]
    )


def test_one_says_it_itself() -> None:
    assert told(2, 1) == "I1 mencapai 1. Data belum ada.\n\nI2 mencapai 2."


def test_all_are_counted() -> None:
    assert told(2, 2).endswith(
        "I2 mencapai 2.\n\nUntuk kedua indikator sasaran ini, data belum ada."
    )
    assert told(6, 6).endswith("\n\nUntuk keenam indikator sasaran ini, data belum ada.")
    assert told(12, 12).endswith(
        "\n\nUntuk seluruh 12 (dua belas) indikator sasaran ini, data belum ada."
    )


def test_a_few_are_named_and_more_are_listed() -> None:
    assert told(4, 3).endswith("\n\nUntuk I1, I2, dan I3, data belum ada.")
    assert told(5, 4).endswith(
        "\n\nUntuk 4 (empat) indikator berikut, data belum ada:\n\n- I1\n- I2\n- I3\n- I4"
    )
