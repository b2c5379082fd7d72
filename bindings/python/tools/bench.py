"""The bars of the package beside pycountry, measured where it is installed: `python tools/bench.py`."""

import pathlib
import statistics
import subprocess
import sys
import time
import timeit


def started(code):
    """Median time of an interpreter that runs this, in ms, of rounds that take turns with a bare one."""
    times = {code: [], "pass": []}
    for _ in range(15):
        for one, all in times.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-I", "-c", one], check=True)
            all.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times[code]) - statistics.median(times["pass"])


def best(work, number):
    return min(timeit.repeat(work, number=number, repeat=5)) / number * 1e6


def main():
    import partnership

    dataset = partnership.Dataset.embedded()
    folder = pathlib.Path(partnership.__file__).parent
    rows = [
        ("import, ms over bare", started("import partnership"), 5.0),
        ("look-up by id, µs", best(lambda: dataset["kadif"], 100_000), None),
        ("20 results as objects, µs", best(lambda: dataset.query("kind:project pillar:B").rows[:20], 2_000), 50.0),
        ("search, µs", best(lambda: dataset.search("festival"), 2_000), None),
        ("installed, MB", sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / 1e6, 4.0),
    ]
    try:
        import pycountry
    except ImportError:
        print("pycountry is not installed: its figures are left out")
    else:
        look = best(lambda: pycountry.countries.get(alpha_2="KR"), 100_000)
        rows[1] = (*rows[1][:2], look / 2)
        rows.append(("pycountry: import, ms over bare", started("import pycountry"), None))
        rows.append(("pycountry: get, µs", look, None))
    for name, figure, bar in rows:
        told = "" if bar is None else f"  bar {bar:.2f}: {'kept' if figure <= bar else 'MISSED'}"
        print(f"{name:34} {figure:10.2f}{told}")


if __name__ == "__main__":
    main()
