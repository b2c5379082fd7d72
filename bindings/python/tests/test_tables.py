"""Tables reach pandas, polars, pyarrow and DuckDB by the Arrow PyCapsule interface, with their types."""

import datetime
import sys
from decimal import Decimal

import partnership
import pytest

pyarrow = pytest.importorskip("pyarrow")
DATASET = partnership.Dataset.embedded()


def test_every_kind_and_every_answer_is_a_table():
    for answer in [DATASET.query(f"kind:{kind.value}") for kind in partnership.Kind]:
        table = pyarrow.table(answer)
        assert table.num_rows == len(answer) and table.column("id").to_pylist() == [row.id for row in answer]
        table.validate(full=True)
    answers = [DATASET.query(""), DATASET.timeline(""), DATASET.brief(), DATASET.cite("yna24"), DATASET.search("fund")]
    for answer in [*answers, DATASET.query("kind:project id:akcf"), DATASET["kadif"]]:
        pyarrow.table(answer).validate(full=True)


def test_totals_and_ranks_are_tables_in_units():
    totals = pyarrow.table(DATASET.total("goods-trade over:asean@1999-04-30 period:2022..2023")).to_pylist()
    assert [(row["period"]["text"], row["value"]["number"], row["value"]["unit"]) for row in totals] == [
        ("2022", Decimal(207418165000), "USD"),
        ("2023", Decimal(187155786000), "USD"),
    ]
    (standing,) = pyarrow.table(DATASET.rank("goods-trade of:asean@1999-04-30 one:eu period:2023")).to_pylist()
    assert (standing["rank"], standing["share"][0]["value"]["number"]) == (2, Decimal("14.7"))
    assert pyarrow.table(DATASET.total("goods-trade over:asean period:1900")).num_rows == 0


def test_sums_dates_lists_and_citations_keep_their_types():
    table = pyarrow.table(DATASET["kadif"])
    (row,) = table.to_pylist()
    sum = row["budget"][0]["amount"][0]
    assert (sum["amount"], sum["currency"]) == (Decimal(30000000), "USD")
    assert pyarrow.types.is_decimal(table.schema.field("budget").type.value_type.field("amount").type.value_type.field("amount").type)
    assert row["cite"][0]["source"] == DATASET["kadif"].cite[0].source.id
    dated = pyarrow.table(DATASET.query("kind:event date:2024")).to_pylist()[0]
    assert isinstance(dated["date"]["first"], datetime.date) and dated["date"]["text"] == str(DATASET.events(date="2024")[0].date)


def test_rows_that_are_no_records_and_whole_exports_are_tables():
    changes = DATASET.changes_since(DATASET.at(known_on="2024-12-31"))
    for answer in [DATASET.coverage(), DATASET.wanted(), DATASET.supports("id:msit2023"), changes]:
        table = pyarrow.table(answer)
        table.validate(full=True)
        assert table.num_rows == len(answer)
    assert pyarrow.table(DATASET.coverage()).column_names[:2] == ["row", "group"]
    tables = {name: pyarrow.table(table) for name, table in DATASET.tables().items()}
    assert tables["records"].num_rows == len(DATASET)
    assert tables["observations"].num_rows == sum(len(series.observation) for series in DATASET.series())
    for table in tables.values():
        table.validate(full=True)


def test_observations_are_rows_with_what_is_fixed_for_their_series():
    answer = DATASET.series(measure="goods-trade")
    table = pyarrow.table(answer.observations())
    assert table.num_rows == sum(len(row.observation) for row in answer)
    first = answer[0].observation[0]
    row = table.to_pylist()[0]
    assert row["series"] == answer[0].id and row["reporter"] == answer[0].reporter.id
    if first.value is not None:
        assert row["number"] == first.value.number_in(answer[0].power or 0)
    assert pyarrow.table(answer[0]).num_rows == len(answer[0].observation)


def test_an_empty_answer_has_the_columns_of_a_full_one():
    early, of = DATASET.at(known_on="1960-01-01"), DATASET.query
    pairs = [(of(f"kind:{kind.value} zzzzqqq"), of(f"kind:{kind.value}")) for kind in partnership.Kind]
    pairs += [
        (DATASET.projects("zzzzqqq"), DATASET.projects()),
        (DATASET.events("zzzzqqq"), DATASET.events()),
        (DATASET.check_text(""), DATASET.check_text("ASEAN has 10 members.")),
        (DATASET.ledger("zzzzqqq"), DATASET.ledger()),
        (DATASET.mirror("goods-trade 1900"), DATASET.mirror("goods-trade 2008")),
        (DATASET.total("goods-trade over:asean period:1900"), DATASET.total("goods-trade over:asean period:2023")),
        (DATASET.supports("zzzzqqq"), DATASET.supports("id:msit2023")),
        (DATASET.changes_since(DATASET), DATASET.changes_since(early)),
        (DATASET.targets("zzzzqqq"), DATASET.targets()),
    ]
    for empty, full in pairs:
        assert len(empty) == 0, empty
        if len(full) == 0:
            continue
        table, wanted = pyarrow.table(empty), pyarrow.table(full)
        assert table.num_rows == 0 and table.schema == wanted.schema, empty
        table.validate(full=True)
    moments = pyarrow.table(DATASET.timeline("zzzzqqq")).schema
    assert moments.names == pyarrow.table(DATASET.timeline()).schema.names[: len(moments.names)]


def test_without_series_the_observations_are_none_with_the_same_columns():
    wanted = DATASET.series().observations().columns
    for answer in (DATASET.projects(), DATASET.query("zzzqqq"), DATASET.brief(), DATASET.check_text("")):
        table = answer.observations()
        assert len(table) == 0 and table.columns == wanted
        pyarrow.table(table).validate(full=True)


def test_polars_pandas_and_duckdb_take_it():
    polars = pytest.importorskip("polars")
    frame = DATASET.projects(pillar="B").to_polars()
    assert isinstance(frame, polars.DataFrame) and frame["id"].to_list() == [row.id for row in DATASET.projects(pillar="B")]
    assert polars.DataFrame(DATASET.projects(pillar="B")).equals(frame)
    pytest.importorskip("pandas")
    assert list(DATASET.projects(pillar="B").to_pandas()["id"]) == frame["id"].to_list()
    duckdb = pytest.importorskip("duckdb")
    series = DATASET.series().observations()
    found = duckdb.sql("select count(*), max(number) from series").fetchall()[0]
    assert found[0] == len(series) and isinstance(found[1], Decimal)


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install polars"):
        DATASET.projects().to_polars()
    with pytest.raises(ImportError, match="pip install pandas pyarrow"):
        DATASET.projects().to_pandas()


def test_tables_that_nobody_reads_are_let_go():
    for _ in range(500):
        DATASET.projects(pillar="B").table().__arrow_c_stream__()
