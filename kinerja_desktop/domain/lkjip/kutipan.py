"""What people wrote, taken into a sentence: its first sentence, its beginning, a program's name.

`docs/sakip.md` §7.8. Everything here is a rule of spelling that can be read; no meaning is guessed.
"""

import re

#: Above so many characters an obstacle is long: of it the Ikhtisar has the first sentence.
PANJANG = 300
# Full stops behind these end no sentence, nor does one behind a single letter or a number.
_SHORT = {
    "kec", "kab", "kel", "no", "jl", "dr", "drs", "dra", "ir", "hj", "tgl", "dll", "dsb", "dst",
    "tsb", "yth", "sdr", "plt", "plh", "pj", "a.n", "u.b", "s.d", "rp", "prov", "ds", "dsn",
}  # fmt: skip
#: What must not stand before the dots of a text that was cut.
CUT_OFF = " ,;:\\"
_END = re.compile(r"[.!?…]+(?=\s)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that begin with a capital wherever they stand.
_NAMES = {
    "allah", "apbd", "asn", "badan", "balai", "bappeda", "bidang", "bpbd", "bpd", "bps", "bupati",
    "camat", "covid", "desa", "dinas", "dprd", "forkopimcam", "gubernur", "indonesia",
    "inspektorat", "jawa", "kabupaten", "kasi", "kasubbag", "kecamatan", "kelurahan", "kementerian",
    "kepala", "lurah", "pemerintah", "pemkab", "peraturan", "polsek", "koramil", "presiden",
    "provinsi", "puskesmas", "seksi", "sekretaris", "sekretariat", "subbagian", "undang", "januari",
    "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
    "november", "desember", "triwulan", "tuhan",
}  # fmt: skip
# Written small inside a title (PUEBI), and abbreviations that stay as they are.
_SMALL = {
    "antar", "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada", "oleh",
    "pada", "serta", "tentang", "terhadap", "untuk", "yang",
}  # fmt: skip
_ABBREVIATIONS = {
    "APBD", "APBN", "ASN", "BLT", "BPD", "BUMD", "DPA", "IKM", "IKU", "KK", "KTP", "LKMD", "LPM",
    "OPD", "PAUD", "PBB", "PKK", "PNS", "RT", "RW", "SAKIP", "SDM", "SKPD", "SOP", "SPM", "TNI",
    "UMKM",
}  # fmt: skip
_BECAUSE = re.compile(r"^(?:di(?:sebab|karena)kan(?: oleh)?|(?:oleh )?karena|sebab)\s+(?=\S)", re.I)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text on one line, with its full stop.

    One that is longer than `PANJANG` is cut between two words.
    """
    found = text
    for end in _END.finditer(text):
        before = text[: end.start()].rpartition(" ")[2].strip("(\"'“").casefold()
        if end[0] != "." or not (len(before) < 2 or before.isdigit() or before in _SHORT):
            found = text[: end.end()]
            break
    if len(found) <= PANJANG:
        return found
    cut = found[:PANJANG].rpartition(" ")[0] or found[:PANJANG]
    return f"{cut.rstrip(CUT_OFF)} …"


def shorten(text: str, bab: str) -> str:
    """Return a text, or of a long one its first sentence and where it stands wholly.

    Args:
        text: as `kata.finish` returned it.
        bab: "Bab III"; empty for nowhere.
    """
    if not is_long(text):
        return text
    first = first_sentence(text)
    if not bab:
        return first
    end = "" if first.endswith("…") else first[-1]
    return f"{first.removesuffix(end)} (lihat {bab}){end or '.'}"


def is_long(text: str) -> bool:
    """Tell whether a text is too long for the Ikhtisar."""
    return len(text) > PANJANG


def is_one_sentence(text: str) -> bool:
    """Tell whether a text can be the end of another sentence."""
    return bool(text) and not is_long(text) and first_sentence(text) == text


def inside_sentence(text: str) -> str:
    """Return a text as it goes on in the middle of a sentence: its first letter small.

    Names and abbreviations keep their capitals. ``Karena …`` loses what the sentence says itself.
    """
    text = _BECAUSE.sub("", text)
    word = _WORD.match(text)
    if word is None or word[0].casefold() in _NAMES or word[0][1:] != word[0][1:].lower():
        return text
    if len(word[0]) > 1 or text[1:2] == " ":
        return text[0].lower() + text[1:]
    return text


def in_running_text(nama: str) -> str:
    """Return the name of a program as in running text: ``Program Pembinaan dan Pengawasan Desa``.

    Only what is in capitals wholly is written anew.
    """
    return _WORD.sub(_title, nama) if nama.isupper() else nama


def _title(word: re.Match[str]) -> str:
    if word[0] in _ABBREVIATIONS:
        return word[0]
    small = word[0].lower()
    return small if small in _SMALL and word.start() else small.capitalize()


def lower_title(judul: str) -> str:
    """Return a heading as in the middle of a sentence; names and abbreviations keep capitals."""
    return _WORD.sub(_lower, in_running_text(judul))


def _lower(word: re.Match[str]) -> str:
    keeps = word[0][1:] != word[0][1:].lower() or word[0] in _ABBREVIATIONS
    return word[0] if keeps or word[0] in _KEPT else word[0].lower()


#: Words of the form's own headings that are names.
_KEPT = {"Renstra", "Indonesia", "Kecamatan", "Kabupaten", "Provinsi", "Camat", "Bupati"}
