"""The same services without a screen, for tests, benches and IT staff (stable)."""

from kinerja_desktop.cli.run import run

__all__ = ["run"]
