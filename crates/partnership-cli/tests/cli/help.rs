//! Help: imperative, short, with examples that the command line takes.

use crate::run::{command, data, told_in};

#[test]
fn help_is_as_kept() {
    insta::assert_snapshot!("help", told_in(&data(), &["--help"]));
    insta::assert_snapshot!("help_of_list", told_in(&data(), &["list", "--help"]));
    insta::assert_snapshot!("help_of_a_kind", told_in(&data(), &["projects", "-h"]));
}

#[test]
fn every_command_has_an_example_that_is_understood() {
    let help = told_in(&data(), &["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<_> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(names.len() > 25, "{names:?}");
    for name in names {
        let help = told_in(&data(), &[name, "--help"]);
        let examples =
            help.split("Examples:\n").nth(1).unwrap_or_else(|| panic!("{name} has no example"));
        let lines = examples.lines().take_while(|line| line.starts_with("  ")).count();
        assert!(lines > 0, "{name}");
        let first = help.lines().next().unwrap_or_default();
        assert!(first.len() <= 90 && !first.ends_with('.'), "{name}: {first}");
    }
}

#[test]
fn without_a_command_the_help_is_shown() {
    let output = command(&data(), &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("Usage: partnership"));
}
