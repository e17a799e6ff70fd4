"""Evidence lies on the server: whoever works there has it, and a spoiled copy here harms nobody."""

from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.evidence import CHUNK
from kinerja_desktop.store.postgres.evidence import ServerEvidence
from kinerja_desktop.store.postgres.failures import ServerFailedError


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """More than two pieces long."""
    path = tmp_path / "foto.jpg"
    path.write_bytes(bytes(range(256)) * (CHUNK // 256) * 2 + b"akhir")
    return path


def run(office: Office, statement: str) -> None:
    with office.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_a_file_that_one_attached_the_other_reads(sri: Office, budi: Office, photo: Path) -> None:
    digest, size = sri.evidence.put(photo)
    assert budi.evidence.stored() == [digest]
    assert budi.evidence.size_of(digest) == size == photo.stat().st_size
    assert budi.evidence.path_of(digest).read_bytes() == photo.read_bytes()
    assert budi.evidence.path_of(digest).is_relative_to(budi.folder)
    assert budi.evidence.has(digest)
    assert budi.evidence.verify({digest: "foto.jpg"}) == []


def test_equal_bytes_are_kept_once(sri: Office, budi: Office, photo: Path) -> None:
    first, _ = sri.evidence.put(photo)
    second, _ = budi.evidence.put(photo)
    assert first == second
    assert sri.evidence.stored() == [first]


def test_what_was_attached_by_two_at_once_is_whole(sri: Office, budi: Office, photo: Path) -> None:
    """The second finds the row of the first, which it had not seen when it began."""
    digest, _ = sri.evidence.put(photo)
    assert isinstance(budi.evidence, ServerEvidence)
    budi.evidence.path_of(digest)
    budi.evidence._send(digest)
    assert budi.evidence.verify({digest: "foto.jpg"}) == []


def test_a_spoiled_copy_of_this_pc_is_fetched_again(sri: Office, photo: Path) -> None:
    digest, _ = sri.evidence.put(photo)
    sri.evidence.path_of(digest).write_bytes(b"lain")
    assert sri.evidence.has(digest)
    assert sri.evidence.path_of(digest).read_bytes() == photo.read_bytes()


def test_what_is_spoiled_on_the_server_is_told_and_mended_by_attaching_again(
    sri: Office, budi: Office, photo: Path
) -> None:
    digest, _ = sri.evidence.put(photo)
    run(sri, "UPDATE potongan_bukti SET isi = 'x' WHERE urutan = 1")
    assert not budi.evidence.has(digest)
    assert not budi.evidence.path_of(digest).exists()
    assert "berubah atau rusak" in str(sri.evidence.verify({digest: "foto.jpg"})[0])
    budi.evidence.put(photo)
    assert sri.evidence.verify({digest: "foto.jpg"}) == []


def test_what_the_server_has_lost_is_told(sri: Office, photo: Path) -> None:
    digest, _ = sri.evidence.put(photo)
    run(sri, "DELETE FROM potongan_bukti")
    run(sri, "DELETE FROM berkas_bukti")
    assert not sri.evidence.has(digest)
    assert not sri.evidence.has("x")
    assert "hilang" in str(sri.evidence.verify({digest: "foto.jpg"})[0])


def test_a_full_disk_of_this_pc_is_told(
    sri: Office, budi: Office, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest, _ = sri.evidence.put(photo)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kinerja_desktop.store.postgres.evidence.replace_file", full)
    with pytest.raises(KinerjaError, match="penuh"):
        budi.evidence.path_of(digest)
    assert list(budi.evidence.folder.glob("*.tulis")) == []


def test_a_full_disk_of_the_server_leaves_nothing_half_stored(sri: Office, photo: Path) -> None:
    run(
        sri,
        "CREATE FUNCTION penuh() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NEW.urutan = 1 THEN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END IF; "
        "RETURN NEW; END $$",
    )
    run(
        sri,
        "CREATE TRIGGER penuh BEFORE INSERT ON potongan_bukti "
        "FOR EACH ROW EXECUTE FUNCTION penuh()",
    )
    with pytest.raises(ServerFailedError, match="Penyimpanan server penuh"):
        sri.evidence.put(photo)
    assert sri.evidence.stored() == []
    assert "bukan bagian data" in sri.place.find_wrong(wholly=True)[0]
    run(sri, "DROP TRIGGER penuh ON potongan_bukti")
    digest, _ = sri.evidence.put(photo)
    assert sri.evidence.verify({digest: "foto.jpg"}) == []
