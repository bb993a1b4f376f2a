//! Ordered lists of small rules, each with a name and a sentence in which it applies.

/// Defines a list of rules as a function that gives what the first rule gives that applies.
///
/// Each rule has a name, a sentence in which it decides the word in square brackets, a condition, and
/// what it gives.
///
/// ```text
/// rules! {
///     /// What the list decides.
///     pub(super) fn name(context: &Context<'_>) -> Tag;
///
///     rule_one: "She spoke of the [past]." if context.is_noun() => Tag::Noun;
/// }
/// ```
macro_rules! rules {
    (
        $(#[$doc:meta])*
        $visibility:vis fn $list:ident($context:ident: $input:ty) -> $result:ty;
        $($name:ident: $example:literal if $condition:expr => $gives:expr;)+
    ) => {
        $(#[$doc])*
        #[inline]
        $visibility fn $list($context: $input) -> Option<$result> {
            $(if $condition {
                #[cfg(test)]
                $crate::language::rules::trace::applied(
                    concat!(stringify!($list), ": ", stringify!($name)),
                    $context.position(),
                );
                return Some($gives);
            })+
            None
        }

        /// The rules with their examples.
        #[cfg(test)]
        $visibility mod $list {
            pub(in crate) const EXAMPLES: &[(&str, &str)] = &[
                $((concat!(stringify!($list), ": ", stringify!($name)), $example),)+
            ];
        }
    };
}
pub(crate) use rules;

/// Which rules applied to which words, so that a test can hold them to their examples.
#[cfg(test)]
pub(crate) mod trace {
    use std::cell::RefCell;

    thread_local! {
        static APPLIED: RefCell<Vec<(&'static str, usize)>> = const { RefCell::new(Vec::new()) };
    }

    /// Notes that a rule applied to the token at a position.
    pub(crate) fn applied(rule: &'static str, token: usize) {
        APPLIED.with_borrow_mut(|applied| applied.push((rule, token)));
    }

    /// The rules that some work applies, each with the token.
    pub(crate) fn of(work: impl FnOnce()) -> Vec<(&'static str, usize)> {
        APPLIED.take();
        work();
        APPLIED.take()
    }
}
