//! How the words of a language change their form.

use super::class::Class;

/// A verb, with the forms of it that are not regular.
#[derive(Clone, Copy, Debug)]
pub struct Verb<'t> {
    /// The base form.
    pub lemma: &'t str,
    /// The past form.
    pub past: Option<&'t str>,
    /// The past participle.
    pub participle: Option<&'t str>,
    /// The present participle.
    pub ing: Option<&'t str>,
}

impl<'t> Verb<'t> {
    /// A verb all of whose forms are regular.
    pub(super) fn regular(lemma: &'t str) -> Verb<'t> {
        Verb {
            lemma,
            past: None,
            participle: None,
            ing: None,
        }
    }

    /// The forms that are given, each with its class.
    fn given_forms(&self) -> Vec<(String, Class)> {
        let forms = [
            (Some(self.lemma), Class::Verb),
            (self.past, Class::VerbPast),
            (self.participle, Class::VerbParticiple),
            (self.ing, Class::VerbIng),
        ];
        let given = forms
            .into_iter()
            .filter_map(|(form, class)| Some((form?, class)));
        given
            .map(|(form, class)| (form.to_owned(), class))
            .collect()
    }
}

/// The regular forms of words.
#[derive(Clone, Copy, Debug)]
pub struct Inflection {
    /// The regular plural of a noun.
    pub plural: fn(&str) -> String,
    /// All forms of a verb, each with its class. Two classes may share a form, and a class may have
    /// two forms.
    pub verb: fn(&Verb<'_>) -> Vec<(String, Class)>,
}

impl Inflection {
    /// Of a language whose lists have every form.
    pub const NONE: Inflection = Inflection {
        plural: str::to_owned,
        verb: |verb| verb.given_forms(),
    };
}
