//! References for reference managers: CSL-JSON and BibTeX, written here by hand from the files of the sources.
#![cfg(feature = "embedded")]

use partnership_core::Dataset;
use partnership_core::answer::{Bibliography, Csl};
use serde_json::{Value, json};

fn works(ids: &[&str]) -> Bibliography {
    let view = Dataset::embedded().view();
    view.bibliography(&view.cite(ids).expect("they are held"))
}

fn csl(id: &str) -> Value {
    serde_json::to_value(works(&[id])).expect("a work is JSON")[0].take()
}

/// An interview: its speaker is held, of its date the year alone, and that about.
#[test]
fn an_interview_names_who_speaks_and_says_about_when() {
    let wanted = json!({
        "id": "interview-lee-2025",
        "type": "article-newspaper",
        "title": "ASEAN–Korea Relations: Achieving a Resilient Partnership",
        "container-title": "ISEAS – Yusof Ishak Institute, ASEAN Studies Centre, ASEANFocus+",
        "author": [{"literal": "Lee Jang-keun"}],
        "issued": {"date-parts": [[2025]], "circa": true},
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "URL": "https://fulcrum.sg/aseanfocus/asean-korea-relations-achieving-a-resilient-partnership",
        "language": "en",
    });
    assert_eq!(csl("interview-lee-2025"), wanted);
    insta::assert_snapshot!(works(&["interview-lee-2025"]).bibtex(), @r"
    @online{interview-lee-2025,
      author = {{Lee Jang-keun}},
      title = {{ASEAN–Korea Relations: Achieving a Resilient Partnership}},
      organization = {{ISEAS – Yusof Ishak Institute, ASEAN Studies Centre, ASEANFocus+}},
      date = {2025~},
      url = {https://fulcrum.sg/aseanfocus/asean-korea-relations-achieving-a-resilient-partnership},
      urldate = {2026-11-23},
    }
    ");
}

/// A press release: a text that the parties issued, on a site of one of them.
#[test]
fn a_press_release_is_a_document_of_those_who_issued_it() {
    let wanted = json!({
        "id": "jscc91",
        "type": "document",
        "title": "[Joint press release, second ASEAN–ROK Joint Sectoral Cooperation Committee]",
        "publisher": "ASEAN Secretariat",
        "issued": {"date-parts": [[1991, 6, 12]]},
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "URL": "https://asean.or.id/1031.htm",
        "language": "en",
    });
    assert_eq!(csl("jscc91"), wanted);
    insta::assert_snapshot!(works(&["jscc91"]).bibtex(), @r"
    @misc{jscc91,
      title = {{[Joint press release, second ASEAN–ROK Joint Sectoral Cooperation Committee]}},
      organization = {{ASEAN Secretariat}},
      date = {1991-06-12},
      url = {https://asean.or.id/1031.htm},
      urldate = {2026-11-23},
    }
    ");
}

/// A report that was read in a copy, and whose title is a description.
#[test]
fn a_title_by_the_editors_stands_in_brackets_and_a_copy_is_told() {
    let wanted = json!({
        "id": "afoco-ar2013",
        "type": "webpage",
        "title": "[AFoCo Annual Report 2013]",
        "publisher": "AFoCo",
        "issued": {"date-parts": [[2013]]},
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "URL": "https://docslib.org/doc/4490294/2013-2013-afoco-annual-report-2013",
        "source": "docslib.org",
        "language": "en",
    });
    assert_eq!(csl("afoco-ar2013"), wanted);
    insta::assert_snapshot!(works(&["afoco-ar2013"]).bibtex(), @r"
    @online{afoco-ar2013,
      title = {{[AFoCo Annual Report 2013]}},
      organization = {{AFoCo}},
      date = {2013},
      url = {https://docslib.org/doc/4490294/2013-2013-afoco-annual-report-2013},
      urldate = {2026-11-23},
      note = {read in the copy of docslib.org},
    }
    ");
}

#[test]
fn a_table_is_a_data_set_with_its_vintage_and_licence() {
    let copy = "bfna-indopacific at commit b41a83068ebef878a58aef18d84d743247994405, \
                _process/asean/data-raw/worldbank-wdi/wdi-full-2000-2024.csv";
    let wanted = json!({
        "id": "wdi-2026-04",
        "type": "dataset",
        "title": "[World Development Indicators (NY.GDP.MKTP.CD, SP.POP.TOTL, BX.KLT.DINV.CD.WD)]",
        "publisher": "World Bank",
        "issued": {"date-parts": [[2026, 4, 8]]},
        "accessed": {"date-parts": [[2026, 11, 25]]},
        "URL": "https://github.com/ccmdesign/bfna-indopacific",
        "source": copy,
        "language": "en",
        "version": "state of 2026-04-08",
        "note": "licence CC-BY-4.0",
    });
    assert_eq!(csl("wdi-2026-04"), wanted);
    insta::assert_snapshot!(works(&["wdi-2026-04"]).bibtex(), @r"
    @dataset{wdi-2026-04,
      title = {{[World Development Indicators (NY.GDP.MKTP.CD, SP.POP.TOTL, BX.KLT.DINV.CD.WD)]}},
      publisher = {{World Bank}},
      version = {state of 2026-04-08},
      date = {2026-04-08},
      url = {https://github.com/ccmdesign/bfna-indopacific},
      urldate = {2026-11-25},
      note = {read in the copy of bfna-indopacific at commit b41a83068ebef878a58aef18d84d743247994405, \_process/asean/data-raw/worldbank-wdi/wdi-full-2000-2024.csv; licence CC-BY-4.0},
    }
    ");
}

#[test]
fn the_release_has_its_version_day_licence_and_digest() {
    let dataset = Dataset::embedded();
    let (version, digest) = (dataset.manifest().release(), dataset.digest());
    let [year, month, day] = version.split('.').collect::<Vec<_>>()[..] else { panic!("a day") };
    let number = |text: &str| text.parse::<u16>().expect("a number");
    let note = format!(
        "licence CC-BY-4.0; checked on {}; digest sha256:{digest}",
        dataset.manifest().checked()
    );
    let wanted = json!([{
        "id": format!("asean-rok-{version}"),
        "type": "dataset",
        "title": "ASEAN – Republic of Korea Partnership Record",
        "publisher": "The editors of the record",
        "issued": {"date-parts": [[number(year), number(month), number(day)]]},
        "language": "en",
        "version": version,
        "note": note,
    }]);
    let release = works(&[]);
    assert_eq!(serde_json::to_value(&release).expect("JSON"), wanted);
    let text = format!(
        "@dataset{{asean-rok-{version},
  title = {{{{ASEAN – Republic of Korea Partnership Record}}}},
  publisher = {{{{The editors of the record}}}},
  version = {{{version}}},
  date = {{{year}-{month}-{day}}},
  note = {{{note}}},
}}
"
    );
    assert_eq!(release.bibtex(), text);
}

#[test]
fn a_record_is_an_entry_of_the_release_and_brings_its_sources_once() {
    let release = works(&[]).0.remove(0);
    let Bibliography(all) = works(&["kadif", "msit2023", "kadif"]);
    assert_eq!((all[0].id.as_str(), all[0].form), ("kadif", "entry"));
    assert_eq!((&all[0].container, &all[0].version), (&release.title, &release.version));
    let (state, _) = release.note.split_once("; digest").expect("its digest is told");
    assert_eq!(all[0].note, format!("project kadif; {state}"));
    let mut ids: Vec<&str> = all.iter().map(|work: &Csl| work.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(count > 3 && ids.contains(&"interview-lee-2025"));
    // Of any other answer it is the sources.
    let view = Dataset::embedded().view();
    let shown = view.show(&["kadif"]).expect("it is held");
    let sources: Vec<_> = shown.sources().iter().filter_map(|source| source.leaf("id")).collect();
    let told = view.bibliography(&shown);
    assert_eq!(told.0.iter().map(|work| work.id.as_str()).collect::<Vec<_>>(), sources);
}

#[test]
fn korean_names_and_titles_are_those_of_a_korean_view() {
    let view = Dataset::embedded().view().lang("ko".parse().expect("a language"));
    let told = view.bibliography(&view.cite(&["interview-lee-2025", "csp-js-ko"]).expect("held"));
    assert_eq!(told.0[0].author[0].literal, "이장근");
    assert_eq!(told.0[1].title, "[한-아세안 포괄적 전략동반자 관계 수립에 관한 공동성명]");
    assert!(told.bibtex().contains("author = {{이장근}}"));
}

#[test]
fn every_source_has_what_its_form_needs() {
    let dataset = Dataset::embedded();
    let found = dataset.view().query("kind:source").expect("a query");
    let ids: Vec<&str> = found.rows().iter().map(|row| row.id()).collect();
    let all = works(&ids);
    assert_eq!(all.0.len(), ids.len());
    for (work, id) in all.0.iter().zip(&ids) {
        assert_eq!(work.id, *id);
        assert!(!work.title.is_empty() && work.accessed.is_some(), "{id}");
        let dates = work.issued.iter().chain(&work.accessed);
        assert!(dates.into_iter().all(|date| date.raw.is_none()), "{id}: a date is not plain");
        assert!(work.form != "webpage" || work.url.is_some(), "{id}: a page without an address");
    }
    let text = all.bibtex();
    assert_eq!(text.matches("\n@").count() + 1, ids.len());
    assert_eq!(text.matches('{').count(), text.matches('}').count());
}

#[test]
fn sources_are_found_by_the_record_that_they_support() {
    let view = Dataset::embedded().view();
    let ids = |text: &str| {
        let found = view.query(text).expect("a query");
        found.rows().iter().map(|row| row.id().to_owned()).collect::<Vec<_>>()
    };
    for id in ["kadif", "akcf", "asean-rok-summit-2024", "lee-2025-trade-fold"] {
        let shown = view.show(&[id]).expect("it is held");
        let sources = shown.sources().iter().filter_map(|source| source.leaf("id"));
        let mut sources: Vec<_> = sources.map(str::to_owned).collect();
        let mut found = ids(&format!("supports:{id}"));
        sources.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, sources, "{id}");
    }
    assert_eq!(ids("supports:msit2023"), [""; 0]);
    assert_eq!(ids("kind:source -supports:any"), ids("supports:not-collected"));
    assert_eq!(
        ids("supports:any").len() + ids("supports:not-collected").len(),
        ids("kind:source").len()
    );
    let listed = view.supports("supports:kadif").expect("a query");
    assert_eq!(listed.rows().len(), ids("supports:kadif").len());
}
