"""The DOCX renderer: the same naskah as a file that the office can go on editing in Word."""

from kinerja_desktop.documents.docx.render import render_docx

__all__ = ["render_docx"]
