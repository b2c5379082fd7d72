//! The command as people and programs meet it: what each command prints in each form, what each refusal says, and what
//! happens to files and pipes. Answers themselves are tested in the core.

mod check;
mod clauses;
mod diff;
mod docs;
mod export;
mod files;
mod forms;
mod help;
mod mirror;
mod pipes;
mod refusals;
mod run;
mod ties;
mod verify;
