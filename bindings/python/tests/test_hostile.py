"""What callers and files do wrong ends in an ordinary error, and what is shared stays whole."""

import os
import pickle
import signal
import subprocess
import sys
import threading

import partnership
import pytest
from packed import altered

EMBEDDED = partnership.Dataset.embedded()
WRONG = [None, 0, -1, 10**30, 1.5, b"kadif", object(), [], {}, "", " ", "\0", "\ud800", "a" * 100_000, "(" * 5_000, "kadif\n"]


def asked(ask, *given):
    """What is asked ends with an answer or an error of Python's, never with one of ours inside."""
    try:
        return ask(*given)
    except (TypeError, ValueError, KeyError, OSError, OverflowError, IndexError) as error:
        assert not isinstance(error, partnership.InternalError), error
        assert str(error)
        return None


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: repr(wrong)[:12])
def test_what_is_no_question_is_refused(wrong):
    kadif = EMBEDDED["kadif"]
    asks = [EMBEDDED.query, EMBEDDED.search, EMBEDDED.timeline, EMBEDDED.show, EMBEDDED.cite, EMBEDDED.get, EMBEDDED.__getitem__]
    asks += [kadif.cites, partnership.explain, partnership.validate, partnership.Dataset.load, partnership.Edtf]
    asks += [partnership.Money, partnership.Quantity, kadif.budget[0].amount[0].number_in, EMBEDDED.__contains__]
    asks += [lambda of: EMBEDDED.at(on=of), lambda of: EMBEDDED.at(known_on=of), lambda of: EMBEDDED.at(lang=of)]
    asks += [lambda of: EMBEDDED.projects(of), lambda of: EMBEDDED.projects(pillar=of), lambda of: EMBEDDED.projects(**{str(of): "x"})]
    asks += [lambda of: EMBEDDED.projects()[of], lambda of: partnership.Edtf("2024").meets(of, of), lambda of: kadif == of]
    asks += [lambda of: kadif.plot(theme=of), lambda of: getattr(kadif, of), EMBEDDED.projects().table().__arrow_c_stream__]
    for ask in asks:
        try:
            asked(ask, wrong)
        except (AttributeError, ImportError, UnicodeEncodeError):
            pass
    assert EMBEDDED["kadif"] is kadif


@pytest.mark.parametrize("text", ["1e127 USD", "-5 USD", "9" * 40 + " USD", "0.0000000000000000000000000001 USD", "1e-128 USD", "1e999 USD"])
def test_a_number_of_any_size_is_read_or_refused(text):
    money = asked(partnership.Money, text)
    if money is not None:
        assert partnership.Money(money.text) == money and money.words and money.amount is None or money.amount is not None
        money.interval, money.number_in(127), money.number_in(-128), hash(money), pickle.loads(pickle.dumps(money))


@pytest.mark.parametrize("text", ["0000", "9999-12-31", "-0001", "Y-17E7", "2024-02-30", "0000-01-01", "../..", "9999/..", "1985-04-12T23:20:30"])
def test_a_date_beyond_the_calendar_is_read_or_refused(text):
    date = asked(partnership.Edtf, text)
    if date is not None:
        date.first, date.last, date.bounds, date.holds_on("0001-01-01"), date.meets("0001-01-01", "9999-12-31")


def test_classes_are_closed_or_harmless_when_extended():
    for name in ("Edtf", "Money", "Answer", "Table", "Moment"):
        with pytest.raises(TypeError):
            type("More", (getattr(partnership, name),), {})
    more = type("More", (partnership.Project,), {"id": "mine"})
    for token in ("kadif", None, EMBEDDED["kadif"]):
        with pytest.raises(TypeError, match="ask a dataset"):
            more(token)
    with pytest.raises(TypeError):
        partnership.Dataset()
    with pytest.raises(TypeError):
        type("More", (partnership.Dataset,), {})()
    with pytest.raises((AttributeError, TypeError)):
        EMBEDDED.answers = 1
    # A text that is equal to another does not take its place.
    odd = type("Odd", (str,), {"__eq__": lambda self, other: True, "__hash__": lambda self: hash("kadif")})
    assert asked(EMBEDDED.__getitem__, odd("nobody")) is None and EMBEDDED["kadif"].id == "kadif"


def test_a_pickle_of_what_is_gone_says_so(tmp_path):
    path = tmp_path / "mine.partnership"
    packed = altered(EMBEDDED.to_packed())
    path.write_text(packed, "utf-8")
    mine = partnership.Dataset.load(path)
    kept = [pickle.dumps(one) for one in (mine, mine["kadif"], mine["kadif"].budget[0], mine.projects(), mine.at(on="2024-01-01"))]
    assert pickle.loads(kept[1]) == EMBEDDED["kadif"]
    path.write_text(packed.replace("Korea-ASEAN Digital Innovation Flagship", "Another"), "utf-8")
    for one in kept:
        with pytest.raises(ValueError, match="another release"):
            pickle.loads(one)
    path.unlink()
    for one in kept:
        with pytest.raises(partnership.DatasetReadError):
            pickle.loads(one)
    # What was read stays readable.
    assert mine["kadif"].name == "Korea-ASEAN Digital Innovation Flagship"


def test_a_pickle_that_was_tampered_with_is_refused():
    from partnership import _native

    for name, text in (("budget", "{}"), ("budget", "no JSON"), ("nothing", "{}"), ("budget", '{"amount": 1}'), ("budget", "[" * 100_000)):
        made = asked(_native._part_again, EMBEDDED, name, text)
        assert made is None or repr(made)
    asked(_native._record_again, EMBEDDED, "nobody", "yes", [], True)
    asked(_native._record_again, EMBEDDED, "kadif", "sure", ["because"], False)
    asked(_native._record_again, None, "kadif", None, [], False)


def test_markup_in_every_text_stays_text(tmp_path):
    attack = "<img src=x onerror=alert(1)>'\\\"&"
    packed = altered(EMBEDDED.to_packed())
    for text in ("Korea-ASEAN Digital Innovation Flagship", "Five-year, $30 million flagship"):
        assert text in packed
        packed = packed.replace(text, attack)
    path = tmp_path / "hostile.partnership"
    path.write_text(packed, "utf-8")
    hostile = partnership.Dataset.load(path)
    answers = [hostile.query(""), hostile.timeline(""), hostile.brief(), hostile.cite("kadif"), hostile.show("kadif"), hostile.search("img")]
    parts = [hostile["kadif"], *hostile["kadif"].cites("budget"), *hostile["kadif"].sources]
    for one in [*answers, *parts]:
        html = one._repr_html_()
        assert "<img" not in html
        repr(one)


def test_many_load_at_once(tmp_path):
    path = tmp_path / "mine.partnership"
    path.write_text(EMBEDDED.to_packed(), "utf-8")
    found = []

    def work():
        dataset = partnership.Dataset.load(path)
        found.append((dataset.digest, dataset["kadif"].name, len(dataset.query("kind:project pillar:B"))))

    threads = [threading.Thread(target=work) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(found) == 8 and len(set(found)) == 1


def test_first_use_in_many_threads_is_whole():
    code = """
import threading, partnership
start, found = threading.Barrier(8), []
def work():
    start.wait()
    found.append((id(partnership.Project), id(partnership.ProjectForm), partnership.show("kadif")[0].form))
threads = [threading.Thread(target=work) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert len(found) == 8 and len(set(found)) == 1, found
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer that interrupts")
def test_a_loop_of_questions_can_be_interrupted():
    def stop(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            while True:
                EMBEDDED.at(known_on="2024-01-01").brief()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert EMBEDDED["kadif"].id == "kadif"


@pytest.mark.parametrize("option", [("-W", "error"), ("-X", "dev"), ("-I",), ("-OO",), ("-b", "-b")], ids=" ".join)
def test_an_interpreter_that_is_strict_takes_it(option):
    code = "import partnership as p; p.show('kadif')[0].to_dict(); [getattr(p, n) for n in p.__all__]; repr(p.query('kind:project'))"
    environment = {**os.environ, "PYTHONWARNINGS": ""}
    told = subprocess.run([sys.executable, *option, "-c", code], capture_output=True, text=True, timeout=120, env=environment)
    assert (told.returncode, told.stderr) == (0, "")
