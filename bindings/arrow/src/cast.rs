//! A column of casts: who may speak in each text.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray};
use arrow_schema::{DataType, Field};
use quotation::CastMember;

use crate::error::Error;
use crate::texts::{self, Texts};

/// A column of lists of members.
pub(crate) struct Casts<'a>(&'a ArrayRef);

const EXPECTED: &str = "lists of names, or of structs of name, aliases (list of strings), gender and narrator (boolean)";

/// Refuses what is no column of casts.
pub(crate) fn check(column: &str, found: &DataType) -> Result<(), Error> {
    let is_strings = |found: &DataType| texts::check(column, found).is_ok();
    let is_field = |field: &Field| match field.name().as_str() {
        "name" | "gender" => is_strings(field.data_type()),
        "aliases" => item(field.data_type()).is_some_and(is_strings),
        "narrator" => *field.data_type() == DataType::Boolean,
        _ => false,
    };
    let holds = match item(found) {
        Some(DataType::Struct(fields)) => {
            fields.find("name").is_some() && fields.iter().all(|field| is_field(field))
        }
        Some(names) => is_strings(names),
        None => false,
    };
    if holds {
        return Ok(());
    }
    Err(Error::Type {
        column: column.to_owned(),
        expected: EXPECTED,
        found: found.clone(),
    })
}

/// What a list holds.
fn item(list: &DataType) -> Option<&DataType> {
    match list {
        DataType::List(field) | DataType::LargeList(field) => Some(field.data_type()),
        _ => None,
    }
}

/// The items of a row of lists.
fn items(lists: &ArrayRef, row: usize) -> Option<ArrayRef> {
    if lists.is_null(row) {
        return None;
    }
    Some(match lists.data_type() {
        DataType::LargeList(_) => lists.as_list::<i64>().value(row),
        _ => lists.as_list::<i32>().value(row),
    })
}

impl<'a> Casts<'a> {
    /// An array whose type was checked.
    pub(crate) fn new(array: &'a ArrayRef) -> Casts<'a> {
        Casts(array)
    }

    /// The members of a row, if it has a cast.
    pub(crate) fn get(&self, row: usize) -> Option<Result<Vec<CastMember>, quotation::Error>> {
        let members = items(self.0, row)?;
        Some(match members.data_type() {
            DataType::Struct(_) => from_structs(&members),
            _ => Ok(strings(&members).map(CastMember::new).collect()),
        })
    }
}

/// The strings of an array, a null as an empty one.
fn strings(array: &ArrayRef) -> impl Iterator<Item = &str> {
    let texts = Texts::new(array);
    (0..texts.len()).map(move |row| texts.get(row).unwrap_or_default())
}

fn from_structs(array: &ArrayRef) -> Result<Vec<CastMember>, quotation::Error> {
    let members = array.as_struct();
    let names = members.column_by_name("name").map(Texts::new);
    let genders = members.column_by_name("gender").map(Texts::new);
    let aliases = members.column_by_name("aliases");
    let narrators: Option<&BooleanArray> = members
        .column_by_name("narrator")
        .map(|one| one.as_boolean());
    let member = |row: usize| {
        let text = |texts: &Option<Texts<'_>>| {
            texts
                .as_ref()
                .and_then(|texts| texts.get(row))
                .map(str::to_owned)
        };
        let mut member = CastMember::new(text(&names).unwrap_or_default());
        if let Some(aliases) = aliases.and_then(|lists| items(lists, row)) {
            member = member.aliases(strings(&aliases));
        }
        if let Some(gender) = text(&genders) {
            member = member.gender(gender.parse()?);
        }
        if narrators.is_some_and(|narrators| narrators.is_valid(row) && narrators.value(row)) {
            member = member.narrator();
        }
        Ok(member)
    };
    (0..members.len()).map(member).collect()
}
