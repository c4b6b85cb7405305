"""The first day, the settings and practice: ``keyboard|pointer folder``."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from caseworker_app import settings
from caseworker_app.desktop.theme.look import current
from tests.journeys import desk_walk
from tests.journeys.hand import Hand
from tests.journeys.walking import alone, at_door, enter, visit, walk

_CARDS = 7
_CALM_MS = 1000
"""After which the tour would have come."""
_DARK = 80
_NEW = "山上有棵老樟树2026"


def skipped(hand: Hand) -> None:
    """The tour comes by itself the first time; skipped, it does not come again."""
    enter(hand)
    hand.press("跳过")
    hand.wait("gone", lambda: "导览" not in hand.names())
    hand.press("锁定")
    enter(hand)
    hand.pause(_CALM_MS)
    assert "导览" not in hand.names()


def toured(hand: Hand) -> None:
    """Asked for again it is walked to its end, with a look back."""
    hand.press("设置")
    hand.press("再看一遍导览")
    hand.press("下一步")
    hand.wait("second", lambda: hand.says(f"2 / {_CARDS}"))
    hand.press("上一步")
    hand.wait("first", lambda: hand.says(f"1 / {_CARDS}"))
    for number in range(2, _CARDS + 1):
        hand.press("下一步")
        hand.wait("next", partial(hand.says, f"{number} / {_CARDS}"))
    hand.press("开始工作")
    hand.wait("gone", lambda: "导览" not in hand.names())


def colours(hand: Hand) -> None:
    """Dark is dark at once, and light is light."""
    hand.press("深色")
    hand.wait("dark", lambda: _light(hand) < _DARK)
    hand.press("浅色")
    hand.wait("light", lambda: _light(hand) > _DARK)


def sizes(hand: Hand) -> None:
    """A size is tried and taken back, tried and kept; large type too, and back to the usual."""
    small = _high(hand)
    hand.press("125%")
    hand.press("还原")
    hand.wait("as before", lambda: _high(hand) == small)
    hand.press("125%")
    hand.press("保留")
    hand.wait("larger", lambda: _high(hand) > small)
    hand.press("长辈版")
    hand.press("保留")
    hand.wait("large", lambda: current().large)
    hand.press("标准版")
    hand.press("保留")
    hand.press("100%")
    hand.press("保留")
    hand.wait("as before", lambda: _high(hand) == small)


def language(hand: Hand, folder: Path) -> None:
    """Another language is told to come with the next start, and is kept until then."""
    hand.press("English")
    hand.wait("told", lambda: hand.says("下次打开时生效"))
    hand.wait("kept", lambda: settings.load(folder).language == "en")
    hand.press("简体中文")
    hand.wait("kept", lambda: settings.load(folder).language == "zh")


def minutes(hand: Hand, folder: Path) -> None:
    """The minutes until the lock are kept."""
    hand.press("3 分钟")
    hand.wait("kept", lambda: settings.load(folder).lock_minutes == 3)


def passphrase(hand: Hand) -> None:
    """A new passphrase opens the door from the next time on, and the old one no longer."""
    hand.write("现在的口令", desk_walk.PASSPHRASE)
    hand.write("新口令", _NEW)
    hand.write("再输入一次新口令", _NEW)
    hand.press("更改口令")
    hand.wait("changed", lambda: hand.says("口令已更改"))
    hand.press("锁定")
    at_door(hand)
    hand.write("口令", desk_walk.PASSPHRASE)
    hand.press("打开")
    hand.wait("refusal", lambda: hand.says("口令不对"))
    enter(hand, _NEW)


def practised(hand: Hand) -> None:
    """Practice is entered from the settings, worked in, left for the door; from there too."""
    hand.press("设置")
    hand.press("进入练习")
    hand.wait("practice", lambda: hand.says("练习——数据均为虚构，不会送达"))
    visit(hand, "陈建军")
    hand.press("离开练习")
    hand.press("练习：用虚构的乡镇试一试")
    hand.find("离开练习")
    visit(hand, "陈建军", "继续入户")
    hand.press("离开练习")
    enter(hand, _NEW)
    hand.press("复核清单")
    hand.wait("one's own", lambda: hand.says("12 户"))


def _light(hand: Hand) -> int:
    picture = hand.frame.grab().toImage()
    return picture.pixelColor(picture.width() - 3, picture.height() // 2).lightness()


def _high(hand: Hand) -> int:
    """Return how high a button is, in the settings as they stand now."""
    return hand.find("返回").height()


def stories(folder: Path) -> tuple[Callable[[Hand], None], ...]:
    kept = partial(language, folder=folder), partial(minutes, folder=folder)
    return skipped, toured, colours, sizes, *kept, passphrase, practised


def main(way: str, folder: str) -> int:
    place = Path(folder)
    assert not walk(way, alone(place, toured=False), stories(place))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
