"""Values that are texts, and more."""

from enum import Enum


class Text(str):
    """A text in the language of the view, where it is held in it; `all` has every language, by BCP 47 tag.

    >>> import partnership
    >>> name = partnership.show("kr")[0].name
    >>> name, name.all["ko"]
    ('Republic of Korea', '한국')
    """

    __slots__ = ("_all",)
    __module__ = "partnership"

    def __new__(cls, text, all=()):
        made = super().__new__(cls, text)
        object.__setattr__(made, "_all", dict(all))
        return made

    @property
    def all(self):
        """Every language that the record holds, by tag."""
        return dict(self._all)

    @property
    def lang(self):
        """The language that it is read in; `None` for a text of no language."""
        return next((tag for tag, text in self._all.items() if text == self), None)

    def __setattr__(self, name, value):
        raise AttributeError(f"`{name}` cannot be set: values do not change")

    def __reduce__(self):
        return Text, (str(self), self._all)


class Notation(str):
    """The notation of a concept, such as a pillar; `concept` leads to its record.

    >>> import partnership
    >>> partnership.show("kadif")[0].pillar[0].concept.kind
    <Kind.CONCEPT: 'concept'>
    """

    __slots__ = ("_concepts",)
    __module__ = "partnership"

    def __new__(cls, text, concepts=()):
        made = super().__new__(cls, text)
        object.__setattr__(made, "_concepts", tuple(concepts))
        return made

    @property
    def concepts(self):
        """The concepts that it may stand for: one, or one of each of several schemes."""
        return self._concepts

    @property
    def concept(self):
        """The concept that it stands for; `None` where it may stand for several."""
        return self._concepts[0] if len(self._concepts) == 1 else None

    def __setattr__(self, name, value):
        raise AttributeError(f"`{name}` cannot be set: values do not change")

    def __reduce__(self):
        return Notation, (str(self), self._concepts)


class Word(str, Enum):
    """A word of a closed list. It is the text that queries and JSON write; `doc` says what it means."""

    def __new__(cls, word, doc="", ko=""):
        made = str.__new__(cls, word)
        made._value_ = word
        made._doc, made._ko = doc, ko
        return made

    @property
    def doc(self):
        """What the word means."""
        return self._doc

    def label(self, lang="en"):
        """The word as a person reads it, in English or (with `ko`) in Korean, where that is given."""
        return self._ko if lang == "ko" and self._ko else self.value.replace("-", " ")

    def __str__(self):
        return self.value

    def __format__(self, spec):
        return format(self.value, spec)


class Truth(Word):
    """Whether something is so. `MAYBE` is neither true nor false, so a truth is no condition by itself."""

    NO = "no", "Surely not so."
    MAYBE = "maybe", "So for some of the possible facts, and not for others."
    YES = "yes", "Surely so."

    def __bool__(self):
        raise TypeError("a truth has three values: compare it, as in `row.truth is Truth.YES`")


Word.__module__ = Truth.__module__ = "partnership"


def words(name, doc, all):
    """A closed list of words as an enum: its members by their words."""
    members = [(word.upper().replace("-", "_"), (word, doc, ko)) for word, doc, ko in all]
    made = Word(name, members, module="partnership")
    made.__doc__ = doc
    return {member.value: member for member in made}
