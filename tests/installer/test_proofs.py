from pathlib import Path

from installer.windows import proofs
from tests.installer.made import config, write


def test_what_the_program_relies_on_must_be_there(tmp_path: Path) -> None:
    write(tmp_path / "app" / "versions" / "rev_0001.py")
    (tmp_path / "lib" / "templates").mkdir(parents=True)
    wanted = config(required=("app/versions/rev_*.py", "lib/templates", "launch.py"))
    assert proofs.check_required(tmp_path, wanted) == [
        "lib/templates tidak ada di payload",
        "launch.py tidak ada di payload",
    ]


def test_a_path_too_long_for_windows_is_named(tmp_path: Path) -> None:
    name = "lib/" + "panjang" * 5 + ".py"
    write(tmp_path / name)
    assert proofs.check_paths(tmp_path, config(path_length=len(name))) == []
    (problem,) = proofs.check_paths(tmp_path, config(path_length=len(name) - 1))
    assert name in problem
    assert str(len(name)) in problem


def test_the_installed_program_may_not_outgrow_its_limit(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", bytes(600_000))
    write(tmp_path / "c", bytes(400_000))
    assert proofs.measure_size(tmp_path) == 1_000_000
    assert proofs.check_installed_size(tmp_path, config(installed_mb=1)) == []
    write(tmp_path / "d", b"x" * 50_000)
    (problem,) = proofs.check_installed_size(tmp_path, config(installed_mb=1))
    assert "1.1 MB, paling banyak 1 MB" in problem


def test_the_setup_may_not_outgrow_its_limit(tmp_path: Path) -> None:
    setup = write(tmp_path / "Kinerja-Desktop-1.0.0-setup.exe", bytes(2_000_000))
    assert proofs.check_setup_size(setup, config(setup_mb=2)) == []
    (problem,) = proofs.check_setup_size(setup, config(setup_mb=1))
    assert problem.startswith("Kinerja-Desktop-1.0.0-setup.exe 2.0 MB, paling banyak 1 MB")


def test_the_limits_of_the_issue_stand_in_the_configuration() -> None:
    assert (config().setup_mb, config().installed_mb, config().path_length) == (60, 160, 150)
