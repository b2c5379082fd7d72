//! One run: the options of the command line, the dataset that they name, the view that they ask, and what is printed.

use std::cell::OnceCell;

use partnership_core::answer::Answer;
use partnership_core::value::{Day, Lang};
use partnership_core::{QueryError, View};

use crate::args::{DayArg, Format, Globals};
use crate::data::{self, Held};
use crate::failure::Failure;
use crate::render::answer::{self, Manner};
use crate::render::csv::Profile;
use crate::render::escape;
use crate::{clock, output};

/// After so many days without a look for news, a person is told.
const STALE_DAYS: i32 = 70;

/// One run.
pub(crate) struct Session {
    pub(crate) globals: Globals,
    today: OnceCell<Day>,
}

/// What a command says, and the exit code.
#[derive(Debug)]
pub(crate) struct Said {
    /// For standard output, escaped for where it goes.
    pub(crate) text: String,
    /// Whether the bytes go out as they are: for a program, or a file.
    pub(crate) raw: bool,
    /// For standard error.
    pub(crate) note: Option<String>,
    /// The exit code.
    pub(crate) code: u8,
}

impl Said {
    /// Text for a person.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), raw: false, note: None, code: 0 }
    }

    /// Bytes for a program.
    pub(crate) fn raw(text: impl Into<String>) -> Self {
        Self { raw: true, ..Self::text(text) }
    }

    /// The same with a remark for standard error.
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }
}

impl Session {
    pub(crate) fn new(mut globals: Globals) -> Self {
        if globals.csv_raw && globals.format == Format::Text {
            globals.format = Format::Csv;
        }
        // Set to nothing is as good as not set.
        let named = || std::env::var_os("PARTNERSHIP_DATA").filter(|path| !path.is_empty());
        globals.data = globals.data.or_else(|| named().map(Into::into));
        Self { globals, today: OnceCell::new() }
    }

    /// Asks the dataset a question and prints the answer in the form that is wanted.
    ///
    /// # Errors
    /// When there is no such dataset, it is too old, or the question is none.
    pub(crate) fn ask(
        &self,
        question: impl FnOnce(&View<'_>) -> Result<Answer, QueryError>,
    ) -> Result<Said, Failure> {
        self.answer(&self.dataset()?, question)
    }

    /// The same of a dataset that is at hand.
    ///
    /// # Errors
    /// When the question is none, or the answer has no such form.
    pub(crate) fn answer(
        &self,
        dataset: &Held,
        question: impl FnOnce(&View<'_>) -> Result<Answer, QueryError>,
    ) -> Result<Said, Failure> {
        let view = self.view(dataset)?;
        let answer = question(&view)?;
        let text = answer::print(&view, &answer, &self.manner())?;
        let rows = matches!(self.globals.format, Format::Csv | Format::Jsonl);
        let why = answer.empty().filter(|_| rows).map(|empty| format!("note: {}", empty.text));
        let note: Vec<String> =
            [why, self.stale(dataset), left_out(dataset)].into_iter().flatten().collect();
        let said = if self.is_for_programs() { Said::raw(text) } else { Said::text(text) };
        Ok(if note.is_empty() { said } else { said.note(note.join("\n")) })
    }

    /// The dataset that is asked.
    ///
    /// # Errors
    /// When it cannot be read or has faults, or nobody looked for news for longer than `--max-age`.
    pub(crate) fn dataset(&self) -> Result<Held, Failure> {
        let dataset = data::open(self.globals.data.as_deref())?;
        let checked = dataset.manifest().checked();
        match self.globals.max_age {
            // A day to come is no day on which somebody looked; where it is late, the next day has begun.
            Some(most)
                if i64::from(self.age(checked)?) > i64::from(most)
                    || self.is_to_come(checked)? =>
            {
                Err(Failure::Old { checked, today: self.today()?, most })
            }
            _ => Ok(dataset),
        }
    }

    /// Prints what a command says, or why it says nothing; gives the exit code.
    pub(crate) fn tell(&self, said: Result<Said, Failure>) -> u8 {
        let color = self.globals.color;
        let (printed, code) = match said {
            Ok(Said { text, raw, note, code }) => {
                let printed =
                    if raw { output::raw(text.as_bytes()) } else { output::out(&text, color) };
                if let Some(note) = note {
                    output::err(&format!("{}\n", escape::terminal(&note)), color);
                }
                (printed, code)
            }
            Err(failure) if matches!(self.globals.format, Format::Json | Format::Jsonl) => {
                (output::raw(format!("{}\n", failure.to_json()).as_bytes()), failure.code())
            }
            Err(failure) => {
                output::err(&failure.to_text(self.width()), color);
                (Ok(()), failure.code())
            }
        };
        match printed {
            Ok(()) => code,
            Err(error) => {
                output::err(&format!("error: cannot write the answer: {error}\n"), color);
                4
            }
        }
    }

    /// How answers are shown.
    pub(crate) fn manner(&self) -> Manner {
        let is_today = |day| matches!(day, Some(DayArg::Today));
        Manner {
            format: self.globals.format,
            profile: self.profile(),
            width: self.width(),
            today: (is_today(self.globals.on), is_today(self.globals.known_on)),
        }
    }

    /// Whom CSV is for. On a terminal nothing goes raw.
    pub(crate) fn profile(&self) -> Profile {
        let raw = self.globals.csv_raw && !output::out_is_terminal();
        if raw { Profile::Raw } else { Profile::Spreadsheet }
    }

    /// Whether the bytes of the answer are for programs, and so stay as they are.
    pub(crate) fn is_for_programs(&self) -> bool {
        !matches!(self.globals.format, Format::Text | Format::Md | Format::Html)
    }

    /// Columns of text: as asked for, else those of the terminal, else 80.
    pub(crate) fn width(&self) -> usize {
        let asked = self.globals.width;
        let told = || std::env::var("COLUMNS").ok().and_then(|text| text.parse::<u16>().ok());
        let seen = || {
            let size = output::out_is_terminal().then(terminal_size::terminal_size).flatten();
            size.map(|(width, _)| width.0)
        };
        usize::from(asked.or_else(told).or_else(seen).unwrap_or(80).clamp(20, 1000))
    }

    /// Today; the clock is read when it is first asked for.
    ///
    /// # Errors
    /// When the environment names a day that is none.
    pub(crate) fn today(&self) -> Result<Day, Failure> {
        if let Some(today) = self.today.get() {
            return Ok(*today);
        }
        let today = clock::today()?;
        Ok(*self.today.get_or_init(|| today))
    }

    /// The view that is asked.
    ///
    /// # Errors
    /// When the dataset has no texts in the language, or there is no today.
    pub(crate) fn view<'d>(&self, dataset: &'d Held) -> Result<View<'d>, Failure> {
        let day = |asked: Option<DayArg>| match asked {
            Some(DayArg::Day(day)) => Ok(Some(day)),
            Some(DayArg::Today) => self.today().map(Some),
            None => Ok(None),
        };
        let view = dataset.view().on(day(self.globals.on)?).known_on(day(self.globals.known_on)?);
        Ok(view.lang(self.lang(dataset)?))
    }

    /// The language, if the dataset has texts in it; English stands for whatever comes first.
    fn lang(&self, dataset: &Held) -> Result<Lang, Failure> {
        let (lang, held) = (&self.globals.lang, &dataset.manifest().language);
        if held.contains(lang) || *lang == Lang::english() {
            return Ok(lang.clone());
        }
        let held: Vec<_> = held.iter().map(|lang| format!("`{lang}`")).collect();
        let message = format!("`{lang}` is not a language of this dataset");
        Err(Failure::usage(message, format!("its languages are {}", held.join(", "))))
    }

    fn age(&self, checked: Day) -> Result<i32, Failure> {
        Ok(self.today()?.number().saturating_sub(checked.number()))
    }

    /// Whether a day has begun nowhere yet.
    ///
    /// # Errors
    /// When there is no today.
    pub(crate) fn is_to_come(&self, day: Day) -> Result<bool, Failure> {
        Ok(self.age(day)? < -1)
    }

    /// A word to a person when nobody has looked for news for long. The clock changes no answer.
    fn stale(&self, dataset: &Held) -> Option<String> {
        if !output::err_is_terminal() {
            return None;
        }
        let checked = dataset.manifest().checked();
        let age = self.age(checked).ok()?;
        let text = format!(
            "note: this record was last checked on {checked}, {age} days ago; look for a newer release"
        );
        (age > STALE_DAYS).then_some(text)
    }
}

/// Fields of a newer minor format, which this release does not read.
pub(crate) fn left_out(dataset: &Held) -> Option<String> {
    let dropped = dataset.dropped();
    let text = format!("note: fields of a newer format are left out: {}", dropped.join(", "));
    (!dropped.is_empty()).then_some(text)
}
