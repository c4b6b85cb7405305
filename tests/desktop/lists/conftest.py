"""The real store of a small township, for the whole way from a workbook to the page."""

from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]
