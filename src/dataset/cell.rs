//! What a cell says, by the form of its column. Knows no file and no rule.

/// Reads a yes or no as programs write it. The second is whether it stands as the portal writes it.
pub fn yes_no(text: &str) -> Option<(bool, bool)> {
    match text {
        "Yes" => return Some((true, true)),
        "No" => return Some((false, true)),
        _ => {}
    }
    match text.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "t" | "1" | "1.0" => Some((true, false)),
        "no" | "n" | "false" | "f" | "0" | "0.0" => Some((false, false)),
        _ => None,
    }
}

/// The parts of a multi-value, each without blanks around it. The portal joins them with commas; others use semicolons, bars or line breaks.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).flat_map(|part| {
        // A copy of the first portal's list lost ", Other" in front of this label.
        let (before, lost) = match part.strip_suffix(PORTABLE) {
            Some(before) if !before.trim().is_empty() && before.trim() != "Other" => (before.trim(), Some(PORTABLE.trim_start())),
            _ => (part, None),
        };
        std::iter::once(before).chain(lost)
    })
}

const PORTABLE: &str = " Portable Electronic Device";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_the_notations_of_programs() {
        assert_eq!(yes_no("Yes"), Some((true, true)));
        for (text, answer) in [("TRUE", true), ("y", true), ("1", true), (" FALSE", false), ("N", false), ("0.0", false)] {
            assert_eq!(yes_no(text), Some((answer, false)), "{text}");
        }
        assert_eq!(yes_no("Merrow Billing LLC"), None);
    }

    #[test]
    fn parts_of_a_multi_value_are_told_apart() {
        let of = |text| parts(text).collect::<Vec<_>>();
        assert_eq!(of("Laptop, Network Server;Email|Other"), ["Laptop", "Network Server", "Email", "Other"]);
        assert_eq!(of("Other Portable Electronic Device"), ["Other Portable Electronic Device"]);
        assert_eq!(of("E-mail Portable Electronic Device"), ["E-mail", "Portable Electronic Device"]);
        assert_eq!(of("Portable Electronic Device, Email"), ["Portable Electronic Device", "Email"]);
    }
}
