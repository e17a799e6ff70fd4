"""The sticks and the Bappeda of the services' tests, in a window."""

from tests.services.penerimaan.conftest import bappeda, sent, sticks

__all__ = ["bappeda", "sent", "sticks"]
