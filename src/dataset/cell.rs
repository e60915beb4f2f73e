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
}
