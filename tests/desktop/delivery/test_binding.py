"""What the delivery screen calls, bound to a store."""

import pytest

from caseworker_app.desktop.delivery import binding
from caseworker_app.desktop.status import Network
from caseworker_app.errors import OutsideError
from caseworker_app.store.database import DiskFullError
from caseworker_app.sync.transport import CutError, LineError
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.workflow import delivery
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]


@pytest.mark.parametrize(
    ("error", "network"),
    [
        (CutError("没有网络。"), Network.OFFLINE),
        (LineError("服务器出错了。"), Network.FAILED),
        (ProblemError(ProblemType.REVOKED), Network.FAILED),
        (DiskFullError("磁盘空间不足。"), Network.FAILED),
        (OutsideError("数据已锁定。"), Network.FAILED),
        (KeyError("a bug"), Network.FAILED),
    ],
)
def test_that_only_a_line_that_failed_is_called_offline(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, error: Exception, network: Network
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(delivery, "deliver", fail)
    heard: list[Network] = []

    with pytest.raises(type(error)):
        binding.actions(ws, heard.append).deliver(lambda _: None)

    assert heard == [network]
