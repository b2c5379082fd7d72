"""Typed questions, as mypy --strict and pyright read them."""

from decimal import Decimal

import partnership
from partnership import Answer, Edtf, Project, Record, Truth


def budgets(projects: Answer[Project]) -> dict[str, list[tuple[Decimal, str]]]:
    """The sums of each project, exact and with their currency."""
    sums: dict[str, list[tuple[Decimal, str]]] = {}
    for project in projects:
        found = [sum for budget in project.budget for sum in budget.amount]
        sums[project.id] = [(sum.amount, sum.currency) for sum in found if sum.amount is not None]
    return sums


def years(record: Record) -> str:
    """When it was, in words."""
    match record:
        case partnership.Event(date=Edtf() as span):
            return f"some day in {span.text}"
        case partnership.Event(date=None):
            return "not dated"
        case partnership.Event(date=day):
            return f"on {day}"
        case _:
            return "not an event"


def sure(answer: Answer[Record]) -> list[str]:
    """The ids of rows that surely belong to the answer."""
    return [row.id for row in answer if row.truth is Truth.YES]


if __name__ == "__main__":
    dataset = partnership.Dataset.embedded()
    print(budgets(dataset.projects(pillar="B"))["kadif"])
    print(years(dataset["asean-rok-summit-2024"]), sure(dataset.query("kind:project pillar:B"))[:2])
