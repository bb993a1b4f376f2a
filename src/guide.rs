//! A guide in chapters, from the first result to stages of your own.
//!
//! Every chapter stands for itself, and its code runs.
//!
//! 1. [A first result](first_result)
//! 2. [Novels and audiobooks](novels)
//! 3. [Archives, and texts that come in pieces](archives)
//! 4. [A cast](cast)
//! 5. [A formula of your own](formula)
//! 6. [Confidence, and what to do with it](confidence)
//! 7. [Stages of your own, on tokens and quotes](stages)
//! 8. [Limits](limits)
//! 9. [What stays the same](stability)
//!
//! Twelve short programs, each for one task, stand in `examples/` of the repository.

#[doc = include_str!("guide/first-result.md")]
pub mod first_result {}
#[doc = include_str!("guide/novels.md")]
pub mod novels {}
#[doc = include_str!("guide/archives.md")]
pub mod archives {}
#[doc = include_str!("guide/cast.md")]
pub mod cast {}
#[doc = include_str!("guide/formula.md")]
pub mod formula {}
#[doc = include_str!("guide/confidence.md")]
pub mod confidence {}
#[doc = include_str!("guide/stages.md")]
pub mod stages {}
#[doc = include_str!("guide/limits.md")]
pub mod limits {}
#[doc = include_str!("guide/stability.md")]
pub mod stability {}
