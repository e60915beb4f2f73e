//! The formats that the schema asserts; the typed reading asserts the very same functions.

use chrono::NaiveDate;
use validator::ValidateEmail;

/// `YYYY-MM-DD` and nothing else, between 1900 and 2099.
pub fn canonical_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    if !shaped {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().ok();
    day(number(0..4)?, number(5..7)?, number(8..10)?)
}

/// A day of the calendar between 1900 and 2099.
pub(crate) fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// An e-mail address whose domain can exist in public: it has a dot, and no label begins or ends with one.
pub fn is_deliverable(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return false };
    let dotted = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
    let local_fits = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    dotted && local_fits && (is_plain_address(local, domain) || email.validate_email())
}

/// Whether `validator` takes the address without a look at names in other scripts or at numbers of hosts, which is almost always so: its
/// patterns for these take longer to build than a draft to read. `domain` has no empty label.
fn is_plain_address(local: &str, domain: &str) -> bool {
    let of_local = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_label = |label: &str| {
        label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    (1..=64).contains(&local.len()) && local.bytes().all(of_local) && domain.len() <= 255 && domain.split('.').all(is_label)
}

/// A telephone number with its area code: ten digits, or eleven that begin with 1, and an optional extension.
pub fn is_telephone(phone: &str) -> bool {
    let lower = phone.to_ascii_lowercase();
    let number = lower.split_once(['x', '#']).map_or(lower.as_str(), |(number, _)| number);
    let number = number.trim_end_matches(|character: char| "ext. ".contains(character));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let allowed = number.chars().all(|character| character.is_ascii_digit() || " ()+-./".contains(character));
    let national = digits.strip_prefix('1').filter(|_| digits.len() == 11).unwrap_or(&digits);
    allowed && national.len() == 10 && national.starts_with(|digit| ('2'..='9').contains(&digit))
}

/// Five digits, or nine with a hyphen.
pub fn is_zip(zip: &str) -> bool {
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    match zip.split_once('-') {
        Some((five, four)) => digits(five, 5) && digits(four, 4),
        None => digits(zip, 5) || digits(zip, 9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_what_the_validator_takes() {
        let long = "x".repeat(63);
        for email in ["a@example.org", "first.last+tag@sub.example.com", "{a}`~|@x-y.org", "1@2.3", &format!("{long}a@{long}.org")] {
            let (local, domain) = email.rsplit_once('@').expect("an address");
            assert!(is_plain_address(local, domain) && email.validate_email(), "{email}");
        }
        for email in
            ["a b@x.org", "a@-x.org", "a@x-.org", "a@x_y.org", "a@bücher.org", &format!("{long}ab@x.org"), &format!("a@{long}a.org")]
        {
            let (local, domain) = email.rsplit_once('@').expect("an address");
            assert!(!is_plain_address(local, domain), "{email}");
        }
    }

    #[test]
    fn contact_answers_that_reach_someone() {
        for email in ["a@example.org", "first.last+tag@sub.example.com"] {
            assert!(is_deliverable(email), "{email}");
        }
        for email in ["a@b", "a@localhost", "a.@x.com", "a@x..com", "example.org", "a b@x.com"] {
            assert!(!is_deliverable(email), "{email}");
        }
        for phone in ["(410) 555-0100", "410-555-0100", "4105550100", "+1 410 555 0100", "410.555.0100 ext. 12", "410-555-0100 x12"] {
            assert!(is_telephone(phone), "{phone}");
        }
        for phone in ["555-0100", "410-555-010", "110-555-0100", "call me", ""] {
            assert!(!is_telephone(phone), "{phone}");
        }
        assert!(is_zip("21201") && is_zip("21201-1234") && is_zip("212011234"));
        assert!(!is_zip("2134") && !is_zip("21201-12") && !is_zip("ABCDE"));
    }
}
