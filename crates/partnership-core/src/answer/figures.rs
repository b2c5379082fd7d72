//! The money and figures of a briefing.

use super::brief::Page;
use super::sides::Sides;
use super::told::kept;
use super::words::amount_in;
use super::{Line, Observed};
use crate::describe::Struct;
use crate::order::Order;
use crate::value::Day;
use crate::view::{Verdict, bounds, supporting};

/// Figures that a page has room for.
const FIGURES: usize = 10;
/// A figure of so many years ago gives way to newer ones.
const RECENT: i32 = 8;

/// The rung and payer of a contribution, its first day, the contribution, and how surely the view shows it.
type Newest<'r> = ((&'r str, Option<&'r str>), Day, &'r Struct<'r>, Verdict);

impl Page<'_> {
    /// The parts of a field, each with how surely the view shows it.
    pub(super) fn parts<'r, 'n>(
        &self,
        record: &'r Struct<'n>,
        field: &str,
    ) -> Vec<(&'r Struct<'n>, Verdict)> {
        let (Some(of), Some(list)) = (record.of.field(field), record.get(field)) else {
            return Vec::new();
        };
        let parts = self.view.lens().parts(record, of, list).into_iter();
        parts.filter_map(|(node, held)| Some((node.as_struct()?, held))).collect()
    }

    /// Each fund with its newest contributions of each rung by each payer.
    pub(super) fn funds(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for (_, verdict, record) in self.rows("kind:fund") {
            let mut newest: Vec<Newest<'_>> = Vec::new();
            for (part, held) in self.parts(&record, "contribution") {
                let of = (part.leaf("rung").unwrap_or("unstated"), part.leaf("payer"));
                let day = ["span", "date"]
                    .iter()
                    .find_map(|field| bounds(part.leaf(field)?))
                    .map_or(Day::MIN, |days| days.start_first);
                match newest.iter_mut().find(|(known, ..)| *known == of) {
                    Some(slot) if slot.1 <= day => *slot = (of, day, part, held),
                    Some(_) => {}
                    None => newest.push((of, day, part, held)),
                }
            }
            newest.order_by_key(|(_, day, ..)| *day);
            for (_, _, part, held) in newest {
                lines.push(Line {
                    verdict: verdict.and(held),
                    ..self.line(
                        self.name(&record),
                        self.contribution(part),
                        &record,
                        kept(part.parts("cite")),
                    )
                });
            }
        }
        lines
    }

    /// The newest value of each series of levels, shares and ranks; those of one measure stand together. Figures of one
    /// side with the other come before all else.
    pub(super) fn figures(&self) -> Vec<Line> {
        let sides = self.sides();
        let between = format!("area:{} counterpart:{0}", sides.ids().join(","));
        // They mostly fill the page, and no other series is read.
        match self.figures_of(sides, &between) {
            (lines, FIGURES..) => lines,
            _ => self.figures_of(sides, "kind:series").0,
        }
    }

    /// The same of the series that a query finds; and how many of them are of one side with the other.
    fn figures_of(&self, sides: &Sides, within: &str) -> (Vec<Line>, usize) {
        let mut lines: Vec<(String, usize, Line)> = Vec::new();
        let mut between: Vec<String> = Vec::new();
        let all = "kind:series transform:level,share,rank";
        for (_, verdict, record) in self.rows_within(all, within) {
            let rows = self.parts(&record, "observation").into_iter().filter(|(row, _)| {
                row.get("value").is_some()
                    && row.get("area").is_none()
                    && row.get("counterpart").is_none()
            });
            let whole_years = rows.filter(|(row, _)| {
                let value = Observed { series: &record, row };
                value.stands() && value.is_of_a_year()
            });
            let newest = whole_years.max_by_key(|(row, _)| row.leaf("period").map(str::to_owned));
            let Some((row, held)) = newest else {
                continue;
            };
            let unit = record.leaf("unit").unwrap_or_default();
            let power = Observed { series: &record, row }.power();
            let value = amount_in(row.leaf("value").unwrap_or_default(), power, unit, &self.lang);
            let reporter = self.view.name_or_id(record.leaf("reporter").unwrap_or_default());
            let text = format!("{}: {value} ({reporter})", self.name(&record));
            let mut cite = kept(row.parts("cite"));
            if cite.is_empty() {
                cite = kept(supporting(&record, "observation"));
            }
            let count = record.parts("observation").count();
            let ends =
                [sides.position(record.leaf("area")), sides.position(record.leaf("counterpart"))];
            if matches!(ends, [Some(area), Some(counterpart)] if area != counterpart) {
                between.push(record.leaf("id").unwrap_or_default().to_owned());
            }
            let measure = record.leaf("measure").unwrap_or_default().to_owned();
            lines.push((
                measure,
                count,
                Line {
                    verdict: verdict.and(held),
                    ..self.line(row.leaf("period").unwrap_or_default(), text, &record, cite)
                },
            ));
        }
        // The measures that most is held of come first.
        let is_between = |line: &Line| between.contains(&line.id);
        let total = |measure: &str| {
            let of = lines.iter().filter(|(of, _, line)| of == measure && is_between(line));
            of.map(|(_, count, _)| count).sum::<usize>()
        };
        let mut order: Vec<(usize, String)> = Vec::new();
        for (measure, ..) in &lines {
            if !order.iter().any(|(_, known)| known == measure) {
                order.push((total(measure), measure.clone()));
            }
        }
        order.order_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.cmp(y)));
        let day = self.view.day();
        let recent = self.view.known().map_or(day, |known| known.min(day)).year() - RECENT;
        let is_old = |line: &Line| bounds(&line.lead).is_some_and(|of| of.end_last.year() < recent);
        let place = |measure: &str| order.iter().position(|(_, known)| known == measure);
        lines.order_by(|(a, _, x), (b, _, y)| {
            let apart = |line: &Line| !is_between(line);
            // What is long past comes after what is of the last years.
            let first = is_old(x).cmp(&is_old(y)).then(apart(x).cmp(&apart(y)));
            first.then(place(a).cmp(&place(b))).then_with(|| x.id.cmp(&y.id))
        });
        let mut lines: Vec<_> = lines.into_iter().map(|(_, _, line)| line).collect();
        self.cut(&mut lines, FIGURES);
        (lines, between.len())
    }

    /// A contribution in words: `32 million USD a year, 2027 (pledge, Lakeland)`.
    fn contribution(&self, part: &Struct<'_>) -> String {
        let per = match (part.leaf("per"), self.lang.as_str()) {
            (Some("year"), "ko") => " (연간)",
            (Some("year"), _) => " a year",
            _ => "",
        };
        let span = ["span", "date"].iter().find_map(|field| part.leaf(field)).unwrap_or_default();
        let rung = part.leaf("rung").and_then(|rung| rung.parse::<crate::model::Rung>().ok());
        // That a source does not say how far it has come says nothing here.
        let rung = rung.filter(|rung| *rung != crate::model::Rung::Unstated);
        let rung = rung.map(|rung| rung.label(&self.lang).into_owned());
        let named = |payer: &str| self.view.name_or_id(payer);
        let payer = part.leaf("payer").map(named);
        let about: Vec<_> = rung.into_iter().chain(payer).collect();
        let amount = amount_in(part.leaf("amount").unwrap_or_default(), 0, "", &self.lang);
        let about =
            if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        format!("{amount}{per}, {span}{about}")
    }
}
