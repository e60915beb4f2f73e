//! What a plain scalar means in YAML 1.2, and whether a YAML 1.1 reader would take it for something else.

use super::Style;

/// A scalar as YAML 1.2 (core schema) and JSON type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar<'t> {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, as written.
    Int(&'t str),
    /// A number with a fraction or exponent, an infinity or NaN, as written.
    Float(&'t str),
    /// Text.
    Text(&'t str),
}

impl<'t> Scalar<'t> {
    /// Types `text` as written in `style`.
    pub fn new(text: &'t str, style: Style) -> Self {
        if style != Style::Plain {
            return Self::Text(text);
        }
        // Most texts begin with a letter that no other value begins with.
        if text
            .bytes()
            .next()
            .is_some_and(|first| !matches!(first, b'0'..=b'9' | b'+' | b'-' | b'.' | b'~' | b'n' | b'N' | b't' | b'T' | b'f' | b'F'))
        {
            return Self::Text(text);
        }
        match text {
            "" | "~" | "null" | "Null" | "NULL" => Self::Null,
            "true" | "True" | "TRUE" => Self::Bool(true),
            "false" | "False" | "FALSE" => Self::Bool(false),
            _ if is_int(text) => Self::Int(text),
            _ if is_float(text) => Self::Float(text),
            _ => Self::Text(text),
        }
    }

    /// The text as written; empty for null.
    pub fn raw(self) -> &'t str {
        match self {
            Self::Null => "",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Int(text) | Self::Float(text) | Self::Text(text) => text,
        }
    }

    /// What a person would call it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "yes or no",
            Self::Int(_) => "a number",
            Self::Float(_) => "a number with a fraction",
            Self::Text(_) => "text",
        }
    }
}

fn is_int(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0o") {
        return !digits.is_empty() && digits.bytes().all(|byte| (b'0'..=b'7').contains(&byte));
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    // Most texts are words.
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return false;
    }
    let (number, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|text| {
        let power = text.strip_prefix(['+', '-']).unwrap_or(text);
        !power.is_empty() && digits(power)
    });
    let number_fits = match number.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part) && !(whole.is_empty() && part.is_empty()),
        None => exponent.is_some() && !number.is_empty() && digits(number),
    };
    exponent_fits && number_fits
}

/// What a YAML 1.1 reader makes of a plain scalar where that is another value than YAML 1.2's; none where both agree.
/// Dates are left out: a 1.1 reader makes a date of them, which is what is meant.
pub fn differs_in_yaml_1_1(text: &str) -> Option<String> {
    if let "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" = text {
        return Some("yes (true)".to_owned());
    }
    if let "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" = text {
        return Some("no (false)".to_owned());
    }
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => ("-", &text[1..]),
        b'+' => ("", &text[1..]),
        _ => ("", text),
    };
    let first = digits.bytes().next()?;
    if !first.is_ascii_digit() {
        return None;
    }
    // What the two read differently is made of digits and of the signs that group them.
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b':')) {
        return None;
    }
    let plain: String = digits.chars().filter(|&character| character != '_').collect();
    // 0501: an octal number. 0o17 and 0x1F read alike or as text.
    if plain.len() > 1 && plain.starts_with('0') && plain.bytes().all(|byte| (b'0'..=b'7').contains(&byte)) {
        return u64::from_str_radix(&plain, 8).ok().map(|number| format!("{sign}{number} (octal)"));
    }
    // 08901: no octal number, so text; to a 1.2 reader the number 8901.
    if plain.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("the text {text:?}"));
    }
    if digits.contains('_') && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("{sign}{plain}"));
    }
    // 12:30 or 1:30:00: base sixty.
    let parts: Vec<&str> = plain.split(':').collect();
    if parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit())) {
        let later_fit = parts[1..].iter().all(|part| part.len() <= 2 && part.parse::<u64>().is_ok_and(|value| value < 60));
        let value = parts.iter().try_fold(0u64, |sum, part| sum.checked_mul(60)?.checked_add(part.parse().ok()?));
        return value.filter(|_| later_fit && !parts[0].starts_with('0')).map(|value| format!("{sign}{value} (base sixty)"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_typed_as_yaml_1_2_types_them() {
        let typed = |text| Scalar::new(text, Style::Plain);
        assert_eq!(typed("0501"), Scalar::Int("0501"));
        assert_eq!(typed("1e3"), Scalar::Float("1e3"));
        assert_eq!(typed("59.381"), Scalar::Float("59.381"));
        assert_eq!(typed("1_234"), Scalar::Text("1_234"));
        assert_eq!(typed("NO"), Scalar::Text("NO"));
        assert_eq!(typed("2026-01-05"), Scalar::Text("2026-01-05"));
        assert_eq!(typed("~"), Scalar::Null);
        assert_eq!(Scalar::new("~", Style::Double), Scalar::Text("~"));
    }

    #[test]
    fn both_readings_of_a_double_edged_scalar_are_known() {
        assert_eq!(differs_in_yaml_1_1("0501").as_deref(), Some("321 (octal)"));
        assert_eq!(differs_in_yaml_1_1("02134").as_deref(), Some("1116 (octal)"));
        assert_eq!(differs_in_yaml_1_1("1_234").as_deref(), Some("1234"));
        assert_eq!(differs_in_yaml_1_1("NO").as_deref(), Some("no (false)"));
        assert_eq!(differs_in_yaml_1_1("1:30").as_deref(), Some("90 (base sixty)"));
        assert_eq!(differs_in_yaml_1_1("08901").as_deref(), Some("the text \"08901\""));
        for same in ["501", "2026-01-05", "true", "Baltimore", "0", "1.5", "-"] {
            assert_eq!(differs_in_yaml_1_1(same), None, "{same}");
        }
    }
}
