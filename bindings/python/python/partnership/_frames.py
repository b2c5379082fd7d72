"""Tables as data frames of packages that are no dependency of this one."""


def _found(name, needs):
    import importlib

    try:
        return [importlib.import_module(one) for one in needs]
    except ImportError as error:
        packages = " and ".join(f"`{one}`" for one in needs)
        message = f"{name} needs {packages}, which this package leaves to you: `pip install {' '.join(needs)}`"
        raise ImportError(message, name=error.name) from error


def pandas(table):
    _, pyarrow = _found("`to_pandas`", ["pandas", "pyarrow"])
    # Dates stay dates and decimals stay decimals; pandas would make stamps and floats of them.
    return pyarrow.table(table).to_pandas(date_as_object=True)


def polars(table):
    (polars,) = _found("`to_polars`", ["polars"])
    return polars.DataFrame(table)
