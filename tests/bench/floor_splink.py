"""The members of a city's households linked to the register of persons by Splink, alone.

Runs in an environment of its own, because Splink needs an older DuckDB (``make bench``):

    python tests/bench/floor_splink.py FOLDER
"""

import sys
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on, comparison_library as measures

_TOLD = """
CREATE VIEW told AS SELECT household_id || '/' || place AS unique_id, m.id_number, m.name,
h.hukou_number FROM '{0}/households/member.parquet' m
JOIN '{0}/households/household.parquet' h USING (household_id)
"""
_PERSON = """
CREATE VIEW person AS SELECT id AS unique_id, id_number, name, hukou_number
FROM '{0}/registers/persons.parquet'
"""


def linked(folder: Path) -> int:
    """Return how many pairs Splink holds for one person, trained as its own guide advises."""
    connection = duckdb.connect()
    for view in (_TOLD, _PERSON):
        connection.execute(view.format(str(folder).replace("'", "''")))
    database = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            measures.ExactMatch("id_number"),
            measures.JaroWinklerAtThresholds("name", [0.8]),
            measures.ExactMatch("hukou_number"),
        ],
        blocking_rules_to_generate_predictions=[block_on("id_number"), block_on("hukou_number")],
    )
    linker = Linker([database.register("told"), database.register("person")], settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("hukou_number"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("id_number"))
    pairs = linker.inference.predict(threshold_match_probability=0.5)
    return int(pairs.as_duckdbpyrelation().count("*").fetchone()[0])


if __name__ == "__main__":
    print(linked(Path(sys.argv[1])))  # noqa: T201  # what the bench reads
