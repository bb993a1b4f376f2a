//! Whom the caller expects to speak.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use quotation::Gender;

use crate::convert::{items, named, shown, string, strings};

/// Somebody whom the caller expects to speak.
///
/// >>> import quotation
/// >>> engineer = quotation.CastMember("Ines Okoro", aliases=["the engineer"], gender="female")
/// >>> engineer
/// CastMember('Ines Okoro', aliases=['the engineer'], gender='female', narrator=False)
/// >>> detector = quotation.Detector(cast=[engineer, "Tom Bright"])
/// >>> detector.detect("“It holds,” said the engineer.").attributions[0].speaker.name
/// 'Ines Okoro'
#[pyclass(frozen, eq, hash, module = "quotation")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct CastMember {
    /// The name that speakers get.
    #[pyo3(get)]
    name: String,
    /// Other names that the text may use.
    #[pyo3(get)]
    aliases: Vec<String>,
    gender: Option<Gender>,
    /// Whether this is the one who says “I” outside quotations.
    #[pyo3(get)]
    narrator: bool,
}

#[pymethods]
impl CastMember {
    #[new]
    #[pyo3(signature = (name, aliases = None, gender = None, *, narrator = false))]
    fn new(
        name: String,
        aliases: Option<&Bound<'_, PyAny>>,
        gender: Option<&str>,
        narrator: bool,
    ) -> PyResult<CastMember> {
        Ok(CastMember {
            name,
            aliases: strings("aliases", aliases)?,
            gender: gender.map(named).transpose()?,
            narrator,
        })
    }

    /// “female”, “male” or “neutral”, if it is known.
    #[getter]
    fn gender(&self) -> Option<&'static str> {
        self.gender.map(Gender::as_str)
    }

    /// The member as a dictionary, which a `cast` takes as well.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("name", &self.name)?;
        dict.set_item("aliases", &self.aliases)?;
        dict.set_item("gender", self.gender())?;
        dict.set_item("narrator", self.narrator)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let dict = self.to_dict(py)?;
        let value = |name| PyResult::Ok(dict.as_any().get_item(name)?.repr()?.to_string());
        Ok(format!(
            "CastMember({}, aliases={}, gender={}, narrator={})",
            shown(py, &self.name)?,
            value("aliases")?,
            value("gender")?,
            value("narrator")?
        ))
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.to_dict(py)?))
    }
}

impl CastMember {
    fn to_inner(&self) -> quotation::CastMember {
        let member = quotation::CastMember::new(&self.name).aliases(&self.aliases);
        let member = match self.gender {
            Some(gender) => member.gender(gender),
            None => member,
        };
        match self.narrator {
            true => member.narrator(),
            false => member,
        }
    }
}

/// The members of an argument: each a `CastMember`, a name, or a dictionary of what makes one.
pub(crate) fn members(argument: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<quotation::CastMember>> {
    let Some(argument) = argument else {
        return Ok(Vec::new());
    };
    let entries = items("cast", "members", argument)?;
    entries.iter().map(member).collect()
}

fn member(entry: &Bound<'_, PyAny>) -> PyResult<quotation::CastMember> {
    if let Ok(member) = entry.cast::<CastMember>() {
        return Ok(member.get().to_inner());
    }
    if entry.is_instance_of::<PyString>() {
        return Ok(quotation::CastMember::new(string("cast", entry)?));
    }
    if let Ok(values) = entry.cast::<PyDict>() {
        let class = entry.py().get_type::<CastMember>();
        let member = class.call((), Some(values))?;
        return Ok(member.cast::<CastMember>()?.get().to_inner());
    }
    let found = entry.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "cast: expected a CastMember, a name or a dictionary, found {found}"
    )))
}
