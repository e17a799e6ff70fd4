"""How long a person takes for what the program is given.

The Keystroke-Level Model of Card, Moran and Newell, "The Keystroke-Level Model for User Performance
Time with Interactive Systems", Communications of the ACM 23 (1980), 396–410: the time of a deed is
the sum of its operators. Nothing here waits; the time is only added up, and the program's own
answering time is measured beside it.
"""

#: K, pressing one key: the paper's average non-secretary typist (40 words a minute).
KEY_S = 0.28
#: P, pointing with the mouse at a thing on the screen.
POINT_S = 1.1
#: B, pressing or releasing a button of the mouse.
BUTTON_S = 0.1
#: H, moving the hand from keyboard to mouse or back.
HOME_S = 0.4
#: M, making up one's mind what to do next.
THINK_S = 1.35


def keys(count: int) -> float:
    """Return the time for so many keys, Shift and Alt counted as keys of their own."""
    return count * KEY_S


def clicks(count: int) -> float:
    """Return the time for pointing at a thing and clicking it so many times."""
    return POINT_S + 2 * count * BUTTON_S


def drag() -> float:
    """Return the time for pointing, pressing, pointing elsewhere and letting go."""
    return 2 * POINT_S + 2 * BUTTON_S


def turns(notches: int) -> float:
    """Return the time for pointing and turning the wheel; a notch is taken for a button pressed."""
    return POINT_S + notches * BUTTON_S
