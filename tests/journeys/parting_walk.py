"""Two households become one, and one becomes two, to their ends: ``keyboard|pointer folder``."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.journeys.change_walk import Told, answer, fill, on_card
from tests.journeys.hand import Hand
from tests.journeys.story_walk import investigators, seal
from tests.journeys.walking import alone, enter, visit, walk

_MERGED = "并户：沈木良户"
_JOINED = Told("并户", _MERGED, ("户口簿",), written=(("并户日期", "11-20"),))
_PARTED = Told(
    "分户",
    "分户：何一妍分出，新户户主何一妍，2026年11月3日",
    ("何一妍（", "新户口簿"),
    written=(
        ("新户现住址", "云溪镇河埠里3幢102室"),
        ("新户电话", "13900000000"),
        ("带走的存款", "1000"),
        ("分户日期", "11-3"),
    ),
)
TOLD = (_JOINED, _PARTED)


def merge(hand: Hand) -> None:
    """Another household is looked for and joined, taken back, and joined again."""
    visit(hand, "叶亚娟")
    _join(hand)
    hand.press(f"家庭变化 {_MERGED}")
    hand.press("撤销这项变化")
    hand.wait("parted", lambda: not any(_MERGED in name for name in hand.names()))
    _join(hand)
    hand.find("今天见到 沈木良")


def _join(hand: Hand) -> None:
    hand.press("家庭变化")
    hand.press("家庭变化 并户")
    hand.write("哪一户并进来", "沈木良")
    hand.press("查找")
    hand.press("并进来 沈木良户")
    hand.wait("chosen", lambda: hand.says("并进来的是：沈木良户"))
    answer(hand, _JOINED)
    hand.press("并户")
    on_card(hand, _JOINED)


def ended(hand: Hand) -> None:
    """The household that was joined says so in its own visit, which is sealed as its last."""
    visit(hand, "沈木良", "继续入户")
    on_card(hand, Told("", "并入他户：本户并入叶亚娟户"))
    _finish(hand, "沈木良")


def split(hand: Hand) -> None:
    """A daughter makes a household of her own; it stands in the list once this visit is sealed."""
    visit(hand, "何勇")
    fill(hand, _PARTED)
    hand.press("记好了")
    on_card(hand, _PARTED)
    _finish(hand, "何勇")
    visit(hand, "何一妍", "继续入户")
    hand.wait("origin", lambda: hand.says("本户由何勇户分出"))


def _finish(hand: Hand, head: str) -> None:
    """Go through a visit in which nothing else was found, and seal it."""
    hand.press("全部见到")
    hand.press(f"{head} 在场并签字")
    if not hand.says("周铭豪 · "):  # who came along once is proposed from then on
        hand.write("另一名调查人姓名", "周铭豪")
        hand.press("加入")
    hand.press("下一步：三比对")
    hand.press("下一步：三核查")
    hand.press("三核查都无变化")
    hand.press("第 4 步")
    hand.press("采用建议的意见")
    hand.press("下一步：签字")
    hand.draw(f"家庭成员 {head} 签名区")
    hand.press(f"确认 家庭成员 {head}")
    hand.find(f"回放 家庭成员 {head}")
    investigators(hand)
    seal(hand)


def stories() -> tuple[Callable[[Hand], None], ...]:
    return enter, merge, ended, split


def main(way: str, folder: str) -> int:
    assert not walk(way, alone(Path(folder)), stories())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
