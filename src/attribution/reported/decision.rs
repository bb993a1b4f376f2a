//! What is decided about a cue.

/// A decision about a cue, in the order in which they are made. The fitted weights know each by its
/// position in this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Decision {
    /// Whether the cue reports nothing, reports without a source, or which mention is the source.
    Source,
    /// With which chunk the source begins.
    SourceStart,
    /// With which chunk the source ends.
    SourceEnd,
    /// Whether the content stands before the cue, after it, or both.
    Side,
    /// With which chunk the content after the cue begins.
    Start,
    /// With which chunk the content after the cue ends.
    End,
    /// With which chunk the content before the cue ends.
    BeforeEnd,
    /// With which chunk the content before the cue begins.
    BeforeStart,
    /// With which token the cue begins.
    CueStart,
    /// With which chunk the cue ends.
    CueEnd,
    /// Which contents it has, of those that the decisions from the side to the start before the cue make probable.
    Placement,
}

impl Decision {
    pub(crate) const ALL: [Decision; 11] = [
        Decision::Source,
        Decision::SourceStart,
        Decision::SourceEnd,
        Decision::Side,
        Decision::Start,
        Decision::End,
        Decision::BeforeEnd,
        Decision::BeforeStart,
        Decision::CueStart,
        Decision::CueEnd,
        Decision::Placement,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Decision::Source => "source",
            Decision::SourceStart => "source-start",
            Decision::SourceEnd => "source-end",
            Decision::Side => "side",
            Decision::Start => "start",
            Decision::End => "end",
            Decision::BeforeEnd => "before-end",
            Decision::BeforeStart => "before-start",
            Decision::CueStart => "cue-start",
            Decision::CueEnd => "cue-end",
            Decision::Placement => "placement",
        }
    }
}
