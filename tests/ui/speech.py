"""Stand-ins for the dialogs: what was said is noted, what was asked is answered."""

from typing import Any

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import dialogs

_ASKING = (
    "confirm", "ask_text", "choose_file", "choose_files", "choose_save_file", "choose_folder",
)  # fmt: skip


class Speech:
    """What the clerk was told and asked, and what he answers.

    Attributes:
        said: one line for each dialog: its kind and its first words.
        answers: the answer by the name of the dialog's function; None turns away.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[Any, ...]] = []
        monkeypatch.setattr(dialogs, "explain", self._explain)
        monkeypatch.setattr(dialogs, "show_problems", self._show_problems)
        for name in _ASKING:
            monkeypatch.setattr(dialogs, name, self._answer(name))

    def _explain(self, _parent: object, error: KinerjaError) -> None:
        self.said.append(f"galat: {error}")

    def _show_problems(self, _parent: object, heading: str, problems: Any) -> None:
        self.said.append(f"masalah: {heading} {'; '.join(map(str, problems))}")

    def _answer(self, name: str) -> Any:
        def answer(_parent: object, *arguments: Any) -> Any:
            self.asked.append((name, *arguments))
            return self.answers.get(name)

        return answer
