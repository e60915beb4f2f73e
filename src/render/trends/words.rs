//! Numbers and names in the words of a trend report.

use crate::trends::{By, List, Refusal};

/// What the reports are parted by.
pub(super) fn by_words(by: By) -> &'static str {
    match by {
        By::All => "all reports",
        By::Type => "type of breach",
        By::Entity => "type of covered entity",
        By::Location => "location of breached information",
        By::BusinessAssociate => "business associate present",
        By::State => "State",
        By::Size => "individuals affected",
    }
}

/// Which list an input seems to be.
pub(super) fn list_words(list: List) -> &'static str {
    match list {
        List::UnderInvestigation => "the list under investigation",
        List::Archive => "the archive",
        List::Both => "both lists, as far as the descriptions tell",
        List::Unknown => "which list cannot be told",
    }
}

/// Why a series is not tested.
pub(super) fn refusal_words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooFewYears => "not tested: fewer than 4 whole years",
        Refusal::AllZero => "not tested: no report in any whole year",
        Refusal::AllEqual => "not tested: the same count in every whole year",
        Refusal::NoCategory => "not tested: no category",
        Refusal::NotAsked => "not tested; see --by state",
    }
}

/// A category in a few letters, for the head of a column.
pub(super) fn short<'s>(key: &'s str, label: &'s str) -> &'s str {
    match key {
        "hacking_it_incident" => "Hacking/IT",
        "improper_disposal" => "Disposal",
        "unauthorized_access_disclosure" => "Unauthor.",
        "desktop_computer" => "Desktop",
        "electronic_medical_record" => "EMR",
        "network_server" => "Server",
        "other_portable_electronic_device" => "Portable",
        "paper_films" => "Paper",
        "business_associate" => "Associate",
        "health_plan" => "Plan",
        "healthcare_clearing_house" => "Clearing h.",
        "healthcare_provider" => "Provider",
        "combined" => "(several)",
        "missing" => "(none)",
        "below_500" => "<500",
        "500_to_999" => "500+",
        "1000_to_9999" => "1,000+",
        "10000_to_99999" => "10,000+",
        "100000_to_999999" => "100,000+",
        "1000000_and_more" => "1,000,000+",
        _ => label,
    }
}

/// A whole number with commas.
pub(super) fn whole(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count as a number; counts of reports and people are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "exact for every count that fits a file")]
pub(super) fn real(count: u64) -> f64 {
    count as f64
}

/// A number with commas and so many decimals; a minus sign is a hyphen, for terminals.
pub(super) fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "-".to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let (digits, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let grouped = digits.parse().map_or_else(|_| digits.to_owned(), whole);
    let is_zero = text.chars().all(|character| matches!(character, '0' | '.'));
    let sign = if value < 0.0 && !is_zero { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}

/// A median or quartile: halves are shown, whole numbers without a fraction.
pub(super) fn middle(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| if value.fract() == 0.0 { number(value, 0) } else { number(value, 1) })
}

/// A change, with its sign.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if value > 0.0 && text.chars().any(|character| matches!(character, '1'..='9')) { format!("+{text}") } else { text }
}

/// A difference of counts, with its sign.
pub(super) fn difference(count: i64) -> String {
    let size = real(count.unsigned_abs());
    signed(if count < 0 { -size } else { size }, 0)
}

/// A share in percent.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

/// A probability: below a millionth only that, for nothing more is known of it.
pub(super) fn chance(p: f64) -> String {
    match p {
        p if !p.is_finite() => "-".to_owned(),
        p if p < 1e-6 => "<0.000001".to_owned(),
        p if p < 0.001 => format!("{p:.6}"),
        p => format!("{p:.3}"),
    }
}

/// The course of `values` in block letters, from zero to their greatest.
pub(super) fn sparkline(values: impl Iterator<Item = f64> + Clone) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let greatest = values.clone().fold(0.0, f64::max);
    values
        .map(|value| {
            let step = BLOCKS.iter().enumerate().take_while(|(at, _)| eighths(*at) * greatest < value * 8.0).count();
            BLOCKS[step.saturating_sub(1)]
        })
        .collect()
}

fn eighths(at: usize) -> f64 {
    u8::try_from(at).map_or(8.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_signed() {
        assert_eq!([0, 999, 1_000, 78_800_000].map(whole), ["0", "999", "1,000", "78,800,000"]);
        assert_eq!(number(-1_234.56, 1), "-1,234.6");
        assert_eq!(number(-0.01, 1), "0.0");
        assert_eq!((signed(2.0, 1), signed(-2.0, 0), signed(0.001, 1)), ("+2.0".to_owned(), "-2".to_owned(), "0.0".to_owned()));
        assert_eq!((middle(Some(2_270.5)), middle(Some(500.0)), middle(None)), ("2,270.5".to_owned(), "500".to_owned(), "-".to_owned()));
        assert_eq!([2.5e-6, 0.0062, 0.5, 1e-17, f64::NAN].map(chance), ["0.000003", "0.006", "0.500", "<0.000001", "-"]);
    }

    #[test]
    fn sparklines_begin_at_zero() {
        assert_eq!(sparkline([0.0, 1.0, 4.0, 8.0].into_iter()), "▁▁▄█");
        assert_eq!(sparkline([0.0, 0.0].into_iter()), "▁▁");
        assert_eq!(sparkline(std::iter::empty()), "");
    }
}
