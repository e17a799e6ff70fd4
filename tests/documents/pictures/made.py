"""A small picture for the document tests."""

from io import BytesIO
from typing import Any

from PIL import Image


def logo_png(width: int = 30, height: int = 36) -> bytes:
    out = BytesIO()
    Image.new("RGBA", (width, height), (0, 90, 40, 255)).save(out, "PNG")
    return out.getvalue()


def file_of(image: "Image.Image", kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo_jpeg(width: int, height: int, seed: int = 0) -> bytes:
    """Something with as much detail as a photo: soft clouds with grain."""
    clouds = Image.effect_noise((width // 16, height // 16), 60 + seed).resize((width, height))
    grain = Image.effect_noise((width // 4, height // 4), 12).resize((width, height))
    grey = Image.blend(clouds, grain, 0.3)
    return file_of(Image.merge("RGB", (grey, clouds, grain)), "JPEG", quality=90)
