//! What several tests share: the files of cases and texts, and the notation that they are written in.

mod data;
pub(crate) mod notation;

pub(crate) use data::data_files;
