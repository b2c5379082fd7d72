"""Writes the stubs of the package, the names of its classes and the reference, from the built module.

`python tools/stubs.py` writes them, `--check` reports what is stale. What is fixed stands in `fixed.pyi`, and what it
means in the module; classes of records, parts and words, and the plural nouns, are those of the one description.
"""

import inspect
import keyword
import pathlib
import re
import sys
import textwrap

import partnership
import reference
from partnership import _native

HERE = pathlib.Path(__file__).parent
PACKAGE = HERE.parent / "python" / "partnership"
# What rows have in common, and one that has it.
SHARED = {"_Told": "Section", "_Cited": "Moment", "_Sure": "Moment"}
SHORTCUTS = ["query", "search", "timeline", "brief", "show", "cite", "get", "at"]
SHORTCUTS += ["coverage", "wanted", "total", "rank", "targets", "ledger", "implements", "unserved", "lineage", "supports", "tables", "check", "check_text"]
SHORTCUTS += ["check_printed", "claim_reviews", "mirror", "figures"]


def doc(text, indent):
    lines = textwrap.wrap(" ".join(text.split()), 116 - len(indent))
    if len(lines) < 2:
        return f'{indent}"""{"".join(lines)}"""\n'
    return f'{indent}"""' + f"\n{indent}".join(lines) + f'\n{indent}"""\n'


def sentence(text, note):
    return f"{text} {note[0].upper()}{note[1:]}." if note else text


def record(name, about, base, fields):
    yield f"\n@typing.final\nclass {name}({base}):\n{doc(about, '    ')}"
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
    text = (HERE / "fixed.pyi").read_text("utf-8")
    return "".join(documented(text)).replace("    # PLURALS\n", plurals)


def documented(text):
    """The stubs that are fixed, with what the module says of each class, method and attribute."""
    owner, is_overload = None, False
    for line in text.splitlines(keepends=True):
        of_class = re.match(r"class (\w+)", line)
        of_method = re.match(r"( *)def (\w+)", line)
        if of_class:
            owner = getattr(partnership, SHARED.get(of_class[1], of_class[1]), None)
            about = told(owner) if owner is not None and of_class[1] not in SHARED else ""
            yield line.replace(": ...\n", ":\n") if about else line
            yield doc(about, "    ") if about else ""
        elif of_method and line.endswith(": ...\n"):
            indent, name = of_method.groups()
            about = told(vars(owner).get(name)) if indent and owner is not None else told(getattr(partnership, name, None))
            is_told = about and not name.startswith("__") and not is_overload
            yield line.removesuffix(" ...\n") + "\n" + doc(about, indent + "    ") if is_told else line
        else:
            yield line
        is_overload = line.strip() == "@typing.overload"


def told(of):
    """The documentation of something, without its examples."""
    # A static method has the documentation of its class, not of its function, from some versions of Python on.
    text = inspect.cleandoc(getattr(getattr(of, "__func__", of), "__doc__", None) or "")
    return text.split("\n\n>>>")[0]


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
    stub = "".join(stubs(description))
    wanted = {
        PACKAGE / "__init__.pyi": stub,
        PACKAGE / "_names.py": "".join(names(description)),
        HERE.parent / "REFERENCE.md": "".join(reference.page(stub)),
    }
    stale = []
    for path, text in wanted.items():
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(stale)}; run `python3 tools/check.py stubs ../../.cache/python-package`")


if __name__ == "__main__":
    main()
