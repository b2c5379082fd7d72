"""Builds the wheel once, installs it by file name into clean environments, and runs every test of the package.

`python tools/check.py prepare CACHE` sets up what the network is needed for, `python tools/check.py run CACHE` runs all,
`stubs` builds the package and writes its generated files, `count` says how many interpreters there are. Environments and
builds are kept in the folder CACHE. The newest interpreter that the packages of others are made for runs everything,
the rest what needs nothing but pytest.
"""

import glob
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
PINS = (HERE / "tools" / "requirements.txt").read_text("utf-8").split()
# Packages of others have wheels up to this one.
NEWEST = (3, 13)
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


class Interpreter:
    """A CPython, and where it finds its library when it was not installed."""

    def __init__(self, program):
        self.program = program
        beside = pathlib.Path(program).parent.parent
        self.library = {"LD_LIBRARY_PATH": str(beside)} if beside.match("org/bytedeco/cpython/*") else {}

    def version(self):
        """Its version when it is a CPython from 3.10, else `None`."""
        asked = "import sys; print(*sys.version_info[:2], sys.implementation.name)"
        try:
            told = subprocess.run(
                [self.program, "-c", asked], capture_output=True, text=True, timeout=20, env={**os.environ, **self.library}
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        if told.returncode != 0:
            return None
        major, minor, kind = told.stdout.split()
        version = int(major), int(minor)
        return version if kind == "cpython" and version >= (3, 10) else None


def interpreters(cache):
    """Every CPython from 3.10 that is found, each minor version once, oldest first."""
    names = [sys.executable, *(f"python3.{minor}" for minor in range(10, 20))]
    names += sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/3.*/bin/python3")))
    # Where `.ci/run` lays a second one on a machine that has only one.
    names += sorted(glob.glob(str(cache.parent / "cpython" / "org/bytedeco/cpython/*/bin/python3.*[0-9]")))
    found = {}
    for one in map(Interpreter, names):
        version = one.version()
        if version is not None:
            found.setdefault(version, one)
    return dict(sorted(found.items()))


class Environment:
    """A virtual environment of its own, made anew when what it holds changes."""

    def __init__(self, folder, host, packages):
        self.folder, self.host, self.packages = folder, host, packages
        self.python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def prepare(self):
        ready = self.folder / "ready.txt"
        wanted = "\n".join([str(self.host.program), *self.packages])
        if not (ready.exists() and ready.read_text("utf-8") == wanted and self.python.exists()):
            run(self.host.program, "-m", "venv", "--clear", self.folder, **self.host.library)
            self.run(*PIP, "install", *self.packages)
            ready.write_text(wanted, "utf-8")

    def run(self, *arguments, **more):
        path = f"{self.python.parent}{os.pathsep}{os.environ['PATH']}"
        run(self.python, *arguments, PATH=path, **self.host.library, **more)


def run(*command, **more):
    command = [str(one) for one in command]
    print("$", " ".join(command), flush=True)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", **more}
    if subprocess.run(command, cwd=HERE, env=environment).returncode != 0:
        sys.exit(f"failed: {' '.join(command)}")


def environments(cache):
    """One for each interpreter; the last has every tool."""
    found = interpreters(cache)
    if len(found) < 2:
        sys.exit(f"at least two CPythons from 3.10 are needed, found: {found and list(found)}")
    newest = max(version for version in found if version <= NEWEST)
    pytest = [pin for pin in PINS if pin.startswith("pytest==")]
    bare = [Environment(cache / "{}.{}".format(*version), host, pytest) for version, host in found.items() if version != newest]
    return [*bare, Environment(cache / "tools", found[newest], PINS)]


def prepare(cache):
    for environment in environments(cache):
        environment.prepare()


def build(tools, cache):
    """The wheel, as `pip install` of this folder builds it."""
    dist = cache / "dist"
    for old in dist.glob("*.whl"):
        old.unlink()
    wheel = ("wheel", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", dist)
    tools.run(*PIP, *wheel, HERE, CARGO_TARGET_DIR=str(cache / "target"), CARGO_NET_OFFLINE="true")
    (made,) = dist.glob("*.whl")
    return made


def install(environment, wheel):
    # By its file name and without an index: the name may be another's there.
    environment.run(*PIP, "install", "--no-index", "--no-deps", "--force-reinstall", wheel)


def stubs(cache):
    prepare(cache)
    *_, tools = environments(cache)
    install(tools, build(tools, cache))
    tools.run("tools/stubs.py")


def test(cache):
    *bare, tools = environments(cache)
    wheel = build(tools, cache)
    for one in (*bare, tools):
        install(one, wheel)
        one.run("-m", "pytest", "-p", "no:cacheprovider", "tests")
    tools.run("tools/stubs.py", "--check")
    tools.run("-m", "mypy.stubtest", "partnership", "--allowlist", "tools/stubtest.txt", MYPY_CACHE_DIR=str(cache / "mypy"))
    tools.run("-m", "mypy", "--strict", "--cache-dir", cache / "mypy", "examples/questions.py")
    pyright = {"PYRIGHT_PYTHON_CACHE_DIR": str(cache / "pyright"), "PYRIGHT_PYTHON_GLOBAL_NODE": "off"}
    tools.run("-m", "pyright", "--pythonpath", tools.python, "examples/questions.py", **pyright)
    tools.run("-m", "doctest", "README.md")
    # What is made when it is first asked for has doctests too.
    tools.run("-c", "import doctest, partnership as p; p.Text, p.Notation; raise SystemExit(doctest.testmod(p).failed > 0)")
    tools.run("-m", "abi3audit", "--strict", wheel)
    print("1 passed, 0 failed")


if __name__ == "__main__":
    task, folder = sys.argv[1:]
    tasks = {"count": lambda cache: print(len(interpreters(cache))), "prepare": prepare, "run": test, "stubs": stubs}
    tasks[task](pathlib.Path(folder).resolve())
