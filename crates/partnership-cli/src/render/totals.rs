//! Totals over members and ranks among partners: a table a reporter, then the sets and the gaps, each with the periods in
//! which they are the same.

use partnership_core::answer::{
    Addend, Counted, Gap, Ranked, Row, Share, Standing, Total, amount_in,
};
use partnership_core::model::{Measure, PartyId};
use partnership_core::value::{Quantity, Truth};
use partnership_core::view::Why;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// A heading for each reporter and side, a table of its periods, whose figures were added up, and who has none.
pub(super) fn totals(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Total(total) => Some(&**total),
        _ => None,
    });
    let rows: Vec<&Total> = rows.collect();
    let key = |row: &Total| (row.reporter.clone(), row.area.clone(), row.counterpart.clone());
    rows.chunk_by(|a, b| key(a) == key(b)).flat_map(|rows| page.totals(rows)).collect()
}

/// A heading for each reporter and side, a table of its periods and partners, and whose figures were added up.
pub(super) fn ranks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Standing(standing) => Some(&**standing),
        _ => None,
    });
    let rows: Vec<&Standing> = rows.collect();
    let key = |row: &Standing| (row.reporter.clone(), row.area.clone(), row.counterpart.clone());
    rows.chunk_by(|a, b| key(a) == key(b)).flat_map(|rows| page.ranks(rows)).collect()
}

impl Page<'_> {
    fn totals(&self, rows: &[&Total]) -> Vec<Block> {
        let Some(first) = rows.first() else { return Vec::new() };
        let head = ["period", "members", "total", "share", "printed", "source"];
        let korean = ["기간", "구성원", "합계", "비중", "출처에 적힌 합계", "출처"];
        let head = head.iter().zip(korean).map(|(english, korean)| self.say(english, korean));
        let cells = |row: &&Total| {
            let counted = row.addend.len();
            let of = row.member.len();
            let members = if counted == of { of.to_string() } else { format!("{counted} / {of}") };
            let value = row.value.as_ref().map(|value| self.amount(value)).unwrap_or_default();
            vec![
                Words::default().with(Tone::Lead, row.period.as_str()),
                members.into(),
                Words::from(value).and(self.mark_of(row.truth)),
                self.shares(&row.share, &row.measure).into(),
                self.printed(&row.printed),
                self.counted(&row.addend),
            ]
        };
        let mut blocks = vec![
            Block::Heading(self.subject(
                &first.measure,
                [&first.area, &first.counterpart],
                &first.reporter,
            )),
            Block::Table {
                head: head.map(str::to_owned).collect(),
                rows: rows.iter().map(cells).collect(),
            },
        ];
        if let [one] = rows {
            let addends = one.addend.iter().map(|addend| {
                let lead = Words::default().with(Tone::Lead, self.name(&addend.party));
                Entry::new(lead, self.amount(&addend.value))
            });
            blocks.push(Block::Rows(addends.collect()));
        }
        blocks.extend(self.notes(rows.iter().flat_map(|row| {
            let set = Some((row.set.as_str(), row.member.as_slice()));
            let sums = self.sums(set, &row.perhaps, &row.gap).into_iter();
            sums.chain(self.whys(&row.why)).map(|line| (row.period.as_str(), line))
        })));
        blocks.extend(self.notes(rows.iter().flat_map(|row| {
            row.beside.iter().map(|other| {
                let also = self.say("the same members by", "같은 구성원, 다른 표:");
                let value = self.amount(&other.value);
                (row.period.as_str(), format!("{also} {}: {value}", joined(&other.series, " + ")))
            })
        })));
        blocks
    }

    fn ranks(&self, rows: &[&Standing]) -> Vec<Block> {
        let Some(first) = rows.first() else { return Vec::new() };
        // Where all partners are listed, those before and after each are the rows before and after.
        let is_listing = rows.windows(2).any(|two| two[0].period == two[1].period);
        let is_of_one = rows.iter().all(|row| row.id == first.id);
        let mut head = vec![self.say("period", "기간"), self.say("rank", "순위")];
        if !is_of_one {
            head.push(self.say("partner", "상대"));
        }
        head.extend([self.say("value", "금액"), self.say("share", "비중")]);
        if !is_listing {
            head.extend([self.say("before it", "앞"), self.say("after it", "뒤")]);
        }
        head.push(self.say("source", "출처"));
        let cells = |row: &&Standing| {
            let rank = Words::default().with(Tone::Strong, format!("{} / {}", row.rank, row.of));
            let mut cells = vec![
                Words::default().with(Tone::Lead, row.period.as_str()),
                rank.and(self.mark_of(row.truth)),
            ];
            if !is_of_one {
                cells.push(self.named(&row.id));
            }
            cells.extend([
                Words::from(self.amount(&row.value)),
                self.shares(&row.share, &row.measure).into(),
            ]);
            if !is_listing {
                let before = row.before.iter().map(place);
                cells.push(before.collect::<Vec<_>>().join("; ").into());
                let after = row.after.as_ref().map(place);
                cells.push(after.unwrap_or_default().into());
            }
            cells.push(self.counted(&row.addend));
            cells
        };
        let ends = [&first.area, &first.counterpart];
        let mut subject = self.subject(&first.measure, ends, &first.reporter);
        if is_of_one {
            subject = subject.plain(": ").and(self.named(&first.id));
        }
        let mut blocks = vec![
            Block::Heading(subject),
            Block::Table {
                head: head.into_iter().map(str::to_owned).collect(),
                rows: rows.iter().map(cells).collect(),
            },
        ];
        let among = |row: &&Standing| {
            let among = match row.among.as_str() {
                "all" => self.say("among all partners in", "비교한 표:").to_owned(),
                set => {
                    format!("{} {set}, {}", self.say("among", "비교 대상:"), self.say("in", "표:"))
                }
            };
            let without = match row.without.as_slice() {
                [] => String::new(),
                out => format!(", {} {}", self.say("without", "제외:"), joined(out, ", ")),
            };
            format!("{among} {}{without}", joined(&row.series, " + "))
        };
        blocks.extend(self.notes(rows.iter().flat_map(|row| {
            let lines = std::iter::once(among(row)).chain(self.whys(&row.why));
            lines.map(|line| (row.period.as_str(), line))
        })));
        blocks.extend(self.notes(rows.iter().flat_map(|row| {
            row.one.iter().flat_map(|one| {
                let set = one.set.as_deref().map(|set| (set, one.member.as_slice()));
                self.sums(set, &[], &one.gap).into_iter().map(|line| (row.period.as_str(), line))
            })
        })));
        blocks
    }

    /// A mark for what is only maybe so; the reasons stand below the table.
    fn mark_of(&self, truth: Truth) -> Words {
        let maybe = self.say("(maybe)", "(불확실)");
        Words::default().with(Tone::Maybe, if truth == Truth::Maybe { maybe } else { "" })
    }

    fn whys(&self, why: &[Why]) -> impl Iterator<Item = String> {
        let maybe = self.say("maybe", "불확실");
        why.iter().map(move |why| format!("{maybe}: {}", why.said(&self.lang)))
    }

    /// The numbers of the sources of what was counted.
    fn counted(&self, addends: &[Addend]) -> Words {
        let counted = addends.iter().flat_map(|addend| &addend.counted);
        self.marks(counted.flat_map(|one| &one.cite))
    }

    /// What is counted, of whom and with whom, by whom.
    fn subject(&self, measure: &Measure, ends: [&Option<PartyId>; 2], reporter: &PartyId) -> Words {
        let notation = measure.as_str();
        let measure = self.view.concept_of("measure", notation);
        let measure = measure.unwrap_or_else(|| notation.to_owned());
        let ends: Vec<String> = ends.into_iter().flatten().map(|id| self.name(id)).collect();
        let by = self.say("by", "집계:");
        Words::from(format!("{measure}: {}, {by} {}", ends.join(" – "), self.name(reporter)))
    }

    fn name(&self, party: &PartyId) -> String {
        self.view.name_or_id(party.as_str())
    }

    /// A quantity as people read it, in the language of the view.
    pub(super) fn amount(&self, value: &Quantity) -> String {
        amount_in(&value.to_string(), 0, "", &self.lang)
    }

    fn shares(&self, shares: &[Share], measure: &Measure) -> String {
        let of = self.say("of", "기준:");
        let share = |share: &Share| match share.measure == *measure {
            true => share.value.to_string(),
            false => format!("{} {of} {}", share.value, share.measure),
        };
        shares.iter().map(share).collect::<Vec<_>>().join("; ")
    }

    fn printed(&self, printed: &[Counted]) -> Words {
        let mut words = Words::default();
        for (at, one) in printed.iter().enumerate() {
            words.add(Tone::Plain, if at > 0 { "; " } else { "" });
            words.add(Tone::Plain, self.amount(&one.value));
            words = words.and(self.marks(&one.cite));
        }
        words
    }

    /// A set with its members, and each gap in a sentence.
    fn sums(
        &self,
        set: Option<(&str, &[PartyId])>,
        perhaps: &[PartyId],
        gaps: &[Gap],
    ) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((set, members)) = set {
            let group = set.split('@').next().unwrap_or(set);
            let counted = self.say("counted as", "구성원");
            lines.push(format!("{group} {counted}: {}", joined(members, ", ")));
        }
        if !perhaps.is_empty() {
            let text = self.say("perhaps members, not counted", "구성원일 수 있으나 제외");
            lines.push(format!("{text}: {}", joined(perhaps, ", ")));
        }
        for gap in
            gaps.chunk_by(|a, b| (&a.party, a.reason, &a.held) == (&b.party, b.reason, &b.held))
        {
            let Some(first) = gap.first() else { continue };
            let held = first.held.as_ref().map(|held| format!(" ({held})")).unwrap_or_default();
            let series: Vec<_> = gap.iter().map(|gap| &gap.series).collect();
            let (name, why) = (self.name(&first.party), first.reason.said(&self.lang));
            let series = joined(&series, ", ");
            lines.push(format!("{name} ({}): {why} {series}{held}", first.party));
        }
        lines
    }

    /// Lines that are the same in several periods, once, with these periods.
    fn notes<'r>(&self, lines: impl Iterator<Item = (&'r str, String)>) -> Option<Block> {
        let mut all: Vec<(String, Vec<&str>)> = Vec::new();
        for (period, line) in lines {
            match all.iter_mut().find(|(known, _)| *known == line) {
                Some((_, periods)) if periods.last() == Some(&period) => {}
                Some((_, periods)) => periods.push(period),
                None => all.push((line, vec![period])),
            }
        }
        let entries = all.into_iter().map(|(line, periods)| {
            Entry::new(Words::default().with(Tone::Lead, runs(&periods)), line)
        });
        let entries: Vec<Entry> = entries.collect();
        (!entries.is_empty()).then_some(Block::Rows(entries))
    }
}

/// A partner with its figure, which is in the power of ten and the unit of the row.
fn place(ranked: &Ranked) -> String {
    format!("{} {}", ranked.party, ranked.value.number())
}

fn joined(all: &[impl ToString], between: &str) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// Periods as runs of years: `1989–2003, 2005`.
fn runs(periods: &[&str]) -> String {
    let year = |period: &str| period.parse::<i32>().ok();
    let runs = periods.chunk_by(|a, b| year(a).zip(year(b)).is_some_and(|(a, b)| a + 1 == b));
    let runs = runs.map(|run| match run {
        [first, .., last] => format!("{first}–{last}"),
        few => few.join(", "),
    });
    runs.collect::<Vec<_>>().join(", ")
}
