"""Check the country codes in `data/*/parties/` against ISO 3166-1. Prints each fault; exit status 1 when there is one."""

import pathlib
import sys
import tomllib

import pycountry

KEYS = {
    "iso2": "alpha_2", "alpha2": "alpha_2", "alpha-2": "alpha_2",
    "iso3": "alpha_3", "alpha3": "alpha_3", "alpha-3": "alpha_3",
    "num": "numeric", "numeric": "numeric", "m49": "numeric",
}


def tables(value):
    """Every table of a file, however deep."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)


def faults(table):
    codes = {KEYS[key]: str(value) for key, value in table.items() if key in KEYS}
    found = {key: pycountry.countries.get(**{key: value}) for key, value in codes.items()}
    for key, country in found.items():
        if country is None:
            yield f"`{codes[key]}` is no {key} of ISO 3166-1"
    names = {country.name for country in found.values() if country}
    if len(names) > 1:
        yield f"{codes} are codes of {' and '.join(sorted(names))}"


def main():
    checked, found = 0, []
    for path in sorted(pathlib.Path("data").glob("*/parties/**/*.toml")):
        for table in tables(tomllib.loads(path.read_text("utf-8"))):
            checked += any(key in KEYS for key in table)
            found += [f"{path}: {fault}" for fault in faults(table)]
    print(*found, f"parties with codes: {checked}, faults: {len(found)}", sep="\n")
    sys.exit(bool(found or not checked))


main()
