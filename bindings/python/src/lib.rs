//! `partnership._native`: the record, asked from Python. Parses, asks the core, converts; decides nothing.
//!
//! | module | holds |
//! | --- | --- |
//! | `view`, `dataset` | `View`: every question; `Dataset`: where it comes from |
//! | `answer`, `rows` | answers and their rows that are no records |
//! | `item`, `record` | what all classes of records and parts share, and what records have besides |
//! | `classes`, `words` | the classes, made from the one description when they are first asked for |
//! | `convert`, `date`, `amount` | values |
//! | `table`, `chart` | rows as Arrow arrays; what a chart draws |
//! | `given` | what callers hand in |
//! | `held` | a dataset and the days of a view, kept alive together |
//! | `guard`, `errors` | panics and errors as Python's own kinds |
//! | `html`, `json` | forms that people and programs read |
//! | `bench` | what the core takes alone |

mod amount;
mod answer;
mod bench;
mod chart;
mod classes;
mod convert;
mod dataset;
mod date;
mod errors;
mod find;
mod given;
mod guard;
mod held;
mod html;
mod item;
mod json;
mod record;
mod replay;
mod rows;
mod table;
mod view;
mod words;

use pyo3::prelude::*;

/// What the package `partnership` is made of; import that instead.
#[pymodule]
pub mod _native {
    #[pymodule_export]
    use super::amount::{Money, Quantity};
    #[pymodule_export]
    use super::answer::Answer;
    #[pymodule_export]
    use super::bench::core_search;
    #[pymodule_export]
    use super::chart::drawn;
    #[pymodule_export]
    use super::classes::{class_of, description, plurals};
    #[pymodule_export]
    use super::dataset::{Dataset, explain, validate};
    #[pymodule_export]
    use super::date::Edtf;
    #[pymodule_export]
    use super::guard::panic_for_tests;
    #[pymodule_export]
    use super::item::{FieldOf, Item, part_again, record_again};
    #[pymodule_export]
    use super::record::Record;
    #[pymodule_export]
    use super::rows::{Fault, Line, Match, Moment, Reference, Section, Told};
    #[pymodule_export]
    use super::table::Table;
    #[pymodule_export]
    use super::view::View;
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::guard::quiet();
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
