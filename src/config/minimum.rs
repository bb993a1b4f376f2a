//! How probable an attribution must be to be made.

/// The least probability of an attribution, as the caller sets it, or the usual one of its sort.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct MinimumConfidence(Option<f32>);

impl MinimumConfidence {
    /// Of quotations by what stands beside them. With this and the next two, F1 of quoted strings is best on
    /// PolNeAR's development part, and no figure lower than with greater ones.
    const QUOTATION: f32 = 0.45;
    /// Of reports.
    const REPORT: f32 = 0.5;
    /// Of reports with words in marks whose speaker nothing beside the marks tells.
    const MIXED_REPORT: f32 = 0.7;
    /// Of the lines of novels, where many may speak and a likely name is worth more than none. Chosen with
    /// the novels of `weights/MODEL.md` in view.
    const LINE: f32 = 0.15;

    /// `None` if there is no such probability.
    pub(crate) fn new(minimum: f32) -> Option<MinimumConfidence> {
        let is_probability = (0.0..=1.0).contains(&minimum);
        is_probability.then_some(MinimumConfidence(Some(minimum)))
    }

    pub(crate) fn of_quotation(self) -> f32 {
        self.0.unwrap_or(MinimumConfidence::QUOTATION)
    }

    /// Of speech in whole sentences of news, which goes to whoever is most probable if the caller sets nothing:
    /// nearly always somebody near says it.
    pub(crate) fn of_sentence(self) -> f32 {
        self.0.unwrap_or(0.0)
    }

    pub(crate) fn of_report(self) -> f32 {
        self.0.unwrap_or(MinimumConfidence::REPORT)
    }

    pub(crate) fn of_mixed_report(self) -> f32 {
        self.0.unwrap_or(MinimumConfidence::MIXED_REPORT)
    }

    /// Of the source of a report without marks. Such reports were chosen by `of_report` already, so that none is
    /// left out here but by a minimum that the caller sets.
    pub(crate) fn of_source(self) -> f32 {
        self.0.unwrap_or(0.0)
    }

    pub(crate) fn of_line(self) -> f32 {
        self.0.unwrap_or(MinimumConfidence::LINE)
    }
}
