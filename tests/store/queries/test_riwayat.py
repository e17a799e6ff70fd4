"""Which deeds of the trail are found, and in which order."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.riwayat import (
    count_perubahan,
    count_transaksi,
    find_last,
    find_last_label,
    list_perubahan,
    list_perubahan_of_row,
    list_transaksi,
)
from kinerja_desktop.store.records import HariLibur, Pejabat

FIRST = datetime(2025, 1, 31, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def test_deeds_come_the_newest_first_and_are_chosen_by_word_and_moment(engine: Engine) -> None:
    moment = FIRST
    journal = Journal(engine, "Operator", lambda: moment)
    with journal.reading() as session:
        assert (find_last(session), count_transaksi(session)) == (None, (0, None))
    for label in ("Satu 100%", "Dua", "Tiga"):
        with journal.action(label) as session:
            session.add(Pejabat(nama=label))
            session.add(Pejabat(nama=f"{label} lagi"))
        moment += DAY
    with journal.reading() as session:
        rows = list_transaksi(session, 10)
        assert [row.label for row in rows] == ["Tiga", "Dua", "Satu 100%"]
        assert [row.label for row in list_transaksi(session, 1, sebelum=rows[0].id)] == ["Dua"]
        # "%" stands for itself, capitals do not matter, and the name of the doer counts too.
        assert [row.label for row in list_transaksi(session, 10, kata="00%")] == ["Satu 100%"]
        assert [row.label for row in list_transaksi(session, 10, kata="dUA")] == ["Dua"]
        assert len(list_transaksi(session, 10, kata="operator")) == 3
        # The first moment belongs to the time that is asked for, the last does not.
        found = list_transaksi(session, 10, dari=FIRST + DAY, sampai=FIRST + 2 * DAY)
        assert [row.label for row in found] == ["Dua"]
        assert count_transaksi(session) == (3, FIRST + 2 * DAY)
        assert count_perubahan(session, [rows[0].id, rows[1].id]) == {
            rows[0].id: 2, rows[1].id: 2,
        }  # fmt: skip
        last = find_last(session)
        assert last is not None
        assert last.label == "Tiga"
        assert find_last_label(session, ("Sat", "Du")) == "Dua"
        assert find_last_label(session, ("ua",)) is None


def test_changes_of_a_deed_are_in_their_order_and_of_a_row_the_newest_first(
    journal: Journal,
) -> None:
    with journal.action("Menambah") as session:
        session.add(day := HariLibur(tanggal=FIRST.date(), nama="a"))
        session.flush()
        day.nama = "b"
        session.flush()
        key = day.id
    with journal.action("Mengubah") as session:
        session.get_one(HariLibur, key).nama = "c"
    with journal.reading() as session:
        told = [(row.baru or {}).get("nama") for row in list_perubahan_of_row(session, key)]
        assert told[0] == "c"
        second, first = list_transaksi(session, 10)
        assert first.id is not None
        assert second.id is not None
        ids = [row.id for row in list_perubahan(session, first.id, 10)]
        assert ids == sorted(ids, key=lambda number: number or 0)
        assert len(list_perubahan(session, first.id, 1)) == 1
        (change,) = list_perubahan(session, second.id, 10)
        assert change.baru == {"nama": "c"}
