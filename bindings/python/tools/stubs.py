"""Writes the stubs of the package, and the names that its classes have, from the built module.

`python tools/stubs.py` writes them, `--check` reports what is stale. What is fixed stands in `fixed.pyi`; classes of
records, parts and words, and the plural nouns, are those of the one description.
"""

import keyword
import pathlib
import sys
import textwrap

import partnership
from partnership import _native

HERE = pathlib.Path(__file__).parent
PACKAGE = HERE.parent / "python" / "partnership"
SHORTCUTS = ["query", "search", "timeline", "brief", "show", "cite", "get", "at"]


def doc(text, indent):
    lines = textwrap.wrap(" ".join(text.split()), 116 - len(indent))
    if len(lines) < 2:
        return f'{indent}"""{"".join(lines)}"""\n'
    return f'{indent}"""' + f"\n{indent}".join(lines) + f'\n{indent}"""\n'


def sentence(text, note):
    return f"{text} {note[0].upper()}{note[1:]}." if note else text


def record(name, about, is_kind, fields):
    yield f"\n@typing.final\nclass {name}({'Record' if is_kind else 'Part'}):\n{doc(about, '    ')}"
    names = ", ".join(f'"{field}"' for field, *_ in fields)
    yield f"    __match_args__: typing.ClassVar = ({names},)\n"
    for field, kind, about, note in fields:
        assert not keyword.iskeyword(field), field
        yield f"    @property\n    def {field}(self) -> {kind}:\n{doc(sentence(about, note), '        ')}"


def words(name, about, all):
    yield f"\nclass {name}(Word):\n{doc(about, '    ')}"
    for word, about in all:
        yield f'    {word.upper().replace("-", "_")} = "{word}"\n{doc(about, "    ")}'


def fixed(description):
    plurals = ""
    for kind, plural, about in description["kinds"]:
        plurals += f"    def {plural}(self, *words: str, **filters: _Filter) -> Answer[{kind}]:\n{doc(about, '        ')}"
    return (HERE / "fixed.pyi").read_text("utf-8").replace("    # PLURALS\n", plurals)


def stubs(description):
    yield '"""Stubs of `partnership`, written by `tools/stubs.py`."""\n\n'
    yield fixed(description)
    for entry in description["classes"]:
        yield from record(*entry)
    for entry in description["words"]:
        yield from words(*entry)
    yield "\n"
    for name in SHORTCUTS:
        yield from shortcut(name)
    for kind, plural, _ in description["kinds"]:
        yield f"def {plural}(*words: str, **filters: _Filter) -> Answer[{kind}]: ...\n"
    names = ",\n    ".join(f'"{name}"' for name in public(description))
    yield f"\n__all__ = [\n    {names},\n]\n"


def shortcut(name):
    """A question of the module: the method of `View`, without `self`."""
    lines = (HERE / "fixed.pyi").read_text("utf-8").split("class View:")[1].split("class Dataset")[0].splitlines()
    for at, line in enumerate(lines):
        if line.startswith(f"    def {name}("):
            if lines[at - 1].strip() == "@typing.overload":
                yield "@typing.overload\n"
            yield line.strip().replace("(self, ", "(").replace("(self)", "()") + "\n"


def classes(description):
    return [entry[0] for entry in description["classes"]] + [entry[0] for entry in description["words"]]


def shortcuts(description):
    return SHORTCUTS + [plural for _, plural, _ in description["kinds"]]


def public(description):
    hand = [name for name in partnership.__all__ if hasattr(_native, name) or name.endswith("Error")]
    return [*hand, *classes(description), *shortcuts(description), *partnership.VALUES]


def names(description):
    def tuple_of(name, all):
        return f"{name} = (\n" + "".join(f'    "{one}",\n' for one in all) + ")\n"

    yield '"""Names that are made when they are first asked for. Written by `tools/stubs.py`."""\n\n'
    yield tuple_of("CLASSES", classes(description))
    yield tuple_of("SHORTCUTS", shortcuts(description))
    yield tuple_of("VALUES", partnership.VALUES)


def main():
    description = _native._description()
    wanted = {"__init__.pyi": "".join(stubs(description)), "_names.py": "".join(names(description))}
    stale = []
    for name, text in wanted.items():
        path = PACKAGE / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(stale)}; run `python tools/stubs.py`")


if __name__ == "__main__":
    main()
