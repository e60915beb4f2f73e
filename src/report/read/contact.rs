//! Contact answers, judged by `validator`: e-mail, telephone, ZIP; and the tracking number. Its errors come back without the values they are about.

use validator::{Validate, ValidationError};

use super::Reader;
use crate::document::Scalar;
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

impl<'d> Reader<'d, '_> {
    /// Judges a tracking number. How the portal builds it is not published; letters, digits and hyphens are all that a number can need.
    pub(super) fn tracking_number(&mut self, number: &Field<&str>) {
        let stray = |character: char| !character.is_ascii_alphanumeric() && character != '-';
        if number.get().is_some_and(|text| text.trim().contains(stray)) {
            let takes = "a tracking number of letters, digits and hyphens".to_owned();
            self.faults.push(Fault::new(
                "BR007",
                number.at(),
                Detail::Kind { key: number.fact().key().to_owned(), takes, found: String::new(), instead: None },
            ));
        }
    }

    /// Judges one block of contact answers.
    pub(super) fn contact(&mut self, email: &Field<&'d str>, phone: &Field<&'d str>, zip: &Field<&'d str>) {
        let blocks = [email, phone, zip].map(|field| field.get().filter(|text| text.trim() != *text));
        let as_written = Answers { email: blocks[0], phone: blocks[1], zip: blocks[2] };
        if as_written.validate().is_err() {
            // Spaces at the ends are a fault of their own; the schema sees them as a wrong format.
            self.misshapen = true;
            self.spoken
                .extend([email, phone, zip].iter().zip(blocks).filter(|(_, block)| block.is_some()).map(|(field, _)| field.at().field));
        }
        let trimmed = |field: &Field<&'d str>| field.get().map(str::trim);
        let answers = Answers { email: trimmed(email), phone: trimmed(phone), zip: trimmed(zip) };
        let Err(errors) = answers.validate() else { return };
        // The order of the errors is that of a hash map; the order of the form is ours.
        for (name, field) in [("zip", zip), ("email", email), ("phone", phone)] {
            for error in errors.field_errors().get(name).into_iter().flat_map(|errors| errors.iter()) {
                // The schema holds a format against texts only.
                self.misshapen |= matches!(self.document.scalar(field.at().field), Some(Scalar::Text(_)));
                let takes = error.code.to_string();
                self.fault(Fault::new(
                    "BR007",
                    field.at(),
                    Detail::Kind { key: field.fact().key().to_owned(), takes, found: String::new(), instead: None },
                ));
            }
        }
    }
}
