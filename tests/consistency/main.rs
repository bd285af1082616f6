//! The description, the generator and the client cannot drift apart unnoticed, and the generator's source keeps its rules.

mod complete;
mod mutants;
mod reader;
mod repository;
