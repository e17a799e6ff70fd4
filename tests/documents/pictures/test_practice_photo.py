"""The drawn photos of the practice office."""

import pytest

from kinerja_desktop.documents.pictures.picture_check import check_picture
from kinerja_desktop.documents.pictures.practice_photo import SCENES, draw_photo


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_a_picture_and_always_the_same(scene: str) -> None:
    drawn = draw_photo(scene, "Rapat evaluasi")
    check_picture(drawn, "foto.png")
    assert drawn == draw_photo(scene, "Rapat evaluasi")
    assert drawn != draw_photo(scene, "Rapat lain")
    assert len(drawn) < 60_000
