"""Photos as a telephone takes them: 12 megapixels, grain and all."""

from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageFilter

_SIZE = 4000, 3000
_QUALITY = 92


def take(folder: Path, count: int) -> tuple[Path, ...]:
    """Write so many photos, each another one, and return their files."""
    return tuple(_take(folder / f"IMG_{number:04}.jpg", number) for number in range(count))


def _take(file: Path, number: int) -> Path:
    chance = Random(number)
    rough = Image.frombytes("RGB", (32, 24), chance.randbytes(32 * 24 * 3))
    scene = rough.resize(_SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(_SIZE, 24).filter(ImageFilter.GaussianBlur(1)).convert("RGB")
    photo = ImageChops.overlay(scene, grain)
    photo.save(file, "JPEG", quality=_QUALITY)
    return file
