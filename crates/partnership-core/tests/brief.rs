//! What a briefing says is what the record says: counts with their maybes, sources of the very statement, and what was left
//! out for want of room.

#![cfg(all(feature = "embedded", feature = "folder"))]

use std::path::Path;

use partnership_core::answer::{Line, Row};
use partnership_core::value::{Day, Truth};
use partnership_core::{Dataset, View};

fn view() -> View<'static> {
    Dataset::embedded().view()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The lines of the sections whose title is so.
fn lines(view: &View<'_>, title: &str) -> Vec<Line> {
    let brief = view.brief();
    let sections = brief.rows().iter().filter_map(|row| match row {
        Row::Section(section) if section.title == title => Some(section.line.clone()),
        _ => None,
    });
    sections.flatten().collect()
}

/// `3 projects, and 2 maybe`, of what a list finds.
fn counted(view: &View<'_>, query: &str, unit: &str) -> String {
    let answer = view.query(query).expect("a query");
    let truths = answer.rows().iter().filter_map(Row::as_record).map(|row| row.verdict.truth);
    let (sure, maybe): (Vec<_>, Vec<_>) = truths.partition(|truth| *truth == Truth::Yes);
    let plural = if sure.len() == 1 { "" } else { "s" };
    match maybe.len() {
        0 => format!("{} {unit}{plural}", sure.len()),
        maybe => format!("{} {unit}{plural}, and {maybe} maybe", sure.len()),
    }
}

/// By hand: on 2016-06-30 no project under *socio-cultural* surely ran, and some may have.
#[test]
fn pillars_count_maybes_apart() {
    for on in [None, Some("2016-06-30"), Some("2020-01-01"), Some("1900-01-01")] {
        let view = view().on(on.map(day));
        for line in lines(&view, "Pillars, and what is held under each") {
            let projects = counted(
                &view,
                &format!("kind:project pillar:{} -part_of:any", line.lead),
                "project",
            );
            let commitments =
                counted(&view, &format!("kind:commitment pillar:{}", line.lead), "commitment");
            assert!(
                line.text.contains(&format!(": {projects};")),
                "{on:?} {projects}: {}",
                line.text
            );
            assert!(line.text.contains(&commitments), "{on:?} {commitments}: {}", line.text);
        }
    }
    let early = view().on(day("2016-06-30"));
    let pillars = lines(&early, "Pillars, and what is held under each");
    let culture = pillars.iter().find(|line| line.id == "asean-socio-cultural");
    let culture = culture.or(pillars.iter().find(|line| line.lead == "socio-cultural")).unwrap();
    assert!(culture.text.contains(": 0 projects, and "), "{}", culture.text);
}

/// By hand: the only sources for the level of 1991 by then are undated pages.
#[test]
fn a_level_is_as_sure_as_what_says_it() {
    let truths = |view: &View<'_>| {
        let lines = lines(view, "The partnership").into_iter();
        lines
            .filter(|line| line.lead == "Level now")
            .map(|line| line.verdict.truth)
            .collect::<Vec<_>>()
    };
    assert_eq!(truths(&view()), [Truth::Yes]);
    assert_eq!(truths(&view().known_on(day("1990-06-01"))), [Truth::Maybe]);
    let text = lines(&view().known_on(day("2015-01-01")), "Texts now");
    let milestones = lines(&view().known_on(day("2015-01-01")), "Milestones");
    let by = text.iter().find(|line| line.lead.starts_with("since "));
    let told = milestones.iter().rfind(|line| line.text.ends_with("(level)"));
    if let (Some(by), Some(told)) = (by, told) {
        assert_eq!(by.verdict.truth, told.verdict.truth);
    }
}

#[test]
fn what_is_in_force_cites_what_says_so_and_nothing_in_force_is_left_out() {
    let view = view();
    let texts = lines(&view, "Texts now");
    let forced: Vec<_> = texts.iter().filter(|line| line.text.ends_with("(in force)")).collect();
    for line in &forced {
        let record = Dataset::embedded().view().show(&[&line.id]).unwrap();
        let record = &record.rows()[0].as_record().unwrap().record;
        let steps = record.parts("step").filter(|step| step.leaf("action") == Some("in-force"));
        let steps: Vec<_> = steps.collect();
        let dates: Vec<_> = steps.iter().filter_map(|step| step.leaf("date")).collect();
        let sources = steps.iter().flat_map(|step| step.parts("cite"));
        let sources: Vec<_> = sources.filter_map(|cite| cite.leaf("source")).collect();
        assert!(dates.iter().any(|date| line.lead == format!("since {date}")), "{line:?}");
        let cited = line.cite.iter().filter_map(|cite| cite.leaf("source"));
        assert!(
            cited.clone().count() > 0 && cited.clone().all(|id| sources.contains(&id)),
            "{line:?}"
        );
    }
    // Each is an agreement of the Republic of Korea with one member, or of all of them.
    for id in ["akfta-goods", "akfta-services", "rok-vietnam-fta", "rok-singapore-fta", "rcep"] {
        assert!(texts.iter().any(|line| line.id == id), "{id}");
    }
}

/// By hand: at the start Korea, Japan and China gave 0.9 million each, ASEAN 0.3.
#[test]
fn of_a_fund_each_payer_is_told() {
    let funds = lines(&view(), "Funds");
    let of = funds
        .iter()
        .filter(|line| line.id == "asean-plus-three-cooperation-fund")
        .map(|line| line.text.as_str());
    let of = of.collect::<Vec<_>>().join("\n");
    for payer in ["Republic of Korea", "Japan", "China"] {
        let held =
            of.lines().any(|line| line.starts_with("0.9 million USD") && line.contains(payer));
        assert!(held, "{payer}: {of}");
    }
    assert!(
        of.lines()
            .any(|line| line.starts_with("0.3 million USD") && line.contains("Southeast Asian")),
        "{of}"
    );
}

#[test]
fn a_list_that_is_cut_says_so_and_old_figures_give_way() {
    for title in ["Texts now", "What comes next", "Figures, by reporter"] {
        let lines = lines(&view(), title);
        let (last, before) = lines.split_last().unwrap();
        let more = |line: &Line| line.text.starts_with("and ") && line.text.ends_with(" more");
        assert!(before.iter().all(|line| !more(line)), "{title}");
        // Of what comes next and of figures there is more than a page has room for.
        assert!(title == "Texts now" || more(last), "{title}: {last:?}");
    }
    let year = |line: &Line| line.lead.get(..4).and_then(|year| year.parse::<i32>().ok());
    let years: Vec<_> = lines(&view(), "Figures, by reporter").iter().filter_map(year).collect();
    assert!(!years.is_empty() && years.iter().all(|year| *year >= 2018), "{years:?}");
}

/// What the record lacks is told of the day on which it was checked, also where an earlier day is asked of.
#[test]
fn limits_say_of_which_day_they_are() {
    let lacks = |view: &View<'_>| lines(view, "What the record does not hold");
    assert_eq!(lacks(&view())[0].lead, "");
    let checked = Dataset::embedded().manifest().checked();
    for view in [view().on(day("2019-12-31")), view().known_on(day("2019-12-31"))] {
        assert_eq!(lacks(&view)[0].lead, format!("as of {checked}"));
    }
}

/// Of the fund's numbers the newest is told, and an estimate leaves no exact number missing.
#[test]
fn the_newest_number_is_told_and_a_bound_stays_one() {
    let gaps = lines(&view(), "What the record does not hold");
    let fund = gaps.iter().find(|line| line.id == "akcf").expect("less is held than announced");
    assert!(fund.text.contains("at least 456 projects announced"), "{}", fund.text);
    assert!(fund.text.contains("and lacks at least 4"), "{}", fund.text);
    let shown = view().show(&["akcf"]).unwrap();
    let told = shown.rows()[0].as_record().unwrap().coverage.iter().map(|entry| entry.said("en"));
    let told: Vec<_> = told.collect();
    assert!(
        told.iter()
            .any(|text| text.contains("about 420 projects") && text.contains("lacks about "))
    );
}

/// The editors' own notes of 2031 are no news: the newest source is the Gazette of April 2030.
#[test]
fn the_newest_source_is_none_of_the_editors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other");
    let other = Dataset::load(folder).expect("the invented dataset breaks no rule");
    assert_eq!(other.newest_source(), Some(day("2030-04-30")));
    let newest = Dataset::embedded().newest_source().unwrap();
    assert!(newest <= day("2026-05-10") && newest > day("2026-01-01"), "{newest}");
}

/// By hand: bounds of 2009-12-07/11 and 2026-11-10/12 lie inside of a range or across its end.
#[test]
fn a_meeting_within_some_days_is_surely_in_a_range_that_has_them_all() {
    let truths = |query: &str| {
        let answer = view().query(query).unwrap();
        let rows = answer.rows().iter().filter_map(Row::as_record);
        rows.map(|row| (row.id().to_owned(), row.verdict.truth)).collect::<Vec<_>>()
    };
    let all = truths("kind:event within:any date:2000..2100");
    assert!(!all.is_empty() && all.iter().all(|(_, truth)| *truth == Truth::Yes), "{all:?}");
    let summit = |range: &str| {
        let rows = truths(&format!("kind:event id:asean-rok-summit-2026 date:{range}"));
        rows.first().map(|(_, truth)| *truth)
    };
    assert_eq!(summit("2026-11-10..2026-11-12"), Some(Truth::Yes));
    assert_eq!(summit("2026-11"), Some(Truth::Yes));
    assert_eq!(summit("2026-11-11.."), Some(Truth::Maybe));
    assert_eq!(summit("2026-11-11"), Some(Truth::Maybe));
    assert_eq!(summit("2026-11-13.."), None);
}

/// What a journalist asks first: a figure with its scale.
#[test]
fn a_figure_is_found_with_the_words_of_its_size() {
    let found = |text: &str| {
        let answer = view().search(text);
        let ids: Vec<_> = answer.rows().iter().map(|row| row.id().to_owned()).collect();
        (ids, answer.notes().join(" | "))
    };
    let (ids, notes) = found("192 billion");
    assert!(ids.contains(&"kcs-goods-trade".to_owned()), "{ids:?}");
    assert_eq!(notes, "left out, since no text has it beside the figure: `billion`");
    let (ids, _) = found("207.4 billion");
    assert!(ids.contains(&"kcs-goods-trade".to_owned()), "{ids:?}");
    let (ids, notes) = found("BTS concert");
    assert!(!ids.is_empty());
    assert_eq!(
        notes,
        "no record has all these words; each has some | no text of the record has: `BTS`"
    );
    assert!(found("banana apple").0.is_empty(), "`apply` is not meant");
    assert_eq!(found("digital innovation").1, "");
}

/// By hand: Suh Jeong-in was only seen as ambassador to ASEAN, and was ambassador to Mexico at another time.
#[test]
fn a_timeline_of_a_post_tells_that_post_of_each_who_held_it() {
    let answer = view().timeline("post:rok-mission-to-asean/ambassador").unwrap();
    let moments = answer.rows().iter().filter_map(|row| match row {
        Row::Moment(moment) => Some((moment.id.as_str(), moment.detail.as_str())),
        _ => None,
    });
    let moments: Vec<_> = moments.collect();
    assert!(moments.iter().any(|(id, _)| *id == "suh-jeong-in"), "{moments:?}");
    assert!(moments.iter().all(|(_, detail)| !detail.contains("Mexico")), "{moments:?}");
}
