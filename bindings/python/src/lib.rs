//! The compiled half of the Python package `quotation`; `python/quotation` is the other.
//!
//! | module | what it holds |
//! |---|---|
//! | `held` | a document beside the text that it borrows, with offsets in characters |
//! | `document` | a text with all that was found in it |
//! | `attribution`, `speaker`, `quote`, `passage` | views into a document |
//! | `view` | how these are hashed and pickled |
//! | `parts` | spans, cues, mentions, reasons and descriptions: values of their own |
//! | `detector`, `cast` | what a caller knows |
//! | `archive` | many texts, in order, on threads that do not hold the interpreter |
//! | `rows` | attributions by Arrow's C interface |
//! | `convert` | values between Rust and Python |

mod archive;
mod attribution;
mod cast;
mod convert;
mod detector;
mod document;
mod held;
mod parts;
mod passage;
mod quote;
mod rows;
mod speaker;
mod view;

/// Who said what: quotations with their cues, sources and speakers, found in plain text.
#[pyo3::pymodule(name = "_quotation")]
mod module {
    #[pymodule_export]
    use crate::archive::Documents;
    #[pymodule_export]
    use crate::attribution::Attribution;
    #[pymodule_export]
    use crate::cast::CastMember;
    #[pymodule_export]
    use crate::detector::Detector;
    #[pymodule_export]
    use crate::document::Document;
    #[pymodule_export]
    use crate::parts::{Cue, Description, Mention, Reason, Span};
    #[pymodule_export]
    use crate::passage::Passage;
    #[pymodule_export]
    use crate::quote::Quote;
    #[pymodule_export]
    use crate::rows::{Rows, attribution_lists, tabulate};
    #[pymodule_export]
    use crate::speaker::Speaker;

    /// The version of the package, which is that of the library.
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "its name in Python")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
