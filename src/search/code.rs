//! Ascending numbers as printable ASCII: the step from one to the next in base 32, the lowest digit first, each digit but the
//! last from the upper half of the alphabet.

/// None of these has to be escaped in a script.
const ALPHABET: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ+-*!.,";

/// Adds a step.
pub fn push(out: &mut String, mut step: u32) {
    loop {
        // A remainder of 32 is less than 32, with the upper half less than 64.
        let digit = (step % 32) as usize;
        step /= 32;
        let at = if step == 0 { digit } else { digit + 32 };
        out.push(char::from(ALPHABET[at]));
        if step == 0 {
            return;
        }
    }
}

/// Ascending numbers.
pub fn ascending(numbers: impl Iterator<Item = u32>) -> String {
    let mut out = String::new();
    push_all(&mut out, numbers);
    out
}

/// Adds ascending numbers.
pub fn push_all(out: &mut String, numbers: impl Iterator<Item = u32>) {
    let mut last = 0;
    for n in numbers {
        push(out, n - last);
        last = n;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_written_lowest_digit_first() {
        assert_eq!(ascending([0, 1, 32, 1056].into_iter()), "01v".to_owned() + "AA1");
        let mut out = String::new();
        push(&mut out, u32::MAX);
        assert_eq!(out.len(), 7);
    }
}
