"""The server may be gone, out of order, or cut at any byte: delivery goes on and ends right."""

import socket

import pytest

from caseworker_app.errors import CaseworkError, OutsideError
from caseworker_app.workflow import delivery, enrolment, outgoing
from caseworker_app.workflow.delivery import Progress
from tests.journeys.bad_line import CuttingLine, out_of_order
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey


def _quiet(_progress: Progress) -> None:
    """Show nothing."""


def _nobody() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_that_a_server_that_is_down_costs_nothing_but_a_sentence(undelivered: Round) -> None:
    with undelivered.laptop(_nobody()) as ws:
        with pytest.raises(OutsideError, match=r"连不上服务器.*没有丢失"):
            delivery.deliver(ws, _quiet)
        assert outgoing.status(ws).waiting == 3

        with undelivered.server() as address:
            back = enrolment.moved(ws, address)
            assert delivery.deliver(back, _quiet).confirmed == 3
            assert undelivered.agrees(back)


def test_that_a_server_out_of_order_costs_nothing_but_a_sentence(undelivered: Round) -> None:
    with out_of_order() as address, undelivered.laptop(address) as ws:
        with pytest.raises(CaseworkError) as told:
            delivery.deliver(ws, _quiet)

        assert "服务器出错了" in str(told.value)
        assert "没有丢失" in str(told.value)
        assert outgoing.status(ws).waiting == 3
        assert outgoing.status(ws).problems == ()


@pytest.mark.parametrize("after", [20_000, 150_000, 400_000])
def test_that_a_cut_in_the_middle_of_a_paper_is_resumed(undelivered: Round, after: int) -> None:
    with (
        undelivered.server() as address,
        CuttingLine(address, cuts=3, after=after) as line,
        undelivered.laptop(line.url) as ws,
    ):
        sentences: list[str] = []
        while outgoing.status(ws).waiting and len(sentences) < 6:
            try:
                delivery.deliver(ws, _quiet)
            except OutsideError as error:
                sentences.append(str(error))

        assert all("没有送出的都在本机" in sentence for sentence in sentences)
        assert line.cut >= 1
        assert outgoing.status(ws).waiting == 0
        assert undelivered.agrees(ws)


def test_that_delivering_twice_changes_nothing(undelivered: Round) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        first = delivery.deliver(ws, _quiet)
        before = outgoing.held(ws)

        again = delivery.deliver(ws, _quiet)

        assert first.confirmed == 3
        assert (again.sent, again.confirmed, again.conflicts) == (0, 0, 0)
        assert outgoing.held(ws) == before


def test_that_progress_counts_the_bytes_of_the_files(undelivered: Round) -> None:
    told: list[Progress] = []
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        delivery.deliver(ws, told.append)

    sending = [progress for progress in told if progress.bytes_total]
    assert sending
    assert sending[-1].bytes_done == sending[-1].bytes_total
    assert [p.bytes_done for p in sending] == sorted(p.bytes_done for p in sending)
