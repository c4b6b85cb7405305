"""The real store of a small township, for what only a visit among others shows."""

from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]
