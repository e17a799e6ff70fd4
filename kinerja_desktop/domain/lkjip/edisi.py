"""Editions of how the report is worded and laid out around its data (`docs/sakip.md` §4.14)."""

from enum import IntEnum


class Edisi(IntEnum):
    """What was signed is printed by the edition under which it was signed.

    The first drafts are frozen with the report; what an edition says is all else:

    - SATU: attached papers end with the names alone, the daftar isi leaves out the other lists,
      office tables and pictures bear no number, comparison 7 has the programs only, an attached SOP
      has no page for its cover and no legend.
    - DUA: `docs/sakip.md` §7.7.
    - TIGA: a signer's NIP that is not known is a line to write on; the file is PDF/A.
    - EMPAT: below the table of efficiency stands from which figures it is counted; the chart of
      capaian per sasaran writes all figures with the same decimals.
    """

    SATU = 1
    DUA = 2
    TIGA = 3
    EMPAT = 4


#: The edition in which a report is written now.
EDISI_KINI = Edisi.EMPAT
