//! Numbers as sources print them: quantities, and money, which is a quantity in a currency.

use std::hash::{DefaultHasher, Hash, Hasher};

use partnership_core::ParseError;
use partnership_core::answer::amount;
use partnership_core::value::{self, Number};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::errors;
use crate::guard::guard;

/// An exact number as `decimal.Decimal`; `None` for one beyond 28 digits.
pub(crate) fn decimal(py: Python<'_>, number: Option<Number>) -> PyResult<Py<PyAny>> {
    match number {
        Some(number) => {
            Ok(py.import("decimal")?.getattr("Decimal")?.call1((number.to_string(),))?.unbind())
        }
        None => Ok(py.None()),
    }
}

/// A quantity of a field.
pub(crate) fn quantity<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    Ok(Bound::new(py, Quantity::new(text)?)?.into_any())
}

/// A sum of a field.
pub(crate) fn money<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    Ok(Bound::new(py, Money::new(text)?)?.into_any())
}

fn read<T: std::str::FromStr<Err = ParseError>>(text: &str) -> PyResult<T> {
    guard(|| text.parse().map_err(|error| errors::parse(&error)))
}

/// A number as its source prints it, with hedge, power of ten and unit: `40000 persons`, `>200e9 USD`, `5.1 %`.
///
/// Raises ValueError for a text that is none.
///
/// >>> from partnership import Quantity
/// >>> trade = Quantity(">200e9 USD")
/// >>> trade.number, trade.unit, trade.hedge, trade.words
/// (Decimal('200000000000'), 'USD', '>', 'over 200 billion USD')
#[pyclass(frozen, subclass, module = "partnership")]
pub(crate) struct Quantity(pub(crate) value::Quantity);

#[pymethods]
impl Quantity {
    #[new]
    fn new(text: &str) -> PyResult<Self> {
        read(text).map(Self)
    }

    /// Digits and power of ten together, exact and without the hedge; `None` beyond 28 digits.
    #[getter]
    fn number(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        decimal(py, self.0.value())
    }

    /// The number in a table that gives a power of ten for its rows; it counts only where none is printed here.
    #[pyo3(signature = (power, /))]
    fn number_in(&self, py: Python<'_>, power: i8) -> PyResult<Py<PyAny>> {
        decimal(py, self.0.value_in(power))
    }

    /// The unit: a currency, `%`, or words; `None` for a bare number.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.0.unit()
    }

    /// How the source hedges it: empty, or `=` exactly, `~` about, `<~` nearly, `>~` just over, `>` more than, `>=`, `<`, `<=`, `x` a multiple in a word.
    #[getter]
    fn hedge(&self) -> &'static str {
        self.0.hedge().as_str()
    }

    /// The text, as written. Equality is that of texts, since `1.5` and `1.50` say different things.
    #[getter]
    fn text(&self) -> String {
        self.0.to_string()
    }

    /// The number in words: `over 200 billion USD`.
    #[getter]
    fn words(&self) -> String {
        amount(&self.0.to_string(), 0, "")
    }

    /// The lowest and highest number that round to the printed digits, without the hedge; `None` beyond 28 digits.
    #[getter]
    fn interval<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        let Some(found) = self.0.printed_interval() else { return Ok(None) };
        let number = |end| match end {
            std::ops::Bound::Included(number) | std::ops::Bound::Excluded(number) => Some(number),
            std::ops::Bound::Unbounded => None,
        };
        let ends = [decimal(py, number(found.low()))?, decimal(py, number(found.high()))?];
        PyTuple::new(py, ends).map(Some)
    }

    fn __str__(&self) -> String {
        self.text()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        Ok(format!("{}({:?})", slf.get_type().name()?, slf.get().text()))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| other.get().0 == self.0)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    fn __getnewargs__(&self) -> (String,) {
        (self.text(),)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("number", "unit")
    }
}

/// A sum as its source prints it: `30e6 USD`. No rate of exchange is known or implied.
///
/// Raises ValueError for a text that is none, or without a currency of ISO 4217.
///
/// >>> from partnership import Money
/// >>> budget = Money("~30e6 USD")
/// >>> budget.amount, budget.currency
/// (Decimal('30000000'), 'USD')
#[pyclass(frozen, extends = Quantity, module = "partnership")]
pub(crate) struct Money;

#[pymethods]
impl Money {
    #[new]
    fn new(text: &str) -> PyResult<PyClassInitializer<Self>> {
        let money: value::Money = read(text)?;
        Ok(PyClassInitializer::from(Quantity(money.into())).add_subclass(Self))
    }

    /// The sum, exact and without the hedge; `None` beyond 28 digits.
    #[getter]
    fn amount(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        decimal(py, slf.as_super().0.value())
    }

    /// The currency, by its ISO 4217 code.
    #[getter]
    fn currency(slf: PyRef<'_, Self>) -> String {
        slf.as_super().0.unit().unwrap_or_default().to_owned()
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("amount", "currency")
    }
}
