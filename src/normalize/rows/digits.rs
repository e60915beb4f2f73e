//! Numbers as digits, two at a time.

/// Digits of the greatest number.
const LONGEST: usize = 20;

/// Every byte in two hexadecimal digits.
const HEXADECIMAL: [[u8; 2]; 256] = {
    let mut pairs = [[0; 2]; 256];
    let mut byte = 0;
    while byte < pairs.len() {
        pairs[byte] = [b"0123456789abcdef"[byte / 16], b"0123456789abcdef"[byte % 16]];
        byte += 1;
    }
    pairs
};

/// Every number below 100 in two digits.
const DECIMAL: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut number = 0;
    while number < pairs.len() {
        pairs[number] = [b"0123456789"[number / 10], b"0123456789"[number % 10]];
        number += 1;
    }
    pairs
};

/// Room for the digits of a number.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Digits {
    all: [u8; LONGEST],
}

impl Digits {
    /// The digits of `number`, without zeros in front.
    pub(super) fn of(&mut self, mut number: u64) -> &[u8] {
        let mut at = LONGEST;
        while number >= 10 {
            at -= 2;
            self.all[at..at + 2].copy_from_slice(&DECIMAL[usize::try_from(number % 100).unwrap_or(0)]);
            number /= 100;
        }
        // One digit is left, or the pair that was written last begins with a zero.
        if number > 0 || at == LONGEST {
            at -= 1;
            self.all[at] = DECIMAL[usize::try_from(number).unwrap_or(0)][1];
        }
        &self.all[at..]
    }
}

/// The last two digits of `number`.
pub(super) fn pair(number: u32) -> [u8; 2] {
    DECIMAL[(number % 100) as usize]
}

/// `number` in hexadecimal digits, zeros in front included.
pub(super) fn hexadecimal(number: u64) -> [u8; 16] {
    let mut digits = [0; 16];
    for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(number.to_be_bytes()) {
        *pair = HEXADECIMAL[usize::from(byte)];
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_everywhere() {
        let powers = (0..64).flat_map(|power| [1u64 << power, (1u64 << power) - 1]);
        for number in (0..20_000).chain(powers).chain((1..20).map(|digits| 10u64.pow(digits))).chain([u64::MAX]) {
            assert_eq!(Digits::default().of(number), number.to_string().as_bytes());
            assert_eq!(pair(u32::try_from(number % 1000).expect("small")).as_slice(), format!("{:02}", number % 100).as_bytes());
            assert_eq!(hexadecimal(number).as_slice(), format!("{number:016x}").as_bytes());
        }
    }
}
