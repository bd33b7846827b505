//! Themes of a site's own: what is wrong with a template is told at its place, nothing outside a theme can be read, and no
//! page runs for ever.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::Path;

/// A site whose theme stands over a shipped one, with these files of its own.
fn site(base: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().to_str().unwrap();
    kit::run(["new", root], 0);
    let settings = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, text.replace("theme: civic", "theme: own")).unwrap();
    let theme = dir.path().join("themes/own");
    write(&theme.join("theme.yaml"), &format!("name: own\nextends: {base}\n"));
    files.iter().for_each(|(path, text)| write(&theme.join(path), text));
    dir
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What a build says of it, a line each.
fn told(site: &Path, code: i32) -> String {
    let out =
        kit::run(["-C", site.to_str().unwrap(), "build", "--as-of", "2026-04-01", "--format", "short"], code);
    kit::text(&out.stderr).replace(&format!("{}/", site.display()), "")
}

/// A template of `page.html` whose fault stands between ‹ and ›, with the code and the words that are told.
struct Case {
    base: &'static str,
    template: &'static str,
    code: &'static str,
    words: &'static str,
}

const CASES: [Case; 22] = [
    Case {
        base: "civic",
        template: "<p>\n{% if ‹%}›</p>",
        code: "template-syntax",
        words: "does not parse: unexpected end of block",
    },
    Case {
        base: "plain",
        template: "<p>\n{% if ‹%}›</p>",
        code: "template-syntax",
        words: "does not parse: ",
    },
    Case {
        base: "civic",
        template: "{% block x %}\n中文 {{ ‹nothing› }}{% endblock %}",
        code: "template-name",
        words: "there is nothing called “nothing”",
    },
    Case {
        base: "plain",
        template: "\n中文 {{ ‹nothing› }}",
        code: "template-name",
        words: "there is nothing called “nothing”",
    },
    Case {
        base: "civic",
        template: "{{ ‹page.titel› }}",
        code: "template-name",
        words: "there is nothing called “page.titel”",
    },
    Case {
        base: "plain",
        template: "{{ page.‹titel› }}",
        code: "template-name",
        words: "there is nothing called “titel”",
    },
    Case {
        base: "civic",
        template: "{{ ‹t.no_such› }}",
        code: "template-name",
        words: "there is nothing called “t.no_such”",
    },
    Case {
        base: "civic",
        template: "{{ page.title|‹lnog› }}",
        code: "template-tool",
        words: "has no “lnog”",
    },
    Case {
        base: "plain",
        template: "{{ page.title | ‹lnog› }}",
        code: "template-tool",
        words: "has no “lnog”",
    },
    Case {
        base: "civic",
        template: "{% if page.title is ‹odder› %}{% endif %}",
        code: "template-tool",
        words: "has no “odder”",
    },
    Case {
        base: "civic", template: "{{ ‹trr(\"x\")› }}", code: "template-tool", words: "has no “trr”"
    },
    Case {
        base: "plain", template: "{{ ‹trr›(id=\"x\") }}", code: "template-tool", words: "has no “trr”"
    },
    Case {
        base: "civic",
        template: "{{ ‹tr(\"page-m\", n=1)› }}",
        code: "template-string",
        words: "no string “page-m”",
    },
    Case {
        base: "plain",
        template: "{{ ‹tr(id=\"page-m\", n=1)› }}",
        code: "template-string",
        words: "no string “page-m”",
    },
    Case {
        base: "civic",
        template: "{% ‹include \"../theme.yaml\"› %}",
        code: "template-missing",
        words: "no template “../theme.yaml”",
    },
    Case {
        base: "plain",
        template: "{% include \"‹../theme.yaml›\" %}",
        code: "template-missing",
        words: "no template “../theme.yaml”",
    },
    Case {
        base: "civic",
        template: "{% ‹extends \"/etc/passwd\"› %}",
        code: "template-missing",
        words: "no template “/etc/passwd”",
    },
    Case {
        base: "plain",
        template: "‹{% extends \"/etc/passwd\" %}›",
        code: "template-missing",
        words: "no template “/etc/passwd”",
    },
    Case {
        base: "civic",
        template: "{% for a in range(99999) %}\n{% for b in ‹range(99999)› %}{% endfor %}{% endfor %}",
        code: "template-runaway",
        words: "does not come to an end",
    },
    Case {
        base: "plain",
        template: "{% for a in range(end=99999) %}{% for b in ‹range(end=99999)› %}{% endfor %}{% endfor %}",
        code: "template-runaway",
        words: "does not come to an end",
    },
    Case {
        base: "civic",
        template: "{% ‹include \"page.html\"› %}",
        code: "template-runaway",
        words: "does not come to an end",
    },
    Case {
        base: "plain",
        template: "‹{% include \"page.html\" %}›",
        code: "template-runaway",
        words: "run each other without end",
    },
];

#[test]
fn a_mistake_in_a_template_is_told_at_its_place_by_both_engines() {
    let mut wrong = Vec::new();
    for Case { base, template, code, words } in CASES {
        let before = template.split('‹').next().unwrap();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let source = template.replace(['‹', '›'], "");
        let site = site(base, &[("templates/page.html", &source)]);
        let said = told(site.path(), 1);
        let want = format!("themes/own/templates/page.html:{line}:{column}: error[{code}]: ");
        if !said.starts_with(&want) || !said.contains(words) || said.lines().count() != 1 {
            wrong.push(format!("{base} {source}\n  want {want}…{words}\n  said {said}"));
        }
        assert!(!site.path().join("public/index.html").exists(), "nothing is written");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PAGE: &str = "{% extends \"base.html\" %}\n{% block main %}{{ page.titel }}{% endblock %}\n";

#[test]
fn it_is_shown_in_the_same_forms_as_a_mistake_of_the_content() {
    let site = site("civic", &[("templates/page.html", PAGE)]);
    let root = site.path().to_str().unwrap();
    let shown = |format: &str| {
        let out = kit::run(["-C", root, "build", "--as-of", "2026-04-01", "--format", format], 1);
        kit::text(&out.stderr).replace(&format!("{root}/"), "")
    };
    let human = "\
error[template-name]: there is nothing called “page.titel” here
 --> themes/own/templates/page.html:2:20
  |
2 | {% block main %}{{ page.titel }}{% endblock %}
  |                    ^^^^^^^^^^
  |
  = help: docs/themes.md lists what each page knows; a string of the theme is t.its_name

1 error in all.
";
    assert_eq!(shown("human"), human);
    let json: serde_json::Value = serde_json::from_str(&shown("json")).unwrap();
    let place = serde_json::json!(["themes/own/templates/page.html", 2, 20, "template-name", "error"]);
    assert_eq!(
        serde_json::json!([json["path"], json["line"], json["column"], json["code"], json["severity"]]),
        place
    );
}

#[test]
fn one_run_shows_the_mistakes_of_all_templates() {
    let files = [
        ("templates/page.html", PAGE),
        ("templates/unit.html", "{{ here }}"),
        ("templates/home.html", "{{ there }}"),
    ];
    let site = site("civic", &files);
    let said = told(site.path(), 1);
    let places: Vec<_> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
    let want =
        ["home.html:1:4", "page.html:2:20", "unit.html:1:4"].map(|p| format!("themes/own/templates/{p}"));
    assert_eq!(places, want);
}

#[test]
fn what_is_wrong_with_its_settings_and_strings_is_told_before_anything_is_built() {
    let settings = "name: own\nextends: civc\nengine: jinja\npages: [home, isue]\ncolour: red\n";
    let files = [("theme.yaml", settings), ("locales/zh-CN.ftl", "progress-title = 进展\nnot a string\n")];
    let site = site("civic", &files);
    let out = kit::run(["-C", site.path().to_str().unwrap(), "check", "--format", "short"], 1);
    let said = kit::text(&out.stderr).replace(&format!("{}/", site.path().display()), "");
    let want = "\
themes/own/locales/zh-CN.ftl:2:5: error[theme-strings]: this entry of the strings does not parse: Expected a token starting with \"=\"
themes/own/theme.yaml:2:10: error[theme-settings]: no theme called “civc” ships with the tool
themes/own/theme.yaml:3:9: error[theme-settings]: there is no template engine called “jinja”
themes/own/theme.yaml:4:15: error[theme-settings]: there is no kind of page called “isue”
themes/own/theme.yaml:5:1: error[unknown-key]: there is no field \"colour\"
";
    assert_eq!(said, want);
}
