"""The PDF renderer: set text, lay out tables, deal pieces out to pages, draw."""

from kinerja_desktop.documents.pdf.render import (
    Place,
    Rendered,
    render_pdf,
    render_pdf_with_places,
)

__all__ = ["Place", "Rendered", "render_pdf", "render_pdf_with_places"]
