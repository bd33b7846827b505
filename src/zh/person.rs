//! Natural persons, found by what stands around a name: a post before it, 同志 after it.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// A person named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name alone.
    pub range: Range<usize>,
}

/// Every person whom a text names. A national leader, a historical figure or a body named after one is none.
pub fn find_all(text: &str) -> Vec<Named> {
    let mut out = Vec::new();
    for hit in signs().iter().flat_map(|s| s.find_overlapping_iter(text)) {
        let comrade = hit.pattern().as_usize() == POSTS.len();
        out.extend(if comrade { before_comrade(text, hit.start()) } else { after_post(text, hit.end()) });
    }
    out.sort_by_key(|n| n.range.start);
    out.dedup();
    out
}

/// Whether words end with a post.
pub fn follows_post(before: &str) -> bool {
    POSTS.iter().any(|w| before.ends_with(w))
}

/// Every post, and 同志 last.
fn signs() -> Option<&'static AhoCorasick> {
    static SIGNS: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    SIGNS.get_or_init(|| AhoCorasick::new(POSTS.iter().chain(&["同志"])).ok()).as_ref()
}

/// Posts after which a name may stand. The last word of a longer post is enough.
const POSTS: [&str; 44] = [
    "书记",
    "场长",
    "厂长",
    "台长",
    "社长",
    "行长",
    "董事长",
    "主任",
    "局长",
    "部长",
    "科长",
    "股长",
    "站长",
    "所长",
    "校长",
    "院长",
    "馆长",
    "组长",
    "队长",
    "会长",
    "秘书长",
    "理事长",
    "乡长",
    "镇长",
    "村长",
    "经理",
    "主席",
    "委员",
    "干事",
    "科员",
    "干部",
    "职工",
    "工作人员",
    "党员",
    "村民",
    "居民",
    "会计",
    "出纳",
    "司机",
    "驾驶员",
    "教师",
    "记者",
    "编辑",
    "放映员",
];

/// What may follow a name: a mark, the end, or a word that begins what a person does.
const AFTER: [&str; 62] = [
    "，", ",", "。", "、", "；", ";", "（", "(", "）", ")", "：", ":", "”", "同志", "等", "参加", "因", "在",
    "于", "被", "受", "和", "及", "与", "的", "已", "将", "对", "违反", "担任", "带队", "带领", "主持", "任",
    "到", "赴", "以", "利用", "未", "私自", "违规", "作", "给予", "收受", "向", "牵头", "负责", "主讲",
    "讲授", "授课", "出席", "兼任", "开展", "完成", "撰写", "提出", "说", "为", "进行", "前往", "组织", "从",
];

fn after_post(text: &str, at: usize) -> Option<Named> {
    let rest = text[at..].trim_start_matches(['（', '(', '：', ':', ' ']);
    let at = text.len() - rest.len();
    let named = |len: usize| {
        let end = nth(rest, len)?;
        let (name, after) = rest.split_at(end);
        let ends = after.is_empty() || AFTER.iter().any(|w| after.starts_with(w));
        (ends && is_name(name) && !is_public(name, after)).then(|| Named { range: at..at + end })
    };
    // Of 王建, 国 and 王建国 the longer is the name.
    [4, 3, 2].into_iter().find_map(named)
}

fn before_comrade(text: &str, at: usize) -> Option<Named> {
    let named = |len: usize| {
        let start = text[..at].char_indices().rev().nth(len - 1)?.0;
        let name = &text[start..at];
        let whole = text[..start].chars().next_back().is_none_or(|c| !"总".contains(c));
        (whole && is_name(name) && !is_public(name, "")).then_some(Named { range: start..at })
    };
    let known = PUBLIC.iter().any(|p| text[..at].ends_with(p));
    if known { None } else { [4, 3, 2].into_iter().find_map(named) }
}

fn nth(text: &str, len: usize) -> Option<usize> {
    let mut ends = text.char_indices().map(|(i, c)| i + c.len_utf8());
    ends.nth(len.checked_sub(1)?)
}

/// A surname and one or two characters that given names are made of.
fn is_name(word: &str) -> bool {
    let double = DOUBLE.iter().find(|s| word.starts_with(**s)).map(|s| s.len());
    let surname =
        double.or_else(|| word.chars().next().filter(|c| SURNAMES.contains(*c)).map(char::len_utf8));
    let Some(given) = surname.map(|len| &word[len..]) else { return false };
    let count = given.chars().count();
    let masked = given.chars().all(|c| matches!(c, '某' | '*' | '×' | 'X'));
    (1..=2).contains(&count) && !masked && given.chars().all(|c| GIVEN.contains(c)) && !WORDS.contains(&word)
}

/// Whether a word may be a name where one is looked for: a surname and one or two characters that words of things and of posts do
/// not hold. Looser than what a person is found by.
pub fn may_be_name(word: &str) -> bool {
    let double = DOUBLE.iter().find_map(|s| word.strip_prefix(s));
    let rare = word.chars().next().is_some_and(|c| RARE.contains(c)) && word.chars().count() == 3;
    let single = if rare { after_first(word) } else { after_surname(word) };
    let fits = |given: &str| {
        (1..=2).contains(&given.chars().count())
            && given.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !NEVER_GIVEN.contains(c))
            && !given.ends_with('长')
            && !ADDRESSES.contains(&given)
    };
    !WORDS.contains(&word) && double.into_iter().chain(single).any(fits)
}

/// What follows a surname of one character.
pub fn after_surname(word: &str) -> Option<&str> {
    after_first(word).filter(|_| word.starts_with(|c| SURNAMES.contains(c)))
}

fn after_first(word: &str) -> Option<&str> {
    let mut rest = word.chars();
    rest.next().map(|_| rest.as_str())
}

/// What follows a surname to address somebody by.
const ADDRESSES: [&str; 8] = ["经理", "先生", "女士", "主席", "大姐", "大妈", "大爷", "老板"];

/// Surnames that are oftener a word: with two characters behind them they may be one.
const RARE: &str = "和于成向有相党万平全曲牛乔尚齐安常卜单丛费伏苟古桂国海杭宦吉简靳荆景居匡况来赖郎冷栗连练廉娄芦栾麦满闵明缪聂宁农皮蒲戚强屈冉荣桑沙商佘申束水司谈滕佟屠危卫文邬巫席习鲜咸项解辛邢幸胥宣荀鄢晏燕阳仰易阴游虞郁元原臧甄支仲诸宗祖左";

/// Characters of words for things, posts and bodies, which no given name has.
const NEVER_GIVEN: &str = "的了在是与及或等部门组科室所局股站库仓户册表账款项料件序柜案班边路钱粮员人者位师傅主任会计记某各该这那上下前后内外已被由将到从为间期区县镇乡村街号线图单据票证印口码数量次批处份价费税额物货车机电话网队副总办委院校馆厅店厂场渠箱架盘卡板牌匾灯尺秤坝";

/// Leaders, historical figures, and bodies named after a person.
fn is_public(name: &str, after: &str) -> bool {
    PUBLIC.contains(&name) || INSTITUTIONS.iter().any(|w| after.starts_with(w))
}

const INSTITUTIONS: [&str; 22] = [
    "研究会",
    "纪念馆",
    "故居",
    "院士馆",
    "基金会",
    "中学",
    "小学",
    "大学",
    "学校",
    "医院",
    "路",
    "街",
    "广场",
    "公园",
    "图书馆",
    "奖",
    "杯",
    "精神",
    "思想",
    "班",
    "工作室",
    "事迹",
];

/// Names that a public text may say: national leaders of past and present, historical figures, models.
const PUBLIC: [&str; 78] = [
    "习近平",
    "李强",
    "赵乐际",
    "王沪宁",
    "蔡奇",
    "丁薛祥",
    "李希",
    "韩正",
    "毛泽东",
    "周恩来",
    "刘少奇",
    "朱德",
    "任弼时",
    "邓小平",
    "陈云",
    "叶剑英",
    "李先念",
    "胡耀邦",
    "赵紫阳",
    "江泽民",
    "李鹏",
    "朱镕基",
    "胡锦涛",
    "温家宝",
    "吴邦国",
    "李克强",
    "栗战书",
    "汪洋",
    "董必武",
    "彭德怀",
    "刘伯承",
    "贺龙",
    "陈毅",
    "罗荣桓",
    "徐向前",
    "聂荣臻",
    "粟裕",
    "宋庆龄",
    "李大钊",
    "陈独秀",
    "瞿秋白",
    "方志敏",
    "杨靖宇",
    "赵一曼",
    "江竹筠",
    "刘胡兰",
    "董存瑞",
    "黄继光",
    "邱少云",
    "雷锋",
    "焦裕禄",
    "孔繁森",
    "谷文昌",
    "王进喜",
    "钱学森",
    "邓稼先",
    "袁隆平",
    "黄大年",
    "黄文秀",
    "张桂梅",
    "张富清",
    "廖俊波",
    "时传祥",
    "孙中山",
    "林则徐",
    "郑成功",
    "岳飞",
    "文天祥",
    "鲁迅",
    "郭沫若",
    "茅盾",
    "老舍",
    "陶行知",
    "陈嘉庚",
    "朱熹",
    "李白",
    "杜甫",
    "苏轼",
];

const DOUBLE: [&str; 8] = ["欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "东方", "夏侯"];

/// The surnames of nearly all people, without those that are oftener a word (和, 于, 成, 向, 有, 相, 党, 万, 平, 全).
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤温康施洪季俞章柳童傅葛庞颜倪翁柯殷甘岳焦詹欧耿柴鲁涂兰苗阮梅祝凌霍裴翟盛池卓骆饶";

/// Characters of given names.
const GIVEN: &str = "伟芳娜秀英敏静丽强磊洋勇艳杰娟涛明超霞平刚桂兰玉萍红梅华国建军辉鹏飞斌波宇浩凯健俊峰龙林海燕玲云春雪莲荣爱琴凤洁琳素珍贞莉瑞凡佳嘉琼勤珠翠雅芝彩菊香月莺媛瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思秋雯婷倩虹文武志义兴良才发根泉水生贵福祥喜庆德胜学诚先敬震振壮群豪心邦承乐绍功松善厚磐民友裕河哲江亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭士以家致树炎泰盛雄琛钧冠策腾楠榕航弘正日坤世广忠仁贤培元立东西南北星光辰晨阳钦宗天昌顺信富智山金银铜铁锋钢淑惠珊莎黛青娅宝聚子轩梓涵睿博少康利清彬威源进新彦鑫焕延宸森一晗景昊美淼";

/// Words that look like a name.
const WORDS: [&str; 26] = [
    "高兴", "金山", "江河", "文明", "康复", "方正", "方可", "任一", "何以", "何时", "严明", "严正", "盛世",
    "江山", "高山", "金银", "白天", "梅花", "石山", "龙江", "许可", "高明", "马上", "江海", "山水", "方志",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        find_all(text).into_iter().map(|n| &text[n.range]).collect()
    }

    #[test]
    fn a_person_is_found_by_post_or_comrade() {
        assert_eq!(names("选派支部副书记林晓燕参加培训,由王建国同志授课"), ["林晓燕", "王建国"]);
        assert_eq!(names("村民张伟、李秀英反映"), ["张伟"]);
        assert_eq!(names("办公室主任欧阳志远"), [""; 0], "远 is in no list: missed rather than guessed");
    }

    #[test]
    fn a_national_leader_is_never_reported() {
        for text in [
            "习近平同志",
            "毛泽东同志诞辰",
            "国家主席习近平在北京",
            "传达李强同志讲话",
            "总书记习近平的讲话",
            "主席毛泽东",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_historical_figure_or_a_model_is_never_reported() {
        for text in ["学习雷锋同志", "县委书记焦裕禄的事迹", "党员谷文昌", "向黄文秀同志学习", "学者朱熹"]
        {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_body_named_after_a_person_is_never_reported() {
        for text in ["村民林海中学", "会长张国华研究会", "党员王德胜纪念馆", "书记陈志明路"]
        {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn where_a_name_is_looked_for_a_surname_is_enough() {
        for name in ["郑守田", "裴舟", "欧阳砚舟", "于砚舟", "白砚舟"] {
            assert!(may_be_name(name), "{name}");
        }
        for word in [
            "石料",
            "余粮款",
            "金库门",
            "郑所长",
            "王主任",
            "方案",
            "于是",
            "白天",
            "郑",
            "郑某某",
            "机房口令",
        ] {
            assert!(!may_be_name(word), "{word}");
        }
    }

    #[test]
    fn posts_and_words_that_look_like_names_are_none() {
        for text in [
            "各位同志",
            "主要负责同志",
            "班子同志",
            "单位同志",
            "主任会议",
            "书记高度重视",
            "党员严明纪律",
            "由部长任组长,副部长任副组长",
            "全体干部高兴",
            "干部马上办",
            "局长和书记",
            "部长白天在岗",
            "村民余下的",
            "党员林某某",
            "工作人员何时到岗",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
