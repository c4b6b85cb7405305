import pytest

from caseworker_app.desktop.status import Status
from caseworker_app.desktop.theme.tokens import Tone


@pytest.mark.parametrize(
    ("status", "sentence", "tone"),
    [
        (Status(), "没有只在本机的记录", Tone.GREEN),
        (Status(waiting=2), "2 户只在本机，都是今天的", Tone.GREY),
        (Status(waiting=12, oldest_days=3), "12 户只在本机，最早 3 天前", Tone.ORANGE),
    ],
)
def test_that_the_line_says_what_is_only_on_this_laptop(
    status: Status, sentence: str, tone: Tone
) -> None:
    assert (status.sentence, status.tone) == (sentence, tone)
