"""The PDF renderer: set text, lay out tables, deal pieces out to pages, draw."""

from kinerja_desktop.documents.pdf.render import render_pdf

__all__ = ["render_pdf"]
