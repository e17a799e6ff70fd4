"""The two ways to act: keys alone, or the mouse alone (and letters where it has clicked)."""

from functools import partial
from typing import Any

from tests.perjalanan import klm
from tests.perjalanan.person import Person, Thing, is_called

_NAMES = {
    "enter": "Return",
    "esc": "Escape",
    "spasi": "space",
    "hapus": "Delete",
    "naik": "Up",
    "turun": "Down",
    "kiri": "Left",
    "kanan": "Right",
}
_MOST_TABS = 60
_MOST_NOTCHES = 40
_EDGE = 4


class Keyboard(Person):
    """Never touches the mouse; the program's own order of Tab, letters and shortcuts lead on."""

    def press(self, chord: str, times: int = 1) -> None:
        """Press keys together, such as `ctrl+k`, so many times."""
        for _ in range(times):
            parts = [_NAMES.get(key, key) for key in chord.split("+")]
            thought = 0.0 if chord == self._last else klm.THINK_S
            self._last = chord
            own = klm.keys(len(parts)) + thought
            self._act(["key", "--delay", "1", "+".join(parts)], 1, own, f"presses {chord}")

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self._type(text, klm.THINK_S if self._last == "text" else 0.0)
        self._last = "text"

    def here(self, name: str) -> None:
        """Make sure that the cursor is in a thing that is called so."""
        self.wait_until(f"the cursor in {name}", lambda seen: _is_at(seen, name))

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the cursor is in a thing that is called so, or `kind name`."""
        seen = self.desk.look()
        for _ in range(_MOST_TABS):
            if _is_at(seen, name):
                return
            moved = partial(_moved, before=seen["focus"])
            self.press("shift+Tab" if back else "Tab")
            seen = self.wait_until("the cursor elsewhere", moved)
        self._fail(f"Tab does not lead to {name}", seen)

    def go(self, what: str, title: str = "") -> None:
        """Open a page, or anything that Ctrl+K finds, by its first letters."""
        self.press("ctrl+k")
        self.here("Cari apa pun")
        self.type(what)
        self.wait_until(
            f"{what} found",
            lambda seen: any(
                t["kind"] == "sel" and t["view"] == "Yang ditemukan" for t in seen["things"]
            ),
        )
        self.press("enter")
        if title:
            self.see(title)


class Mouse(Person):
    """Never presses Tab, Enter, an arrow or a shortcut."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._hand_is_on_mouse = True

    def click(self, name: str, kind: str = "", *, times: int = 1, **where: str) -> None:
        """Click a thing that is called so, once or more in quick succession."""
        self.click_thing(self.find(name, kind, **where), times)

    def click_thing(self, thing: Thing, times: int = 1) -> None:
        """Click a thing that was found."""
        self._home(to_mouse=True)
        x, y = thing["x"] + thing["w"] // 2, thing["y"] + thing["h"] // 2
        self._last = "click"
        again = ["--repeat", str(times), "--delay", "20"] if times > 1 else []
        self._act(
            ["mousemove", str(x), str(y), "click", *again, "1"],
            times,
            klm.clicks(times) + klm.THINK_S,
            f"clicks {thing['name']!r} {times}×",
        )

    def select(self, name: str) -> None:
        """Draw the mouse over all that stands in a field, so that it can be typed over."""
        field = self.find(name, "isian")
        self._home(to_mouse=True)
        self._last = "click"
        left, top = field["x"] + _EDGE, field["y"] + _EDGE
        right, bottom = field["x"] + field["w"] - _EDGE, field["y"] + field["h"] - _EDGE
        # There and back within the field, as a hand would: Qt takes a leap for no movement.
        begin = ["mousemove", str(left), str(top), "mousedown", "1"]
        way = ["mousemove", str(left + _EDGE), str(top), "mousemove", str(right), str(bottom)]
        told = f"draws the mouse over {name!r}"
        self._act([*begin, *way, "mouseup", "1"], 1, klm.drag() + klm.THINK_S, told)

    def wheel_to(self, over: str, name: str, kind: str = "sel", **where: str) -> None:
        """Turn the wheel over a list until a thing in it is in sight: one step, however far."""
        begun = self.find(over, "daftar")
        self._home(to_mouse=True)
        x, y = begun["x"] + begun["w"] // 2, begun["y"] + begun["h"] // 2
        told = f"turns the wheel over {over!r}"
        self._act(["mousemove", str(x), str(y), "click", "5"], 1, klm.turns(1) + klm.THINK_S, told)
        for _ in range(_MOST_NOTCHES):
            if self.spot(self.desk.look(), name, kind, **where):
                return
            self._go_on(["click", "5"], 1, klm.BUTTON_S)
        self._fail(f"the wheel does not lead to {name}", self.desk.look())

    def type(self, text: str) -> None:
        """Type into what was clicked."""
        assert self._last == "click", "the mouse has put the cursor there"
        self._home(to_mouse=False)
        self._type(text, 0.0)

    def choose(self, box: str, line: str) -> None:
        """Open a box and click one of its lines."""
        self.click(box, "pilihan")
        self.click(line, "sel")

    def _home(self, *, to_mouse: bool) -> None:
        if self._hand_is_on_mouse != to_mouse:
            self.own_s += klm.HOME_S
            self._hand_is_on_mouse = to_mouse


def _is_at(seen: Thing, name: str) -> bool:
    focus = seen["focus"]
    if focus is None:
        return False
    kind, _, rest = name.partition(" ")
    if kind == focus["kind"] and rest == focus["name"]:
        return True
    return name in (focus["name"], focus.get("view")) or is_called(focus["name"], name)


def _moved(seen: Thing, before: Thing | None) -> Thing | None:
    now = seen["focus"]
    return seen if now is not None and now != before else None
