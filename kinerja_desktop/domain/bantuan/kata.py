"""Reading what is typed into Ctrl+K: which words count, and in what forms they may stand."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_NO_WORD = re.compile(r"[\W_]+")
_MARKS = "Mn"
_TRIWULAN = re.compile(r"\b(?:tw|triwulan)(?: ?(?:ke )?(iv|i{1,3}|[1-4]))?\b")
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
#: Words of a question or a wish: what is looked for need not have them.
_FILLERS = frozenset(
    {
        "agar", "akan", "apa", "apakah", "atau", "bagaimana", "bagaimanakah", "berapa",
        "bisa", "cara", "caranya", "dan", "dari", "dengan", "di", "dimana", "gimana",
        "harus", "hendak", "ingin", "itu", "kapan", "ke", "kemana", "kenapa", "mana", "mau",
        "mengapa", "mohon", "pada", "perlu", "saja", "saya", "siapa", "supaya", "tolong",
        "untuk", "yang",
    }
)  # fmt: skip
_SAME = (("lkjip", "lakip", "lkip"),)
_ENDINGS = ("kan", "nya")
#: What follows the prefix of a verb, and the letter that it swallowed: `mengirim` is of `kirim`.
#: A swallowed letter cannot be seen, so a verb may have two stems, one of them no word.
_PREFIXES = tuple(
    (re.compile(prefix), lost)
    for prefix, lost in (
        (r"meng(?=[aeiou])", ("k", "")),
        (r"meng(?=[ghk])", ("",)),
        (r"menge(?=[^aeiou][aeiou][^aeiou]$)", ("",)),
        (r"meny(?=[aeiou])", ("s",)),
        (r"men(?=[aeiou])", ("t",)),
        (r"men(?=[cdjz]|sy|tr)", ("",)),
        (r"mem(?=[aeiou])", ("p",)),
        (r"mem(?=[bfv]|p[er])", ("",)),
        (r"me(?=[lmnrwy][aeiou]\w\w)", ("",)),
        (r"di(?=\w{4}|[aeiou]\w\w)", ("",)),
    )
)
_SHORTEST_STEM = 3
#: A shorter word is another word with one letter changed: `data` and `dana`.
_SHORTEST_FORGIVEN = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Kata:
    """A word that was asked for.

    Attributes:
        ketikan: as it was typed, folded.
        bentuk: the texts of which one must be there, the typed one first; those with a space
            on both sides stand for whole words of a text that has one on both ends.
    """

    ketikan: str
    bentuk: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Return whether a text of `with_stems` has the word in any form."""
        return any(bentuk in text for bentuk in self.bentuk)


def fold(text: str) -> str:
    """Return a text without case, marks on letters and punctuation: `Évaluasi E.81` is
    `evaluasi e 81`.
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parts if unicodedata.category(sign) != _MARKS)
    return " ".join(_NO_WORD.sub(" ", bare).split())


def fold_triwulan(text: str) -> str:
    """Fold a text, and write every triwulan alike.

    >>> fold_triwulan("Realisasi TW 3"), fold_triwulan("Isi tw")
    ('realisasi triwulan-iii', 'isi triwulan')
    """
    return _TRIWULAN.sub(_name_triwulan, fold(text))


def _name_triwulan(found: re.Match[str]) -> str:
    nomor = found[1]
    return f"triwulan-{_ROMAN.get(nomor, nomor)}" if nomor else "triwulan"


def with_stems(text: str) -> str:
    """Return a folded text between spaces, behind it the stems of its verbs: so `kirim` and
    `mengirim` find each other.
    """
    stems = (stem for word in text.split() for stem in list_stems(word))
    return f" {' '.join((text, *stems))} "


# An office has few words, and each of them often.
@functools.lru_cache(maxsize=8192)
def list_stems(word: str) -> tuple[str, ...]:
    """Return what a word may be made of: `mengirimkan` of `kirim`, or of an `irim`."""
    bare = next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)
    stems = [] if bare == word else [bare]
    for form in (word, bare)[: 1 + len(stems)]:
        for prefix, lost in _PREFIXES:
            if found := prefix.match(form):
                stems += [letter + form[found.end() :] for letter in lost]
    return tuple(stem for stem in dict.fromkeys(stems) if len(stem) >= _SHORTEST_STEM)


def list_kata(wanted: str) -> list[Kata]:
    """Return the words of a folded query that must be there; of a query of nothing but
    question words, all.
    """
    words = wanted.split()
    asked = [word for word in words if word not in _FILLERS] or words
    return [Kata(word, (word, *_other_forms(word))) for word in asked]


def _other_forms(word: str) -> Iterator[str]:
    """A page of every triwulan is of the third one too; one of the fourth is not."""
    if word.startswith("triwulan-"):
        yield " triwulan "
    for words in _SAME:
        if word in words:
            yield from (other for other in words if other != word)
    for stem in list_stems(word):
        yield f" {stem} "


def forgive(kata: Kata, known: Collection[str]) -> Kata:
    """Return a word with the known ones that it may be a slip of: one letter wrong, missing, too
    many or swapped with its neighbour, or `ai` and `au` written as they are heard (`capean`).

    Args:
        kata: stands nowhere.
        known: the words that can be found.
    """
    word = kata.ketikan
    if len(word) < _SHORTEST_FORGIVEN or not word.isalpha():
        return kata
    heard = _as_heard(word)
    near = {other for other in known if len(other) > len(word) and _as_heard(other) == heard}
    near.update(slip for slip in _one_letter_off(word) if slip in known)
    # Nothing else can be meant: it is ranked as if it had been typed.
    meant = next(iter(near)) if len(near) == 1 else word
    return Kata(meant, (*kata.bentuk, *(f" {other} " for other in sorted(near))))


def _as_heard(word: str) -> str:
    return word.replace("ai", "e").replace("au", "o")


def _one_letter_off(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        left, right = word[:place], word[place:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            yield left + letter + right[1:]
