"""What the delivery screen calls, bound to a store."""

import pytest

from caseworker_app.desktop.delivery import binding
from caseworker_app.errors import OutsideError
from caseworker_app.workflow import delivery
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]


@pytest.mark.parametrize("error", [OutsideError("没有网络。"), KeyError("a bug")])
def test_that_whatever_fails_it_is_heard_that_nobody_answered(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(delivery, "deliver", fail)
    heard: list[bool] = []

    with pytest.raises(type(error)):
        binding.actions(ws, heard.append).deliver(lambda _: None)

    assert heard == [False]
