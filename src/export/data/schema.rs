//! What `record.json` may hold, as JSON Schema 2020-12.

use serde_json::{Map, Value, json};

use crate::model::Status;
use crate::model::status::NOT_STATED;

/// The schema.
pub fn schema() -> Value {
    let mut schema = object(
        &[
            ("title", text("网站名称")),
            ("licence", text("许可")),
            ("record_date", maybe(day("最近一次记录的日期"))),
            ("units", list(object(&[("id", text("标识")), ("name", text("名称"))], "责任单位"), "责任单位")),
            ("notices", list(notice(), "通报，新的在前")),
        ],
        "整改公开记录",
    );
    if let Value::Object(fields) = &mut schema {
        fields.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("$id".to_owned(), json!("record.schema.json"));
    }
    schema
}

fn notice() -> Value {
    let inspection = object(
        &[
            ("by", text("巡察组")),
            ("from", maybe(day("开始"))),
            ("to", maybe(day("结束"))),
            ("feedback", maybe(day("反馈"))),
        ],
        "巡察",
    );
    let contact =
        ["phone", "address", "email", "postcode", "hours"].map(|name| (name, maybe(text("联系方式"))));
    let heading = object(
        &[
            ("id", text("标识")),
            ("level", json!({"type": "integer", "minimum": 1, "maximum": 3, "description": "层级"})),
            ("heading", text("标题")),
            ("printed", flag("正文是否印出")),
            ("number", text("印出的编号")),
        ],
        "标题",
    );
    let withdrawn = object(
        &[
            ("issue", text("问题")),
            ("measure", maybe(text("措施"))),
            ("update", maybe(text("记录"))),
            ("on", day("撤回日期")),
            ("why", text("原因")),
        ],
        "撤回的内容",
    );
    let redaction = object(
        &[
            ("on", day("日期")),
            ("kind", text("种类")),
            ("by", text("决定的岗位")),
            ("places", list(text("位置"), "位置")),
        ],
        "不予公开的文字",
    );
    object(
        &[
            ("format", json!({"const": 1, "description": "格式"})),
            ("slug", text("标识")),
            ("title", text("标题")),
            ("issuer", text("发布单位")),
            ("date", day("成文日期")),
            ("published", maybe(text("发布时间"))),
            ("record_date", day("最近一次记录的日期")),
            ("inspection", maybe(inspection)),
            ("period_ends", maybe(day("集中整改期截止"))),
            ("next_update_due", maybe(day("下次更新期限"))),
            ("contact", maybe(object(&contact, "联系方式"))),
            ("outline", list(heading, "各级标题")),
            ("issues", list(issue(), "问题")),
            ("public_until", maybe(day("公开期限"))),
            ("withdrawn", list(withdrawn, "撤回的内容")),
            ("redactions", list(redaction, "不予公开的文字")),
        ],
        "通报",
    )
}

fn issue() -> Value {
    let extension = object(&[("on", day("决定日期")), ("to", day("延至")), ("why", text("理由"))], "延期");
    let closed = object(
        &[("date", day("日期")), ("by", maybe(text("单位"))), ("document", maybe(text("文件")))],
        "销号",
    );
    let look_back = object(
        &[
            ("date", day("日期")),
            ("by", maybe(text("单位"))),
            ("finding", maybe(text("情况"))),
            ("result", json!({"enum": ["kept", "partial", "relapsed"], "description": "结果"})),
        ],
        "回头看",
    );
    object(
        &[
            ("id", text("标识")),
            ("number", text("印出的编号")),
            ("title", text("问题")),
            ("under", text("所属标题")),
            ("original", maybe(text("反馈原文"))),
            ("goal", maybe(text("整改目标"))),
            ("lead", maybe(text("责任领导（岗位）"))),
            ("status", state("整改状态")),
            ("due", maybe(day("最初的完成时限"))),
            ("extensions", list(extension, "延期")),
            ("overdue", flag("是否逾期")),
            ("closed", list(closed, "销号")),
            (
                "reopened",
                list(object(&[("on", day("日期")), ("why", maybe(text("原因")))], "重新打开"), "重新打开"),
            ),
            ("look_back", list(look_back, "回头看")),
            ("recurs_from", maybe(text("重复的旧问题"))),
            ("aliases", list(text("旧标识"), "旧标识")),
            ("text", maybe(text("标题与标签之间的文字"))),
            ("completion", maybe(text("完成情况"))),
            ("measures", list(measure(), "整改措施")),
            ("explanation", maybe(text("背景说明，Markdown"))),
        ],
        "问题",
    )
}

fn measure() -> Value {
    let evidence = object(&[("title", text("标题")), ("file", maybe(text("文件名")))], "佐证材料");
    let update = object(
        &[
            ("id", text("标识")),
            ("date", day("日期")),
            ("status", state("改成的状态；没有改则为 not_stated")),
            ("text", maybe(text("进展"))),
            ("evidence", list(evidence, "佐证材料")),
            ("corrects", maybe(text("所更正的记录"))),
            ("reason", maybe(text("更正原因"))),
            ("minor", flag("是否只是小改动")),
            ("show_old", flag("更正时是否显示原文")),
        ],
        "进展记录",
    );
    object(
        &[
            ("id", text("标识")),
            ("number", text("印出的编号")),
            ("unit", maybe(text("责任单位的标识"))),
            ("with", list(text("标识"), "配合单位")),
            ("text", text("措施")),
            ("status", state("整改状态")),
            ("updates", list(update, "进展记录，旧的在前")),
        ],
        "整改措施",
    )
}

/// An object that has all of these fields and no other.
fn object(fields: &[(&str, Value)], description: &str) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "required": fields.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn list(of: Value, description: &str) -> Value {
    json!({"type": "array", "description": description, "items": of})
}

fn maybe(of: Value) -> Value {
    json!({"anyOf": [of, {"type": "null"}]})
}

fn text(description: &str) -> Value {
    json!({"type": "string", "description": description})
}

fn day(description: &str) -> Value {
    json!({"type": "string", "format": "date", "description": description})
}

fn flag(description: &str) -> Value {
    json!({"type": "boolean", "description": description})
}

fn state(description: &str) -> Value {
    let keys: Vec<&str> = Status::ALL.iter().map(|s| s.key()).chain([NOT_STATED]).collect();
    json!({"enum": keys, "description": description})
}
