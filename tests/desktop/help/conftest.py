"""The real store of a small township: all screens, with what stands on them."""

from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]
