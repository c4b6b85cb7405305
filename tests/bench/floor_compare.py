"""The joins of the comparisons alone, in SQL written by hand for DuckDB or in pandas.

python -m tests.bench.floor_compare duckdb|pandas FOLDER
"""

import sys
from pathlib import Path

import duckdb

_TABLES = {
    "person": "registers/persons",
    "vehicle": "registers/vehicles",
    "estate": "registers/estates",
    "household": "households/household",
    "member": "households/member",
    "told_vehicle": "households/told_vehicle",
    "told_estate": "households/told_estate",
}


def by_duckdb(folder: Path) -> int:
    """Return how many differences plain SQL finds."""
    connection = duckdb.connect()
    for table, file in _TABLES.items():
        path = str(folder / f"{file}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS FROM read_parquet('{path}')")
    sql = Path(__file__).with_suffix(".sql").read_text("utf-8")
    return len(connection.execute(sql).fetchall())


def by_pandas(folder: Path) -> int:
    """Return how many members and booklet mates disagree, by merges of whole tables."""
    import pandas as pd  # noqa: PLC0415  # in .venv after `make bench` only

    frames = {name: pd.read_parquet(folder / f"{file}.parquet") for name, file in _TABLES.items()}
    member, person = frames["member"], frames["person"]
    home = member.merge(frames["household"][["household_id", "hukou_number"]], on="household_id")
    known = home.merge(person, on="id_number", how="left", suffixes=("", "_registered"))
    wrong = known["id"].isna() | (known["name"] != known["name_registered"])
    mates = person.merge(frames["household"][["household_id", "hukou_number"]], on="hukou_number")
    beside = mates.merge(member[["household_id", "id_number"]], how="left", indicator=True)
    found = int(wrong.sum()) + int((beside["_merge"] == "left_only").sum())
    for name, key in (("vehicle", "plate"), ("estate", "unit_number")):
        owned = frames[name].merge(
            member[["household_id", "id_number"]], left_on="owner_id_number", right_on="id_number"
        )
        told = frames[f"told_{name}"][["household_id", key]]
        unsaid = owned.merge(told, how="left", on=["household_id", key], indicator=True)
        found += int((unsaid["_merge"] == "left_only").sum())
    return found


if __name__ == "__main__":
    work = {"duckdb": by_duckdb, "pandas": by_pandas}[sys.argv[1]]
    print(work(Path(sys.argv[2])))  # noqa: T201  # what the bench reads
