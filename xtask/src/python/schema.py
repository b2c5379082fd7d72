"""Check every TOML file of `data/` against `data/schema/KIND.json`. Prints each fault; exit status 1 when there is one."""

import json
import pathlib
import sys
import tomllib

from jsonschema.validators import validator_for

DATA = pathlib.Path("data")


def kinds(path):
    """The names that the schema of this file may have: its folder's kind, or for a file at the top its own name."""
    parts = path.relative_to(DATA).parts
    if len(parts) == 2:
        stem = path.stem
        return ["partnership", stem] if stem == "dataset" else [stem]
    folder = parts[1]
    singular = folder[:-3] + "y" if folder.endswith("ies") else folder.removesuffix("s")
    return [folder, singular]


def validators():
    found = {}
    for path in sorted((DATA / "schema").glob("*.json")):
        if path.name.endswith(".table.json"):
            continue  # a Table Schema, of CSV
        schema = json.loads(path.read_text("utf-8"))
        kind = validator_for(schema)
        kind.check_schema(schema)
        found[path.stem] = kind(schema)
    return found


def faults(path, schemas):
    name = next((name for name in kinds(path) if name in schemas), None)
    if name is None:
        yield f"no schema: looked for {' and '.join(f'data/schema/{n}.json' for n in kinds(path))}"
        return
    try:
        record = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        yield f"not TOML 1.0: {error}"
        return
    for error in schemas[name].iter_errors(record):
        yield f"{error.json_path}: {error.message[:300]}"


def main():
    schemas = validators()
    files = sorted(p for p in DATA.rglob("*.toml") if "schema" not in p.relative_to(DATA).parts[:1])
    found = [f"{path}: {fault}" for path in files for fault in faults(path, schemas)]
    print(*found, f"files: {len(files)}, schemas: {len(schemas)}, faults: {len(found)}", sep="\n")
    sys.exit(bool(found or not files))


main()
