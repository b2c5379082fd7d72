//! Addresses on the web.

use std::str::FromStr;

use crate::ParseError;
use crate::error::is_direction_control;

/// An address on the web: `http` or `https`, with a host, without user name or password. Kept as written.
///
/// ```
/// let url: partnership_core::value::Url = "https://asean.org/news?id=7".parse()?;
/// assert_eq!(url.host(), "asean.org");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(Box<str>);

str_newtype!(Url);

impl Url {
    /// The host, without the port.
    #[must_use]
    pub fn host(&self) -> &str {
        split(&self.0).map_or("", |(host, _)| host)
    }
}

impl FromStr for Url {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_plain = |c: char| {
            !c.is_whitespace()
                && !c.is_control()
                && !is_direction_control(c)
                && !"\"<>\\`".contains(c)
        };
        let is_host = |c: char| {
            if c.is_ascii() { c.is_ascii_alphanumeric() || ".-_".contains(c) } else { true }
        };
        match split(text) {
            Some((host, port)) if text.chars().all(is_plain) && is_port(port) => {
                let name = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
                let six = name.is_some_and(|host| {
                    host.bytes().all(|b| b.is_ascii_hexdigit() || b == b':' || b == b'.')
                });
                let named =
                    host.chars().all(is_host) && host.contains(|c: char| c.is_alphanumeric());
                if named || six { Ok(Self(text.into())) } else { Err(refuse(text)) }
            }
            _ => Err(refuse(text)),
        }
    }
}

/// Host and port (with its colon) of an address.
fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next().filter(|authority| !authority.is_empty())?;
    let end = if authority.starts_with('[') {
        authority.find(']')? + 1
    } else {
        authority.find(':').unwrap_or(authority.len())
    };
    Some(authority.split_at(end))
}

fn is_port(text: &str) -> bool {
    text.is_empty()
        || text.strip_prefix(':').is_some_and(|port| {
            (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn refuse(text: &str) -> ParseError {
    ParseError::new(
        "an address",
        text,
        "an `http` or `https` address without spaces and user name, such as `https://asean.org/`",
    )
}
