"""Real programs on one server at once, killed while they write; `bench/many_clients` does more."""

from pathlib import Path

from bench.many_clients import run_clients
from tests.postgres import Cluster


def test_every_accepted_edit_of_killed_clients_is_there_once(
    cluster: Cluster, tmp_path: Path
) -> None:
    outcome = run_clients(cluster, tmp_path, clients=3, edits=90, kill_every=1)
    assert outcome.problems == []
    assert len(outcome.accepted) == 3 * 90
    assert outcome.killed > 0
