"""What was meant by the words that were typed: asked in a sentence, with prefixes, with a slip."""

from collections.abc import Collection, Iterator, Sequence

#: Any of these stands for one word that was typed; the word itself first.
Arti = tuple[str, ...]

#: Words of a question, which name nothing that could be found.
_FILLERS = frozenset((
    "ada", "agar", "apa", "apakah", "atau", "bagaimana", "bagaimanakah", "bagi", "bila", "bisa",
    "buat", "cara", "caranya", "dapat", "dari", "di", "dimana", "gimana", "hendak", "ingin",
    "ini", "itu", "kalau", "kan", "ke", "kok", "mana", "mau", "mengapa", "mohon", "nya", "oleh",
    "pada", "perlu", "saya", "secara", "sih", "supaya", "tentang", "tolong", "untuk", "yang",
    "yg",
))  # fmt: skip
#: The period is chosen at the top of the window; no page bears its name.
_PERIODE = frozenset(["tw", "triwulan", "1", "2", "3", "4", "i", "ii", "iii", "iv"])
#: Other names of one thing.
_SAME = {"lkip": "lkjip", "lakip": "lkjip"}
#: Prefixes of a verb, and the letters that they may have swallowed: mengirim is kirim.
_PREFIXES = (
    ("meny", "s"), ("meng", "k"), ("mem", "p"), ("men", "t"), ("me", ""), ("peng", "k"),
    ("pem", "p"), ("pen", "t"), ("di", ""), ("ber", ""),
)  # fmt: skip
_LEAST_ROOT, _LEAST_FORGIVEN = 3, 5


def list_arti(words: Sequence[str]) -> list[Arti]:
    """Return what the words of a question may stand for; fillers and the period are left out.

    >>> list_arti(["cara", "mengirim", "lkip"])
    [('mengirim', 'irim', 'kirim'), ('lkip', 'lkjip')]
    """
    has_tw = bool({"tw", "triwulan"} & {*words})
    kept = [word for word in words if word not in _FILLERS and not (has_tw and word in _PERIODE)]
    return [(word, *_list_same(word)) for word in kept]


def forgive(arti: Arti, known: Collection[str]) -> Arti:
    """Add the known words that one letter too many, too few, wrong or swapped makes of a word."""
    word = arti[0]
    if len(word) < _LEAST_FORGIVEN:
        return arti
    return (*arti, *(other for other in known if _is_slip(word, other)))


def _list_same(word: str) -> Iterator[str]:
    if word in _SAME:
        yield _SAME[word]
    for prefix, swallowed in _PREFIXES:
        root = word.removeprefix(prefix)
        if root == word or len(root) < _LEAST_ROOT:
            continue
        yield root
        if swallowed:
            yield swallowed + root
        return


def _is_slip(word: str, other: str) -> bool:
    """Tell whether one letter was added, left out, mistyped, or swapped with its neighbour."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    first = next(
        (place for place, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    rest, others = word[first:], other[first:]
    if len(word) == len(other):
        swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
        return rest[1:] == others[1:] or swapped
    longer, shorter = (rest, others) if len(rest) > len(others) else (others, rest)
    return longer[1:] == shorter
