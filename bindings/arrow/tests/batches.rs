//! Batches in and out, in every form in which texts and casts come.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Int32Array, LargeStringArray, ListArray, NullArray, RecordBatch,
    RecordBatchIterator, StringArray, StringViewArray, StructArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::Field;
use quotation::QuoteDetector;
use quotation_arrow::{Attributions, Attributor, Columns, Error};

const HOLDS: &str = "🦀 “It holds,” said Ines Okoro. “It always has,” she added.";
const LEAKS: &str = "“It leaks,” said Tomas Lindqvist.";

fn attributor() -> Attributor {
    Attributor::new(QuoteDetector::builder()).unwrap()
}

fn batch<const N: usize>(columns: [(&str, ArrayRef); N]) -> RecordBatch {
    RecordBatch::try_from_iter(columns).unwrap()
}

fn strings(array: &ArrayRef) -> Vec<Option<&str>> {
    array.as_string::<i32>().iter().collect()
}

#[test]
fn strings_are_read_in_every_form() {
    let given = [Some(HOLDS), None, Some(""), Some(LEAKS)];
    let forms: [ArrayRef; 3] = [
        Arc::new(StringArray::from_iter(given)),
        Arc::new(LargeStringArray::from_iter(given)),
        Arc::new(StringViewArray::from_iter(given)),
    ];
    for form in forms {
        let found = attributor().attributions(&batch([("text", form)]), &Columns::new("text"), 7);
        let found = found.unwrap();
        let ids: Vec<i64> = found["id"].as_primitive::<Int64Type>().values().to_vec();
        assert_eq!(ids, [7, 7, 10]);
        let speakers = [
            Some("Ines Okoro"),
            Some("Ines Okoro"),
            Some("Tomas Lindqvist"),
        ];
        assert_eq!(strings(&found["speaker"]), speakers);
        let starts = found["start"].as_primitive::<Int64Type>().values().to_vec();
        assert_eq!(starts, [2, 31, 0]);
        assert!(
            found["confidence"]
                .as_primitive::<Float64Type>()
                .values()
                .iter()
                .all(|&one| one > 0.5)
        );
        assert_eq!(strings(&found["addressee"]), [None; 3]);
    }
}

#[test]
fn a_column_without_texts_has_no_attributions() {
    let nothing: ArrayRef = Arc::new(NullArray::new(3));
    let found = attributor().attributions(&batch([("text", nothing)]), &Columns::new("text"), 0);
    assert_eq!(found.unwrap().num_rows(), 0);
}

#[test]
fn ids_come_back_as_they_are() {
    let ids: ArrayRef = Arc::new(Int32Array::from(vec![Some(5), None, Some(5)]));
    let texts: ArrayRef = Arc::new(StringArray::from(vec![LEAKS, HOLDS, LEAKS]));
    let batch = batch([("key", ids), ("body", texts)]);
    let columns = Columns::new("body").id("key");
    let found = attributor().attributions(&batch, &columns, 0).unwrap();
    let expected: ArrayRef = Arc::new(Int32Array::from(vec![Some(5), None, None, Some(5)]));
    assert_eq!(&found["id"], &expected);
    assert_eq!(found.schema(), columns.schema(&batch.schema()).unwrap());
}

/// Casts of two texts as lists of structs.
fn casts(genders: [&str; 2]) -> ArrayRef {
    let mut aliases = ListBuilder::new(StringBuilder::new());
    aliases.append_value([Some("the engineer")]);
    aliases.append_null();
    let names: ArrayRef = Arc::new(StringArray::from(vec!["Ines Okoro", "Tom Bright"]));
    let genders: ArrayRef = Arc::new(StringArray::from(genders.to_vec()));
    let narrators: ArrayRef = Arc::new(BooleanArray::from(vec![false, true]));
    let aliases: ArrayRef = Arc::new(aliases.finish());
    let columns = [
        ("name", names),
        ("aliases", aliases),
        ("gender", genders),
        ("narrator", narrators),
    ];
    let members = StructArray::from(batch(columns));
    let item = Arc::new(Field::new("item", members.data_type().clone(), true));
    let offsets = OffsetBuffer::from_lengths([2, 0]);
    Arc::new(ListArray::new(item, offsets, Arc::new(members), None))
}

#[test]
fn a_cast_is_that_of_its_text_alone() {
    let text = "“It holds,” said the engineer.";
    let texts: ArrayRef = Arc::new(StringArray::from(vec![text, text]));
    let columns = Columns::new("text").cast("cast");
    let found = batch([("text", texts.clone()), ("cast", casts(["female", "male"]))]);
    let found = attributor().attributions(&found, &columns, 0).unwrap();
    assert_eq!(strings(&found["speaker"])[0], Some("Ines Okoro"));
    assert_ne!(strings(&found["speaker"])[1], Some("Ines Okoro"));
    assert_eq!(strings(&found["gender"])[0], Some("female"));

    let mut names = ListBuilder::new(StringBuilder::new());
    names.append_value([Some("Ines Okoro")]);
    names.append_null();
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["“It holds,” said Okoro."; 2]));
    let found = batch([("text", texts), ("cast", Arc::new(names.finish()))]);
    let found = attributor().attributions(&found, &columns, 0).unwrap();
    assert_eq!(
        strings(&found["speaker"]),
        [Some("Ines Okoro"), Some("Okoro")]
    );
}

#[test]
fn what_is_wrong_is_named() {
    let texts: ArrayRef = Arc::new(StringArray::from(vec![LEAKS, LEAKS]));
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![1, 2]));
    let batch = batch([
        ("body", texts),
        ("key", numbers),
        ("cast", casts(["f", "male"])),
    ]);
    let refusal = |columns: Columns| {
        let error: Error = attributor().attributions(&batch, &columns, 40).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        refusal(Columns::new("text")),
        "there is no column \"text\", but body, key, cast"
    );
    assert_eq!(
        refusal(Columns::new("key")),
        "column \"key\": expected strings, found Int32"
    );
    assert!(
        refusal(Columns::new("body").cast("body"))
            .starts_with("column \"body\": expected lists of names, or of structs of name, ")
    );
    assert_eq!(
        refusal(Columns::new("body").cast("cast")),
        "cast of row 40: Gender \"f\": expected one of female, male, neutral"
    );
}

#[test]
fn a_stream_reads_batch_after_batch() {
    let texts = |count: usize| {
        let texts: ArrayRef =
            Arc::new(StringArray::from_iter_values((0..count).map(|number| {
                format!("“It holds for {number} days,” said Ines Okoro.")
            })));
        batch([("text", texts)])
    };
    let batches = [texts(3), texts(0), texts(9000), texts(1)];
    let schema = batches[0].schema();
    let reader = RecordBatchIterator::new(batches.map(Ok), schema);
    let stream = Attributions::new(attributor(), reader, Columns::new("text")).unwrap();
    let found: Vec<RecordBatch> = stream.map(Result::unwrap).collect();
    let lens: Vec<usize> = found.iter().map(RecordBatch::num_rows).collect();
    assert_eq!(lens, [3, 4096, 4096, 808, 1]);
    let ids = found
        .iter()
        .flat_map(|one| one["id"].as_primitive::<Int64Type>().values());
    assert!(ids.copied().eq(0..9004));
}

#[test]
fn lists_have_an_entry_for_each_text() {
    let texts: ArrayRef = Arc::new(StringArray::from(vec![Some(HOLDS), None, Some(LEAKS)]));
    let lists = attributor().lists(&texts).unwrap();
    assert_eq!(lists.offsets().to_vec(), [0, 2, 2, 3]);
    let found = lists.values().as_struct();
    let table = attributor().attributions(&batch([("text", texts)]), &Columns::new("text"), 0);
    assert_eq!(found.columns(), &table.unwrap().columns()[1..]);
}
