//! Bodies of the Party, by the ends of their names.

/// What kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// 党组
    Group,
    /// 委员会, 党委
    Committee,
    /// 总支部
    General,
    /// 支部
    Branch,
}

/// The ends, the longer before those that they end with.
const ENDS: [(&str, Body); 7] = [
    ("党组", Body::Group),
    ("总支部委员会", Body::General),
    ("总支部", Body::General),
    ("总支", Body::General),
    ("支部委员会", Body::Branch),
    ("支部", Body::Branch),
    ("党委", Body::Committee),
];

/// How the Party bodies of an office are called in a text, and how they sign; the longer before those that they end with.
pub const FORMS: [(&str, &str); 5] = [
    ("党工委", "工作委员会"),
    ("党总支", "总支部委员会"),
    ("党支部", "支部委员会"),
    ("党组", "党组"),
    ("党委", "委员会"),
];

/// The name of a Party body without its form as it signs, and the form that is usual in a text.
pub fn signed(name: &str) -> Option<(&str, &'static str)> {
    FORMS.iter().find_map(|(short, full)| Some((name.strip_suffix(full)?, *short)))
}

/// Which kind of body a name is of; 县卫生健康委员会 is an office, 中共…委员会 a committee of the Party.
pub fn body(name: &str) -> Option<Body> {
    let found = ENDS.into_iter().find(|(end, _)| name.ends_with(end)).map(|(_, body)| body);
    found.or_else(|| (name.starts_with("中共") && name.ends_with("委员会")).then_some(Body::Committee))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_told_by_the_end_of_its_name() {
        assert_eq!(body("中共星河县水利局党组"), Some(Body::Group));
        assert_eq!(body("中共星河县望舒镇委员会"), Some(Body::Committee));
        assert_eq!(body("中共星河县水库管理所支部委员会"), Some(Body::Branch));
        assert_eq!(body("中共星河县第一中学总支部委员会"), Some(Body::General));
        assert_eq!(body("星河县卫生健康委员会"), None);
    }
}
