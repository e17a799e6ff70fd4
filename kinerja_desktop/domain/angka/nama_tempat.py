"""Names of places as they are written: they print on every paper of the office."""

#: The kecamatan of Kabupaten Lumajang (`docs/sakip.md` §13).
KECAMATAN_LUMAJANG = (
    "Candipuro", "Gucialit", "Jatiroto", "Kedungjajang", "Klakah", "Kunir", "Lumajang", "Padang",
    "Pasirian", "Pasrujambe", "Pronojiwo", "Randuagung", "Ranuyoso", "Rowokangkung", "Senduro",
    "Sukodono", "Sumbersuko", "Tekung", "Tempeh", "Tempursari", "Yosowilangun",
)  # fmt: skip
_LISTED = {name.casefold(): name for name in KECAMATAN_LUMAJANG}


def write_place_name(text: str) -> str:
    """Return the name of a place with its capitals.

    One of the list is written as there, whatever its capitals; any other name is left as it was
    typed, unless it has no capital at all.

    >>> write_place_name("SENDURO"), write_place_name("jawa timur"), write_place_name("DKI Jakarta")
    ('Senduro', 'Jawa Timur', 'DKI Jakarta')
    """
    if listed := _LISTED.get(text.casefold()):
        return listed
    if text != text.casefold():
        return text
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
