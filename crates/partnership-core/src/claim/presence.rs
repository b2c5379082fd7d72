//! Whether somebody, or the holder of an office, was at each meeting. Nobody named is no absence; another who led is.

use super::reading::{Evidence, Reading};
use super::recurrence::Meeting;
use super::{Case, Finding};
use crate::describe::Struct;
use crate::model::Test;
use crate::value::Fit;

/// What a meeting says of who was there.
enum There {
    Yes(Evidence),
    Other(String, Evidence),
    Silent,
}

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let over = test.over.as_ref()?.bounds();
    let role = test.role.as_ref().map(|role| role.to_string());
    let who = test.who.as_ref().map(|who| who.as_str().to_owned());
    let organization = test.organization.as_ref().map(|id| id.as_str().to_owned());
    let mut finding = Finding::default();
    let named: Vec<String> = organization.iter().chain(&who).cloned().collect();
    let told: Vec<String> = case
        .names(&named)
        .into_iter()
        .chain(role.clone().map(|role| role.replace('-', " ")))
        .collect();
    let allowed = case.told.at_each(&told.join(", "));
    let (mut there, mut silent, mut all) = (Vec::new(), Vec::new(), 0);
    for meeting in case.meetings(test.query.as_ref()?)? {
        let within = meeting.days.is_some_and(|days| {
            days.start_first >= over.start_first && days.end_last <= over.end_last
        });
        if !within {
            continue;
        }
        all += 1;
        match case.presence(&meeting, who.as_deref(), organization.as_deref(), role.as_deref()) {
            There::Yes(evidence) => there.push(evidence),
            There::Silent => silent.push(meeting.evidence.value.clone()),
            There::Other(found, evidence) => {
                let period = evidence.period.clone();
                let evidence = vec![evidence];
                let reading = Reading::new(Fit::Outside, allowed.clone(), case.told.led_by(&found));
                finding
                    .reading
                    .push(Reading { period, evidence, ..reading }.unsure(meeting.verdict));
            }
        }
    }
    if !silent.is_empty() {
        finding.missing.push(case.told.who_attended(&silent));
    }
    // That these are all the meetings there were is nowhere said, so presence at each of them alone supports nothing more.
    if finding.reading.is_empty() && silent.is_empty() && all > 0 {
        let found = case.told.attended(there.len(), all);
        finding
            .reading
            .push(Reading { evidence: there, ..Reading::new(Fit::Inside, allowed, found) });
        finding.missing.push(case.told.all_meetings());
    }
    Some(finding)
}

impl Case<'_, '_> {
    fn presence(
        &self,
        meeting: &Meeting,
        who: Option<&str>,
        organization: Option<&str>,
        role: Option<&str>,
    ) -> There {
        let as_evidence = |part: &Struct<'_>, value: String| {
            let cite = self.own.others(self.view.dataset(), part.parts("cite"));
            (!cite.is_empty()).then(|| Evidence { value, cite, ..meeting.evidence.clone() })
        };
        let mut other = None;
        for part in meeting.tree.parts("participant") {
            let (person, office) = (part.leaf("person"), part.leaf("office"));
            let is_there = match who {
                Some(who) => person == Some(who) || part.leaf("organization") == Some(who),
                None => {
                    part.leaf("organization") == organization && office.is_some() && office == role
                }
            };
            let name = person.and_then(|person| self.view.name_of(person));
            let told = [name, office.map(|office| office.replace('-', " "))];
            let told = told.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let Some(evidence) = as_evidence(part, told.clone()) else { continue };
            if is_there {
                return There::Yes(evidence);
            }
            let leads =
                part.leaf("role") == Some("head") && part.leaf("organization") == organization;
            if leads && organization.is_some() && office.is_some_and(|office| Some(office) != role)
            {
                other = Some(There::Other(told, evidence));
            }
        }
        other.unwrap_or(There::Silent)
    }
}
