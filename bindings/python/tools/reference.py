"""The reference as Markdown, made from the text of the stubs: every public class and function, with what it means."""

import ast

HEAD = """# Reference

Every public name of `partnership`, made from its stubs by `python tools/stubs.py`. The module's functions ask the
embedded record; `View` and `Dataset` have the same questions.

"""
SECTIONS = ["Questions", "Answers and their rows", "Records", "Parts of records", "Values", "Words of closed lists", "Errors"]
VALUES = {"Edtf", "Quantity", "Money", "Text", "Notation", "Word", "Truth"}
QUESTIONS = {"View", "Dataset"}


def page(stub):
    tree = ast.parse(stub)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    bases = {node.name: [ast.unparse(base) for base in node.bases] for node in classes}
    by_name = {node.name: node for node in classes}
    sections = {name: [] for name in SECTIONS}
    for node in classes:
        if not node.name.startswith("_"):
            sections[section(node.name, bases)].append(node)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    yield HEAD
    for name, nodes in sections.items():
        yield f"## {name}\n\n"
        if name == "Questions":
            yield from (f"- {signature(node)}{line(node)}\n" for node in functions)
            yield "\n"
        for node in nodes:
            yield from of_class(node, by_name)


def section(name, bases):
    if name in QUESTIONS:
        return "Questions"
    if name in VALUES:
        return "Values"
    of = bases[name]
    if name.endswith("Error"):
        return "Errors"
    if "Word" in of:
        return "Words of closed lists"
    if name == "Record" or "Record" in of:
        return "Records"
    return "Parts of records" if name == "Part" or "Part" in of else "Answers and their rows"


def of_class(node, by_name):
    of = [ast.unparse(base) for base in node.bases]
    shown = [base for base in of if not base.startswith(("_", "typing."))]
    yield f"### {node.name}\n\n"
    about = ast.get_docstring(node)
    if about:
        yield about + "\n\n"
    if shown:
        yield f"A {' and '.join(f'`{base}`' for base in shown)}.\n\n"
    body = list(node.body)
    for base in of:
        # What is shared stands with each: a private base is no page to look at.
        while base.startswith("_") and base in by_name:
            body += by_name[base].body
            base = ast.unparse(by_name[base].bases[0]) if by_name[base].bases else ""
    lines = [text for one, after in zip(body, [*body[1:], None]) if (text := member(one, after))]
    yield "".join(lines) + ("\n" if lines else "")


def member(node, after):
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        return f"- {signature(node)}{line(node)}\n"
    if isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_"):
        return f"- `{ast.unparse(node.target)}: {ast.unparse(node.annotation)}`\n"
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
        is_told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        about = f": {joined(after.value.value)}" if is_told else ""
        return f"- `{ast.unparse(node.targets[0])} = {node.value.value!r}`{about}\n"
    return ""


def signature(node):
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    result = ast.unparse(node.returns) if node.returns else ""
    if "property" in marks:
        return f"`{node.name}: {result}`"
    arguments = ast.unparse(node.args).removeprefix("self, /, ").removeprefix("self, ").removeprefix("self")
    return f"`{node.name}({arguments}) -> {result}`"


def line(node):
    about = ast.get_docstring(node)
    return f": {joined(about)}" if about else ""


def joined(text):
    return " ".join(text.split())
