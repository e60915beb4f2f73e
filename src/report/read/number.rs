//! A count of people, in every spelling that people give it.

use super::Reader;
use super::section::{Need, Required, Section};
use crate::document::{NodeId, Scalar, differs_in_yaml_1_1};
use crate::finding::{Detail, Fault};
use crate::report::{Fact, Field, Gap};
use crate::schema::is_decimal;
use crate::source::At;

/// How a text can be read as a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountReading {
    /// Digits and nothing else.
    Canonical(i64),
    /// Another spelling with exactly one reading.
    One(i64),
    /// Several whole numbers, or one that the writer marked as inexact.
    Several(Vec<i64>),
    /// No whole number.
    None,
}

/// Reads `text` as a count.
pub fn read(text: &str) -> CountReading {
    let text = text.trim();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits(unsigned) {
        let Ok(number) = text.parse::<i64>() else { return CountReading::None };
        let canonical = !text.starts_with('+') && (unsigned == "0" || !unsigned.starts_with('0'));
        return if canonical { CountReading::Canonical(number) } else { CountReading::One(number) };
    }
    let inexact = ["approximately", "approx.", "approx", "about", "around", "circa", "ca.", "~", "over", "more than", "at least", "up to"];
    let lower = text.to_lowercase();
    if let Some(rest) = inexact.iter().find_map(|word| lower.strip_prefix(word)).or_else(|| lower.strip_suffix('+')) {
        return match read(rest) {
            CountReading::Canonical(number) | CountReading::One(number) => CountReading::Several(vec![number]),
            other => other,
        };
    }
    // 1,234 and 1 234: separators, if every group after the first has three digits.
    let grouped = |separator: &str| -> Option<i64> {
        let groups: Vec<&str> = text.split(separator).collect();
        let fits = groups.len() > 1
            && digits(groups[0])
            && groups[0].len() <= 3
            && groups[1..].iter().all(|group| group.len() == 3 && digits(group));
        if fits { groups.concat().parse().ok() } else { None }
    };
    if let Some(number) = [",", " ", "\u{a0}", "_", "'"].iter().find_map(|separator| grouped(separator)) {
        return CountReading::One(number);
    }
    // 109, 210: one number with a stray space, or two numbers.
    if let Some(number) = grouped(", ") {
        let parts = text.split(", ").filter_map(|part| part.parse().ok());
        return CountReading::Several(std::iter::once(number).chain(parts).collect());
    }
    // 59.381: a separator of another country, or a fraction.
    if let Some(number) = grouped(".") {
        let whole = text.split('.').next().and_then(|part| part.parse().ok()).unwrap_or(0);
        return CountReading::Several(vec![number, whole]);
    }
    if let Some((whole, fraction)) = text.split_once('.')
        && digits(whole)
        && fraction.bytes().all(|byte| byte == b'0')
    {
        return whole.parse().map_or(CountReading::None, CountReading::One);
    }
    words(&lower).map_or(CountReading::None, CountReading::One)
}

/// "five hundred and twelve": English number words up to the millions.
fn words(text: &str) -> Option<i64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let (mut total, mut group, mut scale, mut any) = (0i64, 0i64, i64::MAX, false);
    for word in text.split([' ', '-']).filter(|word| !word.is_empty() && *word != "and") {
        any = true;
        let position = |list: &[&str]| list.iter().position(|&name| name == word).and_then(|index| i64::try_from(index).ok());
        if let Some(value) = position(&ONES) {
            // "twenty five" and "hundred twelve", but not "five twelve" or "twenty twelve".
            let free = if value < 10 { group % 10 == 0 && group % 100 != 10 } else { group % 100 == 0 };
            group = Some(group + value).filter(|_| free)?;
        } else if let Some(value) = position(&TENS) {
            group = Some(group + value * 10).filter(|_| group % 100 == 0)?;
        } else if word == "hundred" {
            group = Some(group.max(1) * 100).filter(|_| group < 100)?;
        } else {
            let unit = match word {
                "thousand" => 1_000,
                "million" => 1_000_000,
                _ => return None,
            };
            total += Some(group.max(1) * unit).filter(|_| unit < scale)?;
            (group, scale) = (0, unit);
        }
    }
    any.then_some(total + group)
}

/// The line of the law on whose two sides `numbers` fall, for the count that `fact` asks for.
fn threshold(fact: Fact, numbers: &[i64]) -> Option<&'static str> {
    let straddle = |line: i64| numbers.iter().any(|&number| number >= line) && numbers.iter().any(|&number| number < line);
    match fact {
        Fact::Residents | Fact::EntityResidents => straddle(501).then_some("the more-than-500 line of the media notice"),
        _ => straddle(500).then_some("the 500-individual line"),
    }
}

impl Reader<'_, '_> {
    pub(super) fn count(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<i64> {
        match section.answer(self, fact, need) {
            Ok(node) => {
                let value = self.count_at(node, fact, need);
                Field::new(fact, At::value(node), value)
            }
            Err(field) => field,
        }
    }

    /// The count at `node`. What is no count at all is left to the rule that asks for one.
    pub(super) fn count_at(&mut self, node: NodeId, fact: Fact, need: Need) -> Result<i64, Gap> {
        let at = At::value(node);
        let Some(scalar) = self.document.scalar(node) else {
            self.misshapen = true;
            return Err(Gap::Unreadable("BR005"));
        };
        let raw = match scalar {
            Scalar::Int(raw) | Scalar::Float(raw) | Scalar::Text(raw) => raw,
            Scalar::Bool(_) | Scalar::Null => {
                self.misshapen = true;
                return Err(Gap::Unreadable("BR005"));
            }
        };
        let whole_float =
            matches!(scalar, Scalar::Float(raw) if raw.parse::<f64>().is_ok_and(|number| number.fract() == 0.0 && number.abs() < 9e15));
        self.misshapen |= !matches!(scalar, Scalar::Int(raw) if is_decimal(raw));
        // 0899 is text to a 1.1 reader: whoever sees a number in it sees the same one.
        if let (Some(other), true) = (differs_in_yaml_1_1(raw).filter(|other| !other.starts_with("the text")), self.is_plain(node)) {
            let number: String = raw.chars().filter(char::is_ascii_digit).collect();
            let decimal = number.parse::<i64>().ok();
            let octal = i64::from_str_radix(&number, 8).ok().filter(|_| matches!(scalar, Scalar::Int(_)));
            let both: Vec<i64> = decimal.into_iter().chain(octal).collect();
            let this = if matches!(scalar, Scalar::Int(_)) {
                decimal.map_or_else(|| raw.to_owned(), |n| n.to_string())
            } else {
                format!("the text {raw:?}")
            };
            let (threshold, readings) = (threshold(fact, &both), vec![this, other]);
            self.fault(Fault::new(
                "BR010",
                at,
                Detail::Readings { raw: raw.to_owned(), what: "a count", readings, threshold, inexact: false },
            ));
            return Err(Gap::Unreadable("BR010"));
        }
        let shown = if fact.shown() { raw.to_owned() } else { String::new() };
        let readings = |numbers: &[i64]| numbers.iter().map(ToString::to_string).collect();
        match read(raw) {
            CountReading::Canonical(number) if !matches!(scalar, Scalar::Text(_)) => Ok(number),
            CountReading::Canonical(number) | CountReading::One(number) => {
                let readings = readings(&[number]);
                self.fault(Fault::new(
                    "BR012",
                    at,
                    Detail::Readings { raw: shown, what: "a count", readings, threshold: None, inexact: false },
                ));
                Ok(number)
            }
            CountReading::Several(numbers) => {
                let inexact = numbers.len() == 1;
                let (threshold, readings) = (threshold(fact, &numbers), readings(&numbers));
                self.fault(Fault::new("BR012", at, Detail::Readings { raw: shown, what: "a count", readings, threshold, inexact }));
                Err(Gap::Unreadable("BR012"))
            }
            CountReading::None if whole_float => {
                #[expect(clippy::cast_possible_truncation, reason = "bounded by 9e15 above")]
                let number = raw.parse::<f64>().map_or(0, |number| number as i64);
                let readings = readings(&[number]);
                self.fault(Fault::new(
                    "BR012",
                    at,
                    Detail::Readings { raw: shown, what: "a count", readings, threshold: None, inexact: false },
                ));
                Ok(number)
            }
            CountReading::None if self.is_marker(node, fact, need, raw) => {
                Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent })
            }
            // No rule of its own judges the count of a State.
            CountReading::None if matches!(fact, Fact::Residents | Fact::EntityResidents) => {
                let takes = "a whole number of residents".to_owned();
                self.fault(Fault::new(
                    "BR005",
                    at,
                    Detail::Kind { key: fact.key().to_owned(), takes, found: scalar.kind().to_owned(), instead: None },
                ));
                Err(Gap::Unreadable("BR005"))
            }
            CountReading::None => {
                self.spoken.push(node);
                Err(Gap::Unreadable("BR302"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_count() {
        assert_eq!(read("612"), CountReading::Canonical(612));
        assert_eq!(read("-3"), CountReading::Canonical(-3));
        assert_eq!(read("1,234"), CountReading::One(1234));
        assert_eq!(read("12,345,678"), CountReading::One(12_345_678));
        assert_eq!(read("1 234"), CountReading::One(1234));
        assert_eq!(read("612.0"), CountReading::One(612));
        assert_eq!(read("five hundred and twelve"), CountReading::One(512));
        assert_eq!(read("0899"), CountReading::One(899));
        assert_eq!(read("+612"), CountReading::One(612));
        assert_eq!(read("two thousand three hundred and twenty-five"), CountReading::One(2_325));
        assert_eq!(read("twelve hundred"), CountReading::One(1_200));
        assert_eq!(read("59.381"), CountReading::Several(vec![59_381, 59]));
        assert_eq!(read("109, 210"), CountReading::Several(vec![109_210, 109, 210]));
        assert_eq!(read("approx. 500"), CountReading::Several(vec![500]));
        assert_eq!(read("500+"), CountReading::Several(vec![500]));
        for none in [
            "",
            "many",
            "12.5",
            "1,23",
            "99999999999999999999",
            "12a",
            "five twelve",
            "twenty twenty",
            "two thousand million",
            "hundred hundred",
        ] {
            assert_eq!(read(none), CountReading::None, "{none}");
        }
    }
}
