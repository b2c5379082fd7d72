//! The values of series with what follows from them: a table for each pair of ends.

use partnership_core::answer::Row;
use partnership_core::claim::SeriesFigure;
use partnership_core::model::{ObservationStatus, PartyId, Rank};
use partnership_core::value::{Interval, Quantity};

use super::answer::Page;
use super::{Block, Tone, Words};

/// A heading for each series and each of its keys, and the table.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Traced(row) => Some(&**row),
        _ => None,
    });
    let rows: Vec<&SeriesFigure> = rows.collect();
    let key = |row: &SeriesFigure| (row.id.clone(), row.area.clone(), row.counterpart.clone());
    rows.chunk_by(|a, b| key(a) == key(b)).flat_map(|rows| page.series(rows)).collect()
}

impl Page<'_> {
    fn series(&self, rows: &[&SeriesFigure]) -> Vec<Block> {
        let Some(first) = rows.first() else { return Vec::new() };
        let name = |id: &PartyId| self.view.name_or_id(id.as_str());
        let ends: Vec<String> =
            [&first.area, &first.counterpart].into_iter().flatten().map(name).collect();
        let by = first.reporter.as_ref().map(name).unwrap_or_default();
        let subject = Words::from(first.label.clone())
            .plain(format!(": {}, {} {by}", ends.join(" – "), self.say("by", "집계:")))
            .with(Tone::Dim, format!(" ({})", first.id));
        let has = |field: fn(&SeriesFigure) -> bool| rows.iter().any(|row| field(row));
        let (growth, share, index) = (
            has(|row| row.growth.is_some()),
            has(|row| row.share.is_some()),
            has(|row| row.index.is_some()),
        );
        let base = rows.iter().find_map(|row| row.index_from.as_ref());
        let mut head =
            vec![self.say("period", "기간").to_owned(), self.say("value", "값").to_owned()];
        head.extend(growth.then(|| self.say("growth", "증감률").to_owned()));
        head.extend(share.then(|| self.say("share", "비중").to_owned()));
        head.extend(index.then(|| match base {
            Some(base) => format!("{} ({base} = 100)", self.say("index", "지수")),
            None => self.say("index", "지수").to_owned(),
        }));
        head.push(self.say("remarks", "비고").to_owned());
        head.push(self.say("source", "출처").to_owned());
        let cells = |row: &&SeriesFigure| {
            let mut cells = vec![
                Words::default().with(Tone::Lead, row.period.as_str()),
                self.amount(&row.value).into(),
            ];
            cells.extend(growth.then(|| worked(&row.growth, &row.growth_within)));
            cells.extend(share.then(|| worked(&row.share, &row.share_within)));
            cells.extend(index.then(|| {
                let own = row.index_from.as_ref().filter(|from| Some(*from) != base);
                let told = worked(&row.index, &row.index_within);
                own.map_or(told.clone(), |from| told.plain(format!(" ({from} = 100)")))
            }));
            cells.push(self.remarks_on(row));
            cells.push(self.marks(&row.cite));
            cells
        };
        let table = Block::Table { head, rows: rows.iter().map(cells).collect() };
        vec![Block::Heading(subject), table]
    }

    fn remarks_on(&self, row: &SeriesFigure) -> Words {
        let mut told: Vec<String> = Vec::new();
        if let Some(day) = &row.break_at {
            let why = row.break_why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
            told.push(format!("{} {day}{why}", self.say("break on", "단절:")));
        }
        let status = row.status.filter(|status| *status != ObservationStatus::Normal);
        told.extend(status.map(|status| status.label(&self.lang).into_owned()));
        let rank = row.rank.filter(|rank| *rank != Rank::Preferred);
        told.extend(rank.map(|rank| rank.label(&self.lang).into_owned()));
        told.extend(row.reason.clone());
        told.extend(row.note.clone());
        let reasons: Vec<_> = row.why.iter().map(|why| why.said(&self.lang)).collect();
        if !reasons.is_empty() {
            told.push(format!("{}: {}", self.say("maybe", "불확실"), reasons.join("; ")));
        }
        told.join("; ").into()
    }
}

/// A number with what the printed digits allow for it.
fn worked(number: &Option<Quantity>, within: &Option<Interval>) -> Words {
    let number = number.as_ref().map(ToString::to_string).unwrap_or_default();
    let within = within.as_ref().map(|within| format!(" {within}")).unwrap_or_default();
    Words::from(number).with(Tone::Dim, within)
}
