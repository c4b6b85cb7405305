from caseworker_app.workflow import drafts
from caseworker_app.workflow.workspace import Workspace


def test_that_texts_not_taken_are_kept_by_visit_and_forgotten_once_mended(ws: Workspace) -> None:
    assert drafts.kept(ws, "v1") == {}
    drafts.keep(ws, "v1", {"incomes/i1/amount": "一千二\n左右"})
    drafts.keep(ws, "v2", {"rigid/medical/annual": "？"})
    assert drafts.kept(ws, "v1") == {"incomes/i1/amount": "一千二\n左右"}
    drafts.keep(ws, "v1", {})
    assert drafts.kept(ws, "v1") == {}
    assert drafts.kept(ws, "v2") == {"rigid/medical/annual": "？"}
