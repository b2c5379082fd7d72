//! What each side counts of the same thing, how far the two are apart, and what the record holds on why.

use super::{MeetingLine, MeetingPart, Sheet};
use crate::answer::Observed;
use crate::answer::told::kept;
use crate::answer::words::amount_in;
use crate::describe::Struct;
use crate::order::Order;
use crate::sorted::SortedMap;
use crate::value::{Number, Quantity};
use crate::view::{Verdict, bounds, supporting};

/// Measures that the pages have room for.
const PAIRS: usize = 3;
/// A year that both hold is told where it is no older than so many years.
const RECENT: i32 = 5;

/// A figure of a year, by who counted.
#[derive(Clone)]
struct Figure {
    series: String,
    /// The name of the measure.
    what: String,
    reporter: String,
    /// What side counted: that whose figure it is.
    side: usize,
    year: i32,
    printed: String,
    value: Number,
    power: i8,
    unit: String,
    definition: Option<String>,
    /// What supports the definition.
    defined: Vec<Struct<'static>>,
    held: Verdict,
    cite: Vec<Struct<'static>>,
}

impl Sheet<'_> {
    /// Of each flow between the sides that both count, the newest year that both hold, side by side, and the gap.
    pub(super) fn figures(&self) -> Vec<MeetingLine> {
        let mut flows: Vec<(usize, String, Vec<Figure>)> = Vec::new();
        let since = self.page.view.day().year() - RECENT;
        for (flow, all) in self.flows() {
            let all: Vec<Figure> = all.into_iter().filter(|one| one.year >= since).collect();
            let year =
                |side: usize| all.iter().filter(move |one| one.side == side).map(|one| one.year);
            let Some(newest) = year(0).filter(|own| year(1).any(|other| other == *own)).max()
            else {
                continue;
            };
            let mut told: Vec<Figure> =
                all.iter().filter(|one| one.year == newest).cloned().collect();
            told.order_by(|a, b| (a.side, &a.series).cmp(&(b.side, &b.series)));
            told.dedup_by(|a, b| a.side == b.side && a.reporter == b.reporter);
            flows.push((all.len(), flow, told));
        }
        flows.order_by(|(a, x, _), (b, y, _)| b.cmp(a).then_with(|| x.cmp(y)));
        flows.into_iter().take(PAIRS).flat_map(|(_, _, told)| self.pair(&told)).collect()
    }

    /// The figures, then the gap between the first of each side.
    fn pair(&self, figures: &[Figure]) -> Vec<MeetingLine> {
        let told = figures.iter().map(|one| {
            let text = format!("{}: {} ({})", one.what, one.printed, one.reporter);
            let id = (one.series.as_str(), one.held);
            self.line(MeetingPart::Figures, (one.year.to_string(), text), id, one.cite.clone())
        });
        let mut lines: Vec<MeetingLine> = told.collect();
        let own = figures.iter().find(|one| one.side == 0);
        let other = figures.iter().find(|one| one.side == 1);
        if let (Some(own), Some(other)) = (own, other) {
            lines.extend(self.gap(own, other));
        }
        lines
    }

    /// How far two figures are apart, and how each is counted: no source says more on why.
    fn gap(&self, own: &Figure, other: &Figure) -> Option<MeetingLine> {
        let lang = &self.page.lang;
        let apart = own.value.checked_sub(other.value)?;
        let (larger, smaller) = if apart.is_negative() { (other, own) } else { (own, other) };
        let apart = larger.value.checked_sub(smaller.value)?;
        let share = apart.per_cent_of(smaller.value, 1)?;
        let power = own.power.min(other.power);
        let shown = apart.checked_shift(power.checked_neg()?)?;
        let shown = Number::trimmed(shown.mantissa(), shown.scale())?;
        let shown = amount_in(&shown.to_string(), power, &own.unit, lang);
        let why = |figure: &Figure| {
            let not_held = self.word("how it is counted is not held", "집계 방식은 기록에 없음");
            // What the first sentence says is how it counts; the rest is of its sources.
            let first =
                figure.definition.as_deref().map(|text| text.split(". ").next().unwrap_or(text));
            let first = first.map_or(not_held, |text| text.trim_end_matches('.').to_owned());
            format!("{}: {first}.", figure.reporter)
        };
        let text = match lang.as_str() {
            "ko" => format!(
                "{}이(가) {shown} ({share} %) 더 많음. 기록에는 집계 방식 외의 이유가 없음. {} {}",
                larger.reporter,
                why(own),
                why(other)
            ),
            _ => format!(
                "{} counts {shown} ({share} %) more. The record gives no reason but how each counts. {} {}",
                larger.reporter,
                why(own),
                why(other)
            ),
        };
        let cite = own.defined.iter().chain(&other.defined).cloned();
        let cite: Vec<_> = cite.chain(own.cite.iter().chain(&other.cite).cloned()).collect();
        let lead = format!("{}, {}", own.year, self.word("gap", "차이"));
        Some(self.line(
            MeetingPart::Figures,
            (lead, text),
            (&other.series, own.held.and(other.held)),
            cite,
        ))
    }

    /// The figures of whole years of what flows between the sides, by the flow as the first side names it.
    fn flows(&self) -> SortedMap<String, Vec<Figure>> {
        let sides = self.page.sides();
        let mut flows: SortedMap<String, Vec<Figure>> = SortedMap::default();
        for (_, verdict, series) in self.page.rows("kind:series transform:level") {
            let side = |field| sides.position(series.leaf(field));
            let (Some(side), Some(other)) = (side("area"), side("counterpart")) else { continue };
            if side == other {
                continue;
            }
            let measure = series.leaf("measure").unwrap_or_default();
            let flow = self.flow(measure, side);
            let figures = self.years(&series, side, verdict);
            flows.or_default(flow).extend(figures);
        }
        flows
    }

    /// A flow as the first side names it: what the other side counts as imports from it are its exports. A measure that is
    /// neither mirrored nor the same told of either side is another flow in each direction.
    fn flow(&self, measure: &str, side: usize) -> String {
        let dataset = self.page.view.dataset();
        let [id] = dataset.concepts().named("measure", measure)[..] else {
            return format!("{measure}/{side}");
        };
        let Some(concept) = dataset.find(id).map(|number| dataset.tree(number)) else {
            return format!("{measure}/{side}");
        };
        let mirror = concept.leaf("mirror").and_then(|id| dataset.concepts().notation(id));
        match mirror {
            Some(mirror) if side > 0 => mirror.to_owned(),
            None if concept.leaf("two_way") != Some("true") => format!("{measure}/{side}"),
            _ => measure.to_owned(),
        }
    }

    fn years(&self, series: &Struct<'_>, side: usize, verdict: Verdict) -> Vec<Figure> {
        let lang = &self.page.lang;
        let text = |field: &str| series.leaf(field).unwrap_or_default();
        let measure = text("measure");
        let definition = series.get("definition").and_then(|text| text.text(lang));
        let Some((of, list)) = series.of.field("observation").zip(series.get("observation")) else {
            return Vec::new();
        };
        let rows = self.page.view.lens().parts(series, of, list).into_iter();
        let figures = rows.filter_map(|(node, held)| {
            let row = node.as_struct()?;
            let value = Observed { series, row };
            let is_doubtful = row.leaf("status") == Some("doubtful");
            if !value.stands() || !value.is_of_a_year() || is_doubtful {
                return None;
            }
            let printed = row.leaf("value")?;
            let mut cite = kept(row.parts("cite"));
            if cite.is_empty() {
                cite = kept(supporting(series, "observation"));
            }
            let power = value.power();
            Some(Figure {
                series: text("id").to_owned(),
                what: self
                    .page
                    .view
                    .concept_of("measure", measure)
                    .unwrap_or_else(|| measure.to_owned()),
                reporter: self.page.named(text("reporter")),
                side,
                year: bounds(row.leaf("period")?)?.end_last.year(),
                printed: amount_in(printed, power, text("unit"), lang),
                value: printed.parse::<Quantity>().ok()?.value_in(power)?,
                power,
                unit: text("unit").to_owned(),
                definition: definition.map(str::to_owned),
                defined: definition
                    .map_or_else(Vec::new, |_| kept(supporting(series, "definition").take(1))),
                held: verdict.and(held),
                cite,
            })
        });
        figures.collect()
    }
}
