"""The DOCX renderer: the same naskah as a file that the office can go on editing in Word.

Only this file may be imported when the program starts; python-docx comes with the others.
"""

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.progress import Progress, silent


def render_docx(naskah: Naskah, progress: Progress = silent) -> bytes:
    """Write a naskah as a Word file with the same words as its PDF.

    Args:
        naskah: the document.
        progress: told of its blocks; what it raises ends the work.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    from kinerja_desktop.documents.docx.render import render

    return render(naskah, progress)
