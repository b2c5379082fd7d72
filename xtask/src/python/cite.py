"""Check the references of `.cache/cite`: each `NAME.json` by the schema of CSL-JSON, `NAME.bib` as another reader reads it, and
that both say the same. Prints each fault; exit status 1 when there is one."""

import json
import pathlib
import sys

from jsonschema import Draft7Validator
from pybtex.database import parse_file
from pybtex.richtext import Text

FOLDER = pathlib.Path(".cache/cite")
SCHEMA = pathlib.Path("xtask/src/python/csl-data.json")


def date(value):
    """The text that a date of BibTeX has for one of CSL."""
    if value is None or "raw" in value:
        return value and value["raw"]
    first, *rest = value["date-parts"][0]
    return "-".join([f"{first:04}", *(f"{part:02}" for part in rest)])


def read(field):
    # A dollar is left escaped by this reader: it takes care not to make mathematics of it.
    return None if field is None else str(Text.from_latex(field)).replace("\\$", "$")


def differing(work, entry):
    """What of a work the entry says otherwise."""
    fields = entry.fields
    publisher = work.get("publisher") or work.get("container-title")
    copy = work.get("source")
    note = [f"read in the copy of {copy}"] if copy else []
    note += [work["note"]] if "note" in work else []
    pairs = {
        "title": (work["title"], read(fields.get("title"))),
        "publisher": (publisher, read(fields.get("publisher") or fields.get("organization"))),
        "version": (work.get("version"), read(fields.get("version"))),
        "note": ("; ".join(note) or None, read(fields.get("note"))),
        "url": (work.get("URL"), fields.get("url")),
        "accessed": (date(work.get("accessed")), fields.get("urldate")),
        "issued": (date(work.get("issued")), fields.get("date") and fields["date"].rstrip("?~%")),
        "author": (
            [name["literal"] for name in work.get("author", [])],
            [read(str(name)) for name in entry.persons.get("author", [])],
        ),
    }
    if entry.type == "inreference":
        pairs["container"] = (work["container-title"], read(fields.get("booktitle")))
    return [f"{name}: {one!r} and {two!r}" for name, (one, two) in pairs.items() if one != two]


def faults(path, schema):
    works = json.loads(path.read_text("utf-8"))
    for error in schema.iter_errors(works):
        yield f"{error.json_path}: {error.message[:300]}"
    entries = parse_file(str(path.with_suffix(".bib")), "bibtex").entries
    if [work["id"] for work in works] != list(entries):
        yield "the works and entries are not the same, or in another order"
        return
    for work in works:
        yield from (f"{work['id']}: {fault}" for fault in differing(work, entries[work["id"]]))


def main():
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    files = sorted(FOLDER.glob("*.json"))
    found = [f"{path}: {fault}" for path in files for fault in faults(path, Draft7Validator(schema))]
    print(*found, f"files: {len(files)}, faults: {len(found)}", sep="\n")
    sys.exit(bool(found or not files))


main()
