//! `site.yaml` for a site that is made around a first notice.

use super::notice::contact;
use super::yaml::scalar;
use crate::model::{Links, Settings, Unit};

/// A unit with a remark for the person who looks it over.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The unit.
    pub unit: Unit,
    /// Written as a comment beside it.
    pub remark: String,
    /// Whether it is more than a guess.
    pub sure: bool,
}

/// `site.yaml` with its units, each under its remark.
pub fn site_file(settings: &Settings, units: &[Proposed]) -> Vec<u8> {
    let mut out = format!(
        "format: 1\ntitle: {}\nlanguage: {}\ntheme: {}\n",
        scalar(&settings.title),
        scalar(&settings.language),
        scalar(&settings.theme)
    );
    if let Some(url) = &settings.base_url {
        out.push_str(&format!("base_url: {}\n", scalar(url)));
    }
    if let Some(c) = &settings.contact {
        contact(&mut out, c);
    }
    let records =
        [("site_id", &settings.site_id), ("icp", &settings.icp), ("police_record", &settings.police_record)];
    for (key, text) in records.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
        out.push_str(&format!("{key}: {}\n", scalar(text)));
    }
    if settings.links == Links::File {
        out.push_str("links: file\n");
    }
    if !settings.checks.is_empty() {
        out.push_str("checks:\n");
    }
    for check in &settings.checks {
        out.push_str(&format!("  {}: {}\n", scalar(&check.rule), check.level.key()));
    }
    if !settings.sign_off.is_empty() {
        let roles: Vec<String> = settings.sign_off.iter().map(|r| scalar(r)).collect();
        out.push_str(&format!("sign_off: [{}]\n", roles.join(", ")));
    }
    self::units(&mut out, units);
    out.into_bytes()
}

/// Units that are sure stand in the file; the others are proposed in comments, so that no page comes of a guess.
fn units(out: &mut String, units: &[Proposed]) {
    let (sure, guessed): (Vec<_>, Vec<_>) = units.iter().partition(|p| p.sure);
    if !sure.is_empty() {
        out.push_str("units:\n");
    }
    for Proposed { unit, remark, .. } in sure.iter().copied() {
        out.push_str(&format!("  # {remark}\n{}", entry(unit)));
    }
    if !guessed.is_empty() {
        out.push_str(GUESSED);
        out.push_str(if sure.is_empty() { "# units:\n" } else { "" });
    }
    for Proposed { unit, remark, .. } in guessed {
        out.push_str(&format!("  # {remark}\n"));
        entry(unit).lines().for_each(|line| out.push_str(&format!("# {line}\n")));
    }
}

const GUESSED: &str = "  # 以下单位把握不大，核对后删去行首的“# ”即可启用\n";

fn entry(unit: &Unit) -> String {
    let mut out = format!("  - id: {}\n    name: {}\n", unit.id, scalar(&unit.name));
    if !unit.aliases.is_empty() {
        let aliases: Vec<String> = unit.aliases.iter().map(|a| scalar(a)).collect();
        out.push_str(&format!("    aliases: [{}]\n", aliases.join(", ")));
    }
    out
}
