"""Errors of Python's own kinds, with the messages of the record."""


class PartnershipError(Exception):
    """Whatever this package refuses.

    `text` is the refused input, `nearest` what was probably meant, where that is known.
    """

    def __init__(self, message="", *, text=None, nearest=None, **more):
        super().__init__(message)
        self.message = message
        self.text = text
        self.nearest = nearest
        for name, value in more.items():
            setattr(self, name, value)

    def __str__(self):
        return self.message

    def __reduce__(self):
        return _again, (type(self), self.__dict__)


class _Helpful(PartnershipError):
    def __str__(self):
        """The message, and what to write instead: the help, else the words that would do."""
        help = self.help
        if help and help.startswith("`partnership "):
            # That is a command for a terminal.
            help = None
        if help is None and self.expected and "expected" not in self.message:
            help = f"expected {', '.join(f'`{word}`' for word in self.expected)}"
        return f"{self.message}; {help}" if help else self.message


class InternalError(PartnershipError, RuntimeError):
    """A fault of the package itself. Please report it, with its message."""


class ParseError(PartnershipError, ValueError):
    """A text that is not a value; `expected` says what would have been."""

    expected = None


class QueryError(_Helpful, ValueError):
    """A text that is not a question.

    `code` is stable (see `partnership.explain`); `span` holds the first character of `text` that is meant, and the one
    after the last; `expected` lists what is accepted there, and `help` says what to write instead.
    """

    code = ""
    span = (0, 0)
    expected = ()
    help = None


class UnknownIdError(_Helpful, KeyError):
    """An id that no record has, with the same attributes as `QueryError`."""

    code = ""
    span = (0, 0)
    expected = ()
    help = None


class NotInViewError(UnknownIdError):
    """A record that the view hides, with the reason."""


class UnknownCodeError(PartnershipError, KeyError):
    """A code that no rule has."""


class DatasetError(PartnershipError, ValueError):
    """Bytes or files that are not a dataset; `faults` lists every fault."""

    faults = ()


class DatasetReadError(PartnershipError, OSError):
    """A file or folder that cannot be read; `errno` and `filename` as of any OSError."""

    def __init__(self, message="", *, errno=None, filename=None, **more):
        OSError.__init__(self, message)
        PartnershipError.__init__(self, message, **more)
        self.errno, self.filename = errno, filename

    def __reduce__(self):
        return _again, (type(self), {**self.__dict__, "errno": self.errno, "filename": self.filename})


def _again(kind, values):
    return kind(**values)


for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = "partnership"
del _class
