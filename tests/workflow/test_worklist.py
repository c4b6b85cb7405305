from caseworker_app.demo.values import Township
from caseworker_app.workflow import worklist
from caseworker_app.workflow.worklist import Due, WorklistFilter
from caseworker_app.workflow.workspace import Workspace


def test_that_the_first_screen_begins_the_whole_list(ws: Workspace) -> None:
    count, rows = worklist.first(ws, 10)

    assert count == 60
    assert rows == worklist.find(ws, WorklistFilter())[:10]


def test_that_each_figure_is_the_length_of_its_list(ws: Workspace) -> None:
    counts = worklist.counts(ws)

    assert counts.total == len(worklist.find(ws, WorklistFilter()))
    assert counts.overdue == len(worklist.find(ws, WorklistFilter(due=Due.OVERDUE)))
    assert counts.due_within_7 == len(worklist.find(ws, WorklistFilter(due=Due.WEEK)))
    for stage, number in counts.by_stage.items():
        assert number == len(worklist.find(ws, WorklistFilter(stages=frozenset({stage}))))


def test_that_a_household_is_found_by_its_heads_name(ws: Workspace, township: Township) -> None:
    head = township.households[7].household.head.name

    found = worklist.page(ws, worklist.find(ws, WorklistFilter(head)))

    assert head in {row.head for row in found}
