//! What LibreOffice, where it is there, makes of files that nobody else reads: `.doc`, `.wps`, `.rtf`, `.odt`, `.xls`, `.et`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::out::Out;
use super::{ERRORS, SYSTEM};
use crate::disk::Scratch;
use crate::lang::Msg;

/// The names under which the program is found.
const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];
/// How often a tenth of a second is waited for it.
const TENTHS: u32 = 900;

/// The file as a Word document.
pub fn as_word(file: &Path, out: &Out) -> Result<Vec<u8>, u8> {
    converted(file, "docx", out)
}

/// The file as a workbook.
pub fn as_workbook(file: &Path, out: &Out) -> Result<Vec<u8>, u8> {
    converted(file, "xlsx", out)
}

fn converted(file: &Path, to: &str, out: &Out) -> Result<Vec<u8>, u8> {
    let scratch = Scratch::new().map_err(|e| out.disk(&e))?;
    let Some(well) = PROGRAMS.iter().find_map(|program| convert(program, file, to, &scratch)) else {
        return Err(fail("import-old-office", "import-old-office-hint", file, out));
    };
    let made = scratch.files().map_err(|e| out.disk(&e))?;
    let found = made.into_iter().find(|(name, _)| name.ends_with(&format!(".{to}"))).map(|(_, bytes)| bytes);
    found.filter(|_| well).ok_or_else(|| fail("import-not-converted", "import-old-office-hint", file, out))
}

fn fail(id: &'static str, hint: &'static str, file: &Path, out: &Out) -> u8 {
    let message = Msg::new(id).with("file", file.display().to_string());
    out.fail(&message, Some(&Msg::new(hint)), if id == "import-old-office" { SYSTEM } else { ERRORS })
}

/// Runs a program; `None` where it is not there, else whether it came to a good end in time.
fn convert(program: &str, file: &Path, to: &str, scratch: &Scratch) -> Option<bool> {
    // A profile of its own, so that an office that is open is neither waited for nor changed.
    let profile = format!("-env:UserInstallation=file://{}", scratch.path().join("profile").display());
    #[expect(clippy::disallowed_methods, reason = "the command line may start programs")]
    let mut command = Command::new(program);
    command.arg(profile).args(["--headless", "--norestore", "--convert-to", to, "--outdir"]);
    // A whole path cannot be taken for an option.
    command.arg(scratch.path()).arg(std::path::absolute(file).ok()?);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = quiet.spawn().ok()?;
    for _ in 0..TENTHS {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => break,
        }
    }
    // It hangs; whether it can still be stopped changes nothing.
    let _stopped = child.kill().and_then(|()| child.wait());
    Some(false)
}
