"""Lists that departments send, taken in row by row and never trusted.

    with lists.Reading(path, "vehicles", lists.Sender(today, department="公安 交管")) as reading:
        reading.layout                  # which column is which field, which are not used
        for batch in reading:           # Batch(taken, refused, done, total)
            for one in batch.taken:     # Taken(rows, record): a frozen value of the model
                ...
            for one in batch.refused:   # Refused(row, cells, faults)
                ...
        reading.report                  # counts, sheet, SHA-256, day of the data
    lists.preview(path, kind, sender)   # the first rows only

Every row given is taken or refused; blank rows are no rows. Whatever is wrong with the file is a
UserError; where the headings are not understood an UnrecognisedError with a mapping to fill in.
The file is read in a process of its own with limits of memory and time; leaving the ``with``
ends it, and so cancels. A mapping learned (``reading.layout.mapping(kind)``) is kept as text.

``headings_of(kind)`` gives official heading → field name, by which other formats carry the same
columns. Rows that were read elsewhere are judged alike, each cell as text:

    layout = lists.lay_out(lists.FORMS[kind], headings, lists.Mapping())
    judge = lists.judge_of(kind, layout, source, sender)
    outcomes = [*judge.rows(enumerate(rows, 2)), *judge.end()]
"""

from caseworker_app.intake.lists.field import Table as Table
from caseworker_app.intake.lists.judge import Judge as Judge, Sender as Sender
from caseworker_app.intake.lists.layout import Layout as Layout, lay_out as lay_out
from caseworker_app.intake.lists.mapping import Mapping as Mapping
from caseworker_app.intake.lists.outcome import (
    Batch as Batch,
    Fault as Fault,
    Record as Record,
    Refused as Refused,
    Report as Report,
    Taken as Taken,
)
from caseworker_app.intake.lists.reading import (
    Preview as Preview,
    Reading as Reading,
    UnrecognisedError as UnrecognisedError,
    preview as preview,
)
from caseworker_app.intake.lists.tables import (
    FORMS as FORMS,
    KINDS as KINDS,
    headings_of as headings_of,
    judge_of as judge_of,
)
from caseworker_app.intake.table.reader import MOST_ROWS as MOST_ROWS
