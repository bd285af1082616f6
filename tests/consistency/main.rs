//! The description, the generator and the client cannot drift apart unnoticed, and the generator's source keeps its rules.

mod budget;
mod complete;
mod deterministic;
mod drift;
mod fresh;
mod golden;
mod mutants;
mod pointer;
mod reader;
mod recorded;
mod repository;
mod rules;
mod shop;
