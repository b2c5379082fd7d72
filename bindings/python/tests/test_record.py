"""Records, parts and views through the installed wheel."""

import copy
import datetime
import enum
import pickle
from decimal import Decimal

import partnership
import pytest
from packed import altered

EMBEDDED = partnership.Dataset.embedded()


def items(limit=None):
    """Every record and every part in it."""
    waiting = [EMBEDDED[id] for id in EMBEDDED.ids()[:limit]]
    while waiting:
        item = waiting.pop()
        yield item
        for name in type(item).__match_args__:
            value = getattr(item, name)
            values = value if isinstance(value, tuple) else (value,)
            waiting.extend(one for one in values if isinstance(one, partnership.Part) and not isinstance(one, partnership.Record))


def test_a_record_has_typed_values_and_leads_to_others():
    kadif = EMBEDDED["kadif"]
    assert isinstance(kadif, partnership.Project) and isinstance(kadif, partnership.Record)
    assert kadif.form is partnership.ProjectForm.PROGRAMME or isinstance(kadif.form, partnership.ProjectForm)
    assert kadif.budget[0].amount[0].amount == Decimal(30000000)
    assert kadif.participant[0].organization == EMBEDDED["akcf"]
    assert kadif.pillar[0].concept.kind is partnership.Kind.CONCEPT
    assert all(isinstance(cite.source, partnership.Source) for cite in kadif.cites("name"))
    assert partnership.Project.budget.__doc__ == "Its budgets."
    match kadif:
        case partnership.Project(id=id, budget=(budget, *_)):
            assert (id, budget.owner) == ("kadif", kadif)


def test_nothing_changes_and_nothing_is_made():
    kadif = EMBEDDED["kadif"]
    for name in ("id", "name", "label", "new"):
        with pytest.raises(AttributeError):
            setattr(kadif, name, 1)
    with pytest.raises(AttributeError):
        EMBEDDED["kr"].name.all = {}
    with pytest.raises(TypeError, match="ask a dataset"):
        partnership.Project("kadif")


def test_every_item_has_all_forms():
    seen = set()
    for item in items():
        seen.add(type(item))
        assert item.to_json() and isinstance(item.to_dict(), dict)
        assert repr(item).startswith(f"<{type(item).__name__}")
        assert item == copy.deepcopy(item) and hash(item) == hash(copy.copy(item))
        for name in type(item).__match_args__:
            getattr(item, name), item.cites(name)
    assert {type(one).__name__ for one in map(EMBEDDED.get, EMBEDDED.ids())} <= {one.__name__ for one in seen}
    assert len(seen) >= 30


def test_values_of_an_alternative_have_the_type_of_their_field():
    kinds = {type(one.value) for item in items() if type(item) is partnership.Alternative for one in [item]}
    assert str not in kinds or kinds - {str}


@pytest.mark.parametrize(
    "text",
    [
        "Trade between ASEAN and Korea grew 23-fold since 1989",
        "  ASEAN has 10 members. Trade between ASEAN and Korea grew 23-fold since 1989.\n\nWhat else? ",
        "kadif",
        "",
    ],
)
def test_copies_of_sentences_are_the_same_sentences(text):
    answer = EMBEDDED.at(on="2024-01-01").check_text(text)
    for again in (copy.copy(answer), copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):
        assert again == answer and repr(again) == repr(answer) and again.notes == answer.notes
        assert pickle.loads(pickle.dumps(again)) == answer


def test_copies_of_claims_are_the_same_claims():
    claim = EMBEDDED.claims()[0]
    for answer in (EMBEDDED.check(), EMBEDDED.check(claim.id), EMBEDDED.check(source=claim.cite[0].source.id)):
        assert copy.copy(answer) == answer and pickle.loads(pickle.dumps(answer)) == answer


def test_pickles_are_the_same_values():
    view = EMBEDDED.at(on="2024-12-31", known_on=datetime.date(2025, 6, 1), lang="ko")
    budget = EMBEDDED["kadif"].budget[0]
    answer = view.query("kind:event date:2024")
    values = [EMBEDDED, view, view["kr"], budget, budget.amount[0], EMBEDDED["kr"].name, answer, answer[0]]
    values += [partnership.Edtf("2024-10"), partnership.Truth.YES, partnership.StatusCode.CLOSED, EMBEDDED["kadif"].pillar]
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value and type(again) is type(value) and hash(again) == hash(value)
    maybe = next(row for row in EMBEDDED.query("kind:event date:..1999") if row.truth is not partnership.Truth.YES)
    again = pickle.loads(pickle.dumps(maybe))
    assert (again.truth, again.why) == (maybe.truth, maybe.why)


def test_questions_take_values_of_python():
    day = datetime.date(2024, 10, 10)
    assert EMBEDDED.at(on=day) == EMBEDDED.at(on="2024-10-10") and EMBEDDED.at(on=day).at(on=None) == EMBEDDED
    assert EMBEDDED.at(on="today").on == datetime.date.today()
    akcf = EMBEDDED["akcf"]
    by_text = EMBEDDED.query("kind:project funder:akcf pillar:B,C")
    assert by_text.rows == EMBEDDED.projects(funder=akcf, pillar=("B", "C"), status=None).rows and by_text
    signed = EMBEDDED.instruments(step__action=partnership.Action.SIGNED)
    assert [row.id for row in signed] == [row.id for row in EMBEDDED.query("kind:instrument step.action:signed")]
    assert partnership.projects(pillar="B") == EMBEDDED.projects(pillar="B")
    with pytest.raises(TypeError, match="float"):
        EMBEDDED.projects(pillar=1.5)
    assert EMBEDDED.sources(tier=partnership.Tier.PRESS)[0].kind is partnership.Kind.SOURCE


def test_an_answer_is_a_sequence_that_says_why_it_is_empty():
    answer = EMBEDDED.events(date="2024")
    assert answer[-1] == answer[len(answer) - 1] and answer[:2] == answer.rows[:2] and list(answer) == list(answer.rows)
    with pytest.raises(IndexError):
        answer[len(answer)]
    nothing = EMBEDDED.at(known_on="1990-01-01").query("id:kadif")
    assert not nothing and nothing.empty_reason == "not-known-yet" and nothing.empty in repr(nothing)


def test_a_truth_is_no_condition():
    with pytest.raises(TypeError, match="three values"):
        bool(partnership.Truth.MAYBE)
    assert partnership.Truth("maybe") is partnership.Truth.MAYBE and isinstance(partnership.Truth.MAYBE, enum.Enum)


def test_dates_are_days_where_they_are_precise():
    assert EMBEDDED["yna24"].issued == datetime.date(2024, 10, 10) or isinstance(EMBEDDED["yna24"].issued, partnership.Edtf)
    plan = partnership.Edtf("2025/..")
    assert (plan.first, plan.last, plan.qualified) == (datetime.date(2025, 1, 1), None, False)
    assert plan.meets("2024-01-01", datetime.date(2024, 12, 31)) is partnership.Truth.NO
    assert plan.started_by("2025-06-01") is partnership.Truth.MAYBE and plan.ended_before("2030-01-01") is partnership.Truth.NO


def test_html_escapes_what_a_dataset_says():
    kadif = EMBEDDED["kadif"]
    for html in (kadif._repr_html_(), EMBEDDED.brief()._repr_html_(), EMBEDDED.search("fund")._repr_html_()):
        assert html.startswith("<table>") and "<script" not in html


def test_rows_that_are_no_records_are_a_table_too():
    answer = EMBEDDED.total("goods-trade over:asean period:2022..2023")
    html = answer._repr_html_()
    head = html[: html.index("</thead>")].split("<thead>")[1]
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    assert head.count("<th ") > 5 and body.count("<tr>") == len(answer)
    assert body.count("<td ") == len(answer) * head.count("<th ")


def test_references_for_reference_managers():
    answer = EMBEDDED.cite("kadif")
    works = answer.to_csl()
    assert works[0] == answer[0].csl and works[0]["type"] == "entry"
    assert [work["id"] for work in works[1:]] == [source.id for source in answer.sources]
    assert answer.to_bibtex().startswith("@inreference{kadif,\n") and "\n@online{msit2023,\n" in answer.to_bibtex()
    assert EMBEDDED.projects(id="kadif").to_csl() == works[1:]
    assert EMBEDDED.cite()[0].csl["publisher"] == "The editors of the record"


def test_a_hostile_text_stays_text(tmp_path):
    packed = altered(EMBEDDED.to_packed()).replace("Korea-ASEAN Digital Innovation Flagship", "<script>'&\\\"</script>")
    path = tmp_path / "hostile.partnership"
    path.write_text(packed, "utf-8")
    hostile = partnership.Dataset.load(path)
    assert hostile["kadif"].name == "<script>'&\"</script>"
    for html in (hostile["kadif"]._repr_html_(), hostile.projects()._repr_html_(), hostile.timeline("id:kadif")._repr_html_()):
        assert "<script" not in html
    assert hostile["kadif"] != EMBEDDED["kadif"] and pickle.loads(pickle.dumps(hostile["kadif"])) == hostile["kadif"]


def test_coverage_and_wanted_lead_to_the_records():
    rows = EMBEDDED.coverage().rows
    kinds = {row.key: row for row in rows if isinstance(row, partnership.Tally) and row.group is partnership.TallyGroup.RECORDS}
    assert kinds["project"].count == len(EMBEDDED.projects()) and kinds["project"].of == len(EMBEDDED)
    abc, *_ = [row for row in rows if isinstance(row, partnership.Coverage) and row.id == "abc-100"]
    assert abc.announced.number == 100 and abc.held < 100 and abc.record == EMBEDDED["abc-100"]
    assert abc.missing == 100 - abc.held - abc.maybe and abc.cites()[0].source in abc.record.sources
    wanted = EMBEDDED.wanted()
    assert [row.used for row in wanted] == sorted((row.used for row in wanted), reverse=True)
    for row in wanted:
        assert isinstance(row, partnership.Wanted) and row.record.kind is row.kind and row.what
    again = pickle.loads(pickle.dumps(wanted[0]))
    assert again == wanted[0] and hash(again) == hash(wanted[0]) and again.record == wanted[0].record
    assert pickle.loads(pickle.dumps(wanted)) == wanted


def test_sources_tell_what_they_support():
    (source,) = EMBEDDED.supports("id:msit2023")
    (kadif,) = [one for one in source.supports if one.id == "kadif"]
    assert "budget" in kadif.field and kadif.record == EMBEDDED["kadif"] and kadif.at
    assert EMBEDDED["msit2023"].supports is None
    assert pickle.loads(pickle.dumps(EMBEDDED.supports("id:msit2023"))) == EMBEDDED.supports("id:msit2023")
    with pytest.raises(partnership.QueryError):
        EMBEDDED.supports("tier:nobody")


def test_two_days_are_compared():
    assert EMBEDDED.changes_since(EMBEDDED).empty
    changes = EMBEDDED.changes_since(EMBEDDED.at(known_on="2024-12-31"))
    new = {row.id: row for row in changes if row.change is partnership.ChangeForm.ADDED}
    assert new["interview-lee-2025"].record == EMBEDDED["interview-lee-2025"]
    (asean,) = [row for row in EMBEDDED.at(on="2025-12-31").changes_since(EMBEDDED.at(on="2024-12-31")) if row.id == "tl"]
    assert any(change.path.startswith("membership") for change in asean.field)
    with pytest.raises(TypeError, match="ask again"):
        pickle.dumps(changes)


def test_a_copy_of_a_source_is_verified(tmp_path):
    text = "A title\n\nA first paragraph.\n\nA second one."
    rows = EMBEDDED.verify("interview-lee-2025", text, places={"third photo caption": 2})
    states = {row.state for row in rows}
    assert partnership.PassageState.MISSING in states
    missing = next(row for row in rows if row.state is partnership.PassageState.MISSING)
    assert missing.used and all(isinstance(record, partnership.Record) for record in missing.used)
    with pytest.raises(KeyError, match="not the id of a source"):
        EMBEDDED.verify("kadif", text)


def test_ties_lead_both_ways():
    rows = EMBEDDED.implements("poa-2021-3-8").rows
    tie, purse = rows
    assert tie.record == EMBEDDED["field"] and tie.to == EMBEDDED["poa-2021-3-8"]
    assert tie.sure is partnership.Sure.STATED and tie.stands is partnership.SpanState.OVER
    assert purse.pillar == EMBEDDED["community-socio-cultural"] and purse.amount == EMBEDDED["field"].budget[0].amount[0]
    assert purse.rung is None and purse.project == (EMBEDDED["field"],) and purse.record is None
    strong = EMBEDDED.implements("kadif", sure=partnership.Sure.STRONG)
    assert {row.sure for row in strong if isinstance(row, partnership.Serving)} == {partnership.Sure.STATED, partnership.Sure.STRONG}
    assert pickle.loads(pickle.dumps(strong)) == strong
    alone = EMBEDDED.unserved("poa-2005")
    assert EMBEDDED["poa-2005-1-1-1"] in [row.record for row in alone]
    assert pickle.loads(pickle.dumps(alone)) == alone
    with pytest.raises(partnership.QueryError, match="nothing-of-the-kind"):
        EMBEDDED.implements("nothing-of-the-kind")


def test_a_line_is_followed_through_the_plans():
    line = EMBEDDED.lineage("poa-2005-1-1-1")
    assert [row.how for row in line][:3] == [
        partnership.StrandForm.STANDS,
        partnership.StrandForm.CARRIED,
        partnership.StrandForm.NO_EVIDENCE,
    ]
    carried = line[1]
    assert carried.record == EMBEDDED["poa-2011-1-1-1"] and carried.of == (EMBEDDED["poa-2005-1-1-1"],)
    assert carried.text == EMBEDDED["poa-2011"] and carried.truth is partnership.Truth.YES
    assert line[2].record == EMBEDDED["poa-2016"] and line[2].lines == 0
    assert pickle.loads(pickle.dumps(line)) == line
