"""NIP, the eighteen digits of a civil servant (`docs/sakip.md` §9, *Signature block*)."""

import re
from datetime import date

_GROUPS = (8, 6, 1, 3)


def format_nip(nip: str) -> str:
    """Write a NIP as it is printed: ``19701218 199101 1 002``; other texts stay as they are."""
    digits = re.sub(r"\s", "", nip)
    if not re.fullmatch(r"\d{18}", digits):
        return nip.strip()
    parts, start = [], 0
    for length in _GROUPS:
        parts.append(digits[start : start + length])
        start += length
    return " ".join(parts)


def check_nip(nip: str) -> str | None:
    """Return why a text can be no NIP, or None; a warning, never a refusal."""
    digits = re.sub(r"\s", "", nip)
    if not digits:
        return None
    if not re.fullmatch(r"\d{18}", digits):
        return f"NIP terdiri dari 18 angka, ini {len(digits)} tanda: periksa lagi"
    if not _is_date(digits[:8]):
        return f"delapan angka pertama NIP ({digits[:8]}) bukan tanggal lahir: periksa lagi"
    if not _is_date(digits[8:14] + "01"):
        return f"angka ke-9 sampai 14 NIP ({digits[8:14]}) bukan tahun dan bulan: periksa lagi"
    if digits[14] not in "12":
        return f"angka ke-15 NIP ({digits[14]}) harus 1 (pria) atau 2 (wanita): periksa lagi"
    return None


def _is_date(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return text[:2] in ("19", "20")
