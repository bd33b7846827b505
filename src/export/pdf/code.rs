//! An address as a QR code (ISO/IEC 18004), drawn as one path.

use std::fmt::Write as _;

use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode};

/// Modules that stay white around the code.
const QUIET: usize = 4;

/// The code as an SVG image, a unit a module.
pub fn svg(text: &str) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let (width, all) = (code.width(), code.width() + 2 * QUIET);
    let mut path = String::new();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width).take_while(|at| code[(*at, y)] == Color::Dark).count();
            if run > 0 {
                // A String takes everything.
                let _never = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {all} {all}\"><path d=\"{path}\"/></svg>"
    ))
}
