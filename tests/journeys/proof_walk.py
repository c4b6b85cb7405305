"""Photos and recordings of a visit in the window: ``keyboard|pointer folder``."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.journeys import kitchen
from tests.journeys.hand import Hand
from tests.journeys.walking import alone, enter, visit, walk

_CAR = "被借名登记（名义车主） 浙AP5828"
_BEFORE, _AFTER = "缺，厨房", "照片，厨房"


def stories(folder: Path) -> tuple[Callable[[Hand], None], ...]:
    photo, contract, sound = folder / "kitchen.jpg", folder / "contract.jpg", folder / "talk.amr"
    photo.write_bytes(kitchen.KITCHEN)
    contract.write_bytes(kitchen.CONTRACT)
    sound.write_bytes(kitchen.AMR)
    return (
        enter,
        lambda hand: visit(hand, "胡军"),
        partial(taken, photo=photo),
        bound,
        withdrawn,
        partial(recorded, sound=sound),
        partial(leaned_on, contract=contract),
    )


def taken(hand: Hand, photo: Path) -> None:
    """The sheet has a place for each photo that is missing; one is filled, and turned."""
    hand.press("佐证 · 缺")
    hand.focus(_BEFORE)
    hand.press("选照片…")
    hand.file(photo)
    hand.wait("taken", lambda: hand.says("已收下照片"))
    hand.find(_AFTER)
    assert not hand.sees(_BEFORE)
    hand.write("照片说明", "灶台和米缸")
    hand.press("右转")
    hand.press("大图")
    hand.press("回到全部")


def bound(hand: Hand) -> None:
    """The photo is given to a difference, and the place it had is missing again; and back."""
    hand.pick("归到", _CAR)
    hand.find("照片，被借名登记（名义车主）")
    hand.find(_BEFORE)
    hand.pick("归到", "厨房")
    hand.find(_AFTER)
    assert not hand.sees(_BEFORE)


def withdrawn(hand: Hand) -> None:
    """A photo is taken out with a reason, which stays to be read; then taken back."""
    hand.press("撤下…")
    hand.write("撤下的原因", "拍到了邻居家")
    hand.press("撤下")
    hand.find(_BEFORE)
    hand.focus("照片，灶台和米缸")
    hand.wait("why", lambda: hand.says("撤下：拍到了邻居家"))
    hand.press("恢复")
    hand.find(_AFTER)
    assert not hand.sees(_BEFORE)


def recorded(hand: Hand, sound: Path) -> None:
    """A recording is only taken of whom is named and was heard to agree."""
    hand.press("添加录音…")
    hand.pick("关于哪一处差异", _CAR)
    hand.press("选择录音文件…")
    hand.file(sound)
    hand.wait("named", lambda: hand.says("talk.amr"))
    assert not hand.sees("收下录音")
    hand.press("录音一开头就说明了用途")
    hand.write("谁同意录音", " ")
    hand.wait("nobody", lambda: not hand.sees("收下录音"))
    hand.write("谁同意录音", "胡芳")
    hand.write("录音内容", "谈借名买车")
    hand.press("收下录音")
    hand.wait("taken", lambda: hand.says("已收下录音"))
    hand.find("录音，")
    hand.press("关闭")


def leaned_on(hand: Hand, contract: Path) -> None:
    """A difference leans on a photo, no longer, and again; the photo stays in the sheet."""
    hand.press("下一步：三比对")
    hand.press("红色 非居住类房屋")
    hand.press("添加照片…")
    hand.file(contract)
    hand.find("佐证照片")
    hand.focus("佐证照片")
    hand.press("不用选中的照片")
    hand.wait("left out", lambda: not hand.sees("佐证照片"))
    hand.press("添加照片…")
    hand.file(contract)
    hand.find("佐证照片")
    hand.wait("told", lambda: hand.says("已经收下过"))
    hand.press("佐证")
    hand.find("照片，非居住类房屋")
    hand.press("关闭")


def main(way: str, folder: str) -> int:
    place = Path(folder)
    assert not walk(way, alone(place), stories(place))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
