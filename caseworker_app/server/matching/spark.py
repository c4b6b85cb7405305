"""Spark: the same select, put into its dialect, for a province on a cluster.

The master is what ``SPARK_MASTER`` names (``spark://host:7077``, ``yarn`` …), else this machine.
"""

import os
from collections.abc import Iterator
from shutil import which

import sqlglot
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from sqlalchemy import Engine, Select, Table, create_engine

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server.matching import duck
from caseworker_app.server.matching.extracts import Extracts, File, nothing
from caseworker_app.server.matching.selection import Brought
from caseworker_app.server.matching.stages import stages
from caseworker_app.server.matching.tables import DECLARED

_HERE = "local[*]"
_PARTITIONS = "spark.sql.shuffle.partitions"
"""Spark's own default, two hundred, is minutes of empty tasks for a city."""


def bring(extracts: Extracts, statement: Select[tuple[object, ...]]) -> Iterator[Brought]:
    """Yield the rows of the select over the files, household by household.

    Raises UserError where there is no Java, OutsideError where the cluster fails.
    """
    checked = _checked(extracts)
    session = _session()
    engine = create_engine("duckdb:///:memory:")
    try:
        for made, file in checked:
            _view(session, engine, made, file)
        for stage in stages(statement, engine.dialect):
            rows = session.sql(_translated(stage.sql))
            if stage.name:
                # Computed once and cut off from how: plans that hold plans take minutes to read.
                rows.localCheckpoint().createOrReplaceTempView(stage.name)
                continue
            for row in rows.toLocalIterator(prefetchPartitions=True):
                yield Brought._make(row)
    except PySparkException as error:
        raise OutsideError(
            f"Spark 比对中断：{error.getCondition() or type(error).__name__}。"
            "请查看 Spark 的日志，确认每个节点都读得到登记数据后重试。"
        ) from error
    finally:
        engine.dispose()
        session.stop()


def _checked(extracts: Extracts) -> list[tuple[Table, File | None]]:
    """Return each table with its file, looked at before a cluster is asked for anything."""
    with duck.empty() as connection:
        return [
            (made, duck.looked_at(connection, extracts, made, path) if path else None)
            for made, path in extracts.files()
        ]


def _session() -> SparkSession:
    if not os.environ.get("JAVA_HOME") and which("java") is None:
        raise UserError(
            "没有找到 Java，Spark 无法运行。请安装 Java 17（如 apt-get install "
            "openjdk-17-jre-headless），或改用 --engine duckdb。"
        )
    builder = SparkSession.builder.appName("caseworker compare")
    builder = builder.master(os.environ.get("SPARK_MASTER", _HERE))
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    context = session.sparkContext
    context.setLogLevel("ERROR")
    if context.getConf().get(_PARTITIONS) is None:
        session.conf.set(_PARTITIONS, str(2 * context.defaultParallelism))
    return session


def _view(session: SparkSession, engine: Engine, made: Table, file: File | None) -> None:
    """Make a view of a file as its table, numbers as they are matched."""
    if file is None:
        reading = nothing(made)
    else:
        session.read.parquet(str(file.path.absolute())).createOrReplaceTempView(file.name)
        reading = file.as_matched()
    rows = session.sql(_translated(duck.literal_sql(engine, reading)))
    (rows.localCheckpoint() if made in DECLARED else rows).createOrReplaceTempView(made.name)


def _translated(sql: str) -> str:
    return str(sqlglot.transpile(sql, read="duckdb", write="spark")[0])
