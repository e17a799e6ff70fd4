"""A small picture for the document tests."""

from io import BytesIO


def logo_png(width: int = 30, height: int = 36) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGBA", (width, height), (0, 90, 40, 255)).save(out, "PNG")
    return out.getvalue()
