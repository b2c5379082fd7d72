"""Stubs of `partnership`, written by `tools/stubs.py`."""

import datetime
import os
import types
import typing
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum

from typing_extensions import disjoint_base

_Value: typing.TypeAlias = str | datetime.date | int | bool | Record | Edtf | Quantity | Enum
_Filter: typing.TypeAlias = _Value | tuple[_Value, ...] | list[_Value] | set[_Value] | frozenset[_Value] | None
_Day: typing.TypeAlias = datetime.date | str
_End: typing.TypeAlias = datetime.date | None
_Date: typing.TypeAlias = datetime.date | Edtf
_Row = typing.TypeVar("_Row", covariant=True)
_Default = typing.TypeVar("_Default")

__version__: str
# The extension, whose names are no part of the package.
_native: typing.Any

class PartnershipError(Exception):
    """Whatever this package refuses. `text` is the refused input, `nearest` what was probably meant, where that is
    known.
    """
    message: str
    text: str | None
    nearest: str | None
    def __init__(self, message: str = "", *, text: str | None = None, nearest: str | None = None, **more: object) -> None: ...

class InternalError(PartnershipError, RuntimeError):
    """A fault of the package itself. Please report it, with its message."""

class ParseError(PartnershipError, ValueError):
    """A text that is not a value; `expected` says what would have been."""
    expected: str | None

class QueryError(PartnershipError, ValueError):
    """A text that is not a question. `code` is stable (see `partnership.explain`); `span` holds the first character of
    `text` that is meant, and the one after the last; `expected` lists what is accepted there, and `help` says what
    to write instead.
    """
    code: str
    span: tuple[int, int]
    expected: tuple[str, ...]
    help: str | None

class UnknownIdError(PartnershipError, KeyError):
    """An id that no record has, with the same attributes as `QueryError`."""
    code: str
    span: tuple[int, int]
    expected: tuple[str, ...]
    help: str | None

class NotInViewError(UnknownIdError):
    """A record that the view hides, with the reason."""
class UnknownCodeError(PartnershipError, KeyError):
    """A code that no rule has."""

class DatasetError(PartnershipError, ValueError):
    """Bytes or files that are not a dataset; `faults` lists every fault."""
    faults: tuple[Fault, ...]

class DatasetReadError(PartnershipError, OSError):
    """A file or folder that cannot be read; `errno` and `filename` as of any OSError."""
    def __init__(
        self, message: str = "", *, errno: int | None = None, filename: str | None = None, **more: typing.Any
    ) -> None: ...

class Text(str):
    """A text in the language of the view, where it is held in it; `all` has every language, by BCP 47 tag."""
    def __new__(cls, text: str, all: typing.Mapping[str, str] | tuple[()] = ()) -> typing.Self: ...
    @property
    def all(self) -> dict[str, str]:
        """Every language that the record holds, by tag."""
    @property
    def lang(self) -> str | None:
        """The language that it is read in; `None` for a text of no language."""
    def __setattr__(self, name: str, value: object) -> None: ...

class Notation(str):
    """The notation of a concept, such as a pillar; `concept` leads to its record."""
    def __new__(cls, text: str, concepts: Iterable[Concept] = ()) -> typing.Self: ...
    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that it may stand for: one, or one of each of several schemes."""
    @property
    def concept(self) -> Concept | None:
        """The concept that it stands for; `None` where it may stand for several."""
    def __setattr__(self, name: str, value: object) -> None: ...

class Word(str, Enum):  # type: ignore[misc]  # its members are those of its subclasses
    """A word of a closed list. It is the text that queries and JSON write; `doc` says what it means."""
    def __new__(cls, value: str) -> typing.Self: ...
    @property
    def doc(self) -> str:
        """What the word means."""
    def label(self, lang: str = "en") -> str:
        """The word as a person reads it, in English or (with `ko`) in Korean, where that is given."""

class Truth(Word):
    """Whether something is so. `MAYBE` is neither true nor false, so a truth is no condition by itself."""
    NO = "no"
    MAYBE = "maybe"
    YES = "yes"
    def __bool__(self) -> typing.NoReturn: ...

@typing.final
class Edtf:
    """A date or span of time as its source prints it: EDTF of levels 0 and 1, such as `2024-10`, `2025~` or
    `2023-05/..`. Raises ValueError for a text that is none.
    """
    def __new__(cls, text: str) -> typing.Self: ...
    __match_args__: typing.ClassVar = ("text",)
    @property
    def text(self) -> str:
        """The text, as written."""
    @property
    def first(self) -> datetime.date | None:
        """The first day that it may touch; `None` where that is open."""
    @property
    def last(self) -> datetime.date | None:
        """The last day that it may touch; `None` where that is open."""
    @property
    def bounds(self) -> tuple[_End, _End, _End, _End]:
        """The first and last day on which it may have started, and on which it may have ended."""
    @property
    def qualified(self) -> bool:
        """Whether a date of it carries `?`, `~` or `%`."""
    def meets(self, from_: _Day, to: _Day) -> Truth:
        """Whether it touches the days from one to another, both included; a point, whether it lies within. Days are
        dates or texts. Raises ValueError for a text that is no day.
        """
    def holds_on(self, day: _Day) -> Truth:
        """Whether it was so on a day."""
    def started_by(self, day: _Day) -> Truth:
        """Whether it had started by the end of a day."""
    def ended_before(self, day: _Day) -> Truth:
        """Whether its last day lies before a day."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str]: ...

@disjoint_base
class Quantity:
    """A number as its source prints it, with hedge, power of ten and unit: `40000 persons`, `>200e9 USD`, `5.1 %`.
    Raises ValueError for a text that is none.
    """
    def __new__(cls, text: str) -> typing.Self: ...
    __match_args__: typing.ClassVar[tuple[str, ...]] = ("number", "unit")
    @property
    def number(self) -> Decimal | None:
        """Digits and power of ten together, exact and without the hedge; `None` beyond 28 digits."""
    def number_in(self, power: int, /) -> Decimal | None:
        """The number in a table that gives a power of ten for its rows; it counts only where none is printed here."""
    @property
    def unit(self) -> str | None:
        """The unit: a currency, `%`, or words; `None` for a bare number."""
    @property
    def hedge(self) -> str:
        """How the source hedges it: empty, or `=` exactly, `~` about, `<~` nearly, `>~` just over, `>` more than,
        `>=`, `<`, `<=`, `x` a multiple in a word.
        """
    @property
    def text(self) -> str:
        """The text, as written. Equality is that of texts, since `1.5` and `1.50` say different things."""
    @property
    def words(self) -> str:
        """The number in words: `over 200 billion USD`."""
    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and highest number that round to the printed digits, without the hedge; `None` beyond 28 digits."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str]: ...

@typing.final
class Money(Quantity):
    """A sum as its source prints it: `30e6 USD`. No rate of exchange is known or implied. Raises ValueError for a text
    that is none, or without a currency of ISO 4217.
    """
    def __new__(cls, text: str) -> typing.Self: ...
    __match_args__: typing.ClassVar[tuple[str, ...]] = ("amount", "currency")
    @property
    def amount(self) -> Decimal | None:
        """The sum, exact and without the hedge; `None` beyond 28 digits."""
    @property
    def currency(self) -> str:
        """The currency, by its ISO 4217 code."""

@disjoint_base
class Part:
    """What all records and parts share."""
    def __new__(cls, token: typing.Never) -> typing.Self: ...
    @property
    def owner(self) -> Part | None:
        """What holds this part; `None` where it stands alone."""
    def cites(self, field: str | None = None, /) -> tuple[Citation, ...]:
        """The citations that support a field, or without one all citations of its own. Parts carry their own
        citations; one without any gives those of what holds it. Raises ValueError if there is no such field.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """Plain values as JSON has them: texts, whole numbers, flags, lists and dicts."""
    def to_json(self) -> str:
        """The same as one line of JSON, as the command line prints it."""
    def _repr_html_(self) -> str:
        """A table of the filled fields, escaped, each with the numbers of its sources."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> typing.Self: ...
    def __deepcopy__(self, _memo: object) -> typing.Self: ...

class Record(Part):
    """A record of the dataset, as the view that was asked shows it."""
    @property
    def kind(self) -> Kind:
        """The kind of record."""
    @property
    def label(self) -> str:
        """Its name, title or sentence, in the language of the view."""
    @property
    def truth(self) -> Truth:
        """How surely it belongs to the answer that gave it: `Truth.YES` or `Truth.MAYBE`; `Truth.NO` for a record that
        a link leads to and the view hides.
        """
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is not surer."""
    @property
    def maybe(self) -> dict[str, tuple[Why, ...]]:
        """The parts and values that are only maybe so in the view: the reasons, by path."""
    @property
    def state(self) -> EventState | None:
        """How a meeting stands on the day of the view; `None` for other kinds."""
    @property
    def when(self) -> tuple[_Date, ...]:
        """When it is or was: its own day or span; of texts and projects without one, those of their steps."""
    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that it rests on, in order of use."""
    @property
    def linked_from(self) -> tuple[Record, ...]:
        """The records that refer to it."""
    @property
    def not_collected(self) -> tuple[str, ...]:
        """Fields that are neither filled nor declared absent."""
    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What it announces, what of that the record holds, and what is missing."""
    @property
    def supports(self) -> tuple[Supported, ...] | None:
        """What a source supports: the records, with the fields; `None` where `supports` was not asked."""
    @property
    def matched(self) -> Match | None:
        """What a search matched; `None` where no search gave it."""
    @property
    def view(self) -> View:
        """The view that it is read in."""
    def table(self) -> Table:
        """The record as a table of one row; a series as its observations, one a row."""
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def to_pandas(self) -> typing.Any:
        """A pandas `DataFrame` of the table. Raises ImportError where pandas or pyarrow is missing."""
    def to_polars(self) -> typing.Any:
        """A polars `DataFrame` of the table. Raises ImportError where polars is missing."""
    def plot(self, *, theme: str = "light") -> typing.Any:
        """An Altair chart of a series, or of what the record announces and holds; the source line stands in it.
        `theme` is `light` or `dark`. Raises ImportError without `partnership[plot]`, ValueError where nothing is to
        draw.
        """
    @property
    def id(self) -> str:
        """Its id: a slug that is never given to another."""

class Row(Part):
    """A row that is no record: what several of its kinds share. Its attributes are those of the description."""
    @property
    def record(self) -> Record | None:
        """The record that it is of; `None` where it is of none."""

@typing.final
class Table:
    """Rows and columns, for pandas, polars, pyarrow and DuckDB: it has the Arrow PyCapsule interface. Dates are
    structs of their text and their first and last day; sums and quantities hold an exact decimal; references are
    ids; lists are lists, and citations stand with what they support.
    """
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def to_pandas(self) -> typing.Any:
        """A pandas `DataFrame`. Raises ImportError where pandas or pyarrow is missing."""
    def to_polars(self) -> typing.Any:
        """A polars `DataFrame`. Raises ImportError where polars is missing."""

class _Told:
    def to_dict(self) -> dict[str, typing.Any]:
        """Plain values as JSON has them."""
    def to_json(self) -> str:
        """The same as one line of JSON."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class _Cited(_Told):
    @property
    def record(self) -> Record:
        """The record that it is of."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it."""

class _Sure(_Cited):
    @property
    def truth(self) -> Truth:
        """How surely it is so."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is not surer."""

@typing.final
class Moment(_Sure):
    """Something dated on a timeline: a record, or a part of one."""
    @property
    def date(self) -> _Date:
        """When: a date, or `Edtf`."""
    @property
    def what(self) -> str:
        """What happened or began, as a word that is the same in every language: `signed`, `held`, `level`."""
    @property
    def said(self) -> str:
        """The same in the language of the view."""
    @property
    def label(self) -> str:
        """The name of the record, in the language of the view."""
    @property
    def detail(self) -> str:
        """What the part adds; empty for the record itself."""

@typing.final
class Section(_Told):
    """A section of a briefing."""
    @property
    def title(self) -> str:
        """Its heading, in the language of the view."""
    @property
    def line(self) -> tuple[Line, ...]:
        """Its lines."""

@typing.final
class Line(_Sure):
    """A line of a briefing."""
    @property
    def lead(self) -> str:
        """What stands first and sets the line apart: a date, a pillar, a sum; may be empty."""
    @property
    def text(self) -> str:
        """What it says."""

@typing.final
class Reference(_Told):
    """How to cite a source, a record with its sources, or the dataset."""
    @property
    def id(self) -> str:
        """The id of what is cited."""
    @property
    def kind(self) -> str:
        """Its kind: that of the record, or `dataset`."""
    @property
    def text(self) -> str:
        """A line for a bibliography."""
    @property
    def source(self) -> tuple[Source, ...]:
        """The sources that it rests on."""
    @property
    def csl(self) -> dict[str, typing.Any]:
        """The same as CSL-JSON, as reference managers read it."""

@typing.final
class Match:
    """What a search matched in a record."""
    @property
    def score(self) -> int:
        """The higher, the better; comparable within one answer only."""
    @property
    def text(self) -> str:
        """The text that matched best."""
    @property
    def span(self) -> tuple[tuple[int, int], ...]:
        """The places in that text that matched: first character, and the one after the last."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@typing.final
class Fault:
    """One thing that is wrong with a dataset."""
    @property
    def code(self) -> str:
        """The code of the rule that is broken; `partnership.explain` tells more of it."""
    @property
    def message(self) -> str:
        """What is wrong."""
    @property
    def fix(self) -> str | None:
        """What to do about it."""
    @property
    def nearest(self) -> str | None:
        """The nearest valid value."""
    @property
    def record(self) -> str | None:
        """The id of the record."""
    @property
    def file(self) -> str | None:
        """The file, relative to the dataset's folder."""
    @property
    def line(self) -> int | None:
        """The line, from 1."""
    @property
    def column(self) -> int | None:
        """The character in it, from 1."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@typing.final
class Answer(typing.Generic[_Row]):
    """What a question was answered: rows in the documented order, their sources, and why there are none if so. A
    sequence: `len(answer)`, `answer[0]`, `for row in answer`.
    """
    def __class_getitem__(cls, of: typing.Any) -> types.GenericAlias: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...
    @typing.overload
    def __getitem__(self, key: int, /) -> _Row: ...
    @typing.overload
    def __getitem__(self, key: slice, /) -> tuple[_Row, ...]: ...
    def __iter__(self) -> Iterator[_Row]: ...
    @property
    def rows(self) -> tuple[_Row, ...]:
        """The rows as a tuple."""
    @property
    def command(self) -> str:
        """What was asked: `list`, `show`, `search`, `timeline`, `brief`, `cite`, `coverage`, `wanted`, `sources`,
        `total`, `rank`, `targets`, `commitments`, `implements`, `without`, `lineage`, `check`, `diff` or `verify`.
        """
    @property
    def text(self) -> str:
        """What was asked: the text of the query."""
    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the rows, each once, in order of first use: number 1 comes first."""
    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the whole answer should know."""
    @property
    def empty(self) -> str | None:
        """Why there is no row, in a sentence; `None` where there is one, or where nothing was asked for: no id, no
        text.
        """
    @property
    def empty_reason(self) -> str | None:
        """The same as a word: `no-match`, `not-known-yet` or `not-valid-then`."""
    @property
    def empty_term(self) -> str | None:
        """The term of the query without which there would be rows."""
    @property
    def view(self) -> View:
        """The view that was asked."""
    @property
    def release(self) -> str:
        """The release of the record that answered, and the day on which somebody last looked for news."""
    def table(self) -> Table:
        """The rows as a table, typed by the description; a dependency of none."""
    def observations(self) -> Table:
        """The observations of the series among the rows, one a row of a table. `number` holds the value with its power
        of ten, exact, in the `unit` of the series.
        """
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    def to_pandas(self) -> typing.Any:
        """A pandas `DataFrame` of the table. Raises ImportError where pandas or pyarrow is missing."""
    def to_polars(self) -> typing.Any:
        """A polars `DataFrame` of the table. Raises ImportError where polars is missing."""
    def plot(self, *, theme: str = "light") -> typing.Any:
        """An Altair chart: series by reporter, a timeline by days, records by what is announced and held. The source
        line stands in the chart. `theme` is `light` or `dark`. Raises ImportError without `partnership[plot]`.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """The whole answer as plain values, as JSON has them."""
    def to_json(self) -> str:
        """The same as one line of JSON, as the command line prints it."""
    def to_csl(self) -> list[dict[str, typing.Any]]:
        """The works that it cites as CSL-JSON, for reference managers: what its references are of, then the sources of
        its rows.
        """
    def to_bibtex(self) -> str:
        """The same as BibTeX, with the entries and dates of biblatex."""
    def _repr_html_(self) -> str:
        """The rows and their sources as tables, escaped."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@disjoint_base
class View:
    """A dataset as it is asked: on a day of validity, as known on a day, in a language."""
    def query(self, text: str = "", /) -> Answer[Record]:
        """Records that a query asks for, in the documented order: `kind:project pillar:B "high performance"`. Words
        search, `field:value` filters, `field:a,b` is any of, `-` negates, `OR` and parentheses group. Raises
        QueryError, a ValueError, that points at the place.
        """
    def search(self, text: str, /) -> Answer[Record]:
        """Records by the words of their names, summaries and other texts, best first; a typo in a longer word is
        forgiven.
        """
    def timeline(self, text: str = "", /) -> Answer[Moment]:
        """Everything dated of the records that a query asks for, in order of days. Where the query names dates, only
        what lies within them, or may. Raises QueryError.
        """
    @typing.overload
    def brief(self, meeting: None = None, /) -> Answer[Section]: ...
    @typing.overload
    def brief(self, meeting: str, /, *, since: _Day | None = None) -> Answer[MeetingLine]: ...
    def show(self, *ids: str) -> Answer[Record]:
        """Whole records by id. Raises UnknownIdError, a KeyError, that names the nearest."""
    def cite(self, *ids: str) -> Answer[Reference]:
        """How to cite sources or records; without ids, the dataset. Raises UnknownIdError, a KeyError."""
    def coverage(self) -> Answer[Tally | Coverage]:
        """How far the record covers its subject: numbers of records, sources and facts, then each announced total
        beside what is held and missing.
        """
    def wanted(self) -> Answer[Wanted]:
        """What the record lacks, the most used first, and which source would settle it."""
    def total(self, text: str, /) -> Answer[Total]:
        """The figures of the members of a group, added up for each reporter and period: `goods-trade over:asean
        period:2023`. Without a day the members are those at the end of each period, with one
        (`over:asean@1999-04-30`) those of that day. Each total names its set and its gaps. Raises QueryError.
        """
    def rank(self, text: str, /) -> Answer[Standing]:
        """Where partners stand among the others: `goods-trade of:asean one:eu period:2023`. A group after `of` or
        `one` is one partner; `among` keeps to the members of a group. Raises QueryError.
        """
    def mirror(self, text: str, /) -> Answer[Mirrored]:
        """What the two ends of a flow count, beside each other, with gap and ratio: `goods-trade 2008`, `fdi-flow
        area:asean`. Raises QueryError.
        """
    def figures(self, *ids: str) -> Answer[SeriesFigure]:
        """The values of some series with what follows from each: growth, share, index, breaks and status. Raises
        UnknownIdError, a KeyError, for what is no series.
        """
    def targets(self, text: str = "", /) -> Answer[TargetRow]:
        """The numbers that the commitments and projects of a query are to reach, each scored on every reporter's
        figures up to the day of the view. Raises QueryError.
        """
    def ledger(self, text: str = "", /, *, due_by: _Day | None = None, overdue: bool = False, stale_for: str | None = None) -> Answer[Promise]:
        """What was promised, and what became of it: the commitments of a query by pillar, with what was reported,
        assessed and derived of each side by side. Only those with a deadline by a day, those that are overdue, or
        those of which no source speaks for a time (`90d`, `18m`, `2y`). Raises QueryError.
        """
    def implements(self, of: str = "", /, *, sure: Sure | str | None = None) -> Answer[Serving | Purse]:
        """What carries a line, plan, pillar or theme out, and what a project carries out, each with how sure that is;
        then the money of the projects by pillar, rung and currency. Raises QueryError. `sure` keeps ties that are
        at least so sure: `stated`, `strong`, `inferred`.
        """
    def unserved(self, of: str = "", /, *, sure: Sure | str | None = None) -> Answer[Unserved]:
        """The lines of a plan, pillar or theme, or of all, that no project carries out, and the projects that carry no
        line out. Raises QueryError. With `sure` only ties count that are at least so sure: `stated`, `strong`,
        `inferred`.
        """
    def lineage(self, of: str, /) -> Answer[Strand]:
        """The line of a clause, or of a theme, through plans and statements: what each continues, by reviewed links
        alone. Raises QueryError.
        """
    def check(self, *ids: str, source: str | None = None, speaker: str | None = None) -> Answer[Checked]:
        """Claims held against the record, each with a verdict, its readings, the arithmetic and the sources: those of
        ids, or of a source, or of a speaker; without any of them all. Raises TypeError if several are given, and
        UnknownIdError, a KeyError, for what is no claim, source or speaker.
        """
    def check_text(self, text: str, /) -> Answer[Sentence]:
        """English sentences held against the record: each with how it is read, or why it is not, and its verdict."""
    def check_printed(self) -> Answer[Printed]:
        """Every total, share, multiple and growth that a source prints, worked out anew; what disagrees stands first."""
    def claim_reviews(self, *ids: str, source: str | None = None, speaker: str | None = None) -> str:
        """Claims with their verdicts as schema.org ClaimReview, in JSON-LD: those of ids, or of a source, or of a
        speaker; without any of them all. Raises TypeError if several are given, and UnknownIdError, a KeyError, for
        what is no claim, source or speaker.
        """
    def supports(self, text: str = "", /) -> Answer[Source]:
        """The sources that a query asks for, each with the records and fields that it supports. Raises QueryError."""
    def changes_since(self, older: View, /) -> Answer[Change]:
        """What changed since an older dataset, or an older day of the same, by record and field."""
    def verify(
        self, source: str, text: str, /, *, places: typing.Mapping[str, int] | None = None
    ) -> Answer[Verified]: ...
    def tables(self) -> dict[str, Table]:
        """All tables of the record by name: one a kind of record, one a kind of part; a part names its `record`, the
        `owner` that it lies in and its own `path`.
        """
    @typing.overload
    def get(self, id: str, /) -> Record | None: ...
    @typing.overload
    def get(self, id: str, default: _Default, /) -> Record | _Default: ...
    def __getitem__(self, key: str, /) -> Record: ...
    def __contains__(self, key: object, /) -> bool: ...
    def at(self, *, on: _Day | None = ..., known_on: _Day | None = ..., lang: str | None = None) -> View:
        """The same dataset on a day of validity, as known on a day, in a language; what is not given stays as it is.
        Days are dates or texts such as `2024-10-10`, or `today`; a date of `None` is lifted. Raises ValueError for
        a text that is no day or language.
        """
    @property
    def on(self) -> datetime.date | None:
        """The day of validity, if one is set."""
    @property
    def known_on(self) -> datetime.date | None:
        """The day of knowledge, if one is set."""
    @property
    def lang(self) -> str:
        """The language, by its BCP 47 tag."""
    @property
    def day(self) -> datetime.date:
        """The day that whatever needs one takes: the day of validity, else that of the last look for news."""
    @property
    def dataset(self) -> Dataset:
        """The dataset, without the days and language of the view."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def partnerships(self, *words: str, **filters: _Filter) -> Answer[Partnership]:
        """The relation itself, one a dataset."""
    def concepts(self, *words: str, **filters: _Filter) -> Answer[Concept]:
        """A term of a scheme that the dataset declares (SKOS concept)."""
    def sources(self, *words: str, **filters: _Filter) -> Answer[Source]:
        """A document or page. It is the ground and needs no citation itself."""
    def parties(self, *words: str, **filters: _Filter) -> Answer[Party]:
        """A country, organisation, bloc, body or forum."""
    def persons(self, *words: str, **filters: _Filter) -> Answer[Person]:
        """A person."""
    def instruments(self, *words: str, **filters: _Filter) -> Answer[Instrument]:
        """A declaration, statement, vision, plan, agreement, policy, list or negotiation. Its clauses are commitments;
        whether it is in force for a party is read off its steps.
        """
    def commitments(self, *words: str, **filters: _Filter) -> Answer[Commitment]:
        """A discrete, public statement of intent: a clause of a text, or a pledge."""
    def assessments(self, *words: str, **filters: _Filter) -> Answer[Assessment]:
        """A dated judgement by a named assessor, in the assessor's own vocabulary."""
    def projects(self, *words: str, **filters: _Filter) -> Answer[Project]:
        """A programme, project, component or activity."""
    def funds(self, *words: str, **filters: _Filter) -> Answer[Fund]:
        """A fund."""
    def events(self, *words: str, **filters: _Filter) -> Answer[Event]:
        """A meeting of a series, or a happening of its own."""
    def series(self, *words: str, **filters: _Filter) -> Answer[Series]:
        """One measure as one reporter sees it. A dimension is fixed here or is a column of the observations, never
        both.
        """
    def claims(self, *words: str, **filters: _Filter) -> Answer[Claim]:
        """Something that a named speaker or text says, restated in our words."""

class Dataset(View):
    """A record of a partnership, ready for questions; nothing in it changes, and threads may share it."""
    @staticmethod
    def embedded() -> Dataset:
        """The record of ASEAN and the Republic of Korea that is inside the package."""
    @staticmethod
    def load(path: str | os.PathLike[str], /) -> Dataset:
        """A dataset from a folder of TOML and CSV, or from a packed file. Raises DatasetError, a ValueError with all
        faults, or DatasetReadError, an OSError.
        """
    @property
    def id(self) -> str:
        """The slug of the dataset."""
    @property
    def title(self) -> str:
        """Its title."""
    @property
    def version(self) -> str:
        """Its release."""
    @property
    def checked_on(self) -> datetime.date:
        """The day on which somebody last looked for news."""
    @property
    def newest_source(self) -> datetime.date | None:
        """The newest day on which a source was published."""
    @property
    def digest(self) -> str:
        """SHA-256 of the packed lines, in hexadecimal: the digest of the dataset."""
    @property
    def limits(self) -> list[str]:
        """What the record does not hold, in a sentence each."""
    def to_packed(self) -> str:
        """The dataset as one packed file: JSON Lines, first the manifest, then one record a line by id."""
    def ids(self) -> tuple[str, ...]:
        """All ids, in the documented order."""
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[str]: ...

def validate(path: str | os.PathLike[str], /) -> tuple[Fault, ...]:
    """Every fault of a dataset folder or packed file, in one run; none for one without a fault. Raises
    DatasetReadError, an OSError, where it cannot be read.
    """
def explain(code: str, /) -> tuple[str, str]:
    """What the code of a fault or error means, and how to mend it: its title, then the text. Raises KeyError for a
    code that there is not.
    """

@typing.final
class Absent(Part):
    """What is known of a field that holds no value."""
    __match_args__: typing.ClassVar = ("field", "state", "searched", "on", "note", "settle", "cite",)
    @property
    def field(self) -> str | None:
        """The field."""
    @property
    def state(self) -> Absence | None:
        """Which kind of absence it is."""
    @property
    def searched(self) -> str | None:
        """Where it was looked for."""
    @property
    def on(self) -> datetime.date | Edtf | None:
        """On which day it was looked for. A day, such as `2024-10-10`."""
    @property
    def note(self) -> str | None:
        """What a reader should know."""
    @property
    def settle(self) -> str | None:
        """Which source would settle it, and where it is to be had."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it is said that there is none."""

@typing.final
class Addend(Part):
    """What one party adds to a total."""
    __match_args__: typing.ClassVar = ("party", "value", "counted",)
    @property
    def party(self) -> Party:
        """The party. The id of a party, such as `asean`."""
    @property
    def value(self) -> Quantity:
        """Its figure, with the power of ten and the unit of the tables. A quantity, such as `40000 persons`."""
    @property
    def counted(self) -> tuple[Counted, ...]:
        """The observations that it is the sum of."""

@typing.final
class Alias(Part):
    """Another name."""
    __match_args__: typing.ClassVar = ("text", "lang", "form", "span", "used_by", "cite", "alternative", "absent",)
    @property
    def text(self) -> str | None:
        """The name."""
    @property
    def lang(self) -> str | None:
        """Its language. A language tag, such as `en`."""
    @property
    def form(self) -> AliasForm | None:
        """What sort of name it is."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """When it was in use. A span of time, such as `2025/2030`."""
    @property
    def used_by(self) -> Party | Person | None:
        """Who calls it so, where it is one speaker's label. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Alternative(Part):
    """Another value of one field."""
    __match_args__: typing.ClassVar = ("field", "value", "rank", "reason", "against", "cite",)
    @property
    def field(self) -> str | None:
        """The field that it is about."""
    @property
    def value(self) -> typing.Any:
        """The other value, in the form of that field."""
    @property
    def rank(self) -> Rank | None:
        """Whether it may be right too, or is known to be wrong."""
    @property
    def reason(self) -> str | None:
        """Why it is not preferred."""
    @property
    def against(self) -> tuple[Source, ...]:
        """The sources that demote it, where they are not those of the preferred value. The id of a source, such as
        `yna24`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it comes from."""

@typing.final
class Among(Part):
    """Those among whom something is ranked or shared."""
    __match_args__: typing.ClassVar = ("set", "one", "without",)
    @property
    def set(self) -> str | None:
        """The set: `all`, or a group and a day (`asean@1999-04-30`)."""
    @property
    def one(self) -> tuple[Party, ...]:
        """Groups that count as one. The id of a party, such as `asean`."""
    @property
    def without(self) -> tuple[Party, ...]:
        """Those left out. The id of a party, such as `asean`."""

@typing.final
class Assessed(Part):
    """A judgement, in the assessor's own vocabulary."""
    __match_args__: typing.ClassVar = ("id", "of", "assessor", "date", "span", "scheme", "stage", "verdict", "value", "unit_of", "done", "cite",)
    @property
    def id(self) -> str:
        """The assessment."""
    @property
    def of(self) -> Record:
        """What was judged: the commitment, or the text that it stands in. The id of a record, such as `kadif`."""
    @property
    def assessor(self) -> NamedRecord:
        """Who judged."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When, as written. A date, such as `2024-10-10`."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """The window that it looks at, as written. A span of time, such as `2025/2030`."""
    @property
    def scheme(self) -> Scheme | None:
        """Whose vocabulary it is in."""
    @property
    def stage(self) -> Stage | None:
        """Whether it is of a window that still runs, or of one that has closed."""
    @property
    def verdict(self) -> str | None:
        """The word or score in that vocabulary."""
    @property
    def value(self) -> Quantity | None:
        """A share or number, as printed. A quantity, such as `40000 persons`."""
    @property
    def unit_of(self) -> str | None:
        """Of which units."""
    @property
    def done(self) -> str | None:
        """In which sense they are done."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it."""

@typing.final
class Assessment(Record):
    """A dated judgement by a named assessor, in the assessor's own vocabulary."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "of", "assessor", "date", "span", "scheme", "stage", "verdict", "value", "unit_of", "done", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def of(self) -> Record | None:
        """What is judged. The id of a record, such as `kadif`."""
    @property
    def assessor(self) -> Party | Person | None:
        """By whom. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When. A date, such as `2024-10-10`."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """Over which time: the window that it looks at. A span of time, such as `2025/2030`."""
    @property
    def scheme(self) -> Scheme | None:
        """Whose vocabulary the verdict is in."""
    @property
    def stage(self) -> Stage | None:
        """Whether it is of a window that still runs, or of one that has closed."""
    @property
    def verdict(self) -> str | None:
        """The word or score in that vocabulary: of OGP `No Evidence Available`, `Not Started`, `Limited`,
        `Substantial` or `Complete`; of the G20 Research Group `-1`, `0` or `+1`.
        """
    @property
    def value(self) -> Quantity | None:
        """A share or number, as printed. A quantity, such as `40000 persons`."""
    @property
    def unit_of(self) -> Text | None:
        """Of which units it is a share or number. Two are compared only where this and `done` agree."""
    @property
    def done(self) -> Text | None:
        """In which sense they are done."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Beside(Part):
    """The sum that other tables give."""
    __match_args__: typing.ClassVar = ("series", "value", "addend",)
    @property
    def series(self) -> tuple[Series, ...]:
        """The series that were added up. The id of a series, such as `kcs-goods-trade`."""
    @property
    def value(self) -> Quantity:
        """The sum. A quantity, such as `40000 persons`."""
    @property
    def addend(self) -> tuple[Addend, ...]:
        """What each member adds."""

@typing.final
class Break(Part):
    """A day from which the values are no longer comparable."""
    __match_args__: typing.ClassVar = ("date", "why", "cite", "alternative", "absent",)
    @property
    def date(self) -> datetime.date | Edtf | None:
        """From when. A date, such as `2024-10-10`."""
    @property
    def why(self) -> Text | None:
        """Why."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Budget(Part):
    """A budget of a project."""
    __match_args__: typing.ClassVar = ("amount", "span", "form", "status", "cite", "alternative", "absent",)
    @property
    def amount(self) -> tuple[Money, ...]:
        """The sum; one sum printed in two currencies stands as two values, at no rate. A sum of money, such as `30e6
        USD`.
        """
    @property
    def span(self) -> datetime.date | Edtf | None:
        """The time that it is for. A span of time, such as `2025/2030`."""
    @property
    def form(self) -> BudgetForm | None:
        """Whether it is the first or a later budget."""
    @property
    def status(self) -> BudgetStatus | None:
        """Whether it is bound."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Change(Row):
    """A record that differs."""
    __match_args__: typing.ClassVar = ("change", "kind", "id", "label", "to", "field", "cite",)
    @property
    def change(self) -> ChangeForm:
        """What became of it."""
    @property
    def kind(self) -> Kind:
        """Its kind."""
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def to(self) -> Record | None:
        """The id that it has now, where it was redirected. The id of a record, such as `kadif`."""
    @property
    def field(self) -> tuple[FieldChange, ...]:
        """The fields that differ, in the order of the description; of a record that is new or gone, none."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports a record that is new."""

@typing.final
class Checked(Row):
    """A claim, and whether the record bears it out."""
    __match_args__: typing.ClassVar = ("id", "label", "speaker", "speaker_label", "said", "printed", "form", "test", "verdict", "depends_on", "why", "reading", "missing", "since", "others", "hedges", "cite",)
    @property
    def id(self) -> str:
        """The claim."""
    @property
    def label(self) -> str | None:
        """What is said, in our words, in the language of the view."""
    @property
    def speaker(self) -> Party | Person | None:
        """Who says it. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def speaker_label(self) -> str | None:
        """The name of who says it, in the language of the view."""
    @property
    def said(self) -> datetime.date | Edtf | None:
        """When it was said. A date, such as `2024-10-10`."""
    @property
    def printed(self) -> str | None:
        """The number as its source prints it."""
    @property
    def form(self) -> ClaimForm | None:
        """What sort of sentence it is."""
    @property
    def test(self) -> TestKind | None:
        """What is compared."""
    @property
    def verdict(self) -> ClaimVerdict:
        """Whether the record bears it out."""
    @property
    def depends_on(self) -> tuple[Turning, ...]:
        """What the verdict depends on."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is only a maybe that the claim belongs to the answer; empty where it is sure."""
    @property
    def reading(self) -> tuple[Reading, ...]:
        """What the sentence may mean, each with what the words allow and what the record gives."""
    @property
    def missing(self) -> tuple[str, ...]:
        """What the record lacks: a reading of it takes no part."""
    @property
    def since(self) -> tuple[Reading, ...]:
        """Later years of a sentence that leaves the year open: shown, and no reading."""
    @property
    def others(self) -> tuple[Claim, ...]:
        """Claims of the same thing with another number: shown, and no reading. The id of a claim, such as
        `lee-2025-trade-fold`.
        """
    @property
    def hedges(self) -> int | None:
        """The version of the table that says what words allow. A whole number, such as `25`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it is said."""

@typing.final
class Citation(Part):
    """A source, the place in it, the fields that it supports and how it supports them."""
    __match_args__: typing.ClassVar = ("source", "at", "fields", "basis", "rule", "note", "passage",)
    @property
    def source(self) -> Source | None:
        """The source. The id of a source, such as `yna24`."""
    @property
    def at(self) -> str | None:
        """The place in the source, as given and never sharpened: `A1 ¶5`, `table 1`, `opening`."""
    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that it supports, as the description spells them."""
    @property
    def basis(self) -> Basis | None:
        """How the source supports them; `stated` where nothing is written."""
    @property
    def rule(self) -> str | None:
        """Key of the editors' rule by which a value was worked out or assigned; the manifest states it in words. A
        key, such as `national-committee`.
        """
    @property
    def note(self) -> str | None:
        """What a reader of this citation should know."""
    @property
    def passage(self) -> str | None:
        """Paragraph and digest of the passage, so that whoever holds the text can verify the citation. A passage, such
        as `11:9f3a0c1d`.
        """

@typing.final
class Claim(Record):
    """Something that a named speaker or text says, restated in our words."""
    __match_args__: typing.ClassVar = ("id", "text", "speaker", "said", "form", "printed", "about", "theme", "test", "reviewed", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def text(self) -> Text | None:
        """What is said, in our words."""
    @property
    def speaker(self) -> Party | Person | None:
        """Who says it. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def said(self) -> datetime.date | Edtf | None:
        """When it was said. A date, such as `2024-10-10`."""
    @property
    def form(self) -> ClaimForm | None:
        """What sort of sentence it is."""
    @property
    def printed(self) -> str | None:
        """The number and its hedge as the source prints them: `more than 30 per cent`."""
    @property
    def about(self) -> tuple[Record, ...]:
        """The records that it is about. The id of a record, such as `kadif`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """Themes, by notation. A theme, such as `cyber-security`."""
    @property
    def test(self) -> Test | None:
        """What a machine can check."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Codes(Part):
    """Codes in published lists."""
    __match_args__: typing.ClassVar = ("iso2", "iso3", "num", "iati",)
    @property
    def iso2(self) -> str | None:
        """ISO 3166-1 alpha-2, upper case. An ISO 3166-1 alpha-2 code, such as `KR`."""
    @property
    def iso3(self) -> str | None:
        """ISO 3166-1 alpha-3, upper case. An ISO 3166-1 alpha-3 code, such as `KOR`."""
    @property
    def num(self) -> str | None:
        """ISO 3166-1 numeric (UN M49), three digits. An ISO 3166-1 numeric code, such as `410`."""
    @property
    def iati(self) -> str | None:
        """IATI organisation or activity identifier."""

@typing.final
class Commitment(Record):
    """A discrete, public statement of intent: a clause of a text, or a pledge."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "form", "instrument", "under", "number", "made", "obligor", "due", "target", "lineage", "restates", "implements", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause it is. Only `line` is a line of a plan, read in full."""
    @property
    def instrument(self) -> Instrument | None:
        """The text that it stands in. The id of an instrument, such as `rcep`."""
    @property
    def under(self) -> Commitment | None:
        """The clause that it stands under. The id of a commitment, such as `poa-2021-3-8`."""
    @property
    def number(self) -> str | None:
        """Its number as printed; never counted by us."""
    @property
    def made(self) -> datetime.date | Edtf | None:
        """When it was made. A date, such as `2024-10-10`."""
    @property
    def obligor(self) -> tuple[Party, ...]:
        """Whose duty it is. The id of a party, such as `asean`."""
    @property
    def due(self) -> datetime.date | Edtf | None:
        """By when the whole of it is due. A date, such as `2024-10-10`."""
    @property
    def target(self) -> tuple[Target, ...]:
        """The numbers that are to be reached."""
    @property
    def lineage(self) -> tuple[Lineage, ...]:
        """What it continues, or where it was dropped."""
    @property
    def restates(self) -> Commitment | None:
        """The earlier commitment that it says again. The id of a commitment, such as `poa-2021-3-8`."""
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it carries out."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Concept(Record):
    """A term of a scheme that the dataset declares (SKOS concept)."""
    __match_args__: typing.ClassVar = ("id", "name", "scheme", "serves", "notation", "alias", "summary", "broader", "exact", "close", "sum", "balance_of", "mirror", "rank_of", "share_of", "two_way", "stock", "reviewed", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its label, by language (SKOS `prefLabel`)."""
    @property
    def scheme(self) -> str | None:
        """The scheme that it is a term of. A key, such as `national-committee`."""
    @property
    def serves(self) -> str | None:
        """The field of records that the scheme serves: `pillar`, `theme`, `measure`. A key, such as `national-
        committee`.
        """
    @property
    def notation(self) -> str | None:
        """What records write: `B`, `cyber-security`."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Further labels (SKOS `altLabel`)."""
    @property
    def summary(self) -> Text | None:
        """What it covers, in our own words."""
    @property
    def broader(self) -> tuple[Concept, ...]:
        """Wider concepts. The id of a concept, such as `abc-b`."""
    @property
    def exact(self) -> tuple[Concept, ...]:
        """Concepts of other schemes with the same meaning. The id of a concept, such as `abc-b`."""
    @property
    def close(self) -> tuple[Concept, ...]:
        """Concepts of other schemes with nearly the same meaning. The id of a concept, such as `abc-b`."""
    @property
    def sum(self) -> tuple[Concept, ...]:
        """Measures whose sum this measure is. The id of a concept, such as `abc-b`."""
    @property
    def balance_of(self) -> tuple[Concept, ...]:
        """Two measures of which this measure is the first less the other. The id of a concept, such as `abc-b`."""
    @property
    def mirror(self) -> Concept | None:
        """The measure that the other side counts for the same flow. The id of a concept, such as `abc-b`."""
    @property
    def rank_of(self) -> tuple[Concept, ...]:
        """The measures of which this one is the rank that a figure takes among others. The id of a concept, such as
        `abc-b`.
        """
    @property
    def share_of(self) -> tuple[Concept, ...]:
        """The measures of which this one is the counterpart's share in the whole. The id of a concept, such as
        `abc-b`.
        """
    @property
    def two_way(self) -> bool | None:
        """Whether it is the same told of either party: trade of one with another is that of the other with the one."""
    @property
    def stock(self) -> bool | None:
        """Whether it is counted on a day: the last count within a year stands for the year. A flow is counted over it."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Contribution(Part):
    """Money paid into a fund, or promised to it."""
    __match_args__: typing.ClassVar = ("rung", "amount", "per", "span", "date", "payer", "restates", "cite", "alternative", "absent",)
    @property
    def rung(self) -> Rung | None:
        """How far the money has come; `unstated` where the source leaves it open."""
    @property
    def amount(self) -> Money | None:
        """The sum. A sum of money, such as `30e6 USD`."""
    @property
    def per(self) -> Per | None:
        """Whether the sum is of each year or of the whole span."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """The years that it is of. A span of time, such as `2025/2030`."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When it was promised or paid. A date, such as `2024-10-10`."""
    @property
    def payer(self) -> Party | Person | None:
        """Who pays. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def restates(self) -> Fund | None:
        """The fund whose earlier contribution it says again. The id of a fund, such as `akcf`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Copy(Part):
    """A copy on another site than the publisher's."""
    __match_args__: typing.ClassVar = ("site", "url",)
    @property
    def site(self) -> str | None:
        """The site."""
    @property
    def url(self) -> str | None:
        """The address there. An address, such as `https://example.org/page`."""

@typing.final
class Count(Part):
    """A number of things that a source prints for a day, or over a time. What the record holds is the answer of the
    query.
    """
    __match_args__: typing.ClassVar = ("what", "query", "value", "on", "cite", "alternative", "absent",)
    @property
    def what(self) -> Text | None:
        """What is counted."""
    @property
    def query(self) -> str | None:
        """The query whose rows are the ones that the record holds."""
    @property
    def value(self) -> Quantity | None:
        """The number as printed, with what it counts: `100 projects`. A quantity, such as `40000 persons`."""
    @property
    def on(self) -> datetime.date | Edtf | None:
        """The day, month or year on which what is counted holds: members, projects under way. A span, `1990/2019`,
        where it is counted over a time: what began in it, ended since or not; `/2021` where the source does not say
        from when. A span of time, such as `2025/2030`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Counted(Part):
    """An observation that was counted."""
    __match_args__: typing.ClassVar = ("series", "value", "status", "note", "cite",)
    @property
    def series(self) -> Series:
        """Its series. The id of a series, such as `kcs-goods-trade`."""
    @property
    def value(self) -> Quantity:
        """The value as printed, with the power of ten and the unit of its table where it has none of its own. A
        quantity, such as `40000 persons`.
        """
    @property
    def status(self) -> ObservationStatus | None:
        """The standing of the value."""
    @property
    def note(self) -> str | None:
        """What a reader of it should know."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it comes from."""

@typing.final
class Coverage(Row):
    """An announced number beside what the record holds."""
    __match_args__: typing.ClassVar = ("id", "what", "announced", "held", "maybe", "missing", "query", "cite",)
    @property
    def id(self) -> str:
        """The record that announces it."""
    @property
    def what(self) -> str:
        """What is counted."""
    @property
    def announced(self) -> Quantity:
        """The number as printed. A quantity, such as `40000 persons`."""
    @property
    def held(self) -> int:
        """How many the record surely holds. A whole number, such as `25`."""
    @property
    def maybe(self) -> int:
        """How many more it may hold. A whole number, such as `25`."""
    @property
    def missing(self) -> int | None:
        """How many are missing, since not even perhaps held; none where the printed number is no whole one. A whole
        number, such as `25`.
        """
    @property
    def query(self) -> str:
        """The query whose rows are held."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the number comes from."""

@typing.final
class Derived(Part):
    """The derived status of a commitment, with the facts that it follows from."""
    __match_args__: typing.ClassVar = ("status", "truth", "why", "lacking", "facts", "last_day",)
    @property
    def status(self) -> DerivedStatus:
        """The status."""
    @property
    def truth(self) -> Truth:
        """How sure it is: a maybe where an open fact would give another. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not surer."""
    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """What would tell more, and is not in the record."""
    @property
    def facts(self) -> StatusFacts:
        """The facts."""
    @property
    def last_day(self) -> datetime.date | Edtf | None:
        """The last day of its deadline: its own, else the last of its numbers. A day, such as `2024-10-10`."""

@typing.final
class Disagreement(Part):
    """A disagreement, which is an answer of its own."""
    __match_args__: typing.ClassVar = ("form", "between", "text", "cite",)
    @property
    def form(self) -> DisagreementForm:
        """What disagrees with what."""
    @property
    def between(self) -> tuple[Record, ...]:
        """The ids of the records between which it is: reporters, projects, assessments; none where sources differ. The
        id of a record, such as `kadif`.
        """
    @property
    def text(self) -> str:
        """It, in the language of the view."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports the one that is not supported elsewhere in the row."""

@typing.final
class Event(Record):
    """A meeting of a series, or a happening of its own."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "forum", "ordinal", "date", "within", "place", "beside", "motto", "participant", "about", "implements", "outcome", "status", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug; it holds no number that is not printed."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def forum(self) -> tuple[Party, ...]:
        """The series of meetings that it belongs to. The id of a party, such as `asean`."""
    @property
    def ordinal(self) -> tuple[Ordinal, ...]:
        """Its numbers, as printed."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """The days that it lasted. A span of time, such as `2025/2030`."""
    @property
    def within(self) -> datetime.date | Edtf | None:
        """The bounds in which its day lies, where only they are known. A span of time, such as `2025/2030`."""
    @property
    def place(self) -> Spot | None:
        """Where it took place."""
    @property
    def beside(self) -> Event | None:
        """The larger meeting beside which it was held. The id of an event, such as `asean-rok-summit-2024`."""
    @property
    def motto(self) -> Text | None:
        """Its motto or theme, as printed."""
    @property
    def participant(self) -> tuple[Participant, ...]:
        """Who took part, by role."""
    @property
    def about(self) -> tuple[Record, ...]:
        """The records that it is about: the project that it kicks off, the text that it launches. The id of a record,
        such as `kadif`.
        """
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it carries out: provisions, lines, pledges."""
    @property
    def outcome(self) -> tuple[Record, ...]:
        """What came of it. The id of a record, such as `kadif`."""
    @property
    def status(self) -> tuple[Status, ...]:
        """Statuses that publishers reported."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Evidence(Part):
    """Something of the record that a reading rests on."""
    __match_args__: typing.ClassVar = ("record", "area", "counterpart", "period", "value", "cite",)
    @property
    def record(self) -> Record:
        """The record. The id of a record, such as `kadif`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> tuple[Party, ...]:
        """With whom; of a sum, every one that is in it. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf | None:
        """The period or day. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> str | None:
        """What it says."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where that comes from."""

@typing.final
class Fact(Part):
    """A figure of the record, as it stands there."""
    __match_args__: typing.ClassVar = ("id", "period", "value", "status", "cite",)
    @property
    def id(self) -> str:
        """The record that holds it: a series, a fund, a project."""
    @property
    def period(self) -> datetime.date | Edtf:
        """The period that it is of, as written. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> Quantity:
        """The number as printed, with the power of ten and the unit that its table gives it. A quantity, such as
        `40000 persons`.
        """
    @property
    def status(self) -> ObservationStatus | None:
        """Whether a source calls it other than normal: `provisional`, `doubtful`, `estimated`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it."""

@typing.final
class FieldChange(Part):
    """A field or part that differs."""
    __match_args__: typing.ClassVar = ("path", "change", "old", "new", "reason", "cite",)
    @property
    def path(self) -> str:
        """Where: `date`, `name.ko`, `step[2].date`. Places are those of the newer dataset; of what is gone, of the
        older.
        """
    @property
    def change(self) -> FieldChangeForm:
        """What became of it."""
    @property
    def old(self) -> typing.Any:
        """The value before."""
    @property
    def new(self) -> typing.Any:
        """The value now."""
    @property
    def reason(self) -> str | None:
        """Why the old value is wrong, where it was corrected, or why a value changed its standing."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports the value now."""

@typing.final
class Figure(Part):
    """A statistical key with holes: what, of whom, with whom, on whose word. A hole is left open for each answer."""
    __match_args__: typing.ClassVar = ("measure", "area", "counterpart", "reporter",)
    @property
    def measure(self) -> Notation | None:
        """What is measured. A measure, such as `goods-trade`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is (SDMX `REF_AREA`). The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom (SDMX `COUNTERPART_AREA`); a bare group means the total as printed. The id of a party, such as
        `asean`.
        """
    @property
    def reporter(self) -> Party | None:
        """Who counted. The id of a party, such as `asean`."""

@typing.final
class Fund(Record):
    """A fund."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "span", "participant", "status", "made_of", "implements", "contribution", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """From when until when it exists. A span of time, such as `2025/2030`."""
    @property
    def participant(self) -> tuple[Participant, ...]:
        """Who takes part, by role."""
    @property
    def status(self) -> tuple[Status, ...]:
        """Statuses that publishers reported."""
    @property
    def made_of(self) -> tuple[Fund, ...]:
        """The funds that this one is the total of. The id of a fund, such as `akcf`."""
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it serves: lines, pledges, reforms."""
    @property
    def contribution(self) -> tuple[Contribution, ...]:
        """What is paid into it, or promised."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Gap(Part):
    """A member without a value."""
    __match_args__: typing.ClassVar = ("party", "series", "reason", "held",)
    @property
    def party(self) -> Party:
        """The member. The id of a party, such as `asean`."""
    @property
    def series(self) -> Series:
        """The series that lacks it. The id of a series, such as `kcs-goods-trade`."""
    @property
    def reason(self) -> GapReason:
        """Why."""
    @property
    def held(self) -> str | None:
        """The years for which the series has it, the first and the last: `1997/2023`."""

@typing.final
class Holds(Part):
    """Whose values a table has."""
    __match_args__: typing.ClassVar = ("set", "first",)
    @property
    def set(self) -> str | None:
        """The set: `all`, or a group whose members, and nobody else, are in it."""
    @property
    def first(self) -> int | None:
        """Of `all` only those that were among so many of the largest in some period. A whole number, such as `25`."""

@typing.final
class Instrument(Record):
    """A declaration, statement, vision, plan, agreement, policy, list or negotiation. Its clauses are commitments;
    whether it is in force for a party is read off its steps.
    """
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "form", "party", "step", "span", "event", "text", "implements", "amends", "follows", "part_of", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def form(self) -> InstrumentForm | None:
        """What sort of text it is."""
    @property
    def party(self) -> tuple[Party, ...]:
        """Whom it is meant to bind, or whose it is. The id of a party, such as `asean`."""
    @property
    def step(self) -> tuple[Step, ...]:
        """What was done with it, and when."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """The years that it plans for. A span of time, such as `2025/2030`."""
    @property
    def event(self) -> Event | None:
        """The meeting at which it was adopted. The id of an event, such as `asean-rok-summit-2024`."""
    @property
    def text(self) -> Source | None:
        """The source that holds its full text. The id of a source, such as `yna24`."""
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it carries out."""
    @property
    def amends(self) -> tuple[Instrument, ...]:
        """The texts that it changes. The id of an instrument, such as `rcep`."""
    @property
    def follows(self) -> Instrument | None:
        """The text that it succeeds. The id of an instrument, such as `rcep`."""
    @property
    def part_of(self) -> Instrument | None:
        """The text or vision that it is a part of. The id of an instrument, such as `rcep`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Known(Part):
    """What some words of a sentence were recognised as."""
    __match_args__: typing.ClassVar = ("words", "known_as", "id",)
    @property
    def words(self) -> str:
        """The words."""
    @property
    def known_as(self) -> KnownAs:
        """What they are."""
    @property
    def id(self) -> str:
        """The id or notation of what they name; several, where they may be the name of each."""

@typing.final
class Level(Part):
    """A level of the relation. It holds until the next one."""
    __match_args__: typing.ClassVar = ("name", "date", "by", "cite", "alternative", "absent",)
    @property
    def name(self) -> Text | None:
        """The level as the sides call it."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """From when. A date, such as `2024-10-10`."""
    @property
    def by(self) -> Record | None:
        """The text or meeting that set it up. The id of a record, such as `kadif`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Lineage(Part):
    """What a clause continues. Only reviewed links are stored."""
    __match_args__: typing.ClassVar = ("how", "of", "into", "cite", "alternative", "absent",)
    @property
    def how(self) -> LineageForm | None:
        """How it continues."""
    @property
    def of(self) -> Commitment | None:
        """The earlier clause. The id of a commitment, such as `poa-2021-3-8`."""
    @property
    def into(self) -> Instrument | None:
        """The plan that no longer has it. The id of an instrument, such as `rcep`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Link(Part):
    """A tie to another record, and how sure it is."""
    __match_args__: typing.ClassVar = ("to", "sure", "cite", "alternative", "absent",)
    @property
    def to(self) -> Record | None:
        """The other record. The id of a record, such as `kadif`."""
    @property
    def sure(self) -> Sure | None:
        """How sure the tie is."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Measured(Part):
    """What was reached in a period: a figure as printed, or the sum of several."""
    __match_args__: typing.ClassVar = ("period", "fact", "amount", "share", "arithmetic",)
    @property
    def period(self) -> datetime.date | Edtf:
        """The period. A span of time, such as `2025/2030`."""
    @property
    def fact(self) -> tuple[Fact, ...]:
        """What it is made of; more than one are added."""
    @property
    def amount(self) -> str:
        """The numbers that it may be, in the unit of the target. An interval, such as `[22.5, 23.5)`."""
    @property
    def share(self) -> str:
        """What part of the target that is, in per cent, its ends rounded outward to two decimals. An interval, such as
        `[22.5, 23.5)`.
        """
    @property
    def arithmetic(self) -> str:
        """The reckoning in signs."""

@typing.final
class MeetingLine(Row):
    """A line of the two pages for a meeting."""
    __match_args__: typing.ClassVar = ("truth", "why", "part", "lead", "text", "id", "press", "cite",)
    @property
    def truth(self) -> Truth:
        """How sure it is. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not surer."""
    @property
    def part(self) -> MeetingPart:
        """The part of the pages in which it stands."""
    @property
    def lead(self) -> str | None:
        """What stands first and sets the line apart: a date, a post, a side; may be empty."""
    @property
    def text(self) -> str:
        """What it says, in the language of the view where the record holds it."""
    @property
    def id(self) -> str:
        """The record that it is of."""
    @property
    def press(self) -> bool:
        """Whether nothing but the press supports it."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it: two places at most."""

@typing.final
class Membership(Part):
    """A membership in a party, or a post in it. It holds over its span, or on the days on which it was seen."""
    __match_args__: typing.ClassVar = ("organization", "role", "title", "span", "seen", "cite", "alternative", "absent",)
    @property
    def organization(self) -> Party | None:
        """The party that one is a member of, or holds a post in. The id of a party, such as `asean`."""
    @property
    def role(self) -> str | None:
        """Key of the role, as that party declares it; `member` where nothing is written. A key, such as `national-
        committee`.
        """
    @property
    def title(self) -> Text | None:
        """The words of the post, where the party declares no role for it."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """From when until when; each end may be imprecise, open (`..`) or unknown (empty). A span of time, such as
        `2025/2030`.
        """
    @property
    def seen(self) -> tuple[Seen, ...]:
        """Days on which it was seen, where its ends are not known."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class MirrorGap(Part):
    """What lies between two figures of one flow."""
    __match_args__: typing.ClassVar = ("reporter", "other", "gap", "gap_within", "ratio", "ratio_within",)
    @property
    def reporter(self) -> Party:
        """Who counted the first, at the area's end. The id of a party, such as `asean`."""
    @property
    def other(self) -> Party:
        """Who counted the other. The id of a party, such as `asean`."""
    @property
    def gap(self) -> Quantity:
        """The first less the other, as printed. A quantity, such as `40000 persons`."""
    @property
    def gap_within(self) -> str:
        """What the printed digits allow for it, in the unit and without a power of ten. An interval, such as `[22.5,
        23.5)`.
        """
    @property
    def ratio(self) -> Quantity:
        """The first by the other, rounded half away from zero to three decimals. A quantity, such as `40000 persons`."""
    @property
    def ratio_within(self) -> str:
        """What the printed digits allow for it, rounded outward. An interval, such as `[22.5, 23.5)`."""

@typing.final
class MirrorSide(Part):
    """What a reporter gives for a flow."""
    __match_args__: typing.ClassVar = ("reporter", "reporter_label", "measure", "area", "counterpart", "counted", "value", "also", "status", "why", "definition", "series", "cite",)
    @property
    def reporter(self) -> Party:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def reporter_label(self) -> str | None:
        """The name of who counted, in the language of the view."""
    @property
    def measure(self) -> Notation:
        """What is measured: at the other end, the mirror of what was asked for. A measure, such as `goods-trade`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom. The id of a party, such as `asean`."""
    @property
    def counted(self) -> CountedAs:
        """How it is counted: as printed, or as a sum where nothing is printed."""
    @property
    def value(self) -> Quantity:
        """The value, with the power of ten and the unit of its table. A quantity, such as `40000 persons`."""
    @property
    def also(self) -> tuple[Quantity, ...]:
        """Other values that sources give for the same, none known to be wrong. A quantity, such as `40000 persons`."""
    @property
    def status(self) -> ObservationStatus | None:
        """The standing of the value."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is only a maybe; empty where it is sure."""
    @property
    def definition(self) -> str | None:
        """How the reporter defines what it counts, in the language of the view."""
    @property
    def series(self) -> tuple[Series, ...]:
        """The series. The id of a series, such as `kcs-goods-trade`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the value comes from."""

@typing.final
class Mirrored(Row):
    """A flow in a period, as each reporter counts it."""
    __match_args__: typing.ClassVar = ("measure", "area", "counterpart", "period", "side", "gap", "reason", "cite",)
    @property
    def measure(self) -> Notation:
        """What was asked for. A measure, such as `goods-trade`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf:
        """The period. A span of time, such as `2025/2030`."""
    @property
    def side(self) -> tuple[MirrorSide, ...]:
        """What each reporter gives, those at the area's end first."""
    @property
    def gap(self) -> tuple[MirrorGap, ...]:
        """What lies between each figure from the area's end and each from the other. None of these is anybody's
        figure.
        """
    @property
    def reason(self) -> tuple[str, ...]:
        """Why they differ, as far as the record says."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where all of it comes from, each citation once."""

@typing.final
class NamedRecord(Part):
    """A record by its id and its name in the language of the view."""
    __match_args__: typing.ClassVar = ("id", "label",)
    @property
    def id(self) -> str:
        """The id."""
    @property
    def label(self) -> str:
        """The name."""

@typing.final
class Observation(Part):
    """One value of a series: a row of its table."""
    __match_args__: typing.ClassVar = ("area", "counterpart", "period", "value", "status", "rank", "reason", "against", "note", "cite",)
    @property
    def area(self) -> Party | None:
        """Whose figure it is, where the series leaves it open. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom, where the series leaves it open. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf | None:
        """The period. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> Quantity | None:
        """The number as printed, in the power of the series unless it writes its own; empty where it is missing. A
        quantity, such as `40000 persons`.
        """
    @property
    def status(self) -> ObservationStatus | None:
        """The standing of the value itself (SDMX `OBS_STATUS`)."""
    @property
    def rank(self) -> Rank | None:
        """Its standing among several values of one period; `preferred` where nothing is written."""
    @property
    def reason(self) -> str | None:
        """Why it is not preferred."""
    @property
    def against(self) -> tuple[Source, ...]:
        """The sources that demote it, where they are not those of the preferred value. The id of a source, such as
        `yna24`.
        """
    @property
    def note(self) -> str | None:
        """What a reader of this value should know."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it comes from, where not from the source of the table."""

@typing.final
class Ordinal(Part):
    """The number of a meeting in a series, as printed; never counted by us."""
    __match_args__: typing.ClassVar = ("forum", "number", "cite", "alternative", "absent",)
    @property
    def forum(self) -> Party | None:
        """The series. The id of a party, such as `asean`."""
    @property
    def number(self) -> int | None:
        """The number. A whole number, such as `25`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Participant(Part):
    """Somebody who takes part, and as what."""
    __match_args__: typing.ClassVar = ("organization", "person", "role", "office", "cite", "alternative", "absent",)
    @property
    def organization(self) -> Party | Fund | None:
        """The party or fund that takes part, or that the person stands for. The id of a party or fund, such as `akcf`."""
    @property
    def person(self) -> Person | None:
        """The person, where one is named. The id of a person, such as `lee-jang-keun`."""
    @property
    def role(self) -> ParticipantRole | None:
        """As what."""
    @property
    def office(self) -> str | None:
        """Key of the office in which the person took part, as the organisation declares it. A key, such as `national-
        committee`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Partnership(Record):
    """The relation itself, one a dataset."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "side", "level", "body", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def side(self) -> tuple[Party, ...]:
        """Its sides. The id of a party, such as `asean`."""
    @property
    def level(self) -> tuple[Level, ...]:
        """Its levels, each with the day from which it holds until the next."""
    @property
    def body(self) -> tuple[Party, ...]:
        """The bodies that steer it. The id of a party, such as `asean`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Party(Record):
    """A country, organisation, bloc, body or forum."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "form", "code", "span", "seat", "part_of", "implements", "membership", "role", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def form(self) -> PartyForm | None:
        """What sort of party it is."""
    @property
    def code(self) -> Codes | None:
        """Its codes in published lists."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """When it existed. A span of time, such as `2025/2030`."""
    @property
    def seat(self) -> Spot | None:
        """Where it sits."""
    @property
    def part_of(self) -> Party | None:
        """The party that it is a part of. The id of a party, such as `asean`."""
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it was set up to carry out: provisions, pledges."""
    @property
    def membership(self) -> tuple[Membership, ...]:
        """Its memberships in other parties."""
    @property
    def role(self) -> tuple[Role, ...]:
        """The roles that others may hold in it."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Person(Record):
    """A person."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "membership", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def membership(self) -> tuple[Membership, ...]:
        """The person's posts and memberships."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Printed(Row):
    """A total, balance, share, multiple or growth as it is printed, and what it comes to."""
    __match_args__: typing.ClassVar = ("id", "label", "form", "measure", "reporter", "area", "counterpart", "period", "value", "rank", "reason", "by", "verdict", "reading", "missing", "cite",)
    @property
    def id(self) -> str:
        """The series that has it, or the claim."""
    @property
    def label(self) -> str | None:
        """Its name, in the language of the view; of a claim what is said."""
    @property
    def form(self) -> PrintedForm:
        """How it is worked out."""
    @property
    def measure(self) -> Notation | None:
        """What is measured. A measure, such as `goods-trade`."""
    @property
    def reporter(self) -> Party | None:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf | None:
        """The period. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> Quantity | None:
        """The number as printed, with the power of ten and the unit of its table. A quantity, such as `40000 persons`."""
    @property
    def rank(self) -> Rank | None:
        """Its standing among several values of one period."""
    @property
    def reason(self) -> str | None:
        """Why it is not preferred, or what a reader of it should know, as the record has it."""
    @property
    def by(self) -> tuple[Source, ...]:
        """Who prints it: sources that come to the same. The id of a source, such as `yna24`."""
    @property
    def verdict(self) -> PrintedVerdict:
        """Whether it is what it comes to."""
    @property
    def reading(self) -> tuple[Reading, ...]:
        """What it comes to, each way with its arithmetic."""
    @property
    def missing(self) -> tuple[str, ...]:
        """What the record lacks."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it is printed."""

@typing.final
class Project(Record):
    """A programme, project, component or activity."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "form", "part_of", "span", "step", "status", "place", "participant", "implements", "budget", "transaction", "target", "result", "code", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def form(self) -> ProjectForm | None:
        """What sort of undertaking it is."""
    @property
    def part_of(self) -> Project | None:
        """The undertaking that it is a part of. The id of a project, such as `kadif`."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """From when until when it runs. A span of time, such as `2025/2030`."""
    @property
    def step(self) -> tuple[Step, ...]:
        """What was done, and when."""
    @property
    def status(self) -> tuple[Status, ...]:
        """Statuses that publishers reported."""
    @property
    def place(self) -> tuple[Spot, ...]:
        """Where it takes place."""
    @property
    def participant(self) -> tuple[Participant, ...]:
        """Who takes part, by role."""
    @property
    def implements(self) -> tuple[Link, ...]:
        """What it carries out: lines, lists, pledges."""
    @property
    def budget(self) -> tuple[Budget, ...]:
        """Its budgets."""
    @property
    def transaction(self) -> tuple[Transaction, ...]:
        """Its transactions."""
    @property
    def target(self) -> tuple[Target, ...]:
        """The numbers that are to be reached."""
    @property
    def result(self) -> tuple[Result, ...]:
        """What was reached, as reported."""
    @property
    def code(self) -> Codes | None:
        """Its codes in published lists."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Promise(Row):
    """A commitment with all that the record holds on what became of it, each with its author and source: what was
    reported, what was assessed, and what follows from facts stand side by side and are never merged.
    """
    __match_args__: typing.ClassVar = ("truth", "why", "id", "label", "form", "instrument", "number", "pillar", "obligor", "made", "due", "restates", "target", "served_by", "reported", "assessed", "derived", "disagreement", "last_word", "cite",)
    @property
    def truth(self) -> Truth:
        """How surely it belongs to the answer. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not more surely."""
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause it is: only `line` is a line of a plan, read in full."""
    @property
    def instrument(self) -> NamedRecord | None:
        """The text that it stands in."""
    @property
    def number(self) -> str | None:
        """Its number as printed."""
    @property
    def pillar(self) -> NamedRecord | None:
        """The pillar under which it stands in the ledger: the first of its own, as the schemes map it."""
    @property
    def obligor(self) -> tuple[NamedRecord, ...]:
        """Whose duty it is."""
    @property
    def made(self) -> datetime.date | Edtf | None:
        """When it was made, as written. A date, such as `2024-10-10`."""
    @property
    def due(self) -> datetime.date | Edtf | None:
        """By when the whole of it is due, as written. A date, such as `2024-10-10`."""
    @property
    def restates(self) -> Commitment | None:
        """The earlier commitment that it says again. The id of a commitment, such as `poa-2021-3-8`."""
    @property
    def target(self) -> tuple[TargetRow, ...]:
        """The numbers that are to be reached, scored."""
    @property
    def served_by(self) -> tuple[Served, ...]:
        """What carries it out, in the documented order."""
    @property
    def reported(self) -> tuple[Reported, ...]:
        """What publishers reported of what carries it out: the last by the day of the view."""
    @property
    def assessed(self) -> tuple[Assessed, ...]:
        """What assessors judged of it or of the text that it stands in, by the day of the view."""
    @property
    def derived(self) -> Derived:
        """What follows from facts and the day."""
    @property
    def disagreement(self) -> tuple[Disagreement, ...]:
        """Where these, or sources, do not agree."""
    @property
    def last_word(self) -> datetime.date | Edtf | None:
        """The newest day on which a source speaks of it or of what carries it out; none where all are undated. A day,
        such as `2024-10-10`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports the commitment itself."""

@typing.final
class Purse(Row):
    """What the projects of an answer have under one pillar, on one rung of the ladder, in one currency."""
    __match_args__: typing.ClassVar = ("pillar", "label", "rung", "currency", "amount", "range", "count", "project", "within",)
    @property
    def pillar(self) -> Concept | None:
        """The pillar, as the schemes map it; none of projects without one. A project of several stands under each. The
        id of a concept, such as `abc-b`.
        """
    @property
    def label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def rung(self) -> Rung | None:
        """The rung of the ladder; none of budgets."""
    @property
    def currency(self) -> str:
        """The currency."""
    @property
    def amount(self) -> Money:
        """The printed numbers added up. A sum of money, such as `30e6 USD`."""
    @property
    def range(self) -> str:
        """What the printed numbers allow for, each with its rounding and its hedge, added up. An interval, such as
        `[22.5, 23.5)`.
        """
    @property
    def count(self) -> int:
        """How many sums they are. A whole number, such as `25`."""
    @property
    def project(self) -> tuple[Project, ...]:
        """The projects whose money it is. The id of a project, such as `kadif`."""
    @property
    def within(self) -> tuple[Project, ...]:
        """Projects with money of that sort that is left out, since it lies within that of a project of which they are
        a part. The id of a project, such as `kadif`.
        """

@typing.final
class Ranked(Part):
    """A partner with its figure."""
    __match_args__: typing.ClassVar = ("party", "value", "set", "member", "gap", "cite",)
    @property
    def party(self) -> Party:
        """The partner. The id of a party, such as `asean`."""
    @property
    def value(self) -> Quantity:
        """Its figure, with the power of ten and the unit of the tables. A quantity, such as `40000 persons`."""
    @property
    def set(self) -> str | None:
        """Of a group, whose figures were added up: `eu@2023-12-31`."""
    @property
    def member(self) -> tuple[Party, ...]:
        """These members. The id of a party, such as `asean`."""
    @property
    def gap(self) -> tuple[Gap, ...]:
        """The members without a value."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where its observations come from."""

@typing.final
class Reading(Part):
    """What a sentence may mean, what its words allow then, and what the record gives."""
    __match_args__: typing.ClassVar = ("base", "period", "reporter", "reporter_label", "counted", "among", "printing", "allowed", "found", "unit", "fit", "why", "arithmetic", "note", "evidence",)
    @property
    def base(self) -> datetime.date | Edtf | None:
        """The period that it starts from. A span of time, such as `2025/2030`."""
    @property
    def period(self) -> datetime.date | Edtf | None:
        """The period that it is of, or ends in. A span of time, such as `2025/2030`."""
    @property
    def reporter(self) -> Party | None:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def reporter_label(self) -> str | None:
        """The name of who counted, in the language of the view."""
    @property
    def counted(self) -> CountedAs | None:
        """How a group is counted."""
    @property
    def among(self) -> str | None:
        """Those among whom it is ranked."""
    @property
    def printing(self) -> str | None:
        """Which of several values it takes, where sources give several."""
    @property
    def allowed(self) -> str | None:
        """What the words allow: an interval, a day, a number of rows."""
    @property
    def found(self) -> str | None:
        """What the record gives, in the same form."""
    @property
    def unit(self) -> str | None:
        """The unit of both."""
    @property
    def fit(self) -> Fit:
        """Whether what the record gives is what the words allow."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is only a maybe; empty where it is sure."""
    @property
    def arithmetic(self) -> str | None:
        """How the record gives it."""
    @property
    def note(self) -> tuple[str, ...]:
        """What a reader should know of it."""
    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it rests on."""

@typing.final
class Reported(Part):
    """A status that a publisher reported."""
    __match_args__: typing.ClassVar = ("of", "status", "date", "cite",)
    @property
    def of(self) -> Record:
        """The record that it was reported of. The id of a record, such as `kadif`."""
    @property
    def status(self) -> StatusCode:
        """The status."""
    @property
    def date(self) -> datetime.date | Edtf:
        """From when, as written. A date, such as `2024-10-10`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Who reported it, and where."""

@typing.final
class Result(Part):
    """Something reached, as reported, in its own unit."""
    __match_args__: typing.ClassVar = ("what", "value", "span", "cite", "alternative", "absent",)
    @property
    def what(self) -> Text | None:
        """What was reached."""
    @property
    def value(self) -> Quantity | None:
        """The number as printed, with unit. A quantity, such as `40000 persons`."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """The time over which it was reached. A span of time, such as `2025/2030`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Review(Part):
    """Who looked at a record again, and when."""
    __match_args__: typing.ClassVar = ("by", "on", "note",)
    @property
    def by(self) -> str | None:
        """Who."""
    @property
    def on(self) -> datetime.date | Edtf | None:
        """When. A day, such as `2024-10-10`."""
    @property
    def note(self) -> Text | None:
        """What was looked at."""

@typing.final
class Role(Part):
    """A role that others may hold in a party."""
    __match_args__: typing.ClassVar = ("key", "name", "holder", "cite", "alternative", "absent",)
    @property
    def key(self) -> str | None:
        """What memberships write. A key, such as `national-committee`."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def holder(self) -> Holder | None:
        """Whether one or many hold it at a time."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Score(Part):
    """How a target stands on the figures of one reporter."""
    __match_args__: typing.ClassVar = ("reporter", "reporter_label", "result", "truth", "why", "decided_by", "missing", "latest",)
    @property
    def reporter(self) -> Party | None:
        """Who counted; none where a fund or results measure it, or nothing does. The id of a party, such as `asean`."""
    @property
    def reporter_label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def result(self) -> TargetResult:
        """How it stands."""
    @property
    def truth(self) -> Truth:
        """How sure that is. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not surer."""
    @property
    def decided_by(self) -> Measured | None:
        """What decides it; none while it is pending, or where that is not in the record."""
    @property
    def missing(self) -> tuple[str, ...]:
        """What is not in the record that would decide it."""
    @property
    def latest(self) -> Measured | None:
        """The newest that the record holds by the day of the view, or by the deadline once that has passed; none where
        that is what decides it.
        """

@typing.final
class Seen(Part):
    """A day on which somebody was seen in a post, or something in a state."""
    __match_args__: typing.ClassVar = ("on", "cite",)
    @property
    def on(self) -> datetime.date | Edtf | None:
        """The day. A date, such as `2024-10-10`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where it was seen."""

@typing.final
class Sentence(Row):
    """A sentence, how it is read, and whether the record bears it out; or why it is not read."""
    __match_args__: typing.ClassVar = ("id", "label", "start", "state", "read_as", "test", "verdict", "depends_on", "reading", "missing", "since", "refused", "unread", "known", "nearest", "beside", "hedges",)
    @property
    def id(self) -> str:
        """Its place among those that are told: `s1`."""
    @property
    def label(self) -> str | None:
        """The sentence, as it is written."""
    @property
    def start(self) -> int | None:
        """The byte of the text at which it begins. A whole number, such as `25`."""
    @property
    def state(self) -> SentenceState:
        """Whether it is read."""
    @property
    def read_as(self) -> str | None:
        """How it is read, in words; empty where it is not."""
    @property
    def test(self) -> Test | None:
        """The test that it is read as."""
    @property
    def verdict(self) -> ClaimVerdict | None:
        """Whether the record bears it out; none where it is not read."""
    @property
    def depends_on(self) -> tuple[Turning, ...]:
        """What the verdict depends on."""
    @property
    def reading(self) -> tuple[Reading, ...]:
        """What the sentence may mean, each with what the words allow and what the record gives."""
    @property
    def missing(self) -> tuple[str, ...]:
        """What the record lacks: a reading of it takes no part."""
    @property
    def since(self) -> tuple[Reading, ...]:
        """Later years of a sentence that leaves the year open: shown, and no reading."""
    @property
    def refused(self) -> str | None:
        """Why it is not read."""
    @property
    def unread(self) -> tuple[str, ...]:
        """The words that were not understood."""
    @property
    def known(self) -> tuple[Known, ...]:
        """What was recognised in a sentence that is not read."""
    @property
    def nearest(self) -> str | None:
        """The nearest sentence that is read, with what is missing in capitals."""
    @property
    def beside(self) -> tuple[Evidence, ...]:
        """What the record gives for what was recognised."""
    @property
    def hedges(self) -> int | None:
        """The version of the table that says what words allow. A whole number, such as `25`."""

@typing.final
class Series(Record):
    """One measure as one reporter sees it. A dimension is fixed here or is a column of the observations, never both."""
    __match_args__: typing.ClassVar = ("id", "name", "alias", "summary", "pillar", "theme", "count", "reviewed", "measure", "reporter", "area", "counterpart", "unit", "power", "transform", "among", "holds", "definition", "break_at", "observation", "cite", "alternative", "absent",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def name(self) -> Text | None:
        """Its name, by language."""
    @property
    def alias(self) -> tuple[Alias, ...]:
        """Other names: acronyms, former names, variants, labels that a speaker uses."""
    @property
    def summary(self) -> Text | None:
        """What it is, in our own words."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars that it belongs to, by notation. A pillar, such as `B`."""
    @property
    def theme(self) -> tuple[Notation, ...]:
        """The themes that it belongs to, by notation. A theme, such as `cyber-security`."""
    @property
    def count(self) -> tuple[Count, ...]:
        """Numbers of things that a source prints, beside what the record itself holds."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""
    @property
    def measure(self) -> Notation | None:
        """What is measured. A measure, such as `goods-trade`."""
    @property
    def reporter(self) -> Party | None:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is (SDMX `REF_AREA`). The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom (SDMX `COUNTERPART_AREA`). The id of a party, such as `asean`."""
    @property
    def unit(self) -> str | None:
        """The unit (SDMX `UNIT_MEASURE`); none for bare numbers."""
    @property
    def power(self) -> int | None:
        """The power of ten that values without one are in (SDMX `UNIT_MULT`). A whole number, such as `25`."""
    @property
    def transform(self) -> Transform | None:
        """What the values are: levels, growth, shares, ranks."""
    @property
    def among(self) -> Among | None:
        """Those among whom ranks or shares are taken."""
    @property
    def holds(self) -> Holds | None:
        """Whose values the table has, where its rows are of many: among these a rank may be taken from it, and what it
        leaves out cannot be ranked.
        """
    @property
    def definition(self) -> Text | None:
        """How the reporter defines the measure."""
    @property
    def break_at(self) -> tuple[Break, ...]:
        """Where the series breaks."""
    @property
    def observation(self) -> tuple[Observation, ...]:
        """The values, by dimension, period and rank."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class SeriesFigure(Row):
    """A value of a series, and what follows from it. Growth and index are of preferred values of levels, never over a
    break.
    """
    __match_args__: typing.ClassVar = ("id", "label", "reporter", "area", "counterpart", "period", "value", "status", "rank", "reason", "note", "why", "growth", "growth_within", "growth_from", "share", "share_within", "share_of", "index", "index_within", "index_from", "break_at", "break_why", "cite",)
    @property
    def id(self) -> str:
        """The series."""
    @property
    def label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def reporter(self) -> Party | None:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf:
        """The period. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> Quantity:
        """The value as printed, with the power of ten and the unit of the table where it has none of its own. A
        quantity, such as `40000 persons`.
        """
    @property
    def status(self) -> ObservationStatus | None:
        """The standing of the value itself."""
    @property
    def rank(self) -> Rank | None:
        """Its standing among several values of one period."""
    @property
    def reason(self) -> str | None:
        """Why it is not preferred."""
    @property
    def note(self) -> str | None:
        """What a reader of it should know."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is only a maybe; empty where it is sure."""
    @property
    def growth(self) -> Quantity | None:
        """Growth over the same days of the year before, in per cent, rounded half away from zero to one decimal. A
        quantity, such as `40000 persons`.
        """
    @property
    def growth_within(self) -> str | None:
        """What the printed digits allow for it. An interval, such as `[22.5, 23.5)`."""
    @property
    def growth_from(self) -> datetime.date | Edtf | None:
        """The period that it grew from. A span of time, such as `2025/2030`."""
    @property
    def share(self) -> Quantity | None:
        """Its share, in per cent, of what the reporter gives for all partners. A quantity, such as `40000 persons`."""
    @property
    def share_within(self) -> str | None:
        """What the printed digits allow for it. An interval, such as `[22.5, 23.5)`."""
    @property
    def share_of(self) -> Quantity | None:
        """What the reporter gives for all partners. A quantity, such as `40000 persons`."""
    @property
    def index(self) -> Quantity | None:
        """The value where that of the base is 100. A quantity, such as `40000 persons`."""
    @property
    def index_within(self) -> str | None:
        """What the printed digits allow for it. An interval, such as `[22.5, 23.5)`."""
    @property
    def index_from(self) -> datetime.date | Edtf | None:
        """The base: the first whole year, or the first after a break. A span of time, such as `2025/2030`."""
    @property
    def break_at(self) -> datetime.date | Edtf | None:
        """The day of a break since the year before: values on either side do not compare. A date, such as
        `2024-10-10`.
        """
    @property
    def break_why(self) -> str | None:
        """Why the series breaks there."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the value comes from, and what it is a share of."""

@typing.final
class Served(Part):
    """A project, text or meeting that carries a commitment out."""
    __match_args__: typing.ClassVar = ("kind", "id", "label", "sure", "stands", "truth", "span", "money", "cite",)
    @property
    def kind(self) -> Kind:
        """The kind of record."""
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def sure(self) -> Sure:
        """How sure the tie is."""
    @property
    def stands(self) -> SpanState:
        """How it lies to the day of the view."""
    @property
    def truth(self) -> Truth:
        """How sure that is. A truth, such as `maybe`."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """Its own day or span, as written. A span of time, such as `2025/2030`."""
    @property
    def money(self) -> tuple[SumOfMoney, ...]:
        """Its budgets and transactions, each by itself."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Who says that it carries the commitment out."""

@typing.final
class Serving(Row):
    """A tie: something carries out a line, plan, list or pledge, or is a meeting about it."""
    __match_args__: typing.ClassVar = ("truth", "why", "id", "kind", "label", "to", "to_kind", "to_label", "form", "number", "instrument", "sure", "stands", "span", "money", "cite",)
    @property
    def truth(self) -> Truth:
        """How surely the view holds it. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not more surely."""
    @property
    def id(self) -> str:
        """What carries it out."""
    @property
    def kind(self) -> Kind:
        """Its kind."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def to(self) -> Record:
        """What is carried out. The id of a record, such as `kadif`."""
    @property
    def to_kind(self) -> Kind:
        """Its kind."""
    @property
    def to_label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause it is, if it is one: only `line` is a line of a plan, read in full."""
    @property
    def number(self) -> str | None:
        """Its number as printed."""
    @property
    def instrument(self) -> Instrument | None:
        """The text that it stands in. The id of an instrument, such as `rcep`."""
    @property
    def sure(self) -> Sure:
        """How sure the tie is: a source names both ends, a source ties them though not to the numbered line, or it is
        ours.
        """
    @property
    def stands(self) -> SpanState:
        """How what carries it out lies to the day of the view."""
    @property
    def span(self) -> datetime.date | Edtf | None:
        """Its own day or span, as written. A span of time, such as `2025/2030`."""
    @property
    def money(self) -> tuple[SumOfMoney, ...]:
        """Its budgets and transactions, each by itself."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Who says that it carries it out, and where."""

@typing.final
class Share(Part):
    """A share of a whole."""
    __match_args__: typing.ClassVar = ("measure", "value", "whole", "counted",)
    @property
    def measure(self) -> Notation:
        """The measure of the whole. A measure, such as `goods-trade`."""
    @property
    def value(self) -> Quantity:
        """The share in per cent, rounded to one decimal, half away from zero. A quantity, such as `40000 persons`."""
    @property
    def whole(self) -> Quantity:
        """The whole, with the power of ten and the unit of the tables. A quantity, such as `40000 persons`."""
    @property
    def counted(self) -> tuple[Counted, ...]:
        """The observations that the whole is the sum of."""

@typing.final
class Source(Record):
    """A document or page. It is the ground and needs no citation itself."""
    __match_args__: typing.ClassVar = ("id", "title", "title_by", "publisher", "author", "issued", "accessed", "url", "archived", "copy", "language", "tier", "read", "version", "licence", "summary", "reviewed",)
    @property
    def id(self) -> str:
        """Stable slug."""
    @property
    def title(self) -> Text | None:
        """Its title, by language."""
    @property
    def title_by(self) -> TitleBy | None:
        """Whose words the title is."""
    @property
    def publisher(self) -> Text | None:
        """Who answers for it."""
    @property
    def author(self) -> tuple[Party | Person, ...]:
        """Who wrote it or speaks in it. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def issued(self) -> datetime.date | Edtf | None:
        """When it was published (CSL `issued`); empty means undated. A date, such as `2024-10-10`."""
    @property
    def accessed(self) -> datetime.date | Edtf | None:
        """The day on which it was read (CSL `accessed`). A day, such as `2024-10-10`."""
    @property
    def url(self) -> str | None:
        """Where it was published. An address, such as `https://example.org/page`."""
    @property
    def archived(self) -> str | None:
        """A copy kept by an archive. An address, such as `https://example.org/page`."""
    @property
    def copy(self) -> Copy | None:
        """The copy that was read, if not the publisher's."""
    @property
    def language(self) -> str | None:
        """The language of the text that was read. A language tag, such as `en`."""
    @property
    def tier(self) -> Tier | None:
        """Who speaks in it."""
    @property
    def read(self) -> ExtentRead | None:
        """How much of it was read."""
    @property
    def version(self) -> str | None:
        """The release or vintage of a table."""
    @property
    def licence(self) -> str | None:
        """The licence that it states."""
    @property
    def summary(self) -> Text | None:
        """What a reader should know, in our words."""
    @property
    def reviewed(self) -> tuple[Review, ...]:
        """Who looked at the record again, and when."""

@typing.final
class Spot(Part):
    """A place where something happens."""
    __match_args__: typing.ClassVar = ("country", "city", "venue", "online", "alternative",)
    @property
    def country(self) -> Party | None:
        """The country, as a party. The id of a party, such as `asean`."""
    @property
    def city(self) -> Text | None:
        """The city."""
    @property
    def venue(self) -> Text | None:
        """The house or hall."""
    @property
    def online(self) -> Online | None:
        """Whether it was held online; `no` where nothing is written."""
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field of the place, with rank and reason."""

@typing.final
class Standing(Row):
    """Where a partner stands among the others in a period."""
    __match_args__: typing.ClassVar = ("truth", "why", "id", "label", "measure", "reporter", "area", "counterpart", "period", "rank", "of", "among", "without", "value", "series", "before", "after", "one", "addend", "share", "cite",)
    @property
    def truth(self) -> Truth:
        """How sure the rank is: a maybe where a value that was compared is one, or where a partner that the table
        leaves out may stand before it. A truth, such as `maybe`.
        """
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is not surer."""
    @property
    def id(self) -> str:
        """The partner."""
    @property
    def label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def measure(self) -> Notation:
        """What is measured. A measure, such as `goods-trade`."""
    @property
    def reporter(self) -> Party:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is, where the partners are the counterparts. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom, where the partners are the areas. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf:
        """The period, as the tables write it. A span of time, such as `2025/2030`."""
    @property
    def rank(self) -> int:
        """Its rank: one more than there are partners before it. A whole number, such as `25`."""
    @property
    def of(self) -> int:
        """How many partners were compared. A whole number, such as `25`."""
    @property
    def among(self) -> str:
        """Among whom: `all` that the tables hold, or the members of a group on a day."""
    @property
    def without(self) -> tuple[Party, ...]:
        """Who is left out. The id of a party, such as `asean`."""
    @property
    def value(self) -> Quantity:
        """Its figure, with the power of ten and the unit of the tables. A quantity, such as `40000 persons`."""
    @property
    def series(self) -> tuple[Series, ...]:
        """The series that were compared: one, or one of each measure that this one is the sum of. The id of a series,
        such as `kcs-goods-trade`.
        """
    @property
    def before(self) -> tuple[Ranked, ...]:
        """Those before it, the first first."""
    @property
    def after(self) -> Ranked | None:
        """The next after it."""
    @property
    def one(self) -> tuple[Ranked, ...]:
        """The groups that count as one, with their members and gaps."""
    @property
    def addend(self) -> tuple[Addend, ...]:
        """What its figure is the sum of."""
    @property
    def share(self) -> tuple[Share, ...]:
        """The shares of the wholes that the reporter gives."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where all of it comes from, each citation once."""

@typing.final
class Status(Part):
    """A status that a publisher reported. It holds until the next one."""
    __match_args__: typing.ClassVar = ("status", "date", "cite", "alternative", "absent",)
    @property
    def status(self) -> StatusCode | None:
        """The status."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """From when. A date, such as `2024-10-10`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class StatusFacts(Part):
    """The facts that a status is a function of."""
    __match_args__: typing.ClassVar = ("made", "due", "numbers", "years", "work",)
    @property
    def made(self) -> MadeState:
        """Whether it was made by the day."""
    @property
    def due(self) -> DueState:
        """Its own deadline, else the last of its numbers."""
    @property
    def numbers(self) -> NumbersState:
        """What its numbers say."""
    @property
    def years(self) -> SpanState:
        """The years of the text that it stands in; over, too, once a text that follows it has begun."""
    @property
    def work(self) -> SpanState:
        """What carries it out: running if any of it runs, else over if any of it is, else ahead."""

@typing.final
class Step(Part):
    """Something done with a text, a project or a negotiation, and when. It has happened ever since."""
    __match_args__: typing.ClassVar = ("action", "date", "party", "round", "place", "summary", "cite", "alternative", "absent",)
    @property
    def action(self) -> Action | None:
        """What was done."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """The day or days on which it was done, or within which it was. A span of time, such as `2025/2030`."""
    @property
    def party(self) -> tuple[Party, ...]:
        """For whom; empty means for all. The id of a party, such as `asean`."""
    @property
    def round(self) -> int | None:
        """The printed number of a round of negotiations. A whole number, such as `25`."""
    @property
    def place(self) -> Spot | None:
        """Where it was done."""
    @property
    def summary(self) -> Text | None:
        """What a reader should know, in our words."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Strand(Row):
    """A clause of a line that is followed through plans and statements, or a text of which nothing tells whether it
    has it.
    """
    __match_args__: typing.ClassVar = ("truth", "why", "id", "label", "how", "text", "text_label", "date", "form", "number", "of", "last_in", "beside", "lines", "cite",)
    @property
    def truth(self) -> Truth:
        """How surely the view holds it. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not more surely."""
    @property
    def id(self) -> str:
        """The clause; where a text has none, the text."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def how(self) -> StrandForm:
        """How it stands."""
    @property
    def text(self) -> Instrument | None:
        """The plan or statement; none of a pledge that stands in no text. The id of an instrument, such as `rcep`."""
    @property
    def text_label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When the text was adopted, or a pledge in no text made, as written. A span of time, such as `2025/2030`."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause it is: only `line` is a line of a plan, read in full."""
    @property
    def number(self) -> str | None:
        """Its number as printed."""
    @property
    def of(self) -> tuple[Record, ...]:
        """The earlier clauses that it continues, joins or says again. The id of a record, such as `kadif`."""
    @property
    def last_in(self) -> Instrument | None:
        """Of what was dropped, the text in which it last stood. The id of an instrument, such as `rcep`."""
    @property
    def beside(self) -> tuple[Record, ...]:
        """Clauses of the same theme that no reviewed link ties to the line: of that text, or, beside what is new, of
        earlier ones. The id of a record, such as `kadif`.
        """
    @property
    def lines(self) -> int | None:
        """How many lines of the text were read in full, where nothing tells whether it has one. A whole number, such
        as `25`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports that it stands so."""

@typing.final
class SumOfMoney(Part):
    """A sum of money. Sums are never added up: not over rungs, currencies or sources."""
    __match_args__: typing.ClassVar = ("rung", "amount", "date", "cite",)
    @property
    def rung(self) -> Rung | None:
        """Its rung of the ladder; none of a budget."""
    @property
    def amount(self) -> tuple[Money, ...]:
        """The sum, as printed; in two currencies at no rate. A sum of money, such as `30e6 USD`."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When, or for when, as written. A span of time, such as `2025/2030`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it."""

@typing.final
class Supported(Row):
    """A record that a source supports, with the fields."""
    __match_args__: typing.ClassVar = ("id", "field", "at",)
    @property
    def id(self) -> str:
        """The record."""
    @property
    def field(self) -> tuple[str, ...]:
        """The fields that its citations of the source support, in the order of the record; a part without the places."""
    @property
    def at(self) -> tuple[str, ...]:
        """The places in the source, as given."""

@typing.final
class Tally(Row):
    """A number of the coverage: so many, of so many."""
    __match_args__: typing.ClassVar = ("group", "key", "label", "form", "count", "of", "note",)
    @property
    def group(self) -> TallyGroup:
        """What is counted."""
    @property
    def key(self) -> str:
        """Of which: a kind, a tier, a basis, the id of a text."""
    @property
    def label(self) -> str:
        """The same in the language of the view."""
    @property
    def form(self) -> ClauseForm | None:
        """The form of the clauses that are counted; only of a text, and none where all are and the text is known to
        have more.
        """
    @property
    def count(self) -> int:
        """How many. A whole number, such as `25`."""
    @property
    def of(self) -> int | None:
        """Of how many; none where there is no whole, or where nobody knows. A whole number, such as `25`."""
    @property
    def note(self) -> str | None:
        """What is known of a whole that nobody knows."""

@typing.final
class Target(Part):
    """A number that is to be reached. It is scored against what measures it: a statistical key, the payments into a
    fund, or results that are counted. Nothing of that is stored.
    """
    __match_args__: typing.ClassVar = ("figure", "fund", "counted_as", "what", "value", "by", "per", "baseline", "cite", "alternative", "absent",)
    @property
    def figure(self) -> Figure | None:
        """The statistical key that measures it, where one does: yearly levels of every reporter, each scored by
        itself. A key that names no area is measured where a series names none either, or by both directions between
        the two sides.
        """
    @property
    def fund(self) -> Fund | None:
        """The fund that measures it, where one does: by what was paid in, of which a pledge is nothing. The id of a
        fund, such as `akcf`.
        """
    @property
    def counted_as(self) -> Text | None:
        """What the results that measure it count, as their `what` says it: results of the same record, or of a project
        that carries the commitment out.
        """
    @property
    def what(self) -> Text | None:
        """What is to be reached."""
    @property
    def value(self) -> Quantity | None:
        """The number, with unit. Where it is printed bare, a rule of ours compares: an aim of N is reached at N or
        more. It may be written `>=N` then, though no page prints "at least"; both are scored alike. `<=` and `<`
        are reached at or below. A quantity, such as `40000 persons`.
        """
    @property
    def by(self) -> datetime.date | Edtf | None:
        """By when; of a year until its last day. A date, such as `2024-10-10`."""
    @property
    def per(self) -> Per | None:
        """Whether the number is of each year or of the whole."""
    @property
    def baseline(self) -> Quantity | None:
        """From which number, where the source names one. A quantity, such as `40000 persons`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class TargetRow(Row):
    """A number that is to be reached, of a commitment or a project, and how it stands on the day of the view."""
    __match_args__: typing.ClassVar = ("truth", "why", "kind", "id", "label", "form", "at", "what", "value", "reached_by", "by", "last_day", "per", "baseline", "obligor", "pillar", "score", "cite",)
    @property
    def truth(self) -> Truth:
        """How surely its record belongs to the answer. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not more surely."""
    @property
    def kind(self) -> Kind:
        """The kind of record that sets it: a commitment or a project."""
    @property
    def id(self) -> str:
        """The record."""
    @property
    def label(self) -> str:
        """The name of the record, in the language of the view."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause the commitment is; none of a project."""
    @property
    def at(self) -> int:
        """Which of the targets of its record it is, from 0. A whole number, such as `25`."""
    @property
    def what(self) -> str:
        """What is to be reached, in the language of the view."""
    @property
    def value(self) -> Quantity:
        """The number, as written. A quantity, such as `40000 persons`."""
    @property
    def reached_by(self) -> str:
        """The numbers that reach it. An interval, such as `[22.5, 23.5)`."""
    @property
    def by(self) -> datetime.date | Edtf | None:
        """By when, as written. A date, such as `2024-10-10`."""
    @property
    def last_day(self) -> datetime.date | Edtf | None:
        """The last day on which it is pending. A day, such as `2024-10-10`."""
    @property
    def per(self) -> Per:
        """Whether it is of each year or of the whole."""
    @property
    def baseline(self) -> Quantity | None:
        """From which number, where the source names one. A quantity, such as `40000 persons`."""
    @property
    def obligor(self) -> tuple[Party, ...]:
        """Whose duty it is. The id of a party, such as `asean`."""
    @property
    def pillar(self) -> tuple[Notation, ...]:
        """The pillars of its record. A pillar, such as `B`."""
    @property
    def score(self) -> tuple[Score, ...]:
        """How it stands, on the figures of each reporter; one score without a reporter where none has figures."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports the target itself."""

@typing.final
class Test(Part):
    """What a machine can check of a claim: the kind of test, and the fields that it needs. It holds no verdict. A list
    of periods that is left out is open: it stands for each of the last two full years before the claim was said.
    Where the sentence leaves the reporter open, the figure does, too; each reporter who holds both ends is a
    reading.
    """
    __match_args__: typing.ClassVar = ("kind", "figure", "of", "party", "item", "among", "base", "end", "years", "period", "over", "value", "upper", "sense", "since", "fund", "rung", "per", "commitment", "query", "every", "who", "organization", "role", "record", "action", "then", "then_action", "ended", "on",)
    @property
    def kind(self) -> TestKind | None:
        """What is compared."""
    @property
    def figure(self) -> Figure | None:
        """The statistical key."""
    @property
    def of(self) -> Figure | None:
        """The key that it is compared with or is a share of."""
    @property
    def party(self) -> Party | None:
        """The party whose rank or record it is, that took the step, or that pays into the fund. The id of a party,
        such as `asean`.
        """
    @property
    def item(self) -> tuple[Figure, ...]:
        """The keys that are added up."""
    @property
    def among(self) -> tuple[Among, ...]:
        """Those among whom it is ranked; each is a reading, where the sentence does not say who counts as one."""
    @property
    def base(self) -> tuple[datetime.date | Edtf, ...]:
        """The periods that a multiple or growth may start from; each is a reading. A span of time, such as
        `2025/2030`.
        """
    @property
    def end(self) -> tuple[datetime.date | Edtf, ...]:
        """The periods that it may end in, newest first; each is a reading. Left out, they are open or follow from
        `years`. A span of time, such as `2025/2030`.
        """
    @property
    def years(self) -> int | None:
        """How many years the sentence counts from the base; counted either way, they end in one of two years. A whole
        number, such as `25`.
        """
    @property
    def period(self) -> tuple[datetime.date | Edtf, ...]:
        """The periods that a level, share or rank may be of, newest first; each is a reading. Left out, they are open.
        A span of time, such as `2025/2030`.
        """
    @property
    def over(self) -> datetime.date | Edtf | None:
        """The time over which something recurs, is attended or grows. A span of time, such as `2025/2030`."""
    @property
    def value(self) -> Quantity | None:
        """The number that is said, with its hedge: of a share or growth in `%`, of a difference of shares in `points`.
        A quantity, such as `40000 persons`.
        """
    @property
    def upper(self) -> Quantity | None:
        """The upper end of a number that is said to lie *between* two: above `value` and of its unit. Neither has a
        hedge in a record; a sentence such as *rose by less than 3 per cent* is read as `>0 %` and `<3 %`. A
        quantity, such as `40000 persons`.
        """
    @property
    def sense(self) -> Sense | None:
        """Which way a comparison or superlative goes; with `below`, growth or a difference is a fall, and its number
        positive.
        """
    @property
    def since(self) -> datetime.date | Edtf | None:
        """Since when, of a superlative. A date, such as `2024-10-10`."""
    @property
    def fund(self) -> Fund | None:
        """The fund whose money is meant. The id of a fund, such as `akcf`."""
    @property
    def rung(self) -> tuple[Rung, ...]:
        """The rungs of the ladder that are meant."""
    @property
    def per(self) -> Per | None:
        """Whether a number is of each year or of the whole; with `whole`, the years of a level are added."""
    @property
    def commitment(self) -> Commitment | None:
        """The commitment whose target is said to be met. The id of a commitment, such as `poa-2021-3-8`."""
    @property
    def query(self) -> str | None:
        """The query whose rows are counted or must recur."""
    @property
    def every(self) -> Every | None:
        """How often something recurs."""
    @property
    def who(self) -> Party | Person | None:
        """The person or party that attends or is a member. The id of a party or person, such as `lee-jang-keun`."""
    @property
    def organization(self) -> Party | None:
        """The party in which an office or membership is held. The id of a party, such as `asean`."""
    @property
    def role(self) -> str | None:
        """Key of the office or role in it. A key, such as `national-committee`."""
    @property
    def record(self) -> Record | None:
        """The record whose date or length is said, or that comes first. The id of a record, such as `kadif`."""
    @property
    def action(self) -> Action | None:
        """Which of its steps is meant."""
    @property
    def then(self) -> Record | None:
        """The record that comes second. The id of a record, such as `kadif`."""
    @property
    def then_action(self) -> Action | None:
        """Which of its steps is meant."""
    @property
    def ended(self) -> Ended | None:
        """Which end of a span is meant."""
    @property
    def on(self) -> datetime.date | Edtf | None:
        """The day that is said; of a count or membership, the day that it is of. A date, such as `2024-10-10`."""

@typing.final
class Total(Row):
    """The figures of the members of a group in a period, added up."""
    __match_args__: typing.ClassVar = ("truth", "why", "id", "label", "measure", "reporter", "area", "counterpart", "period", "set", "member", "perhaps", "value", "series", "addend", "gap", "printed", "beside", "share", "cite",)
    @property
    def truth(self) -> Truth:
        """How sure the sum is: a maybe where a value that was counted or a membership is one. A gap makes it no maybe:
        it is named. A truth, such as `maybe`.
        """
    @property
    def why(self) -> tuple[Why, ...]:
        """Why it is not surer."""
    @property
    def id(self) -> str:
        """The group."""
    @property
    def label(self) -> str | None:
        """Its name, in the language of the view."""
    @property
    def measure(self) -> Notation:
        """What is measured. A measure, such as `goods-trade`."""
    @property
    def reporter(self) -> Party:
        """Who counted. The id of a party, such as `asean`."""
    @property
    def area(self) -> Party | None:
        """Whose figure it is; the group itself, where its members are the areas. The id of a party, such as `asean`."""
    @property
    def counterpart(self) -> Party | None:
        """With whom; the group itself, where its members are the counterparts. The id of a party, such as `asean`."""
    @property
    def period(self) -> datetime.date | Edtf:
        """The period, as the tables write it. A span of time, such as `2025/2030`."""
    @property
    def set(self) -> str:
        """Whose figures are counted: the members of the group on that day, `asean@2023-12-31`."""
    @property
    def member(self) -> tuple[Party, ...]:
        """These members. The id of a party, such as `asean`."""
    @property
    def perhaps(self) -> tuple[Party, ...]:
        """Who may have been a member on that day, and is not counted. The id of a party, such as `asean`."""
    @property
    def value(self) -> Quantity | None:
        """The sum, with the power of ten and the unit of the tables; none where no member has a value. A quantity,
        such as `40000 persons`.
        """
    @property
    def series(self) -> tuple[Series, ...]:
        """The series that were added up: one, or one of each measure that this one is the sum of. The id of a series,
        such as `kcs-goods-trade`.
        """
    @property
    def addend(self) -> tuple[Addend, ...]:
        """What each member adds."""
    @property
    def gap(self) -> tuple[Gap, ...]:
        """The members without a value."""
    @property
    def printed(self) -> tuple[Counted, ...]:
        """What sources print for the group."""
    @property
    def beside(self) -> tuple[Beside, ...]:
        """Sums of the same members by other tables that lack no more of them."""
    @property
    def share(self) -> tuple[Share, ...]:
        """The shares of the wholes that the reporter gives: of the measure, and of narrower ones."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where all of it comes from, each citation once."""

@typing.final
class Transaction(Part):
    """Money that moved or was bound in a project."""
    __match_args__: typing.ClassVar = ("rung", "amount", "date", "provider", "receiver", "cite", "alternative", "absent",)
    @property
    def rung(self) -> Rung | None:
        """How far the money has come."""
    @property
    def amount(self) -> Money | None:
        """The sum. A sum of money, such as `30e6 USD`."""
    @property
    def date(self) -> datetime.date | Edtf | None:
        """When. A date, such as `2024-10-10`."""
    @property
    def provider(self) -> Party | Fund | None:
        """Who gives. The id of a party or fund, such as `akcf`."""
    @property
    def receiver(self) -> Party | Fund | None:
        """Who receives. The id of a party or fund, such as `akcf`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where the values come from. A record's first citation without `fields` supports every field that no other
        citation names, save dates, figures and references, which some citation must name; a part's citation without
        `fields` supports the whole part.
        """
    @property
    def alternative(self) -> tuple[Alternative, ...]:
        """Other values that sources give for a field, with rank and reason."""
    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is known of fields that hold no value."""

@typing.final
class Unserved(Row):
    """A line that no project carries out, or a project that carries out none. The record lacks a tie: that is no proof
    that there is none.
    """
    __match_args__: typing.ClassVar = ("truth", "why", "id", "kind", "label", "form", "number", "instrument", "pillar", "by", "part_of", "cite",)
    @property
    def truth(self) -> Truth:
        """How surely the view holds it. A truth, such as `maybe`."""
    @property
    def why(self) -> tuple[Why, ...]:
        """Why not more surely."""
    @property
    def id(self) -> str:
        """The line or project."""
    @property
    def kind(self) -> Kind:
        """Its kind: `commitment` or `project`."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def form(self) -> ClauseForm | None:
        """How much of a clause a line is: only `line` is a line of a plan, read in full."""
    @property
    def number(self) -> str | None:
        """Its number as printed."""
    @property
    def instrument(self) -> Instrument | None:
        """The text that it stands in. The id of an instrument, such as `rcep`."""
    @property
    def pillar(self) -> tuple[Concept, ...]:
        """Its pillars, as the schemes map them. The id of a concept, such as `abc-b`."""
    @property
    def by(self) -> tuple[Record, ...]:
        """What else is tied to a line: texts, meetings, other commitments; and projects by ties that are less sure
        than was asked. The id of a record, such as `kadif`.
        """
    @property
    def part_of(self) -> tuple[Project, ...]:
        """The projects of which a project is a part, and which carry out some line. The id of a project, such as
        `kadif`.
        """
    @property
    def cite(self) -> tuple[Citation, ...]:
        """What supports it."""

@typing.final
class Verified(Row):
    """A place in a source with the citations that name it, or a paragraph that none names."""
    __match_args__: typing.ClassVar = ("source", "state", "at", "passage", "paragraph", "now", "count", "used", "opening",)
    @property
    def source(self) -> str:
        """The source."""
    @property
    def state(self) -> PassageState:
        """How it stands."""
    @property
    def at(self) -> str | None:
        """The place as the citations give it; of a paragraph that none names, the place that a citation would give."""
    @property
    def passage(self) -> str | None:
        """The passage that the citations record."""
    @property
    def paragraph(self) -> tuple[int, ...]:
        """The paragraphs where it stands, counted from 1. A whole number, such as `25`."""
    @property
    def now(self) -> str | None:
        """The passage to record, for this copy."""
    @property
    def count(self) -> int:
        """How many citations there are. A whole number, such as `25`."""
    @property
    def used(self) -> tuple[Record, ...]:
        """The records that they are in. The id of a record, such as `kadif`."""
    @property
    def opening(self) -> str | None:
        """How a paragraph begins that no citation names."""

@typing.final
class Wanted(Row):
    """Something that is missing: a value that no source held gives, or what is left of an announced number."""
    __match_args__: typing.ClassVar = ("id", "kind", "label", "what", "part", "state", "missing", "settle", "searched", "note", "used", "cite",)
    @property
    def id(self) -> str:
        """The record that lacks it."""
    @property
    def kind(self) -> Kind:
        """Its kind."""
    @property
    def label(self) -> str:
        """Its name, in the language of the view."""
    @property
    def what(self) -> str:
        """What is missing: a field, by its path, or what an announced number counts."""
    @property
    def part(self) -> str | None:
        """The part that lacks it, in words; none where the record itself does."""
    @property
    def state(self) -> str:
        """Which sort of absence it is: `unknown`, `not-found`, or `missing` of an announced number."""
    @property
    def missing(self) -> int | None:
        """How many are missing, of an announced number. A whole number, such as `25`."""
    @property
    def settle(self) -> str | None:
        """Which source would settle it, and where it is to be had; none where nobody knows."""
    @property
    def searched(self) -> str | None:
        """Where it was looked for."""
    @property
    def note(self) -> str | None:
        """What a reader should know."""
    @property
    def used(self) -> int:
        """How many records refer to the one that lacks it; of what a part lacks, one. A whole number, such as `25`."""
    @property
    def cite(self) -> tuple[Citation, ...]:
        """Where an announced number comes from, or where it is said that the value exists."""

class Absence(Word):
    """A kind of absence. A field that is neither filled nor declared absent was *not collected*."""
    UNKNOWN = "unknown"
    """It exists; its value is not known."""
    NONE = "none"
    """It is known not to exist; a citation says so."""
    NOT_FOUND = "not-found"
    """It was looked for, at the named place and day, and not found."""

class Action(Word):
    """What may be done with a text, a project or a negotiation."""
    DISCUSSED = "discussed"
    """Talked about."""
    PROPOSED = "proposed"
    """Put forward."""
    STUDIED = "studied"
    """Examined, jointly or by one side."""
    DRAFTED = "drafted"
    """Being written."""
    AGREED_IN_PRINCIPLE = "agreed-in-principle"
    """Agreed to be done, its content still open (an agreement to open negotiations is one)."""
    NEGOTIATIONS_LAUNCHED = "negotiations-launched"
    """Negotiations opened."""
    ROUND = "round"
    """A round of negotiations held."""
    CONCLUDED = "concluded"
    """Negotiations ended with a text."""
    INITIALLED = "initialled"
    """Initialled."""
    ADOPTED = "adopted"
    """Adopted by a meeting or body."""
    SIGNED = "signed"
    """Signed."""
    RATIFIED = "ratified"
    """Ratified or approved at home."""
    ACCEDED = "acceded"
    """Acceded to."""
    IN_FORCE = "in-force"
    """Entered into force."""
    AMENDED = "amended"
    """Changed by a later text."""
    WITHDRAWN = "withdrawn"
    """Left by a party."""
    TERMINATED = "terminated"
    """Ended."""
    ANNOUNCED = "announced"
    """Made known."""
    APPROVED = "approved"
    """Approved by whoever decides on it."""
    LAUNCHED = "launched"
    """Begun in public."""
    PLANNED_START = "planned-start"
    """Planned to begin (IATI activity date 1)."""
    START = "start"
    """Began (IATI activity date 2)."""
    PLANNED_END = "planned-end"
    """Planned to end (IATI activity date 3)."""
    END = "end"
    """Ended (IATI activity date 4)."""

class AliasForm(Word):
    """What sort of name an alias is."""
    ACRONYM = "acronym"
    """Initials or another short form."""
    FORMER = "former"
    """A name of the past."""
    VARIANT = "variant"
    """Another spelling or wording."""
    TRANSLATION = "translation"
    """A translation that a source gives."""
    LABEL = "label"
    """What one speaker or text calls it, though others do not."""

class Basis(Word):
    """How a source supports a value."""
    STATED = "stated"
    """The source says it."""
    REPORTED = "reported"
    """A second-hand text reports what another says."""
    ANNOUNCED = "announced"
    """The source announced it before it happened."""
    WORKED_OUT = "worked-out"
    """The editor worked it out from what the source says."""
    ASSIGNED = "assigned"
    """The editor assigned it: a pillar, a theme, an identity."""

class BudgetForm(Word):
    """IATI budget type."""
    ORIGINAL = "original"
    """The first (1)."""
    REVISED = "revised"
    """A later one (2)."""

class BudgetStatus(Word):
    """IATI budget status."""
    INDICATIVE = "indicative"
    """Not bound (1)."""
    COMMITTED = "committed"
    """Bound (2)."""

class ChangeForm(Word):
    """What became of a record."""
    ADDED = "added"
    """The older dataset does not hold it."""
    CHANGED = "changed"
    """Both hold it, and some field differs."""
    REDIRECTED = "redirected"
    """The newer dataset has it under another id."""
    REMOVED = "removed"
    """The newer dataset does not hold it."""

class ClaimForm(Word):
    """What sort of sentence a claim is."""
    FIGURE = "figure"
    """A number, rank or share."""
    EVENT = "event"
    """Something that happened or recurs."""
    POSITION = "position"
    """What the speaker holds."""
    INTENTION = "intention"
    """What the speaker means to do."""
    REASON = "reason"
    """Why, as the speaker sees it."""

class ClaimVerdict(Word):
    """Whether the record bears a claim out."""
    SUPPORTED = "supported"
    """It does, in every reading."""
    CONTRADICTED = "contradicted"
    """It does not, in any reading."""
    DEPENDS = "depends"
    """That depends on how the claim is read, or the numbers are too close to tell."""
    NOT_IN_RECORD = "not-in-record"
    """The record lacks what would show it."""
    UNTESTABLE = "untestable"
    """It is a position, a reason or an intention: no figure, day or row could show it."""

class ClauseForm(Word):
    """How much of a clause was seen."""
    LINE = "line"
    """A numbered line, read in full."""
    LINE_IN_PART = "line-in-part"
    """A numbered line, read in part."""
    NUMBER_ONLY = "number-only"
    """A number whose wording was not seen."""
    HEADING = "heading"
    """A heading."""
    PARAGRAPH = "paragraph"
    """A paragraph of a statement."""
    AREA = "area"
    """An area that another text attributes to a plan."""
    PROVISION = "provision"
    """A provision that another text reports."""
    PLEDGE = "pledge"
    """A pledge by a speaker."""

class CountedAs(Word):
    """How a figure of a group is counted."""
    PRINTED = "printed"
    """As one figure that the reporter prints."""
    PRINTED_PARTS = "printed-parts"
    """As the sum of figures that the reporter prints: exports and imports."""
    MEMBERS_OF_EACH_PERIOD = "members-of-each-period"
    """As the sum over the members that it had in each period."""
    MEMBERS_WHEN_SAID = "members-when-said"
    """As the sum over the members that it had when the sentence was said."""

class DerivedStatus(Word):
    """How a commitment stands on a day, as facts and the day alone tell. What a publisher reports and what an assessor
    judges stand beside it and never change it. The first row whose facts are so gives the status; an empty cell is
    any. What the record lacks to say more stands at the end. | | made | deadline | numbers | its years | what
    carries it out | status | lacking | | --- | --- | --- | --- | --- | --- | --- | --- | | 1 | ahead | | | | | *not
    started* | | | 2 | | passed | met | | | *met* | | | 3 | | passed | missed | | | *missed* | | | 4 | | passed |
    unsettled | | | *unsettled* | figures | | 5 | | passed | | | running | *under way* | completion | | 6 | | passed
    | | | over | *ended* | | | 7 | | passed | not in record | | | *overdue* | figures | | 8 | | passed | | | |
    *overdue* | completion | | 9 | | | | over | | *ended* | | | 10 | | | | ahead | | *not started* | | | 11 | | | |
    | running | *under way* | | | 12 | | | | | ahead | *not started* | | | 13 | | | | running | | *open* | work | |
    14 | | ahead | | | | *open* | work | | 15 | done | | | | | *open* | work | | 16 | | | | | | *unknown* | day,
    years, deadline, work |
    """
    NOT_STARTED = "not-started"
    """It is not made yet, its years lie ahead, or all that carries it out does."""
    OPEN = "open"
    """It holds, and nothing in the record shows work on it on the day."""
    UNDER_WAY = "under-way"
    """Something that carries it out runs on the day."""
    MET = "met"
    """Its deadline has passed, and its numbers were reached."""
    MISSED = "missed"
    """Its deadline has passed, and its numbers were not reached."""
    UNSETTLED = "unsettled"
    """Its deadline has passed, and its numbers are reached on some figures and not on others, or are too close to
    tell.
    """
    OVERDUE = "overdue"
    """Its deadline has passed, and nothing in the record says that it was done. That is no proof that it was not."""
    ENDED = "ended"
    """Its years are over, or what carries it out is."""
    UNKNOWN = "unknown"
    """The record does not hold what would tell."""

class DisagreementForm(Word):
    """What may disagree."""
    REPORTERS = "reporters"
    """A number is met on one reporter's figures and missed on another's."""
    REPORTED_DERIVED = "reported-derived"
    """What a publisher reports is not what follows from facts."""
    ASSESSED_DERIVED = "assessed-derived"
    """What an assessor judges is not what follows from facts."""
    ASSESSORS = "assessors"
    """Two assessors judge the same otherwise."""
    SOURCES = "sources"
    """Sources differ on the commitment itself."""

class DueState(Word):
    """How a deadline lies to the day."""
    NONE = "none"
    """None is in the record."""
    AHEAD = "ahead"
    """It has not passed: its last day is the day or a later one."""
    PASSED = "passed"
    """It has passed."""

class Ended(Word):
    """Which end of a span a sentence means."""
    START = "start"
    """Its start."""
    END = "end"
    """Its end."""

class EventState(Word):
    """How a meeting stands on a day."""
    HELD = "held"
    """A source says or reports that it took place."""
    AHEAD = "ahead"
    """Its day has not come."""
    NOT_CONFIRMED = "not-confirmed"
    """Its day has passed; it was announced, and nothing in the record says that it took place."""
    CANCELLED = "cancelled"
    """It was called off."""
    POSTPONED = "postponed"
    """It was put off."""
    UNDATED = "undated"
    """Its day is not in the record."""

class Every(Word):
    """How often something recurs."""
    YEAR = "year"
    """Each year."""
    TIME = "time"
    """At each of the rows."""

class ExtentRead(Word):
    """How much of a source was read."""
    WHOLE = "whole"
    """All of it."""
    PART = "part"
    """Some of it."""
    OPENING = "opening"
    """The opening lines of the page."""
    TABLE = "table"
    """A table."""
    SEEN_ELSEWHERE = "seen-elsewhere"
    """Only what another text says of it."""

class FieldChangeForm(Word):
    """What became of a field or part."""
    ADDED = "added"
    """It was empty."""
    REMOVED = "removed"
    """It is empty now."""
    VALUE = "value"
    """Another value stands."""
    CORRECTED = "corrected"
    """Another value stands, and the old one is kept as wrong, with the reason."""
    RANK = "rank"
    """The same value has another standing."""
    CITATION = "citation"
    """It rests on other citations."""

class Fit(Word):
    """How what is measured lies to what is allowed."""
    INSIDE = "inside"
    """All of it is allowed."""
    OVERLAPPING = "overlapping"
    """Some of it is: too close to tell at the printed precision."""
    OUTSIDE = "outside"
    """Nothing of it is."""

class GapReason(Word):
    """Why a member has no value."""
    NOT_IN_TABLE = "not-in-table"
    """The series never has it."""
    OTHER_PERIOD = "other-period"
    """The series has it for other periods."""
    MISSING = "missing"
    """The table is empty there."""
    HIDDEN = "hidden"
    """No source that is known by the day of the view gives it, or it is later."""

class Holder(Word):
    """How many hold a role at a time."""
    ONE = "one"
    """One."""
    MANY = "many"
    """Any number."""

class InstrumentForm(Word):
    """What sort of text an instrument is."""
    TREATY = "treaty"
    """A treaty or agreement."""
    PROTOCOL = "protocol"
    """A protocol to a treaty."""
    DECLARATION = "declaration"
    """A declaration."""
    JOINT_STATEMENT = "joint-statement"
    """A joint statement."""
    VISION = "vision"
    """A vision."""
    PLAN_OF_ACTION = "plan-of-action"
    """A plan of action."""
    POLICY = "policy"
    """A policy or initiative of one side."""
    LIST = "list"
    """A list of projects."""
    NEGOTIATION = "negotiation"
    """Talks towards a text."""

class Kind(Word):
    """A kind of record."""
    PARTNERSHIP = "partnership"
    """The relation itself: its sides, its dated levels, its steering bodies."""
    CONCEPT = "concept"
    """A term of a scheme that the dataset declares: a pillar, a theme, a measure."""
    SOURCE = "source"
    """A document or page that supports facts."""
    PARTY = "party"
    """A country, organisation, bloc, body or forum."""
    PERSON = "person"
    """A person, with dated posts."""
    INSTRUMENT = "instrument"
    """A declaration, statement, vision, plan, agreement, policy, list or negotiation."""
    COMMITMENT = "commitment"
    """A discrete public statement of intent: a line of a plan, a provision, a pledge."""
    ASSESSMENT = "assessment"
    """A dated judgement by a named assessor, in the assessor's own vocabulary."""
    PROJECT = "project"
    """A programme, project, component or activity."""
    FUND = "fund"
    """A fund with dated contributions."""
    EVENT = "event"
    """A meeting of a series, or a happening of its own."""
    SERIES = "series"
    """An indicator as one reporter sees it, with observations."""
    CLAIM = "claim"
    """Something that a named speaker or text says."""

class KnownAs(Word):
    """What words can be recognised as."""
    PARTY = "party"
    """A party."""
    MEASURE = "measure"
    """A measure."""
    RECORD = "record"
    """Another record."""
    NUMBER = "number"
    """A number."""
    YEAR = "year"
    """A year."""

class Lacking(Word):
    """What would tell more, and is not in the record."""
    DAY = "day"
    """The day on which it was made."""
    YEARS = "years"
    """The years for which it holds."""
    DEADLINE = "deadline"
    """A deadline."""
    WORK = "work"
    """What is being done to carry it out."""
    COMPLETION = "completion"
    """Whether it was done."""
    FIGURES = "figures"
    """Figures that would decide its numbers."""

class LineageForm(Word):
    """How a clause continues an earlier one."""
    CARRIED = "carried"
    """As it was."""
    STRENGTHENED = "strengthened"
    """Made stronger."""
    WEAKENED = "weakened"
    """Made weaker."""
    MERGED = "merged"
    """Joined with others."""
    SPLIT = "split"
    """One of several that came of it."""
    DROPPED = "dropped"
    """No longer there."""
    NEW = "new"
    """Not there before."""

class MadeState(Word):
    """Whether something was made by the day."""
    UNKNOWN = "unknown"
    """When is not in the record."""
    AHEAD = "ahead"
    """It lies ahead."""
    DONE = "done"
    """It was."""

class MeetingPart(Word):
    """The parts of the two pages, in their order."""
    MEETING = "meeting"
    """The meeting, and the one before it with what came of it."""
    DUE = "due"
    """What is to be done, and by when."""
    OVERDUE = "overdue"
    """What was to be done by now, and is not known to be done."""
    CHANGED = "changed"
    """What changed since the meeting before."""
    POSTS = "posts"
    """Who holds which post on the day."""
    FIGURES = "figures"
    """What each side counts, and how far they are apart."""
    DISAGREEMENTS = "disagreements"
    """Where sources, or statuses, do not agree."""
    SAID = "said"
    """What each side said last."""
    UNKNOWN = "unknown"
    """What the record does not tell."""

class NumbersState(Word):
    """What the numeric targets of a commitment say together, each on the figures of those reporters that tell."""
    NONE = "none"
    """It has none."""
    PENDING = "pending"
    """Some are pending."""
    MET = "met"
    """All are met."""
    MISSED = "missed"
    """Some are missed, and none is met."""
    UNSETTLED = "unsettled"
    """Some are met and others not, or one is on one reporter's figures and not on another's, or it is too close to
    tell.
    """
    NOT_IN_RECORD = "not-in-record"
    """Of none the record tells."""

class ObservationStatus(Word):
    """The standing of a value (SDMX `CL_OBS_STATUS`, in words)."""
    NORMAL = "normal"
    """Normal (A)."""
    ESTIMATED = "estimated"
    """Estimated (E)."""
    PROVISIONAL = "provisional"
    """Provisional (P)."""
    MISSING = "missing"
    """The table has no value (M)."""
    DOUBTFUL = "doubtful"
    """Doubtful (D)."""

class Online(Word):
    """Whether something was held online."""
    NO = "no"
    """In person."""
    YES = "yes"
    """Online."""
    HYBRID = "hybrid"
    """Both."""

class ParticipantRole(Word):
    """The part that somebody plays. The first four are IATI organisation roles, the others are those of meetings."""
    FUNDING = "funding"
    """Gives the money (1)."""
    ACCOUNTABLE = "accountable"
    """Answers for it (2)."""
    EXTENDING = "extending"
    """Manages it for whoever funds it (3)."""
    IMPLEMENTING = "implementing"
    """Carries it out (4)."""
    SUPPORTING = "supporting"
    """Backs it, in whichever way the source leaves open."""
    BENEFICIARY = "beneficiary"
    """Benefits from it."""
    CHAIR = "chair"
    """Chairs."""
    CO_CHAIR = "co-chair"
    """Chairs together with another."""
    HEAD = "head"
    """Leads a delegation."""
    MEMBER = "member"
    """Takes part."""
    OBSERVER = "observer"
    """Watches."""
    HOST = "host"
    """Gives the place."""
    ORGANISER = "organiser"
    """Brings it about."""
    SPEAKER = "speaker"
    """Speaks or performs."""

class PartyForm(Word):
    """What sort of party it is."""
    COUNTRY = "country"
    """A state."""
    ECONOMY = "economy"
    """A customs territory or economy that is no state."""
    BLOC = "bloc"
    """A group of states with organs of its own."""
    ORGANISATION = "organisation"
    """An organisation: a ministry, agency, institute, company, journal."""
    BODY = "body"
    """An organ of a party or of several."""
    FORUM = "forum"
    """A series of meetings."""

class PassageState(Word):
    """How a place in a source stands in a copy of its text; the worst first."""
    MISSING = "missing"
    """The text has no such place."""
    CHANGED = "changed"
    """What stands at the place is not what was read."""
    MISPLACED = "misplaced"
    """What was read stands elsewhere than where the place points."""
    MOVED = "moved"
    """What was read stands at the place, which has another number of paragraph than the passage says."""
    UNPLACED = "unplaced"
    """No rule says which paragraph the place names, and no passage does."""
    PLACED = "placed"
    """The text has the place; no passage is recorded."""
    VERIFIED = "verified"
    """What was read stands where the citation says."""
    WHOLE = "whole"
    """The citation names the source as a whole."""
    UNREFERENCED = "unreferenced"
    """No citation names the paragraph."""

class Per(Word):
    """Whether a number is of each year or of the whole time."""
    YEAR = "year"
    """Of each year."""
    WHOLE = "whole"
    """Of the whole."""

class PrintedForm(Word):
    """How a printed figure is worked out."""
    PARTS = "parts"
    """As the sum of the parts of its measure: exports and imports."""
    MEMBERS = "members"
    """As the sum over the members of a group."""
    BALANCE = "balance"
    """As one part less the other."""
    YEARS = "years"
    """As the sum of its years."""
    GROWTH = "growth"
    """As growth over the year before, or a year on average."""
    SHARE = "share"
    """As a share of a whole."""
    CLAIM = "claim"
    """As a claim: a multiple, a growth, a share or a sum that somebody says."""

class PrintedVerdict(Word):
    """Whether a printed figure is what it comes to."""
    DISAGREES = "disagrees"
    """It is not, in any way of working it out."""
    DEPENDS = "depends"
    """That depends on how it is worked out."""
    AGREES = "agrees"
    """It is, at the printed precision."""
    NOT_HELD = "not-held"
    """The record lacks what it would be worked out from."""

class ProjectForm(Word):
    """What sort of undertaking a project is (IATI hierarchy)."""
    PROGRAMME = "programme"
    """Several projects under one name, or one that recurs."""
    PROJECT = "project"
    """A project."""
    COMPONENT = "component"
    """A part of a project."""
    ACTIVITY = "activity"
    """A single activity."""

class Rank(Word):
    """The standing of one of several values."""
    PREFERRED = "preferred"
    """The value that the record prefers."""
    NORMAL = "normal"
    """It may be right too."""
    DEPRECATED = "deprecated"
    """It is known to be wrong: shown, and never a reading of anything."""

class Rung(Word):
    """A rung of the ladder of money (IATI transaction types)."""
    PLEDGE = "pledge"
    """Promised."""
    COMMITMENT = "commitment"
    """Bound by a contract or decision (2)."""
    DISBURSEMENT = "disbursement"
    """Paid over (3)."""
    EXPENDITURE = "expenditure"
    """Spent (4)."""
    UNSTATED = "unstated"
    """The source does not say how far it has come."""

class Scheme(Word):
    """A vocabulary of assessment."""
    OGP = "ogp"
    """Open Government Partnership, completion."""
    G20 = "g20"
    """G20 Research Group: −1, 0, +1."""
    OWN = "own"
    """The assessor's own words."""

class Sense(Word):
    """Which way a comparison goes."""
    ABOVE = "above"
    """Above, largest, latest."""
    BELOW = "below"
    """Below, smallest."""
    FIRST = "first"
    """First."""

class SentenceState(Word):
    """Whether a sentence is read."""
    READ = "read"
    """It is, and has a verdict."""
    NOT_READ = "not-read"
    """It is not understood: why is said."""
    NOTHING = "nothing"
    """It has no number, rank or date, and is not tried."""

class SpanState(Word):
    """How a span of time lies to the day."""
    NONE = "none"
    """None is in the record."""
    AHEAD = "ahead"
    """It lies ahead."""
    RUNNING = "running"
    """It runs."""
    OVER = "over"
    """It is over."""

class Stage(Word):
    """How far the window of an assessment has run."""
    INTERIM = "interim"
    """Within the window."""
    FINAL = "final"
    """After it."""

class StatusCode(Word):
    """IATI activity status (codes 1 to 6), with `postponed` for meetings."""
    PIPELINE = "pipeline"
    """Being scoped or planned (1)."""
    IMPLEMENTATION = "implementation"
    """Being carried out (2)."""
    FINALISATION = "finalisation"
    """Physically complete, accounts still open (3)."""
    CLOSED = "closed"
    """Complete (4)."""
    CANCELLED = "cancelled"
    """Cancelled (5)."""
    SUSPENDED = "suspended"
    """Halted for a time (6)."""
    POSTPONED = "postponed"
    """Put off (of meetings)."""

class StrandForm(Word):
    """How a clause stands in a line."""
    STANDS = "stands"
    """It stands in the text, and no reviewed link ties it to an earlier clause."""
    CARRIED = "carried"
    """It continues an earlier clause as it was."""
    STRENGTHENED = "strengthened"
    """It continues an earlier clause and is stronger."""
    WEAKENED = "weakened"
    """It continues an earlier clause and is weaker."""
    MERGED = "merged"
    """It joins earlier clauses."""
    SPLIT = "split"
    """It is one of several that came of an earlier clause."""
    RESTATED = "restated"
    """It says an earlier commitment again."""
    NEW = "new"
    """It is new: a source or the editors say that nothing earlier stands behind it."""
    DROPPED = "dropped"
    """The text no longer has it."""
    NO_EVIDENCE = "no-evidence"
    """Nothing in the record tells whether the text has it: no evidence either way."""

class Sure(Word):
    """How sure a tie is."""
    STATED = "stated"
    """A source names both ends."""
    STRONG = "strong"
    """A source ties them, though not to the numbered line."""
    INFERRED = "inferred"
    """The editors' own."""

class TallyGroup(Word):
    """What a number of the coverage counts."""
    RECORDS = "records"
    """Records, by kind."""
    SOURCES = "sources"
    """Sources, by who speaks in them."""
    BASIS = "basis"
    """Facts, by how their best citation supports them."""
    SUPPORT = "support"
    """Facts with a place in their source, or with an official source."""
    CLAUSES = "clauses"
    """Clauses of a text that has more of them, by form."""

class TargetResult(Word):
    """How a numeric target stands on one reporter's figures."""
    PENDING = "pending"
    """Its deadline has not passed: there is no verdict, whatever the figures are."""
    MET = "met"
    """The figure of the deadline reaches it."""
    MISSED = "missed"
    """The figure of the deadline does not reach it."""
    TOO_CLOSE = "too-close"
    """The figure of the deadline may reach it or not: too close at the printed precision."""
    NOT_IN_RECORD = "not-in-record"
    """The record does not hold what would decide it."""

class TestKind(Word):
    """Kinds of test. Each names the fields that it needs."""
    MULTIPLE = "multiple"
    """A level has become so many times another: `figure` or `fund`, `base`, `value`; `end` or `years`, unless open."""
    GROWTH = "growth"
    """A level has grown by so many per cent: `figure` or `fund`, `base`, `value`; `end`, unless open."""
    MEAN_GROWTH = "mean-growth"
    """It has grown by so many per cent a year on average: `figure`, `over`, `value`."""
    DIFFERENCE = "difference"
    """It differs by so much: `figure` or `fund`, `base`, `value`; `of`, if it is a share; `end`, unless open."""
    COMPARE = "compare"
    """One level lies above or below another: `figure`, `of`, `period`, `sense`."""
    SHARE = "share"
    """It is such a share of another: `figure`, `of`, `value`; `period`, unless open."""
    RANK = "rank"
    """It ranks so: `figure`, `party`, `among`, `value`; `period`, unless open."""
    SUPERLATIVE = "superlative"
    """It is the largest or first: `figure`, `party`, `among`, `period`, `sense`."""
    THRESHOLD = "threshold"
    """A level lies above, below or at a number: `figure`, `value`; `period`, unless open; `per`, if years are added."""
    SUM = "sum"
    """Parts add up to a number: `item`, `period`, `value`."""
    FUNDING = "funding"
    """A fund's level or sum: `fund`, `per`, `value`; `period`, unless open."""
    TARGET_MET = "target-met"
    """A target is met: `commitment`."""
    COUNT = "count"
    """So many rows: `query`, `value`."""
    RECURRENCE = "recurrence"
    """Something recurs each year: `query`, `every`, `over`."""
    PRESENCE = "presence"
    """Somebody, or the holder of an office, attended all: `query`, `over`, and `who` or `organization` with `role`."""
    MEMBER = "member"
    """Somebody is a member: `who`, `organization`, `period`."""
    DATED = "dated"
    """Something is of that day: `record`, `on`."""
    LENGTH = "length"
    """Something lasts so long: `record`, `value`."""
    ORDER = "order"
    """One came before another: `record`, `then`."""

class Tier(Word):
    """Who speaks in a source."""
    OFFICIAL_TEXT = "official-text"
    """A text that the parties themselves agreed or issued."""
    OFFICIAL_SITE = "official-site"
    """A page of a party or its body."""
    STATISTICS = "statistics"
    """A statistics office or its tables."""
    PRESS = "press"
    """A newspaper, agency, journal or broadcaster."""
    REFERENCE = "reference"
    """A work of reference, or an editors' own text."""

class TitleBy(Word):
    """Whose words a title is."""
    PUBLISHER = "publisher"
    """The publisher's."""
    EDITOR = "editor"
    """A description by the editors."""

class Transform(Word):
    """What the values of a series are."""
    LEVEL = "level"
    """Levels."""
    GROWTH = "growth"
    """Growth over the period before."""
    SHARE = "share"
    """Shares of a whole."""
    RANK = "rank"
    """Ranks."""
    AVERAGE = "average"
    """Averages over the period."""
    CUMULATIVE = "cumulative"
    """Sums up to the end of the period."""

class Turning(Word):
    """What a verdict depends on."""
    PERIOD = "period"
    """The year that it is of, or ends in."""
    BASE = "base"
    """The year that it starts from."""
    REPORTER = "reporter"
    """Who counted."""
    COUNTING = "counting"
    """How a group is counted."""
    AMONG = "among"
    """Who counts as one."""
    PRINTING = "printing"
    """Which of several values that sources give is taken."""
    PRECISION = "precision"
    """How precisely the figures are printed: the numbers are too close to tell."""
    CERTAINTY = "certainty"
    """Whether what was announced or is not surely dated is so."""

class Why(Word):
    """Why something is only maybe so."""
    SOURCE_DATE = "source-date"
    """The date of its source is vague or unknown."""
    FACT_DATE = "fact-date"
    """Its own date is imprecise or uncertain."""
    ANNOUNCED = "announced"
    """It is announced; nothing held says that it happened."""
    ALTERNATIVE = "alternative"
    """One of several values that sources give."""
    OPEN_TERM = "open-term"
    """The end of its time is not known."""
    UNDATED = "undated"
    """Its time is not in the record."""
    HEDGE = "hedge"
    """The number is hedged."""
    GROUP = "group"
    """A group that it belongs to is named, and not it."""
    LEFT_OUT = "left-out"
    """What the table leaves out may stand before it."""
    INFERRED = "inferred"
    """A tie that it rests on is the editors' own."""

def query(text: str = "", /) -> Answer[Record]: ...
def search(text: str, /) -> Answer[Record]: ...
def timeline(text: str = "", /) -> Answer[Moment]: ...
@typing.overload
def brief(meeting: None = None, /) -> Answer[Section]: ...
@typing.overload
def brief(meeting: str, /, *, since: _Day | None = None) -> Answer[MeetingLine]: ...
def show(*ids: str) -> Answer[Record]: ...
def cite(*ids: str) -> Answer[Reference]: ...
@typing.overload
def get(id: str, /) -> Record | None: ...
@typing.overload
def get(id: str, default: _Default, /) -> Record | _Default: ...
def at(*, on: _Day | None = ..., known_on: _Day | None = ..., lang: str | None = None) -> View: ...
def coverage() -> Answer[Tally | Coverage]: ...
def wanted() -> Answer[Wanted]: ...
def total(text: str, /) -> Answer[Total]: ...
def rank(text: str, /) -> Answer[Standing]: ...
def targets(text: str = "", /) -> Answer[TargetRow]: ...
def ledger(text: str = "", /, *, due_by: _Day | None = None, overdue: bool = False, stale_for: str | None = None) -> Answer[Promise]: ...
def implements(of: str = "", /, *, sure: Sure | str | None = None) -> Answer[Serving | Purse]: ...
def unserved(of: str = "", /, *, sure: Sure | str | None = None) -> Answer[Unserved]: ...
def lineage(of: str, /) -> Answer[Strand]: ...
def supports(text: str = "", /) -> Answer[Source]: ...
def tables() -> dict[str, Table]: ...
def check(*ids: str, source: str | None = None, speaker: str | None = None) -> Answer[Checked]: ...
def check_text(text: str, /) -> Answer[Sentence]: ...
def check_printed() -> Answer[Printed]: ...
def claim_reviews(*ids: str, source: str | None = None, speaker: str | None = None) -> str: ...
def mirror(text: str, /) -> Answer[Mirrored]: ...
def figures(*ids: str) -> Answer[SeriesFigure]: ...
def partnerships(*words: str, **filters: _Filter) -> Answer[Partnership]: ...
def concepts(*words: str, **filters: _Filter) -> Answer[Concept]: ...
def sources(*words: str, **filters: _Filter) -> Answer[Source]: ...
def parties(*words: str, **filters: _Filter) -> Answer[Party]: ...
def persons(*words: str, **filters: _Filter) -> Answer[Person]: ...
def instruments(*words: str, **filters: _Filter) -> Answer[Instrument]: ...
def commitments(*words: str, **filters: _Filter) -> Answer[Commitment]: ...
def assessments(*words: str, **filters: _Filter) -> Answer[Assessment]: ...
def projects(*words: str, **filters: _Filter) -> Answer[Project]: ...
def funds(*words: str, **filters: _Filter) -> Answer[Fund]: ...
def events(*words: str, **filters: _Filter) -> Answer[Event]: ...
def series(*words: str, **filters: _Filter) -> Answer[Series]: ...
def claims(*words: str, **filters: _Filter) -> Answer[Claim]: ...

__all__ = [
    "Answer",
    "Dataset",
    "DatasetError",
    "DatasetReadError",
    "Edtf",
    "Fault",
    "InternalError",
    "Line",
    "Match",
    "Moment",
    "Money",
    "NotInViewError",
    "Part",
    "ParseError",
    "PartnershipError",
    "Quantity",
    "QueryError",
    "Record",
    "Reference",
    "Row",
    "Section",
    "Table",
    "UnknownCodeError",
    "UnknownIdError",
    "View",
    "explain",
    "validate",
    "Absent",
    "Addend",
    "Alias",
    "Alternative",
    "Among",
    "Assessed",
    "Assessment",
    "Beside",
    "Break",
    "Budget",
    "Change",
    "Checked",
    "Citation",
    "Claim",
    "Codes",
    "Commitment",
    "Concept",
    "Contribution",
    "Copy",
    "Count",
    "Counted",
    "Coverage",
    "Derived",
    "Disagreement",
    "Event",
    "Evidence",
    "Fact",
    "FieldChange",
    "Figure",
    "Fund",
    "Gap",
    "Holds",
    "Instrument",
    "Known",
    "Level",
    "Lineage",
    "Link",
    "Measured",
    "MeetingLine",
    "Membership",
    "MirrorGap",
    "MirrorSide",
    "Mirrored",
    "NamedRecord",
    "Observation",
    "Ordinal",
    "Participant",
    "Partnership",
    "Party",
    "Person",
    "Printed",
    "Project",
    "Promise",
    "Purse",
    "Ranked",
    "Reading",
    "Reported",
    "Result",
    "Review",
    "Role",
    "Score",
    "Seen",
    "Sentence",
    "Series",
    "SeriesFigure",
    "Served",
    "Serving",
    "Share",
    "Source",
    "Spot",
    "Standing",
    "Status",
    "StatusFacts",
    "Step",
    "Strand",
    "SumOfMoney",
    "Supported",
    "Tally",
    "Target",
    "TargetRow",
    "Test",
    "Total",
    "Transaction",
    "Unserved",
    "Verified",
    "Wanted",
    "Absence",
    "Action",
    "AliasForm",
    "Basis",
    "BudgetForm",
    "BudgetStatus",
    "ChangeForm",
    "ClaimForm",
    "ClaimVerdict",
    "ClauseForm",
    "CountedAs",
    "DerivedStatus",
    "DisagreementForm",
    "DueState",
    "Ended",
    "EventState",
    "Every",
    "ExtentRead",
    "FieldChangeForm",
    "Fit",
    "GapReason",
    "Holder",
    "InstrumentForm",
    "Kind",
    "KnownAs",
    "Lacking",
    "LineageForm",
    "MadeState",
    "MeetingPart",
    "NumbersState",
    "ObservationStatus",
    "Online",
    "ParticipantRole",
    "PartyForm",
    "PassageState",
    "Per",
    "PrintedForm",
    "PrintedVerdict",
    "ProjectForm",
    "Rank",
    "Rung",
    "Scheme",
    "Sense",
    "SentenceState",
    "SpanState",
    "Stage",
    "StatusCode",
    "StrandForm",
    "Sure",
    "TallyGroup",
    "TargetResult",
    "TestKind",
    "Tier",
    "TitleBy",
    "Transform",
    "Turning",
    "Why",
    "query",
    "search",
    "timeline",
    "brief",
    "show",
    "cite",
    "get",
    "at",
    "coverage",
    "wanted",
    "total",
    "rank",
    "targets",
    "ledger",
    "implements",
    "unserved",
    "lineage",
    "supports",
    "tables",
    "check",
    "check_text",
    "check_printed",
    "claim_reviews",
    "mirror",
    "figures",
    "partnerships",
    "concepts",
    "sources",
    "parties",
    "persons",
    "instruments",
    "commitments",
    "assessments",
    "projects",
    "funds",
    "events",
    "series",
    "claims",
    "Notation",
    "Text",
    "Truth",
    "Word",
]
