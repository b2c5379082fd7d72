//! What Python sees, from an interpreter inside of the test: each class's repr, HTML and dict, each error, the public
//! names with their signatures.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::CString;

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Runs a script with the package of this folder and gives what it leaves in `out`.
fn run(script: &str) -> String {
    Python::attach(|py| {
        let native = pyo3::wrap_pymodule!(_native::_native)(py);
        let sys = py.import("sys").unwrap();
        let modules = sys.getattr("modules").unwrap();
        if !modules.contains("partnership._native").unwrap() {
            modules.set_item("partnership._native", native).unwrap();
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/python");
            sys.getattr("path").unwrap().call_method1("insert", (0, path)).unwrap();
        }
        let names = PyDict::new(py);
        let script = CString::new(format!("import partnership\n{script}")).unwrap();
        py.run(&script, Some(&names), None).unwrap_or_else(|error| panic!("{error}"));
        names.get_item("out").unwrap().unwrap().extract().unwrap()
    })
}

#[test]
fn each_class_has_its_repr_html_and_dict() {
    insta::assert_snapshot!(run("
ds = partnership.Dataset.embedded()
seen, lines = set(), []
def visit(item):
    if type(item) not in seen:
        seen.add(type(item))
        lines.append(f'{item!r}\\n  dict {list(item.to_dict())}\\n  html {item._repr_html_()[:160]}')
    for name in type(item).__match_args__:
        for one in (v if isinstance(v := getattr(item, name), tuple) else (v,)):
            if isinstance(one, partnership.Part) and not isinstance(one, partnership.Record):
                visit(one)
for id in ds.ids():
    visit(ds[id])
out = '\\n'.join(sorted(lines))
"));
}

#[test]
fn each_answer_has_its_repr() {
    insta::assert_snapshot!(run("
ds = partnership.Dataset.embedded()
answers = [ds.query('kind:project pillar:B'), ds.search('festival'), ds.timeline('id:asean-rok'), ds.brief(),
           ds.show('kadif'), ds.cite('yna24'), ds.query('kind:project pillar:B status:closed id:kadif'),
           ds.total('oda over:asean period:2019'), ds.rank('goods-trade of:asean one:eu period:2023')]
values = [ds, ds.at(on='2024-10-10', lang='ko'), partnership.Edtf('2025~'), partnership.Money('30e6 USD'),
          partnership.Quantity('>200e9 USD'), partnership.Truth.MAYBE, ds.projects().table(), ds['kadif'].coverage,
          ds.search('festival')[0].matched]
out = '\\n'.join(repr(one) for one in answers + values)
"));
}

#[test]
fn each_error_has_its_message() {
    insta::assert_snapshot!(run("
ds = partnership.Dataset.embedded()
lines = []
for ask in (lambda: ds.query('pilar:B'), lambda: ds.query('kind:(project'), lambda: ds['kadiff'], lambda: ds.cite('nobody'),
            lambda: ds.at(known_on='1990-01-01')['kadif'], lambda: ds.at(on='soon'), lambda: ds.at(lang='?'),
            lambda: partnership.Edtf('2024-13'), lambda: partnership.Money('5 XYZ'), lambda: partnership.Quantity('many'),
            lambda: partnership.explain('P9999'), lambda: ds.projects(pillar=1.5), lambda: ds['kadif'].cites('buget'),
            lambda: setattr(ds['kadif'], 'id', 'x'), lambda: partnership.Project('kadif'), lambda: ds.projects()[99],
            lambda: partnership.Dataset.load('no-such-file'), lambda: partnership.nothing):
    try:
        ask()
        lines.append('no error')
    except Exception as error:
        kinds = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == 'builtins'][:1]
        lines.append(f'{type(error).__name__} ({kinds[0]}): {error}')
out = '\\n'.join(lines)
"));
}

#[test]
fn the_public_names_are_known() {
    insta::assert_snapshot!(run("
import inspect
lines = []
def told(name, of):
    try:
        return f'{name}{inspect.signature(of)}'
    except (TypeError, ValueError):
        return name
for name in sorted(partnership.__all__):
    of = getattr(partnership, name)
    lines.append(told(name, of) if not isinstance(of, type) else f'class {name}')
    if isinstance(of, type) and not issubclass(of, (partnership.Word, Exception)):
        own = sorted(one for one in vars(of) if not one.startswith('_'))
        lines.append('    ' + ', '.join(told(one, getattr(of, one)) for one in own))
out = '\\n'.join(lines)
"));
}
