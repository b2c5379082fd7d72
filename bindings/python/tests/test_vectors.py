"""The questions of `tests/vectors`, answered by rebuilding each answer from attributes, enums, dates and citations."""

import datetime
import enum
import json
import os
import pathlib

import partnership
import pytest

FOLDER = pathlib.Path(os.environ.get("PARTNERSHIP_VECTORS", pathlib.Path(__file__).parents[3] / "tests" / "vectors"))
QUESTIONS = sorted(path for path in FOLDER.glob("*.json") if not path.name.endswith(".answer.json"))


def plain(value):
    """A value as JSON writes it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, partnership.Text):
        return value.all
    if isinstance(value, (partnership.Edtf, partnership.Quantity)):
        return value.text
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, partnership.Record):
        return value.id
    if isinstance(value, partnership.Part):
        return fields(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, partnership.Notation) else value


def fields(item):
    filled = ((name, getattr(item, name)) for name in type(item).__match_args__)
    return {name: plain(value) for name, value in filled if value is not None and value != ()}


def why(of):
    return {"why": [reason.value for reason in of.why]} if of.why else {}


def record(row, whole):
    made = {"truth": row.truth.value, **why(row), "kind": row.kind.value, **fields(row)}
    if row.maybe:
        made["maybe"] = {path: [reason.value for reason in reasons] for path, reasons in row.maybe.items()}
    if row.state is not None:
        made["derived"] = {"state": row.state.value}
    if row.matched is not None:
        made["match"] = matched(row.matched)
    if whole:
        made["coverage"] = [coverage(entry) for entry in row.coverage]
        made["linked_from"] = [other.id for other in row.linked_from]
        made["not_collected"] = list(row.not_collected)
    return made


def matched(found):
    def place(at):
        return len(found.text[:at].encode())

    spans = [{"start": place(start), "end": place(end)} for start, end in found.span]
    return {"score": found.score, "text": found.text, "span": spans}


def coverage(of):
    made = {name: plain(getattr(of, name)) for name in ("what", "announced", "held", "maybe", "missing", "query", "cite")}
    return {**made, "id": of.record.id}


def moment(row):
    made = {"truth": row.truth.value, **why(row), "date": plain(row.date), "what": row.what, "label": row.label}
    if row.detail:
        made["detail"] = row.detail
    return {**made, "kind": row.record.kind.value, "id": row.record.id, "cite": plain(row.cite)}


def line(row):
    made = {"truth": row.truth.value, **why(row), "lead": row.lead, "text": row.text}
    return {**made, "id": row.record.id, "cite": plain(row.cite)}


def row_of(row, whole):
    if isinstance(row, partnership.Record):
        return record(row, whole)
    if isinstance(row, partnership.Moment):
        return moment(row)
    if isinstance(row, partnership.Row):
        return fields(row)
    if isinstance(row, partnership.Section):
        return {"title": row.title, "line": [line(one) for one in row.line]}
    made = {"id": row.id, "kind": row.kind, "text": row.text, "source": [source.id for source in row.source]}
    return {**made, "csl": row.csl}


def rebuilt(answer):
    empty = None
    if answer.empty is not None:
        empty = {"reason": answer.empty_reason, "text": answer.empty}
        if answer.empty_term is not None:
            empty["term"] = answer.empty_term
    view = answer.view
    days = {name: None if day is None else day.isoformat() for name, day in vars_of(view).items()}
    return {
        "view": {**days, "lang": view.lang},
        "query": {"command": answer.command, "text": answer.text},
        "count": len(answer),
        "row": [row_of(row, answer.command == "show") for row in answer],
        "source": [fields(source) for source in answer.sources],
        "note": list(answer.notes),
        "empty": empty,
    }


def vars_of(view):
    return {"on": view.on, "known_on": view.known_on, "day": view.day}


def ask(question):
    view = partnership.at(on=question.get("on"), known_on=question.get("known_on"), lang=question.get("lang"))
    text = question.get("text") or ""
    command = {"list": "query", "commitments": "ledger"}.get(question["command"], question["command"])
    method = getattr(view, command)
    if command == "ledger":
        return method(text, **{name: question[name] for name in ("due_by", "overdue", "stale_for") if name in question})
    if "for" in question:
        return method(question["for"], since=question.get("since"))
    if command == "check" and ":" in text:
        key, of = text.split(":")
        return method(**{key: of})
    return method(*text.split()) if command in ("show", "cite", "check", "figures") else method(*([text] if command != "brief" else []))


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_answer_is_that_of_the_core(path):
    question = json.loads(path.read_text("utf-8"))["question"]
    wanted = json.loads(path.with_suffix(".answer.json").read_text("utf-8"))
    if "error" in wanted:
        with pytest.raises((partnership.QueryError, partnership.UnknownIdError)) as caught:
            ask(question)
        error = caught.value
        start, end = (len(error.text[:at].encode()) for at in error.span)
        found = {"code": error.code, "text": error.message, "start": start, "end": end}
        assert {**found, "expected": list(error.expected), "nearest": error.nearest} == wanted["error"]
        return
    answer = ask(question)
    assert rebuilt(answer) == wanted
    told = answer.to_dict()
    del told["dataset"]
    assert told == wanted


def test_there_are_as_many_questions_as_the_core_has():
    assert len(QUESTIONS) >= 100
