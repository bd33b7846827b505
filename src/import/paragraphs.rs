//! Paragraphs without numbers under an issue: one measure, or one each. A paragraph alone proves neither. Where the notice says how many
//! measures it has, and just as many paragraphs stand under its issues, its writer counts them so.

use super::heads::behind_count;
use super::marks::begins_with_number;
use super::responsible;
use crate::model::{Issue, MeasureId, Notice};
use crate::zh::numeral::Style;

/// Makes a measure of each paragraph where the prose counts them so.
pub fn part<'l>(notice: &mut Notice, prose: impl Iterator<Item = &'l str>) {
    let paragraphs: usize = notice.issues.iter().map(lines).sum();
    let plain = notice.numbering.measure.is_none() && notice.issues.iter().all(is_plain);
    // Of 40项 and 其中12项 the larger is the whole.
    if plain && paragraphs > notice.issues.len() && prose.flat_map(counts).max() == Some(paragraphs) {
        notice.issues.iter_mut().for_each(part_one);
    }
}

/// How many issues have several paragraphs in one measure, where no measure has a number.
pub fn joined(notice: &Notice) -> usize {
    let unnumbered = notice.numbering.measure.is_none();
    notice
        .issues
        .iter()
        .filter(|i| unnumbered && i.measures.len() == 1 && is_plain(i) && lines(i) > 1)
        .count()
}

/// How many measures were paragraphs.
pub fn parted(notice: &Notice) -> usize {
    let all: usize = notice.issues.iter().map(|i| i.measures.len()).sum();
    if notice.numbering.measure.is_none() && all > notice.issues.len() { all } else { 0 }
}

fn lines(issue: &Issue) -> usize {
    issue.measures.iter().map(|m| m.text.split('\n').count()).sum()
}

/// Nothing but paragraphs: no list, no table, nobody named for all of them.
fn is_plain(issue: &Issue) -> bool {
    let plain = |line: &str| {
        let text = line.trim();
        let listed = begins_with_number(line) || behind_count(text).len() < text.len();
        text.ends_with(['。', '；']) && !listed && !responsible::is_line(line)
    };
    issue.measures.iter().flat_map(|m| m.text.split('\n')).all(plain)
}

fn part_one(issue: &mut Issue) {
    let [whole] = issue.measures.as_slice() else { return };
    let one = |(at, line): (u32, &str)| {
        let mut measure = whole.clone();
        (measure.id, measure.number) = (MeasureId(format!("m{at}")), Some(at));
        measure.runs_on &= at == 1;
        line.clone_into(&mut measure.text);
        measure
    };
    issue.measures = (1..).zip(whole.text.split('\n')).map(one).collect();
}

/// The numbers that a line gives of measures: 40项措施, 40条具体整改措施, 措施40项, 整改措施共40条.
fn counts(line: &str) -> Vec<usize> {
    let measures = |text: &str| {
        let text = ["具体", "整改"].iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
        text.starts_with("措施")
    };
    let numbers = Style::find_all(line).into_iter();
    let of_measures = numbers.filter_map(|(style, range)| {
        let after = line[range.end..].strip_prefix(['项', '条'])?;
        let before = line[..range.start].trim_end_matches(['共', '计', '为']);
        let n = style.read(&line[range])?.0;
        (before.ends_with("措施") || measures(after)).then_some(n as usize)
    });
    of_measures.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_many_measures_there_are() {
        for (line, found) in [
            ("支部把反馈意见细化为26条整改措施，逐条定人。", vec![26]),
            ("共制定整改措施三十一项，其中已完成29项。", vec![31]),
            ("12项具体整改措施，措施共计12条", vec![12, 12]),
            ("修订制度8项，召开会议6次，落实措施。", vec![]),
            ("5个方面措施有力", vec![]),
        ] {
            assert_eq!(counts(line), found, "{line}");
        }
    }
}
