"""A person at the desk: looks at the screen, acts by keys or by mouse, and is counted.

A *step* is one chord of keys, one text typed, one click, double click, drag or turn of the wheel.
The time of each is added up after `klm`; how long the program lets one wait is measured beside it.
A thought (M) is put before each step but the same key pressed again and a text typed where the
step before has put the cursor.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.perjalanan import klm
from tests.perjalanan.desk import Desk

Thing = dict[str, Any]
_LOOK_AGAIN_S = 0.01
#: So long a thing stays where it is before it is pointed at: a page may still be laid out.
_STILL_S = 0.05
_MOST_LINES = 120
_SHIFTED = frozenset('~!@#$%^&*()_+{}|:"<>?')


class Person:
    """What both hands have in common.

    Attributes:
        steps: how many were taken.
        own_s: the person's time after the Keystroke-Level Model.
        waited_s: how long the program let the person wait.
    """

    def __init__(self, desk: Desk, pictures: Path) -> None:
        """Sit down.

        Args:
            desk: with the program running.
            pictures: where a picture of the screen is put when something is not seen.
        """
        self.desk = desk
        self._pictures = pictures
        self.steps, self.own_s, self.waited_s = 0, 0.0, 0.0
        self._pressed = 0
        self._told: list[str] = []
        self._last = ""

    # Seeing

    def wait_until(self, what: str, holds: Callable[[Thing], Any], within: float = 60) -> Any:
        """Look until something holds; return what `holds` returns, and count the time."""
        begun = time.monotonic()
        while True:
            try:
                seen = self.desk.look()
            except (OSError, ConnectionError) as error:
                self._fail(f"{what}: {error}", None)
            found = holds(seen)
            if found:
                self.waited_s += time.monotonic() - begun
                return found
            if time.monotonic() > begun + within:
                self._fail(f"not seen: {what}", seen)
            time.sleep(_LOOK_AGAIN_S)

    def see(self, words: str) -> Thing:
        """Wait until words stand somewhere on the screen."""
        found: Thing = self.wait_until(
            words,
            lambda seen: next(
                (t for t in seen["things"] if words in t["name"] or words in t.get("text", "")),
                None,
            ),
        )
        return found

    def see_none(self, words: str) -> None:
        """Wait until words stand nowhere on the screen."""
        self.wait_until(
            f"no {words}",
            lambda seen: all(
                words not in t["name"] and words not in t.get("text", "") for t in seen["things"]
            ),
        )

    def see_window(self, title: str) -> None:
        """Wait until a window or dialog is in front."""
        self.wait_until(
            f"the window {title}", lambda seen: any(is_called(w, title) for w in seen["windows"])
        )

    def find(self, name: str, kind: str = "", *, row: str = "", column: str = "") -> Thing:
        """Wait for a thing that is called so, can be seen, is not grey, and stands still.

        Args:
            name: its words; with `*` at the end how they begin.
            kind: of things (`things`), any when empty.
            row: words that stand in the line of a table.
            column: its heading.
        """
        what = f"{kind or 'thing'} {name!r} {row} {column}".strip()
        before: list[tuple[float, Thing]] = []

        def stands_still(seen: Thing) -> Thing | None:
            thing, now = self.spot(seen, name, kind, row=row, column=column), time.monotonic()
            if thing is None or (before and _place(before[0][1]) != _place(thing)):
                before.clear()
            if thing is not None and not before:
                before.append((now, thing))
            return thing if before and now >= before[0][0] + _STILL_S else None

        found: Thing = self.wait_until(what, stands_still)
        return found

    def spot(
        self, seen: Thing, name: str, kind: str = "", *, row: str = "", column: str = ""
    ) -> Thing | None:
        """Return the thing that `find` would find in what is seen, None while there is none."""
        found = [
            thing
            for thing in seen["things"]
            if is_called(thing["name"], name)
            and kind in ("", thing["kind"])
            and row in thing.get("row", "")
            and column in ("", thing.get("column", ""))
            and thing.get("on", True)
            and not thing["covered"]
        ]
        if not kind:
            # A label has the name of what it stands beside.
            found = [thing for thing in found if thing["kind"] != "teks"] or found
        return found[0] if found else None

    # Acting

    def _act(self, words: list[str], presses: int, own_s: float, told: str) -> None:
        """Take a step, and wait until the program has done its part."""
        self.wait_until("a window that takes keys", lambda seen: seen["active"])
        self.steps += 1
        self.own_s += own_s
        self._told.append(told)
        self._go_on(words, presses, 0)

    def _go_on(self, words: list[str], presses: int, own_s: float) -> None:
        """Go on with the same step."""
        self.own_s += own_s
        self._pressed += presses
        self.desk.xdotool(*words)
        self._settle()

    def _settle(self) -> None:
        """Wait until all that was pressed has come in, and nothing is being worked on."""
        self.wait_until(
            f"the program at rest after: {self._told[-1]}",
            lambda seen: (
                seen["presses"] >= self._pressed and not seen["pending"] and not seen["held"]
            ),
        )

    def _type(self, text: str, thought: float) -> None:
        assert text.isascii(), "only what stands on the keyboard"
        shifts = sum(sign.isupper() or sign in _SHIFTED for sign in text)
        own = klm.keys(len(text) + shifts) + thought
        self._act(["type", "--delay", "1", "--", text], len(text), own, f"types {text!r}")

    def _fail(self, why: str, seen: Thing | None) -> None:
        place = self.desk.photograph(self._pictures / "layar.png")
        log = self.desk.words()[-2000:]
        kept = shutil.copy(place, self._pictures / f"layar-{self.steps}.png")
        shown = _tell(seen) if seen else ""
        steps = "\n".join([*self._told[-8:], f"{self._pressed} presses"])
        raise AssertionError(f"{why}\npicture: {kept}\nlast steps:\n{steps}\n{shown}\n{log}")


def _place(thing: Thing) -> tuple[int, int, int, int]:
    return thing["x"], thing["y"], thing["w"], thing["h"]


def is_called(name: str, wanted: str) -> bool:
    """Tell whether a thing has a name; `*` at its end stands for whatever follows."""
    if wanted.endswith("*"):
        return name.startswith(wanted[:-1])
    return name == wanted


def _tell(seen: Thing) -> str:
    """Return what stands on the screen, a line for each thing."""
    lines = [
        f"  {t['kind']:8} {t['name']!r} {t.get('text', '')!r:.60} {t.get('column', '')}"
        f"{'' if t.get('on', True) else ' (grey)'}{' (covered)' if t['covered'] else ''}"
        for t in seen["things"]
        if t.get("view") != "Daftar halaman"
    ]
    state = {key: value for key, value in seen.items() if key != "things"}
    return f"{state}\n" + "\n".join(lines[:_MOST_LINES])
