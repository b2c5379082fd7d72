"""Builds the wheel once, installs it by file name into clean environments, and runs every test of the package.

`python tools/check.py CACHE` keeps environments and builds in the folder CACHE. The first interpreter runs everything,
the others the tests that need nothing but pytest.
"""

import glob
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(sys.argv[1]).resolve()
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def run(*command, **more):
    command = [str(one) for one in command]
    print("$", " ".join(command), flush=True)
    subprocess.run(command, check=True, cwd=more.pop("cwd", HERE), env={**ENVIRONMENT, **more})


def interpreters():
    """Every CPython from 3.10 that is found, each minor version once, oldest first."""
    found = {}
    names = [f"python3.{minor}" for minor in range(10, 20)]
    names += glob.glob(os.path.expanduser("~/.pyenv/versions/3.*/bin/python3"))
    for name in [sys.executable, *names]:
        asked = "import sys; print(*sys.version_info[:2], sys.implementation.name)"
        try:
            told = subprocess.run([name, "-c", asked], capture_output=True, text=True, timeout=20)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if told.returncode == 0:
            major, minor, kind = told.stdout.split()
            if kind == "cpython" and (int(major), int(minor)) >= (3, 10):
                found.setdefault((int(major), int(minor)), name)
    return found


def environment(name, host, *packages):
    folder = CACHE / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = "\n".join(packages)
    ready = folder / "ready.txt"
    if not (ready.exists() and ready.read_text() == wanted):
        run(host, "-m", "venv", "--clear", folder)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *packages)
        ready.write_text(wanted)
    return python


def main():
    found = interpreters()
    if len(found) < 2:
        sys.exit(f"at least two CPythons from 3.10 are needed, found {sorted(found)}")
    pins = (HERE / "tools" / "requirements.txt").read_text().split()
    newest = max(version for version in found if version <= (3, 13))
    tools = environment("tools", found[newest], *pins)
    dist = CACHE / "dist"
    for old in dist.glob("*.whl"):
        old.unlink()
    path = f"{tools.parent}{os.pathsep}{os.environ['PATH']}"
    run(tools, "-m", "maturin", "build", "--release", "--out", dist, PATH=path, CARGO_TARGET_DIR=CACHE / "target")
    (wheel,) = dist.glob("*.whl")
    pytest = next(pin for pin in pins if pin.startswith("pytest=="))
    for version, host in sorted(found.items()):
        python = tools if version == newest else environment(f"{version[0]}.{version[1]}", host, pytest)
        run(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--force-reinstall", wheel)
        run(python, "-m", "pytest", "-p", "no:cacheprovider", "tests")
    run(tools, "tools/stubs.py", "--check")
    run(tools, "-m", "mypy.stubtest", "partnership", "--allowlist", "tools/stubtest.txt")
    run(tools, "-m", "mypy", "--strict", "--cache-dir", CACHE / "mypy", "examples/questions.py")
    run(tools, "-m", "pyright", "--pythonpath", tools, "examples/questions.py")
    run(tools, "-m", "doctest", "README.md")
    # What is made when it is first asked for has doctests too.
    doctests = "import doctest, partnership as p; p.Text, p.Notation; raise SystemExit(doctest.testmod(p).failed > 0)"
    run(tools, "-c", doctests)
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main()
