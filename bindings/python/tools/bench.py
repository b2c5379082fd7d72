"""The bars of the package beside pycountry, pandas and polars, measured where it is installed: `python tools/bench.py`.

Figures are of one run on one machine; those that are compared take turns. What is missing is left out.
"""

import importlib.util
import pathlib
import statistics
import subprocess
import sys
import time
import timeit

ROUNDS = 11
# What is resident, of Linux: the highest mark of a process is that of the one that started it, too.
MEMORY = "; print(open('/proc/self/statm').read().split()[1])"


def started(names):
    """Median time and memory that importing each takes over a bare interpreter, in ms and MiB; they take turns."""
    codes = {"pass": "pass", **{name: f"import {name}" for name in names}}
    times, memory = {name: [] for name in codes}, {}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-I", "-c", code], check=True)
            times[name].append((time.perf_counter() - start) * 1e3)
    for name, code in codes.items():
        told = subprocess.run([sys.executable, "-I", "-c", code + MEMORY], check=True, capture_output=True, text=True)
        memory[name] = int(told.stdout) * 4096 / 2**20
    bare = statistics.median(times["pass"])
    return {name: (statistics.median(times[name]) - bare, memory[name] - memory["pass"]) for name in names}


def best(works, number):
    """The best mean time of each in microseconds, of five rounds that take turns."""
    found = [[timeit.timeit(work, number=number) / number * 1e6 for work in works] for _ in range(5)]
    return [min(times) for times in zip(*found)]


def looked_up():
    """What a look-up by key takes, by package."""
    import partnership

    dataset = partnership.Dataset.embedded()
    works = {"partnership": lambda: dataset["kadif"]}
    if importlib.util.find_spec("pycountry"):
        import pycountry

        works["pycountry"] = lambda: pycountry.countries.get(alpha_2="KR")
    if importlib.util.find_spec("pandas") and importlib.util.find_spec("pyarrow"):
        frame = dataset.projects().to_pandas().set_index("id")
        works["pandas"] = lambda: frame.loc["kadif"]
    if importlib.util.find_spec("polars"):
        import polars

        table = dataset.projects().to_polars()
        works["polars"] = lambda: table.filter(polars.col("id") == "kadif")
    number = 2_000
    return dict(zip(works, best(list(works.values()), number)))


def main():
    import partnership
    from partnership import _native

    dataset = partnership.Dataset.embedded()
    names = [name for name in ("pycountry", "pandas", "polars") if importlib.util.find_spec(name)]
    imports, looks = started(["partnership", *names]), looked_up()
    (twenty,) = best([lambda: dataset.query("kind:project").rows[:20]], 500)
    search, core = best([lambda: dataset.search("festival"), lambda: _native._core_search("festival", 1)], 500)
    folder = pathlib.Path(partnership.__file__).parent
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc") / 1e6
    rows = [
        ("import, ms over bare", imports["partnership"][0], 5.0),
        ("import, MiB over bare", imports["partnership"][1], 6.0),
        ("look-up by id, µs", looks["partnership"], looks["pycountry"] / 2 if "pycountry" in looks else None),
        ("20 results as objects, µs", twenty, 50.0),
        ("search, µs", search, core + 5),
        ("installed, MB", size, 4.0),
    ]
    for name in names:
        rows.append((f"{name}: import, ms over bare", imports[name][0], None))
        rows.append((f"{name}: import, MiB over bare", imports[name][1], None))
    rows += [(f"{name}: look-up, µs", looks[name], None) for name in names if name in looks]
    for name, figure, bar in rows:
        told = "" if bar is None else f"  bar {bar:.2f}: {'kept' if figure <= bar else 'MISSED'}"
        print(f"{name:34} {figure:10.2f}{told}")


if __name__ == "__main__":
    main()
