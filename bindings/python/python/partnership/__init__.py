"""A typed, sourced, queryable record of the ASEAN–Republic of Korea partnership. Works offline: the record is inside.

>>> import partnership
>>> kadif = partnership.show("kadif")[0]
>>> kadif.budget[0].amount[0].currency
'USD'
>>> [cite.source.id for cite in kadif.cites("budget")][:1]
['msit2023']

Questions of the module are those of `Dataset.embedded()`. Every answer can tell its sources.
"""

from . import _native
from ._errors import (
    DatasetError,
    DatasetReadError,
    InternalError,
    NotInViewError,
    ParseError,
    PartnershipError,
    QueryError,
    UnknownCodeError,
    UnknownIdError,
)
from ._native import (
    Answer,
    Dataset,
    Edtf,
    Fault,
    Line,
    Match,
    Moment,
    Money,
    Part,
    Quantity,
    Record,
    Reference,
    Row,
    Section,
    Table,
    View,
    explain,
    validate,
)

# Written out by the tool that writes the stubs; the test of the stubs keeps both alike.
from ._names import CLASSES, SHORTCUTS, VALUES

__version__ = _native.__version__

__all__ = [
    *("Answer", "Dataset", "DatasetError", "DatasetReadError", "Edtf", "Fault", "InternalError", "Line"),
    *("Match", "Moment", "Money", "NotInViewError", "Part", "ParseError", "PartnershipError", "Quantity", "QueryError"),
    *("Record", "Reference", "Row", "Section", "Table", "UnknownCodeError", "UnknownIdError", "View", "explain", "validate"),
    *CLASSES,
    *SHORTCUTS,
    *VALUES,
]


def _plural(kind: str, plural: str, doc: str):
    def ask(self, *words, **filters):
        return self._list(kind, words, filters)

    ask.__name__, ask.__qualname__, ask.__module__ = plural, f"View.{plural}", __name__
    ask.__doc__ = (
        f"{doc}\n\nWords search; keywords filter, as fields of the query language do: a value, or several of which any\n"
        f"will do; two underscores stand for a dot. Raises QueryError, a ValueError."
    )
    return ask


for _kind, _plural_name, _doc in _native._plurals():
    setattr(View, _plural_name, _plural(_kind, _plural_name, _doc))
del _kind, _plural_name, _doc


def __getattr__(name: str):
    # Classes are made, and the record unpacked, when they are first asked for.
    if name in SHORTCUTS:
        found = getattr(Dataset.embedded(), name)
    elif name in VALUES:
        from . import _values

        found = getattr(_values, name)
    elif name in CLASSES:
        found = _native._class_of(name)
    else:
        raise AttributeError(f"module `partnership` has no attribute `{name}`", name=name, obj=None)
    globals()[name] = found
    return found


def __dir__():
    return sorted(__all__)
