"""Damage files as sticks, mails and broken programs do, and as somebody with bad intent would.

For every kind of file that the program takes in: `variants` knows nothing of what is inside.
"""

import random
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

Damage = Callable[[random.Random, bytes], bytes]

BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + "]>"
).encode()
_PAGE = 4096
FILL = bytes(8 * 1024 * 1024)


def variants(content: bytes, count: int, first_seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Damage a file again and again, each time in another way.

    Args:
        content: the sound file.
        count: how many variants.
        first_seed: of the first; the next ones count on.

    Yields:
        What was done, with the seed that does it again, and the damaged file.
    """
    kinds = list(_ANY)
    if zipfile.is_zipfile(BytesIO(content)):
        kinds += _ZIPPED
    elif content.startswith(b"SQLite format 3\0"):
        kinds += _DATABASE
    for seed in range(first_seed, first_seed + count):
        damage = kinds[seed % len(kinds)]
        yield f"{damage.__name__}, seed {seed}", damage(random.Random(seed), content)


def flip_bits(chance: random.Random, content: bytes) -> bytes:
    spoiled = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def truncate(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def overwrite(chance: random.Random, content: bytes) -> bytes:
    """Put zeros, ones or noise over a stretch, as a bad sector does."""
    start = chance.randrange(len(content))
    length = chance.choice((4, 64, 512, 4096))
    noise = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length)))
    return content[:start] + noise + content[start + length :]


def shift(chance: random.Random, content: bytes) -> bytes:
    """Cut a stretch out, or put one in twice."""
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:end] + content[start if chance.random() < 0.5 else end + 7 :]


def append(chance: random.Random, content: bytes) -> bytes:
    return content + chance.choice((b"\0" * 1000, content, chance.randbytes(100), b"PK\x05\x06"))


def drop_part(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    parts.pop(chance.randrange(len(parts)))
    return _zip(parts)


def cut_part(chance: random.Random, content: bytes) -> bytes:
    return _change_part(chance, content, lambda part: part[: chance.randrange(len(part) + 1)])


def flip_in_part(chance: random.Random, content: bytes) -> bytes:
    return _change_part(chance, content, lambda part: flip_bits(chance, part or b"\0"))


def change_figure(chance: random.Random, content: bytes) -> bytes:
    """Make a number inside a part huge, negative or nonsense."""

    def change(part: bytes) -> bytes:
        places = [place for place, byte in enumerate(part) if 0x30 <= byte <= 0x39]
        if not places:
            return part
        place = chance.choice(places)
        figure = chance.choice((b"1048576", b"99999999999", b"-1", b"", b"x", b"4294967295"))
        return part[:place] + figure + part[place + 1 :]

    return _change_part(chance, content, change)


def bomb_of_entities(chance: random.Random, content: bytes) -> bytes:
    def change(part: bytes) -> bytes:
        _, mark, rest = part.partition(b"?>")
        return BOMB + (rest if mark else part).replace(b"<v>", b"<v>&h;").replace(b"<t>", b"<t>&h;")

    return _change_part(chance, content, change)


def bomb_of_zeros(chance: random.Random, content: bytes) -> bytes:
    """A part that unpacks to many times what the file weighs."""
    times = chance.choice((1, 8, 20))
    return _change_part(
        chance, content, lambda part: part + chance.choice((FILL, b" " * len(FILL))) * times
    )


def repeat_inside(chance: random.Random, content: bytes) -> bytes:
    """Repeat a stretch of a part a thousand times."""

    def change(part: bytes) -> bytes:
        start = chance.randrange(len(part) + 1)
        end = start + chance.choice((1, 10, 200))
        return part[:end] + part[start:end] * 1000 + part[end:]

    return _change_part(chance, content, change)


def nest_deep(chance: random.Random, content: bytes) -> bytes:
    return _change_part(
        chance, content, lambda part: part.replace(b">", b">" + b"<a>" * 100_000, 1)
    )


def lie_about_size(chance: random.Random, content: bytes) -> bytes:
    """Change what the zip's directory claims of a part's size, place or method."""
    spoiled = bytearray(content)
    places = _find_all(content, b"PK\x01\x02")
    place = chance.choice(places) + chance.choice((10, 20, 24, 42))
    spoiled[place : place + 4] = chance.choice(
        (b"\0\0\0\0", b"\xff\xff\xff\x7f", chance.randbytes(4))
    )
    return bytes(spoiled)


def double_part(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    name, _ = chance.choice(parts)
    return _zip([*parts, (name, chance.choice(parts)[1])])


def swap_parts(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    one, other = (chance.randrange(len(parts)) for _ in range(2))
    (name, first), (second, last) = parts[one], parts[other]
    parts[one], parts[other] = (name, last), (second, first)
    return _zip(parts)


def many_parts(chance: random.Random, content: bytes) -> bytes:
    names = [(f"x/{number}", b"") for number in range(chance.choice((3_000, 30_000)))]
    return _zip([*_parts(content), *names])


def spoil_page(chance: random.Random, content: bytes) -> bytes:
    """Put noise, or another page, where a page of a database stands."""
    page = _PAGE * chance.randrange(len(content) // _PAGE)
    other = _PAGE * chance.randrange(len(content) // _PAGE)
    new = chance.choice((chance.randbytes(_PAGE), bytes(_PAGE), content[other : other + _PAGE]))
    return content[:page] + new + content[page + _PAGE :]


def spoil_header(chance: random.Random, content: bytes) -> bytes:
    spoiled = bytearray(content)
    spoiled[chance.randrange(16, 110)] = chance.randrange(256)
    return bytes(spoiled)


def spoil_schema(chance: random.Random, content: bytes) -> bytes:
    """Break the words by which a database describes itself, so that they are no UTF-8 any more."""
    spoiled = bytearray(content)
    places = [p for word in (b"CREATE ", b"kode", b"id CHAR") for p in _find_all(content, word)]
    for _ in range(chance.choice((1, 5))):
        spoiled[chance.choice(places) + chance.randrange(8)] = chance.choice((0xFF, 0x80, 0, 0x22))
    return bytes(spoiled)


def spoil_values(chance: random.Random, content: bytes) -> bytes:
    """Write by SQL what the program would never write: sound SQLite, wrong content."""

    def change(connection: sqlite3.Connection) -> None:
        table, columns = _choose_table(chance, connection)
        column = chance.choice(columns)
        value = chance.choice(
            ("", "x", "9" * 40, "NaN", "Infinity", "[" * 9000, "2024-13-45", b"\xff\xfe", 1.5, -1,
             2**62, "8..", None)
        )  # fmt: skip
        connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ?', (value,))

    return _change_database(content, change)


def spoil_tables(chance: random.Random, content: bytes) -> bytes:
    """Take a table out, add one, or put a view, trigger or computed column in its place."""

    def change(connection: sqlite3.Connection) -> None:
        table, columns = _choose_table(chance, connection)
        endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
        drop = f'DROP TABLE "{table}"'
        listed = ", ".join(f'x AS "{column}"' for column in columns)
        statements = chance.choice(
            (
                [drop],
                [drop, f'CREATE VIEW "{table}" AS SELECT {listed} FROM ({endless})'],
                [f'CREATE TRIGGER "t" AFTER INSERT ON "{table}" BEGIN DELETE FROM "{table}"; END'],
                [f'ALTER TABLE "{table}" ADD COLUMN "k" AS (1)'],
                [f'ALTER TABLE "{table}" DROP COLUMN "{columns[-1]}"'],
                ["CREATE TABLE asing (x)"],
                ["CREATE VIRTUAL TABLE cari USING fts5(x)"],
            )
        )  # fmt: skip
        with suppress(sqlite3.OperationalError):  # an index may rest on the column
            for statement in statements:
                connection.execute(statement)

    return _change_database(content, change)


_ANY: tuple[Damage, ...] = (flip_bits, truncate, overwrite, shift, append)
_ZIPPED: tuple[Damage, ...] = (
    drop_part, cut_part, flip_in_part, change_figure, bomb_of_entities, bomb_of_zeros,
    repeat_inside, nest_deep, lie_about_size, double_part, swap_parts, many_parts,
)  # fmt: skip

_DATABASE: tuple[Damage, ...] = (
    spoil_page, spoil_header, spoil_schema, spoil_values, spoil_tables, spoil_values,
)  # fmt: skip


def _choose_table(chance: random.Random, connection: sqlite3.Connection) -> tuple[str, list[str]]:
    names = sorted(
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    )
    table = chance.choice(names)
    return table, [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _change_database(content: bytes, change: Callable[[sqlite3.Connection], None]) -> bytes:
    with TemporaryDirectory(prefix="rusak-") as folder:
        path = Path(folder) / "a.db"
        path.write_bytes(content)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.execute("PRAGMA ignore_check_constraints = ON")
            with suppress(sqlite3.IntegrityError):
                change(connection)
            # As the program leaves it: what opens it has nothing to change in its first page.
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        return path.read_bytes()


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _change_part(chance: random.Random, content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    parts = _parts(content)
    place = chance.randrange(len(parts))
    name, part = parts[place]
    parts[place] = (name, change(part))
    return _zip(parts)


def _zip(parts: list[tuple[str, bytes]]) -> bytes:
    """Zip by hand, because Python's zipfile warns of a name that stands there twice."""
    out, directory = BytesIO(), b""
    for name, part in parts:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(part) + packer.flush()
        key = name.encode()
        head = (
            b"\0\0\x08\0\0\0\0\0" + zlib.crc32(part).to_bytes(4, "little")
            + len(packed).to_bytes(4, "little") + len(part).to_bytes(4, "little")
            + len(key).to_bytes(2, "little") + b"\0\0"
        )  # fmt: skip
        place = out.tell().to_bytes(4, "little")
        out.write(b"PK\x03\x04\x14\0" + head + key + packed)
        directory += b"PK\x01\x02\x14\0\x14\0" + head + bytes(10) + place + key
    end = out.tell()
    out.write(directory)
    count = (len(parts) & 0xFFFF).to_bytes(2, "little")
    out.write(
        b"PK\x05\x06\0\0\0\0" + count * 2 + len(directory).to_bytes(4, "little")
        + end.to_bytes(4, "little") + b"\0\0"
    )  # fmt: skip
    return out.getvalue()


def _find_all(content: bytes, mark: bytes) -> list[int]:
    places, place = [], content.find(mark)
    while place >= 0:
        places.append(place)
        place = content.find(mark, place + 1)
    return places
