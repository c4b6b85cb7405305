"""The real store of a small township, for the whole way from a workbook to the page."""

from tests.workflow.conftest import township, ws

__all__ = ["township", "ws"]
