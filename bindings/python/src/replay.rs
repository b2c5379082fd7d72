//! Questions as answers keep them: a command and its text. What is unpickled asks again.

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::answer::Answer;
use crate::errors;
use crate::view::View;

/// Sentences of a text: the command that they are told under is that of claims, too.
pub(crate) const SENTENCES: &str = "check_text";

pub(crate) fn asked(view: &View, py: Python<'_>, command: &str, text: &str) -> PyResult<Answer> {
    let ids = || text.split_whitespace().map(str::to_owned).collect();
    match command {
        "show" => view.show(py, ids()),
        "cite" => view.cite(py, ids()),
        "search" => view.search(py, text),
        "timeline" => view.timeline(py, text),
        "brief" => {
            let of = |key: &str| text.split_whitespace().find_map(|word| word.strip_prefix(key));
            let since = of("since:").map(|day| PyString::new(py, day).into_any());
            view.brief(py, of("for:"), since.as_ref())
        }
        "mirror" => view.mirror(py, text),
        "figures" => view.figures(py, ids()),
        "printed" => view.check_printed(py),
        "total" => view.total(py, text),
        "rank" => view.rank(py, text),
        "coverage" => view.coverage(py),
        "wanted" => view.wanted(py),
        "targets" => view.targets(py, text),
        "implements" => {
            view.answered(py, |of| of.implements(text))?.map_err(|error| errors::query(&error))
        }
        "unserved" => {
            view.answered(py, |of| of.unserved(text))?.map_err(|error| errors::query(&error))
        }
        "lineage" => view.lineage(py, text),
        SENTENCES => view.check_text(py, text),
        "check" => match text.split_once(':') {
            Some(("source", id)) => view.check(py, Vec::new(), Some(id), None),
            Some(("speaker", id)) => view.check(py, Vec::new(), None, Some(id)),
            _ => view.check(py, ids(), None, None),
        },
        "sources" => {
            let asked = text.strip_prefix("kind:source (").and_then(|of| of.strip_suffix(')'));
            view.supports(py, asked.unwrap_or_default())
        }
        _ => view.query(py, text),
    }
}
