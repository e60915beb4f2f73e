//! Contact answers, judged by `validator`: e-mail, telephone, ZIP. Its errors come back without the values they are about.

use validator::{Validate, ValidationError};

use super::Reader;
use crate::finding::{Detail, Fault};
use crate::report::Field;
use crate::schema::formats::{is_deliverable, is_telephone, is_zip};

/// The answers of one address and contact block, as far as they could be read. Field names are the wire names.
#[derive(Debug, Default, Validate)]
struct Answers<'a> {
    #[validate(custom(function = "deliverable"))]
    email: Option<&'a str>,
    #[validate(custom(function = "telephone"))]
    phone: Option<&'a str>,
    #[validate(custom(function = "zip_code"))]
    zip: Option<&'a str>,
}

fn deliverable(email: &str) -> Result<(), ValidationError> {
    if is_deliverable(email) { Ok(()) } else { Err(ValidationError::new("an e-mail address such as name@example.org")) }
}

fn telephone(phone: &str) -> Result<(), ValidationError> {
    if is_telephone(phone) { Ok(()) } else { Err(ValidationError::new("a telephone number of ten digits, with its area code")) }
}

fn zip_code(zip: &str) -> Result<(), ValidationError> {
    if is_zip(zip) { Ok(()) } else { Err(ValidationError::new("a ZIP code of five or nine digits")) }
}

impl Reader<'_, '_> {
    /// Judges one block of contact answers.
    pub(super) fn contact(&mut self, email: &Field<&str>, phone: &Field<&str>, zip: &Field<&str>) {
        let answers = Answers { email: email.get(), phone: phone.get(), zip: zip.get() };
        let Err(errors) = answers.validate() else { return };
        // The order of the errors is that of a hash map; the order of the form is ours.
        for (name, field) in [("zip", zip), ("email", email), ("phone", phone)] {
            for error in errors.field_errors().get(name).into_iter().flat_map(|errors| errors.iter()) {
                // Digits that YAML took for a number are none of the schema's texts.
                self.misshapen |= matches!(self.document.scalar(field.at().field), Some(crate::document::Scalar::Text(_)));
                let takes = error.code.to_string();
                self.fault(Fault::new("BR007", field.at(), Detail::Kind { takes, found: String::new(), instead: None }));
            }
        }
    }
}
