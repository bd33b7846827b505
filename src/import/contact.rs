//! Whom to call, as the last paragraphs say it.

use super::hours;
use crate::model::Contact;

/// What a telephone number stands behind.
pub const PHONE: [&str; 9] =
    ["联系电话", "监督电话", "举报电话", "咨询电话", "来电请拨", "拨打", "致电", "电话", "热线"];
const ADDRESS: [&str; 24] = [
    "来信请寄",
    "来信寄",
    "写信寄",
    "或寄",
    "信箱为",
    "致信",
    "致函",
    "函寄",
    "信件请寄",
    "信函请寄",
    "邮寄地址",
    "通信地址",
    "通讯地址",
    "联系地址",
    "办公地址",
    "邮寄至",
    "寄至",
    "寄信至",
    "寄信到",
    "写信至",
    "写信到",
    "寄往",
    "邮政信箱",
    "地址",
];
const POSTCODE: [&str; 2] = ["邮政编码", "邮编"];
/// What says where to write, before a mark alone: 来信 within a sentence is no label.
const LETTERS: [&str; 8] = ["来信来访", "来信、来访", "来信", "信箱", "信函", "信件", "写信", "邮寄"];

/// Reads the contact from lines that may speak of it.
pub fn read(lines: &[&str]) -> Option<Contact> {
    let text = lines.iter().map(|line| close_up(line)).collect::<Vec<_>>().join("\n");
    let contact = Contact {
        phone: PHONE
            .iter()
            .find_map(|name| after(&text, name).find_map(number))
            .or_else(|| labelled(&text, "来电").find_map(number))
            .or_else(|| PHONE.iter().find_map(|name| after(&text, name).find_map(number_of_an_office))),
        address: ADDRESS
            .iter()
            .find_map(|name| after(&text, name).find_map(address))
            .or_else(|| LETTERS.iter().find_map(|name| labelled(&text, name).find_map(written_to)))
            .or_else(|| labelled(&text, "来访").find_map(written_to)),
        email: email(&text),
        postcode: POSTCODE.iter().find_map(|name| after(&text, name).find_map(postcode)),
        hours: hours::read(&text),
    };
    (contact != Contact::default()).then_some(contact)
}

/// A line whose label is spread over its width, 电　　话：, with the label in one piece.
fn close_up(line: &str) -> String {
    let head = line.split_once([':', '：']).map(|(head, _)| head);
    let label: String = head.unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    match head {
        Some(head) if label.chars().count() == 2 => label + &line[head.len()..],
        _ => line.to_owned(),
    }
}

/// Whether a line speaks of contact.
pub fn speaks_of_it(line: &str) -> bool {
    let line: &str = &close_up(line);
    let asks = [
        "联系方式",
        "邮箱",
        "邮件",
        "电子信箱",
        "来电",
        "来信",
        "来访",
        "E-mail",
        "e-mail",
        "Email",
        "email",
    ];
    let names = PHONE.iter().chain(&ADDRESS[..23]).chain(&POSTCODE).chain(&asks).any(|w| line.contains(w));
    let label = || LETTERS.iter().chain(&["地址"]).any(|name| labelled(line, name).next().is_some());
    (names || label()) && line.chars().count() <= 300
}

/// What follows each mention of a name, past the mark between them.
pub fn after<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(name).map(move |(at, _)| {
        let rest = text[at + name.len()..].trim_start_matches([' ', '\u{3000}']);
        let rest = rest.strip_prefix(['打', '至', '到']).unwrap_or(rest);
        let rest = ["号码", "(传真)", "（传真）"].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
        rest.strip_prefix([':', '：', '，', ',', '为', '是'])
            .unwrap_or(rest)
            .trim_start_matches([' ', '\u{3000}'])
    })
}

/// What follows each mention of a name that begins a line, a sentence or an item, and has the mark of a label behind it: `二、来信：…`.
fn labelled<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(name).filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        let first = before
            .is_none_or(|c| c.is_whitespace() || "。；;，,、．.)）".contains(c) || ('①'..='⑳').contains(&c));
        let rest = text[at + name.len()..].strip_prefix([':', '：', ' ', '\u{3000}']).filter(|_| first)?;
        Some(rest.trim_start_matches([':', '：', ' ', '\u{3000}']))
    })
}

/// Where a label leads to, and not when: `来访：每周三上午到…` is none.
fn written_to(text: &str) -> Option<String> {
    let rest =
        ["请寄送至", "请寄至", "请寄到", "请寄", "寄至", "寄到", "寄送至", "寄", "请到", "到", "请至", "至"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(text)
            .trim_start_matches([':', '：', ' ', '\u{3000}']);
    address(rest).filter(|found| !names_time(found))
}

/// Whether words begin with a day or an hour.
fn names_time(words: &str) -> bool {
    const TIMES: [&str; 10] =
        ["工作日", "工作时间", "上班时间", "每周", "每月", "每天", "周", "星期", "上午", "下午"];
    TIMES.iter().any(|w| words.starts_with(w))
}

/// The telephone number that a text begins with: digits, hyphens, an extension.
pub fn number(text: &str) -> Option<String> {
    let own = |c: &char| {
        c.is_ascii_digit() || matches!(c, '-' | '—' | '－' | '+' | '转' | ' ' | '、' | '/' | '(' | '（')
    };
    let found: String = text.chars().take_while(|c| own(c) || matches!(c, ')' | '）')).collect();
    let count = |marks: [char; 2]| found.matches(marks).count();
    // 0000-1234567（8:30—12:00）: hours in brackets are no part of it.
    let unclosed = count(['(', '（']) > count([')', '）']);
    let cut = found.rfind(['(', '（']).filter(|at| unclosed && *at > 0);
    let found = cut.map_or(found.as_str(), |at| &found[..at]).to_owned();
    let count = |marks: [char; 2]| found.matches(marks).count();
    let open = count(['(', '（']) >= count([')', '）']);
    let found = if open { found.as_str() } else { found.trim_end_matches([')', '）']) };
    let found = found.trim_end_matches(['-', '—', '－', '+', '转', ' ', '、', '/', '(', '（']);
    (found.chars().filter(char::is_ascii_digit).count() >= 3).then(|| found.to_owned())
}

/// 打电话到镇党政办公室0000-1234567: the number behind whose it is.
fn number_of_an_office(text: &str) -> Option<String> {
    let own = text.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8);
    let office: usize = own.sum();
    let short = (1..=14).contains(&text[..office].chars().count());
    number(&text[office..]).filter(|found| short && found.chars().filter(char::is_ascii_digit).count() >= 7)
}

/// Up to the end of the clause; a postcode in brackets is no part of it, nor what to write on the envelope.
fn address(text: &str) -> Option<String> {
    let clause = text.split(['。', ';', '；', '，', ',', '\n']).next()?;
    let clause = clause
        .match_indices(['(', '（'])
        .map(|(at, _)| at)
        .find(|at| is_note(&clause[*at..]))
        .map_or(clause, |at| &clause[..at]);
    let clause = ["(邮", "（邮", "邮编", "邮政编码", " 电话", "\u{3000}电话"]
        .iter()
        .filter_map(|w| clause.find(w))
        .min()
        .map_or(clause, |end| &clause[..end]);
    let open = clause.matches(['(', '（']).count() >= clause.matches([')', '）']).count();
    let clause = if open { clause } else { clause.trim_end_matches([')', '）']) };
    let found = clause.trim();
    let found = found.strip_suffix('收').unwrap_or(found);
    let names_a_place =
        found.contains(['省', '市', '县', '区', '乡', '镇', '街', '路', '号', '室', '楼', '箱', '村']);
    (names_a_place && (3..=60).contains(&found.chars().count())).then(|| found.to_owned())
}

/// Whether brackets say what to do, and not which room: （信封上请注明“…”）.
fn is_note(brackets: &str) -> bool {
    let inner = brackets.split([')', '）']).next().unwrap_or(brackets);
    ["注明", "写明", "标明", "信封", "请", "收件", "来信"].iter().any(|w| inner.contains(w))
}

/// The figures behind the name, be they six or not: that they are wrong is for a check to say.
fn postcode(text: &str) -> Option<String> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    (4..=8).contains(&digits.len()).then_some(digits)
}

/// The first mail address, whatever stands before it (电子邮箱, 发邮件至, E-mail); else what stands behind such a word in its place.
fn email(text: &str) -> Option<String> {
    whole_email(text).or_else(|| MAIL.iter().find_map(|name| after(text, name).find_map(damaged_email)))
}

const MAIL: [&str; 9] =
    ["电子邮箱", "电子信箱", "邮箱地址", "邮箱", "电子邮件", "邮件", "E-mail", "e-mail", "Email"];

/// An address that lost its @ or its point: somebody meant one, and a check says that it has no right form.
fn damaged_email(text: &str) -> Option<String> {
    let own = |c: &char| c.is_ascii_alphanumeric() || "._-+@＠#".contains(*c);
    let found: String = text.chars().take_while(own).collect();
    let found = found.trim_end_matches(['.', '-']);
    let shaped = found.contains(['.', '@', '＠', '#']) && found.contains(|c: char| c.is_ascii_alphabetic());
    (shaped && found.len() >= 6).then(|| found.to_owned())
}

fn whole_email(text: &str) -> Option<String> {
    text.match_indices('@').find_map(|(at, _)| {
        let own = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let (name, host) = (&text[..at], &text[at + 1..]);
        let name = &name[name.trim_end_matches(own).len()..];
        let host = &host[..host.len() - host.trim_start_matches(own).len()];
        let host = host.trim_end_matches(['.', '-']);
        (!name.is_empty() && host.contains('.')).then(|| format!("{name}@{host}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_told_in_passing_too() {
        for (line, phone, address) in [
            (
                "可打电话到镇党政办公室0000-1234567（上班时间），写信寄星河县银汉镇移民路8号（邮编000000）。",
                Some("0000-1234567"),
                Some("星河县银汉镇移民路8号"),
            ),
            (
                "电话，1234567；来信寄星河县福康路9号镇党政办。",
                Some("1234567"),
                Some("星河县福康路9号镇党政办"),
            ),
            (
                "来信来访：星河县府前街9号县审计局办公室，邮编000000",
                None,
                Some("星河县府前街9号县审计局办公室"),
            ),
            ("可拨打0000-1234567，或寄星河县法苑路8号", Some("0000-1234567"), Some("星河县法苑路8号")),
            (
                "信箱为星河市灯塔路100号集团党群部，电子信箱为a@example.com",
                None,
                Some("星河市灯塔路100号集团党群部"),
            ),
            ("打电话反映的12个问题，来信，来访都有登记。", None, None),
        ] {
            let found = read(&[line]);
            let of = |field: fn(&Contact) -> &Option<String>| found.as_ref().and_then(|c| field(c).clone());
            assert_eq!(of(|c| &c.phone).as_deref(), phone, "{line}");
            assert_eq!(of(|c| &c.address).as_deref(), address, "{line}");
        }
    }

    #[test]
    fn a_contact_ends_where_its_clause_ends() {
        let found =
            read(&["(联系电话:0000-0000001),地址:某街1号,邮箱:a@example.com。"]).expect("it names a number");
        assert_eq!(found.phone.as_deref(), Some("0000-0000001"));
        assert_eq!(found.address.as_deref(), Some("某街1号"));
        assert_eq!(found.email.as_deref(), Some("a@example.com"));
        assert_eq!(number("(0000)1234567转801。").as_deref(), Some("(0000)1234567转801"));
        assert_eq!(number("0000-1234567（8:30—12:00，14:30—17:30）").as_deref(), Some("0000-1234567"));
        assert_eq!(number("见下"), None);
    }

    #[test]
    fn a_note_on_the_envelope_is_no_part_of_the_address() {
        let address = |line: &str| read(&[line]).expect("it names an address").address;
        let own = Some("某市某街1号（3号楼201室）".to_owned());
        assert_eq!(
            address("来信请寄：某市某街1号（3号楼201室）（信封请注明“巡察整改”），邮编：000000。"),
            own
        );
        assert_eq!(address("地址：某市某街1号（3号楼201室）；邮编：000000。"), own);
        assert_eq!(
            address("通讯地址：某市某街1号（请在信封上注明“意见，建议”字样）").as_deref(),
            Some("某市某街1号")
        );
    }

    #[test]
    fn what_is_damaged_is_kept_as_it_stands() {
        let found =
            |line: &str| read(&[line]).map(|c| (c.email.unwrap_or_default(), c.postcode.unwrap_or_default()));
        let own = |email: &str, postcode: &str| Some((email.to_owned(), postcode.to_owned()));
        assert_eq!(
            found("电子邮箱：liangkuexample.com；邮政编码：00000。"),
            own("liangkuexample.com", "00000")
        );
        assert_eq!(found("邮箱liangku＠example.com，邮编0000001"), own("liangku＠example.com", "0000001"));
        assert_eq!(found("邮箱：liangku@example，邮编：000000"), own("liangku@example", "000000"));
        assert_eq!(found("邮箱见本局网站。"), None);
        assert_eq!(found("意见请投邮箱12号。"), None);
    }

    #[test]
    fn ways_to_write_and_to_call_may_be_labels_alone() {
        let found = |lines: &[&str]| {
            let c = read(lines).unwrap_or_default();
            [c.phone, c.address, c.postcode, c.email, c.hours].map(Option::unwrap_or_default)
        };
        let all = [
            "0000-1234567",
            "云汀县粮仓街3号",
            "000000",
            "lk@example.com",
            "周一至周五8:30至11:30、14:30至17:30",
        ];
        let lines = [
            "一、来电：0000-1234567，上班时间为周一至周五8:30至11:30、14:30至17:30。",
            "二、来信：县粮库综合科收，地址为云汀县粮仓街3号，邮政编码000000。",
            "三、邮件：lk@example.com。",
            "四、来访：县粮库2号楼206室。",
        ];
        assert_eq!(found(&lines), all);
        assert_eq!(found(&[&lines.concat()]), all, "on one line");
        assert_eq!(found(&["电　　话：0000-1234567（工作时间）"])[0], "0000-1234567");
        assert!(speaks_of_it("电　　话：0000-1234567") && !speaks_of_it("措　　施：逐村核对"));
        let address = |line: &str| read(&[line]).and_then(|c| c.address).unwrap_or_default();
        for line in [
            "信箱　云汀县粮仓街3号收，邮编000000",
            "来信：云汀县粮仓街3号，邮政编码000000",
            "（2）写信：请寄云汀县粮仓街3号（邮编000000）",
            "来访：请到云汀县粮仓街3号。",
            "也可以寄信至云汀县粮仓街3号（邮编000000），或者发邮件。",
            "可写信至云汀县粮仓街3号（邮政编码000000）。",
            "信件请寄：云汀县粮仓街3号，邮政编码000000",
            "信件 云汀县粮仓街3号，邮编000000；",
            "来电：0000-1234567；信函：云汀县粮仓街3号；邮箱：lk@example.com",
        ] {
            assert_eq!(address(line), "云汀县粮仓街3号", "{line}");
        }
        for line in [
            "来访：每周三上午到县粮库一楼",
            "电子信箱：县粮库网站首页",
            "欢迎来信、来访，县粮库2号楼206室每天有人接待。",
            "来信：一律登记。",
        ] {
            assert_eq!(address(line), "", "{line}");
        }
        assert_eq!(read(&["全年受理来电 126件。"]).and_then(|c| c.phone), None);
        assert!(speaks_of_it("信箱　云汀县粮仓街3号") && speaks_of_it("地址：云汀县粮仓街3号"));
        assert!(
            !speaks_of_it("清理闲置信箱 3个不再使用的地址。") && !speaks_of_it("登记户主的地址：共12户。")
        );
    }

    #[test]
    fn hours_stand_behind_the_number_or_in_a_clause_of_their_own() {
        let hours = |line: &str| read(&[line]).expect("it names a number").hours;
        let all_day = Some("工作日8:30—17:30".to_owned());
        assert_eq!(hours("联系电话：0000-0000001（工作日8:30—17:30）；地址：某街1号。"), all_day);
        assert_eq!(hours("电话:0000-0000001,接听时间:工作日8:30—17:30;邮箱:a@example.com。"), all_day);
        assert_eq!(hours("联系电话：0000-0000001（传真）；地址：某街1号。"), None);
        assert_eq!(hours("联系电话：0000-0000001。我局工作日受理。"), None);
        assert_eq!(hours("联系电话：0000-0000001，请在办公时间向街道综合办公室反映。"), None);
        assert_eq!(hours("联系电话：0000-0000001，办公时间可到一楼大厅当面反映。"), None);
        assert_eq!(hours("联系电话：0000-0000001（周报另行公布，欢迎联系）。"), None);
        let mornings = Some("每周二上午".to_owned());
        assert_eq!(hours("请在工作时间反映，联系电话：0000-0000001，接听时间：每周二上午。"), mornings);
    }

    #[test]
    fn hours_of_the_afternoon_belong_to_those_of_the_morning() {
        let hours = |line: &str| read(&[line]).expect("it names a number").hours;
        let all = |text: &str| Some(text.to_owned());
        let two = all("工作日8:30—11:30，14:00—17:00");
        assert_eq!(hours("电话：0000-0000001（工作日8:30—11:30，14:00—17:00）；地址：某街1号。"), two);
        assert_eq!(
            hours("电话：0000-0000001，接听时间：工作日8:30—11:30，14:00—17:00，地址：某街1号。"),
            two
        );
        let without = all("周一至周五上午9:00—11:30，下午2时至5时，节假日除外");
        assert_eq!(
            hours("电话：0000-0000001（周一至周五上午9:00—11:30，下午2时至5时，节假日除外）。"),
            without
        );
        assert_eq!(hours("电话：0000-0000001，接听时间：每周二上午，14楼办公室。"), all("每周二上午"));
        assert_eq!(
            hours("请在工作日9:00至17:00来电告诉我们。联系电话：0000-0000001。"),
            all("工作日9:00至17:00")
        );
        assert_eq!(hours("请在工作日来电告诉我们。联系电话：0000-0000001。"), None);
    }
}
