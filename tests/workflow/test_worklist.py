from caseworker_app.demo.values import Township
from caseworker_app.model.codes import Stage
from caseworker_app.workflow import visit, worklist
from caseworker_app.workflow.worklist import Due, Listing, Mark, WorklistFilter
from caseworker_app.workflow.workspace import Workspace


def test_that_the_first_screen_begins_the_whole_list(ws: Workspace) -> None:
    count, rows = worklist.first(ws, 10)

    assert count == 60
    assert rows == worklist.find(ws, WorklistFilter())[:10]


def test_that_each_figure_is_the_length_of_its_list(ws: Workspace) -> None:
    lists = [
        WorklistFilter(),
        *(WorklistFilter(due=due) for due in Due),
        *(WorklistFilter(mark=mark) for mark in Mark),
        *(WorklistFilter(stages=frozenset({stage})) for stage in Stage),
    ]

    assert worklist.counts(ws, lists) == tuple(len(worklist.find(ws, wanted)) for wanted in lists)


def test_that_the_list_on_the_screen_follows_what_is_written(
    ws: Workspace, township: Township
) -> None:
    listing, open_ones = Listing(ws), WorklistFilter(stages=frozenset({Stage.ASSIGNED}))
    home = township.households[3].household
    before = listing.find(open_ones)

    begun = visit.start(ws, home.id, ())
    visit.record(ws, begun.id, {"/opinion": "看过"})

    assert len(listing.find(open_ones)) == len(before) - 1
    assert listing.begin(WorklistFilter(home.head.name), 5).rows == worklist.find(
        ws, WorklistFilter(home.head.name)
    )


def test_that_a_household_is_found_by_its_heads_name(ws: Workspace, township: Township) -> None:
    head = township.households[7].household.head.name

    found = worklist.page(ws, worklist.find(ws, WorklistFilter(head)))

    assert head in {row.head for row in found}
