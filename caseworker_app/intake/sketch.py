"""Drawn pictures that stand in for photos of a home visit, where nobody's home may be shown."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import shake_256
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

from caseworker_app.paths import resource

_SIZE = (960, 720)
_GRAIN = 20
_QUALITY = 68

_Pen: TypeAlias = ImageDraw.ImageDraw
_Scene: TypeAlias = Callable[[_Pen, "_Dice"], None]


class _Dice:
    """Small numbers drawn from a hash, the same for the same caption and seed."""

    def __init__(self, caption: str, seed: int) -> None:
        self.caption = caption
        self._stream = shake_256(f"{seed}:{caption}".encode())
        self._bytes = self._stream.digest(256)
        self._next = 0

    def roll(self, low: int, high: int) -> int:
        """Return a number of low … high."""
        self._next = (self._next + 2) % len(self._bytes)
        return low + int.from_bytes(self._bytes[self._next - 2 :][:2], "big") % (high - low + 1)

    def grain(self, size: tuple[int, int]) -> Image.Image:
        """Return the noise of a cheap sensor in a bad light."""
        return Image.frombytes("L", size, self._stream.digest(size[0] * size[1]))


def draw_sketch(caption: str, seed: int) -> bytes:
    """Return a JPEG of some 40–90 kB: a scene that fits the caption, with the caption below.

    The same caption and seed give the same bytes with the same Pillow.
    """
    dice = _Dice(caption, seed)
    image = Image.new("RGB", _SIZE, (214, 206, 190))
    pen = ImageDraw.Draw(image)
    scene = next((draw for words, draw in _SCENES if any(w in caption for w in words)), _papers)
    scene(pen, dice)
    image = _grainy(image, dice)
    _label(ImageDraw.Draw(image), caption)
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _grainy(image: Image.Image, dice: _Dice) -> Image.Image:
    grain = dice.grain((_SIZE[0] // 2, _SIZE[1] // 2)).resize(_SIZE, Image.Resampling.BILINEAR)
    return Image.blend(image, Image.merge("RGB", (grain,) * 3), _GRAIN / 255)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    path = resource("fonts", "noto-sans-sc", "NotoSansSC-Regular.ttf")
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _label(pen: _Pen, caption: str) -> None:
    width, height = _SIZE
    pen.rectangle((0, height - 58, width, height), fill=(24, 24, 24))
    pen.text((24, height - 48), caption, font=_font(28), fill=(245, 245, 240))


def _shade(dice: _Dice, red: int, green: int, blue: int) -> tuple[int, int, int]:
    step = dice.roll(-18, 18)
    return red + step, green + step, blue + step


def _wall_and_floor(pen: _Pen, dice: _Dice, line: int) -> None:
    pen.rectangle((0, 0, _SIZE[0], line), fill=_shade(dice, 222, 214, 198))
    pen.rectangle((0, line, *_SIZE), fill=_shade(dice, 146, 128, 108))
    for x in range(0, _SIZE[0], 120):
        pen.line((x, line, x + (x - _SIZE[0] // 2), _SIZE[1]), fill=(110, 96, 82), width=3)


def _door_plate(pen: _Pen, dice: _Dice) -> None:
    brick = _shade(dice, 170, 104, 84)
    for row, y in enumerate(range(0, _SIZE[1], 48)):
        for x in range(-96 + row % 2 * 48, _SIZE[0], 96):
            pen.rectangle((x, y, x + 92, y + 44), fill=brick, outline=(186, 140, 124))
    pen.rectangle((250, 190, 710, 430), fill=(28, 70, 150), outline=(240, 240, 240), width=10)
    pen.text((300, 220), "门 牌", font=_font(64), fill=(250, 250, 250))
    number = re.search(r"(\d+组)?\d+号", dice.caption)
    text = number.group() if number else f"{dice.roll(1, 120)}号"
    pen.text((300, 320), text, font=_font(72), fill=(250, 250, 250))


def _kitchen(pen: _Pen, dice: _Dice) -> None:
    _wall_and_floor(pen, dice, 500)
    for x in range(0, _SIZE[0], 60):
        pen.line((x, 160, x, 380), fill=(200, 200, 196), width=2)
    pen.rectangle((0, 380, _SIZE[0], 560), fill=_shade(dice, 176, 170, 160))
    for number in range(dice.roll(1, 2)):
        x = 180 + number * 260
        pen.ellipse((x, 340, x + 190, 420), fill=(52, 52, 56), outline=(20, 20, 20), width=6)
    for number in range(dice.roll(2, 5)):
        x, tall = 620 + number * 60, dice.roll(60, 120)
        pen.rectangle((x, 380 - tall, x + 36, 380), fill=_shade(dice, 120, 140, 90))
    pen.ellipse((40, 560, 230, 690), fill=_shade(dice, 236, 232, 224), outline=(90, 90, 90))


def _bedroom(pen: _Pen, dice: _Dice) -> None:
    _wall_and_floor(pen, dice, 430)
    pen.rectangle((120, 380, 760, 600), fill=_shade(dice, 120, 84, 60))
    pen.rectangle((140, 340, 740, 520), fill=_shade(dice, 110, 130, 170), outline=(70, 80, 100))
    pen.rounded_rectangle((160, 300, 330, 370), 30, fill=_shade(dice, 230, 226, 214))
    pen.rectangle((700, 80, 900, 300), fill=(190, 214, 230), outline=(110, 90, 70), width=12)
    pen.line((800, 80, 800, 300), fill=(110, 90, 70), width=8)


def _house(pen: _Pen, dice: _Dice) -> None:
    pen.rectangle((0, 0, _SIZE[0], 420), fill=_shade(dice, 186, 206, 222))
    pen.rectangle((0, 420, *_SIZE), fill=_shade(dice, 128, 140, 96))
    for number in range(dice.roll(3, 6)):
        x = number * 190 - 40
        pen.polygon(
            ((x, 420), (x + 150, dice.roll(180, 300)), (x + 300, 420)), fill=(116, 140, 120)
        )
    wall = _shade(dice, 224, 220, 210)
    pen.rectangle((220, 300, 740, 600), fill=wall, outline=(120, 116, 110), width=4)
    pen.polygon(((180, 310), (480, 160), (780, 310)), fill=_shade(dice, 74, 72, 78))
    pen.rectangle((430, 420, 530, 600), fill=_shade(dice, 120, 78, 50))
    for x in (270, 590):
        pen.rectangle((x, 360, x + 100, 450), fill=(150, 176, 190), outline=(90, 80, 70), width=6)


def _papers(pen: _Pen, dice: _Dice) -> None:
    pen.rectangle((0, 0, *_SIZE), fill=_shade(dice, 150, 112, 78))
    for number in range(dice.roll(1, 3)):
        x, y = 120 + number * 150, 80 + number * 50
        pen.rectangle(
            (x, y, x + 420, y + 500), fill=_shade(dice, 240, 238, 230), outline=(120,) * 3
        )
        for line in range(dice.roll(7, 12)):
            top = y + 60 + line * 34
            pen.rectangle((x + 40, top, x + dice.roll(200, 380), top + 10), fill=(96, 96, 104))
        pen.ellipse((x + 270, y + 370, x + 380, y + 480), outline=(190, 40, 40), width=7)


_SCENES: tuple[tuple[tuple[str, ...], _Scene], ...] = (
    (("门牌",), _door_plate),
    (("厨", "灶", "粮油"), _kitchen),
    (("卧", "床", "被褥"), _bedroom),
    (("房屋", "住房", "外观", "宅"), _house),
)
