//! The two pages for a meeting: what must hold of every meeting of the record.

use partnership_core::answer::{Answer, MeetingLine, MeetingPart, Row};
use partnership_core::value::Day;
use partnership_core::{Dataset, Kind};

fn lines(answer: &Answer) -> Vec<&MeetingLine> {
    let lines = answer.rows().iter().filter_map(|row| match row {
        Row::Meeting(line) => Some(&**line),
        _ => None,
    });
    lines.collect()
}

/// Meetings from all years, and those that the two sides have most of.
fn meetings() -> Vec<String> {
    let view = Dataset::embedded().view();
    let ids = |query: &str| {
        let answer = view.query(query).expect("a query of the language");
        answer.rows().iter().map(|row| row.id().to_owned()).collect::<Vec<_>>()
    };
    let summits = ids("kind:event forum:asean-rok-summit,asean-rok-fmm date:any").into_iter();
    let all = ids("kind:event date:any").into_iter();
    summits.step_by(9).chain(all.step_by(61)).collect()
}

#[test]
fn every_line_names_a_record_and_a_source() {
    let (dataset, view) = (Dataset::embedded(), Dataset::embedded().view());
    for meeting in meetings() {
        let answer = view.brief_for(&meeting, None).unwrap();
        assert!(answer.rows().len() > 5, "{meeting}");
        for line in lines(&answer) {
            let record = dataset.record(&line.id);
            assert!(record.is_some(), "{meeting}: `{}` is no record", line.id);
            // That nothing newer is held is said of the newest source itself.
            let is_source = record.is_some_and(|record| record.kind() == Kind::Source);
            assert!(is_source || !line.cite.is_empty(), "{meeting}: {} has no source", line.id);
            assert!(!line.text.is_empty() && !line.text.contains("``"), "{meeting}: {line:?}");
        }
    }
}

#[test]
fn parts_come_in_their_order_and_the_same_question_gives_the_same_bytes() {
    let view = Dataset::embedded().view();
    for meeting in meetings() {
        let answer = view.brief_for(&meeting, None).unwrap();
        let parts: Vec<MeetingPart> = lines(&answer).iter().map(|line| line.part).collect();
        assert!(parts.is_sorted(), "{meeting}: {parts:?}");
        let again = view.brief_for(&meeting, None).unwrap();
        assert_eq!(answer.to_json(), again.to_json(), "{meeting}");
    }
}

#[test]
fn what_rests_on_the_press_alone_is_marked() {
    let view = Dataset::embedded().view();
    let answer = view.brief_for("asean-rok-summit-2025", None).unwrap();
    let tier = |id: &str| {
        let source = answer.sources().iter().find(|source| source.leaf("id") == Some(id));
        source.and_then(|source| source.leaf("tier")).map(str::to_owned)
    };
    let mut seen = [false; 2];
    for line in lines(&answer) {
        let tiers = line.cite.iter().map(|cite| tier(cite.leaf("source").unwrap()).unwrap());
        let tiers: Vec<String> = tiers.collect();
        // A line shows two of its places, all of which tell.
        if line.press {
            assert!(tiers.iter().all(|tier| tier == "press"), "{line:?}");
        }
        seen[usize::from(line.press)] = true;
    }
    assert_eq!(seen, [true, true]);
}

#[test]
fn nothing_that_comes_of_a_meeting_is_told_before_it() {
    let view = Dataset::embedded().view();
    for meeting in meetings() {
        let event = view.show(&[&meeting]).unwrap();
        let record = event.rows()[0].as_record().unwrap();
        let outcomes: Vec<&str> =
            record.record.list("outcome").iter().filter_map(|node| node.as_str()).collect();
        let answer = view.brief_for(&meeting, None).unwrap();
        for line in lines(&answer) {
            let is_new = matches!(line.part, MeetingPart::Due | MeetingPart::Overdue);
            assert!(!is_new || !outcomes.contains(&line.id.as_str()), "{meeting}: {line:?}");
        }
    }
}

#[test]
fn a_later_day_to_begin_from_never_adds_a_change() {
    let view = Dataset::embedded().view();
    let changes = |since: &str| {
        let since: Day = since.parse().unwrap();
        let answer = view.brief_for("asean-rok-summit-2025", Some(since)).unwrap();
        let changed = lines(&answer).into_iter().filter(|line| line.part == MeetingPart::Changed);
        changed.map(|line| line.lead.clone()).collect::<Vec<_>>()
    };
    for since in ["2025-09-01", "2025-10-20", "2025-10-26"] {
        assert!(changes(since).iter().all(|date| date.as_str() > since), "{since}");
    }
    assert!(changes("2025-10-26").len() <= changes("2025-10-20").len());
}
