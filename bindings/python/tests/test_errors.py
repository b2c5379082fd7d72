"""Errors are Python's own kinds, with the messages of the core; a panic is one of them; threads get the same answers."""

import pickle
import threading

import partnership
import pytest
from partnership import _native


def test_each_error_is_of_a_kind_that_python_knows():
    with pytest.raises(ValueError, match="pilar") as caught:
        partnership.query("pilar:B")
    error = caught.value
    assert isinstance(error, partnership.QueryError) and error.text[slice(*error.span)] == "pilar"
    assert error.nearest == "pillar" and error.code.startswith("P03")
    with pytest.raises(KeyError, match="kadiff") as caught:
        partnership.Dataset.embedded()["kadiff"]
    assert isinstance(caught.value, partnership.UnknownIdError) and caught.value.nearest == "kadif"
    assert caught.value.message == "`kadiff` is not the id of a record"
    assert str(caught.value) == f"{caught.value.message}; did you mean `kadif`?"
    with pytest.raises(KeyError, match="not in this view") as caught:
        partnership.at(known_on="1990-01-01")["kadif"]
    assert isinstance(caught.value, partnership.NotInViewError)
    for make in (lambda: partnership.Edtf("2024-13"), lambda: partnership.Money("5 XYZ"), lambda: partnership.at(on="soon")):
        with pytest.raises(ValueError) as caught:
            make()
        assert isinstance(caught.value, partnership.ParseError) and caught.value.text in str(caught.value)
    with pytest.raises(KeyError, match="P9999"):
        partnership.explain("P9999")
    with pytest.raises(ValueError, match="did you mean `budget`"):
        partnership.show("kadif")[0].cites("buget")


def test_the_text_of_an_error_says_what_to_write_instead():
    with pytest.raises(partnership.QueryError, match=r"did you mean `pillar`\?$"):
        partnership.query("kind:project pilar:B")
    with pytest.raises(partnership.QueryError, match="expected `inferred`, `stated`, `strong`$") as caught:
        partnership.implements("poa-2021", sure="foo")
    assert caught.value.message == "`foo` is not how sure a tie is" and caught.value.help is None
    with pytest.raises(partnership.UnknownIdError) as caught:
        partnership.show("zzzzqqqq")
    assert str(caught.value) == caught.value.message


def test_a_dataset_that_is_none_says_all_its_faults(tmp_path):
    with pytest.raises(OSError, match="cannot read") as caught:
        partnership.Dataset.load(tmp_path / "none.partnership")
    assert isinstance(caught.value, partnership.DatasetReadError) and caught.value.errno == 2
    broken = tmp_path / "broken.partnership"
    broken.write_text("no JSON\n")
    with pytest.raises(ValueError) as caught:
        partnership.Dataset.load(broken)
    assert isinstance(caught.value, partnership.DatasetError)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "dataset.toml").write_text("= 1\n")
    faults = partnership.validate(folder)
    assert faults and faults[0].code == "P0101" and (faults[0].file, faults[0].line) == ("dataset.toml", 1)
    assert partnership.explain(faults[0].code)[0] == "not TOML"


def test_errors_can_be_pickled():
    for question in (lambda: partnership.query("kind:x"), lambda: partnership.show("x"), lambda: partnership.Dataset.load("x")):
        with pytest.raises(partnership.PartnershipError) as caught:
            question()
        again = pickle.loads(pickle.dumps(caught.value))
        assert (type(again), str(again), again.__dict__) == (type(caught.value), str(caught.value), caught.value.__dict__)


def test_a_panic_is_an_ordinary_exception_ten_thousand_times(capfd):
    for _ in range(10_000):
        with pytest.raises(partnership.InternalError) as caught:
            _native._panic()
    assert isinstance(caught.value, RuntimeError) and "index out of bounds" in str(caught.value)
    assert capfd.readouterr() == ("", "")
    assert partnership.show("kadif")[0].id == "kadif"


def test_eight_threads_get_the_same_answers():
    questions = ["kind:project pillar:B", "kind:event date:2024", "kind:party member:asean", "fund", "kind:series"]
    dataset = partnership.Dataset.embedded()
    ids = dataset.ids()
    wanted = [[row.id for row in dataset.query(question)] for question in questions]
    labels = [dataset[id].label for id in ids]
    # The threads read everything anew, and all at once.
    dataset = partnership.Dataset.embedded()
    asked, wrong = [], []

    def work(start):
        for turn in range(200):
            for at, question in enumerate(questions):
                if [row.id for row in dataset.query(question)] != wanted[at]:
                    wrong.append(question)
            for step in range(495):
                at = (start * 101 + turn * 495 + step) % len(ids)
                if dataset[ids[at]].label != labels[at]:
                    wrong.append(ids[at])
            asked.append(len(questions) + 495)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert wrong == [] and sum(asked) == 8 * 100_000
