from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.status import Network, Status, days_since
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.window import StatusLine


@pytest.mark.parametrize(
    ("status", "sentence", "tone"),
    [
        (Status(), "没有只在本机的记录", Tone.GREEN),
        (Status(waiting=2), "2 份只在本机，都是今天的", Tone.GREY),
        (Status(waiting=12, oldest_days=3), "12 份只在本机，最早 3 天前", Tone.ORANGE),
        (Status(network=Network.FAILED), "没有只在本机的记录", Tone.ORANGE),
        (Status(network=Network.OFFLINE), "没有只在本机的记录", Tone.GREEN),
        (Status(notices=("电脑时间不对。",)), "电脑时间不对。 没有只在本机的记录", Tone.ORANGE),
    ],
)
def test_that_the_line_says_what_is_only_on_this_laptop(
    status: Status, sentence: str, tone: Tone
) -> None:
    assert (status.sentence, status.tone) == (sentence, tone)


def test_that_long_notices_never_widen_the_window(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    calm = line.minimumSizeHint().width()

    line.show_status(Status(notices=("电脑时间不对，请改正后再送达一次。" * 9,)))

    assert line.minimumSizeHint().width() < 2 * calm


def test_that_yesterday_evening_is_not_today() -> None:
    morning = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)  # 8:30 in China
    evening = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    night = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)  # half past midnight there

    assert [days_since(then, morning) for then in (evening, night, None)] == [1, 0, 0]
