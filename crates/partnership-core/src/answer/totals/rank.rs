//! Ranks among partners.

use partnership_derive::Described;

use super::ask::{Asked, Group};
use super::sum::{Way, every, measures, ways};
use super::table::{Side, Table, tables};
use super::total::{Share, Whole, by_reporter, periods, sides};
use super::{Addend, Gap, each, ids, nothing};
use crate::answer::{Answer, Empty, EmptyReason, Row};
use crate::describe::Struct;
use crate::model::{Measure, PartyId, SeriesId};
use crate::order::Order;
use crate::query::QueryError;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{DateRange, Number, Quantity, Span, Truth};
use crate::view::{Verdict, View, Why};

/// Where a partner stands among the others in a period.
#[derive(Clone, Debug, Described)]
pub struct Standing {
    /// How sure the rank is: a maybe where a value that was compared is one, or where a partner that the table leaves out
    /// may stand before it.
    #[described(required)]
    pub truth: Truth,
    /// Why it is not surer.
    pub why: Vec<Why>,
    /// The partner.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    pub label: Option<String>,
    /// What is measured.
    #[described(required)]
    pub measure: Measure,
    /// Who counted.
    #[described(required)]
    pub reporter: PartyId,
    /// Whose figure it is, where the partners are the counterparts.
    pub area: Option<PartyId>,
    /// With whom, where the partners are the areas.
    pub counterpart: Option<PartyId>,
    /// The period, as the tables write it.
    #[described(required)]
    pub period: Span,
    /// Its rank: one more than there are partners before it.
    #[described(required)]
    pub rank: usize,
    /// How many partners were compared.
    #[described(required)]
    pub of: usize,
    /// Among whom: `all` that the tables hold, or the members of a group on a day.
    #[described(required)]
    pub among: String,
    /// Who is left out.
    pub without: Vec<PartyId>,
    /// Its figure, with the power of ten and the unit of the tables.
    #[described(required)]
    pub value: Quantity,
    /// The series that were compared: one, or one of each measure that this one is the sum of.
    pub series: Vec<SeriesId>,
    /// Those before it, the first first.
    pub before: Vec<Ranked>,
    /// The next after it.
    pub after: Option<Ranked>,
    /// The groups that count as one, with their members and gaps.
    pub one: Vec<Ranked>,
    /// What its figure is the sum of.
    pub addend: Vec<Addend>,
    /// The shares of the wholes that the reporter gives.
    pub share: Vec<Share>,
    /// Where all of it comes from, each citation once.
    pub cite: Vec<Struct<'static>>,
}

/// A partner with its figure.
#[derive(Clone, Debug, Described)]
pub struct Ranked {
    /// The partner.
    #[described(required)]
    pub party: PartyId,
    /// Its figure, with the power of ten and the unit of the tables.
    #[described(required)]
    pub value: Quantity,
    /// Of a group, whose figures were added up: `eu@2023-12-31`.
    pub set: Option<String>,
    /// These members.
    pub member: Vec<PartyId>,
    /// The members without a value.
    pub gap: Vec<Gap>,
    /// Where its observations come from.
    pub cite: Vec<Struct<'static>>,
}

impl Standing {
    /// The same with the citations of everything that it rests on.
    fn cited(self) -> Self {
        let counted = self.addend.iter().flat_map(|addend| &addend.counted);
        let counted = counted.chain(self.share.iter().flat_map(|share| &share.counted));
        let others = self.before.iter().chain(&self.after).chain(&self.one);
        let cites = counted.flat_map(|one| &one.cite).chain(others.flat_map(|other| &other.cite));
        Self { cite: each(cites), ..self }
    }
}

const FIELDS: [&str; 7] = ["measure", "of", "one", "among", "without", "reporter", "period"];

/// What is sought.
struct Sought<'q> {
    measure: String,
    ways: Vec<Vec<String>>,
    of: Vec<Group<'q>>,
    one: Vec<Group<'q>>,
    among: Option<Group<'q>>,
    without: Vec<Group<'q>>,
    period: Option<DateRange>,
    reporter: Option<String>,
}

impl View<'_> {
    /// Where partners stand among the others, for each reporter and period; all partners, or those that are named.
    ///
    /// The text names a measure, and perhaps partners, groups that count as one, and among whom:
    /// `goods-trade of:asean@1999-04-30 one:eu period:2023`, `goods-exports of:vn among:asean`. A group that is named after
    /// `of` or `one` is one partner, and none of its members is one beside it; any other group is no partner.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a measure, party or reporter that the record has no such figures of.
    pub fn rank(&self, text: &str) -> Result<Answer, QueryError> {
        let asked = Asked::read(text, &FIELDS)?;
        let measure = asked.measure(self)?.value;
        let mut sought = Sought {
            ways: measures(self, &measure),
            of: asked.parties(self, "of")?,
            one: asked.parties(self, "one")?,
            among: asked.group(self, "among")?,
            without: asked.parties(self, "without")?,
            period: asked.period()?,
            reporter: None,
            measure,
        };
        sought.check(self, &asked)?;
        sought.reporter = self.figures(&asked, &sought.measure, &sought.ways, |view, table| {
            !through(view, &[table], &sought).is_empty()
        })?;
        let (rows, partial) = standings(self, &sought);
        let rows: Vec<Row> = rows.into_iter().map(|row| Row::Standing(Box::new(row))).collect();
        let answer = Answer::new(self, "rank", text, rows);
        if !answer.rows().is_empty() {
            return Ok(answer);
        }
        if let Some((series, set)) = partial {
            return Ok(answer.because(only(self, &series, &set)));
        }
        let elsewhere = !standings(&self.dataset().view(), &sought).0.is_empty();
        Ok(answer.because(nothing(self, elsewhere, &sought.measure, &sought.period)))
    }
}

/// That a table holds too few to rank anybody among all.
fn only(view: &View<'_>, series: &str, set: &str) -> Empty {
    let group = set.split('@').next().unwrap_or(set);
    let text = match view.language().as_str() {
        "ko" => format!(
            "`{series}`에는 `{set}`의 구성원만 있어 전체 순위를 낼 수 없음; `among:{group}`은 가능함"
        ),
        _ => format!(
            "`{series}` holds members of `{group}` only, so that nobody can be ranked among all; `among:{group}` ranks them among each other"
        ),
    };
    Empty { reason: EmptyReason::NoMatch, text, term: None }
}

impl<'q> Sought<'q> {
    /// The groups that count as one, each once.
    fn groups(&self, view: &View<'_>) -> Vec<&Group<'q>> {
        let mut groups: Vec<&Group<'q>> = Vec::new();
        for group in self.one.iter().chain(&self.of).filter(|one| view.lens().is_group(&one.id)) {
            if !groups.iter().any(|known| known.id == group.id) {
                groups.push(group);
            }
        }
        groups
    }

    /// Refuses a party that counts as one and has no members, and a group that is named with two days.
    fn check(&self, view: &View<'_>, asked: &Asked<'_>) -> Result<(), QueryError> {
        let plain = view.dataset().view();
        if let Some(single) = self.one.iter().find(|one| !plain.lens().is_group(&one.id)) {
            let message = format!("`{}` has no members in this record", single.id);
            return Err(asked.not(&single.given, message, plain.lens().groups()));
        }
        for single in self.of.iter().filter(|one| !plain.lens().is_group(&one.id)) {
            let within = self.groups(view).into_iter().find(|group| {
                let mut is_member = false;
                plain.lens().members_of(&group.id, None, &mut |id| is_member |= id == single.id);
                is_member
            });
            if let Some(group) = within {
                let message =
                    format!("`{}` is a member of `{}`, which counts as one", single.id, group.id);
                return Err(asked.not(&single.given, message, []));
            }
        }
        let named: Vec<&Group<'_>> = self.one.iter().chain(&self.of).collect();
        for (at, group) in named.iter().enumerate() {
            if named[..at].iter().any(|other| other.id == group.id && other.on != group.on) {
                let message = format!("`{}` is named with two days", group.id);
                return Err(asked.not(&group.given, message, []));
            }
        }
        Ok(())
    }
}

/// The rows; and a table that holds members of one group only, if that is why there are none.
fn standings(view: &View<'_>, sought: &Sought<'_>) -> (Vec<Standing>, Option<(String, String)>) {
    let tables = tables(view, &every(view, &sought.measure, &sought.ways));
    let (mut rows, mut partial) = (Vec::new(), None);
    for (reporter, tables) in by_reporter(&tables, sought.reporter.as_deref()) {
        for side in through(view, &tables, sought) {
            for (days, written) in periods(&tables, &sought.period) {
                let whole = Whole { view, tables: &tables, side: &side, days };
                match field(&whole, sought) {
                    Some(Ok(field)) => rows.extend(field.standings(sought, reporter, &written)),
                    Some(Err(only)) => partial = Some(only),
                    None => {}
                }
            }
        }
    }
    (rows, partial)
}

/// The ends through which partners run: where some are named, those at which they stand; else those with several.
fn through(view: &View<'_>, tables: &[&Table<'_>], sought: &Sought<'_>) -> SortedSet<Side> {
    let named: Vec<Group<'_>> = sought.of.iter().chain(&sought.among).cloned().collect();
    if !named.is_empty() {
        return sides(view, tables, &named);
    }
    let mut found = SortedSet::default();
    for table in tables {
        let mut partners: SortedMap<Side, SortedSet<&str>> = SortedMap::default();
        for (area, counterpart, _) in table.keys() {
            let ends = [(true, area, counterpart), (false, counterpart, area)];
            for (of_counterparts, fixed, partner) in ends {
                if !partner.is_empty() && !view.lens().is_group(partner) {
                    let side = Side { of_counterparts, fixed: fixed.to_owned() };
                    partners.or_default(side).insert(partner);
                }
            }
        }
        found.extend(partners.into_iter().filter(|(_, all)| all.len() > 1).map(|(side, _)| side));
    }
    found
}

/// The partners of a period, the first first.
struct Field<'w, 'v, 'a> {
    whole: &'w Whole<'w, 'v, 'a>,
    way: Way<'w, 'a>,
    among: String,
    partner: Vec<Partner>,
    one: Vec<Ranked>,
    /// The least that a partner must have so that none that is left out can stand before it.
    sure_from: Option<Number>,
    is_sure: bool,
}

struct Partner {
    ranked: Ranked,
    value: Number,
    verdict: Verdict,
    addend: Vec<Addend>,
}

/// The partners of a period; the table and its set, if it holds members of one group only and is asked about all.
fn field<'w, 'v, 'a>(
    whole: &'w Whole<'w, 'v, 'a>,
    sought: &Sought<'_>,
) -> Option<Result<Field<'w, 'v, 'a>, (String, String)>> {
    let Whole { view, side, days, .. } = whole;
    let among = sought.among.as_ref().map(|group| group.members(view, days.1));
    let is_partner = |id: &str| {
        !id.is_empty()
            && !view.lens().is_group(id)
            && !sought.without.iter().any(|out| out.id == id)
            && among.as_ref().is_none_or(|among| among.sure.contains(&id))
    };
    let partners = |table: &Table<'_>| -> SortedSet<String> {
        let at = table.keys().filter(|(area, counterpart, when)| {
            let fixed = if side.of_counterparts { area } else { counterpart };
            when == days && *fixed == side.fixed
        });
        let ids =
            at.map(|(area, counterpart, _)| if side.of_counterparts { counterpart } else { area });
        let shown = |id: &&str| is_partner(id) && table.value(side, id, *days).is_some();
        ids.filter(shown).map(str::to_owned).collect()
    };
    let way = ways(whole.tables, &sought.ways, |table| partners(table).len()).into_iter().next()?;
    let all = way.tables.iter().map(|table| partners(table)).reduce(|a, b| &a & &b)?;
    let holds = |field: &str| {
        way.tables.iter().find_map(|table| Some((table.id, table.holds()?.leaf(field)?.to_owned())))
    };
    let set = holds("set");
    if let (Some((series, set)), None) = (&set, &among)
        && set != "all"
    {
        return Some(Err(((*series).to_owned(), set.clone())));
    }
    let singles: SortedMap<String, (Number, Verdict)> = all
        .into_iter()
        .filter_map(|id| way.figure(side, &id, *days).map(|figure| (id, figure)))
        .collect();
    let first = holds("first").and_then(|(_, first)| first.parse::<usize>().ok());
    let mut values: Vec<Number> = singles.values().map(|(value, _)| *value).collect();
    values.order_by(|a, b| b.cmp(a));
    let mut field = Field {
        whole,
        among: among.as_ref().map_or("all".to_owned(), |among| among.set.clone()),
        partner: Vec::new(),
        one: Vec::new(),
        sure_from: first.and_then(|first| values.get(first.checked_sub(1)?).copied()),
        is_sure: among.is_some() || (set.is_some() && first.is_none()),
        way,
    };
    field.fill(sought, singles);
    Some(Ok(field))
}

impl Field<'_, '_, '_> {
    fn fill(&mut self, sought: &Sought<'_>, mut singles: SortedMap<String, (Number, Verdict)>) {
        let Whole { view, side, days, .. } = self.whole;
        for group in sought.groups(view) {
            let members = group.members(view, days.1);
            let sum = self.way.sum(view, side, &members.sure, *days);
            singles.retain(|id, _| !members.sure.contains(&id.as_str()));
            let Some(value) = sum.value else { continue };
            let Some(ranked) = self.ranked(&group.id, value, &sum.addend) else { continue };
            let member = ids(&members.sure);
            let ranked = Ranked { set: Some(members.set), member, gap: sum.gap, ..ranked };
            self.one.push(ranked.clone());
            self.partner.push(Partner { ranked, value, verdict: sum.verdict, addend: sum.addend });
        }
        for (id, (value, verdict)) in singles {
            let addend = self.way.sum(view, side, &[id.as_str()], *days).addend;
            let Some(ranked) = self.ranked(&id, value, &addend) else { continue };
            self.partner.push(Partner { ranked, value, verdict, addend });
        }
        let by_value = |a: &Partner, b: &Partner| {
            b.value.cmp(&a.value).then_with(|| a.ranked.party.cmp(&b.ranked.party))
        };
        self.partner.order_by(by_value);
    }

    fn ranked(&self, id: &str, value: Number, addend: &[Addend]) -> Option<Ranked> {
        let counted = addend.iter().flat_map(|addend| &addend.counted);
        Some(Ranked {
            party: id.parse().ok()?,
            value: self.way.written(value)?,
            set: None,
            member: Vec::new(),
            gap: Vec::new(),
            cite: each(counted.flat_map(|one| &one.cite)),
        })
    }

    fn standings(&self, sought: &Sought<'_>, reporter: &str, period: &str) -> Vec<Standing> {
        let wanted = |partner: &Partner| {
            sought.of.is_empty()
                || sought.of.iter().any(|of| of.id == partner.ranked.party.as_str())
        };
        // Where there is nobody else, there is no rank.
        let all = if self.partner.len() > 1 { 0..self.partner.len() } else { 0..0 };
        let wanted = all.filter(|at| wanted(&self.partner[*at]));
        wanted.filter_map(|at| self.standing(at, sought, reporter, period)).collect()
    }

    fn standing(
        &self,
        at: usize,
        sought: &Sought<'_>,
        reporter: &str,
        period: &str,
    ) -> Option<Standing> {
        let own = &self.partner[at];
        let before = self.partner.iter().take_while(|other| other.value > own.value);
        let before: Vec<Ranked> = before.map(|other| other.ranked.clone()).collect();
        let values = self.partner.iter().map(|other| other.verdict);
        let values = values.fold(Verdict::YES, Verdict::and);
        let is_sure = self.is_sure || self.sure_from.is_some_and(|least| own.value >= least);
        let left_out = if is_sure { Verdict::YES } else { Verdict::maybe(Why::LeftOut) };
        let verdict = values.and(left_out);
        let (area, counterpart) = self.whole.side.key("");
        let without: Vec<&str> = sought.without.iter().map(|out| out.id.as_str()).collect();
        let standing = Standing {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: own.ranked.party.to_string(),
            label: self.whole.view.name_of(own.ranked.party.as_str()),
            measure: sought.measure.parse().ok()?,
            reporter: reporter.parse().ok()?,
            area: area.parse().ok(),
            counterpart: counterpart.parse().ok(),
            period: period.parse().ok()?,
            rank: before.len() + 1,
            of: self.partner.len(),
            among: self.among.clone(),
            without: ids(&without),
            value: own.ranked.value.clone(),
            series: self.way.series(),
            after: self.partner.get(at + 1).map(|other| other.ranked.clone()),
            one: self.one.clone(),
            share: self.whole.shares(&self.way, own.value, &sought.measure),
            before,
            addend: own.addend.clone(),
            cite: Vec::new(),
        };
        Some(standing.cited())
    }
}
