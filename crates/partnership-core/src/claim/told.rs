//! What a finding says in words, in English or Korean.

use crate::value::{Number, Span};

/// The language in which findings are told.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    lang: String,
}

impl Told {
    pub(crate) fn new(lang: impl Into<String>) -> Self {
        Self { lang: lang.into() }
    }

    pub(crate) fn lang(&self) -> &str {
        &self.lang
    }

    fn say(&self, english: impl Into<String>, korean: impl Into<String>) -> String {
        if self.lang == "ko" { korean.into() } else { english.into() }
    }

    /// Some texts with commas between.
    fn list(&self, of: &[String]) -> String {
        of.join(", ")
    }

    pub(crate) fn no_test(&self) -> String {
        self.say(
            "a test: the editors found nothing in it that figures, days or rows could show",
            "검증 방법: 수치, 날짜, 항목으로 확인할 내용을 찾지 못함",
        )
    }

    pub(super) fn without(&self, members: &[String]) -> String {
        let members = self.list(members);
        self.say(
            format!("without {members}: not in the table"),
            format!("{members} 제외: 표에 없음"),
        )
    }

    pub(super) fn stands_in(&self) -> String {
        self.say(
            "the printed total stands in where the members are not held",
            "회원국별 수치가 없는 쪽은 발표된 합계를 씀",
        )
    }

    pub(super) fn standing(&self, status: &str) -> Option<String> {
        match status {
            "provisional" => Some(self.say("a provisional figure", "잠정치")),
            "doubtful" => Some(self.say("a doubtful figure", "의심스러운 수치")),
            "estimated" => Some(self.say("an estimate", "추정치")),
            _ => None,
        }
    }

    /// A figure of a period that no reporter gives.
    pub(super) fn figure(
        &self,
        measure: &str,
        parties: &[String],
        period: Option<&Span>,
    ) -> String {
        let between = parties.join(" – ");
        let of = if between.is_empty() { String::new() } else { format!(", {between}") };
        match period {
            Some(period) => {
                self.say(format!("{measure}{of}, {period}"), format!("{measure}{of}, {period}"))
            }
            None => format!("{measure}{of}"),
        }
    }

    pub(super) fn said_when(&self) -> String {
        self.say("when it was said, and so which years it means", "발언 시점과 그 대상 연도")
    }

    pub(super) fn level_of_fund(&self, fund: &str, period: &Span) -> String {
        self.say(format!("what goes into {fund} in {period}"), format!("{period} {fund} 금액"))
    }

    pub(super) fn rows(&self, held: usize, maybe: usize, lacking: &Number) -> String {
        let perhaps = if maybe == 0 {
            String::new()
        } else {
            self.say(format!(" and {maybe} maybe"), format!(", 불확실 {maybe}"))
        };
        self.say(
            format!("{lacking} more; {held}{perhaps} held"),
            format!("{lacking}건 더; 수록 {held}{perhaps}"),
        )
    }

    pub(super) fn whole_list(&self, held: usize) -> String {
        self.say(
            format!("whether the record holds all of them; {held} held"),
            format!("기록이 전부를 수록했는지; 수록 {held}"),
        )
    }

    pub(super) fn counted(&self, sure: usize, maybe: usize) -> String {
        match maybe {
            0 => self.say(format!("{sure} held"), format!("수록 {sure}")),
            _ => self.say(
                format!("{sure} held, and {maybe} maybe"),
                format!("수록 {sure}, 불확실 {maybe}"),
            ),
        }
    }

    pub(super) fn met_each_year(&self, over: &Span) -> String {
        self.say(format!("a meeting in each year of {over}"), format!("{over} 매년 개최"))
    }

    pub(super) fn enclosed(&self, year: i32, before: (u16, &str), after: (u16, &str)) -> String {
        let ((a, from), (b, to)) = (before, after);
        self.say(
            format!(
                "none in {year}: no. {a} was on {from} and no. {b} on {to}, by printed numbers"
            ),
            format!("{year}년 없음: 발표된 회차로 제{a}차 {from}, 제{b}차 {to}"),
        )
    }

    pub(super) fn meetings(&self, years: &[String]) -> String {
        let years = self.list(years);
        self.say(format!("a meeting in {years}"), format!("{years} 개최 여부"))
    }

    pub(super) fn held_in(&self, count: usize, of: usize) -> String {
        self.say(
            format!("held in {count} of {}", crate::error::counted(of, "year")),
            format!("{of}개 연도 가운데 {count}개 연도 개최"),
        )
    }

    pub(super) fn at_each(&self, who: &str) -> String {
        self.say(format!("{who} at each"), format!("매번 {who} 참석"))
    }

    pub(super) fn led_by(&self, who: &str) -> String {
        self.say(format!("led by {who}"), format!("수석대표 {who}"))
    }

    pub(super) fn attended(&self, count: usize, of: usize) -> String {
        self.say(
            format!("attended {count} of {of} that are held"),
            format!("수록된 {of}건 가운데 {count}건 참석"),
        )
    }

    pub(super) fn who_attended(&self, events: &[String]) -> String {
        let events = self.list(events);
        self.say(format!("who attended {events}"), format!("{events} 참석자"))
    }

    pub(super) fn all_meetings(&self) -> String {
        self.say("whether these are all the meetings", "이것이 모든 회의인지")
    }

    pub(super) fn day_of(&self, what: &str) -> String {
        self.say(
            format!("the day of {what}, from another source than the claimant"),
            format!("발언자 아닌 출처의 {what} 날짜"),
        )
    }

    pub(super) fn before(&self, first: &str, then: &str) -> String {
        self.say(format!("{first} before {then}"), format!("{first} 다음 {then}"))
    }

    pub(super) fn span_of(&self, what: &str) -> String {
        self.say(format!("how long {what} lasts"), format!("{what}의 기간"))
    }

    pub(super) fn years(&self, count: i32) -> String {
        self.say(crate::error::counted(count, "year"), format!("{count}년"))
    }

    pub(super) fn as_pledge(&self) -> String {
        self.say("a pledge: nothing is said of a payment", "공약이며, 납입 여부는 말하지 않음")
    }

    pub(super) fn rung_open(&self) -> String {
        self.say(
            "the source does not say how far the money has come",
            "출처가 집행 단계를 밝히지 않음",
        )
    }

    pub(super) fn among_open(&self) -> String {
        self.say("the source does not say among whom", "출처가 비교 집단을 밝히지 않음")
    }

    pub(super) fn as_one(&self, groups: &[String]) -> String {
        let groups = self.list(groups);
        match groups.is_empty() {
            true => self.say("single economies", "개별 경제"),
            false => self.say(format!("as one: {groups}"), format!("하나로 셈: {groups}")),
        }
    }

    pub(super) fn margin(&self, what: &str, by: &str) -> String {
        self.say(format!("{what} is next, {by} apart"), format!("다음은 {what}, 차이 {by}"))
    }

    pub(super) fn pending(&self, by: &str) -> String {
        self.say(format!("its deadline, {by}, has not passed"), format!("기한({by})이 지나지 않음"))
    }

    pub(super) fn sum_of_years(&self) -> String {
        self.say("the sum of the years", "연도별 수치의 합")
    }

    pub(super) fn printed_growth(&self) -> String {
        self.say("as the reporter prints it", "집계 기관의 발표 그대로")
    }
}
