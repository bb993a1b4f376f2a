//! Ways through the marks of a text: what was decided at each, and what is open after the last.

use super::decision::{Across, Action, MarkDecision};
use super::stack::{StackId, StackKey};
use crate::ids::id;
use crate::quote::cost::Cost;

id! {
    /// A node of a path.
    pub(super) struct NodeId(Plain)
}

/// The node before the first mark.
pub(super) const ROOT: NodeId = NodeId::FIRST;

/// A way to a stack of open quotations.
#[derive(Clone, Copy)]
pub(super) struct Path {
    pub(super) cost: Cost,
    pub(super) stack: StackId,
    pub(super) key: StackKey,
    pub(super) node: NodeId,
    pub(super) across: Across,
    /// How many levels of the stack the marks of this paragraph have taken up again.
    pub(super) resumed: u8,
    /// Whether the open quotations have come through a paragraph that no mark opened.
    pub(super) unmarked: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Node {
    pub(super) previous: NodeId,
    pub(super) decision: MarkDecision,
}

/// An action that a path could take, and the cost of the path with it.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) action: Action,
    pub(super) cost: Cost,
    /// How many levels of the stack are taken up again with it.
    pub(super) resumed: u8,
}

impl Step {
    pub(super) fn new(action: Action, cost: Cost) -> Step {
        Step {
            action,
            cost,
            resumed: 0,
        }
    }
}
