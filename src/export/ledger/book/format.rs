//! How cells look: plain, so that a printed ledger is a ledger.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const FONT: &str = "宋体";
const LINE: Color = Color::RGB(0xA6_A6_A6);
const HEAD: Color = Color::RGB(0xDD_E8_F3);
const LOCKED: Color = Color::RGB(0xF2_F2_F2);
const ENTRY: Color = Color::RGB(0xFF_F9_E5);
const GREY: Color = Color::RGB(0x59_59_59);

/// The formats of a workbook.
pub struct Formats {
    /// A sheet's title.
    pub title: Format,
    /// A remark under it.
    pub note: Format,
    /// A column's name.
    pub head: Format,
    /// Words that may be edited.
    pub text: Format,
    /// A short word that may be edited.
    pub short: Format,
    /// A day that may be edited.
    pub day: Format,
    /// Words that the tool fills in.
    pub locked: Format,
    /// A short word that the tool fills in.
    pub locked_short: Format,
    /// A day that the tool fills in.
    pub locked_day: Format,
    /// An id.
    pub id: Format,
    /// Room for a new entry.
    pub entry: Format,
    /// Room for the day of one.
    pub entry_day: Format,
    /// A row that nobody has written in yet.
    pub free: Format,
    /// The same, for a day.
    pub free_day: Format,
    /// A line of an explanation.
    pub line: Format,
    /// A count.
    pub count: Format,
}

impl Formats {
    /// All of them.
    pub fn new() -> Self {
        let plain = || Format::new().set_font_name(FONT).set_font_size(10.5).set_text_wrap();
        let cell =
            || plain().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::Top);
        let centred = |f: Format| f.set_align(FormatAlign::Center);
        let dated = |f: Format| centred(f).set_num_format("yyyy-mm-dd");
        let locked = || cell().set_background_color(LOCKED);
        let entry = || cell().set_background_color(ENTRY).set_unlocked();
        Self {
            title: centred(plain()).set_font_size(16).set_bold().set_align(FormatAlign::VerticalCenter),
            note: plain().set_font_color(GREY).set_align(FormatAlign::VerticalCenter),
            head: centred(cell())
                .set_align(FormatAlign::VerticalCenter)
                .set_bold()
                .set_background_color(HEAD),
            text: cell().set_unlocked(),
            short: centred(cell()).set_unlocked(),
            day: dated(cell()).set_unlocked(),
            locked: locked(),
            locked_short: centred(locked()),
            locked_day: dated(locked()),
            id: locked().set_font_size(8).set_font_color(GREY),
            entry: entry(),
            entry_day: dated(entry()),
            free: plain().set_align(FormatAlign::Top).set_unlocked(),
            free_day: dated(plain()).set_align(FormatAlign::Top).set_unlocked(),
            line: plain().set_align(FormatAlign::Top),
            count: cell().set_align(FormatAlign::Right),
        }
    }
}
