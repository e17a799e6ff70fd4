"""The DOCX renderer: the same naskah as a file that the office can go on editing in Word.

Only this file may be imported when the program starts; python-docx comes with the others.
"""

from kinerja_desktop.documents.naskah.blocks import Naskah


def render_docx(naskah: Naskah) -> bytes:
    """Write a naskah as a Word file with the same words as its PDF.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    from kinerja_desktop.documents.docx.render import render

    return render(naskah)
