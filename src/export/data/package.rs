//! `datapackage.json` (Data Package 2.0): the tables with their columns, so that a program can read them without asking.

use serde_json::{Value, json};

use super::{Column, Data, DataFile, Table};

/// The descriptor.
pub fn package(data: &Data<'_>) -> Value {
    let tables = [Table::Notices, Table::Issues, Table::Measures, Table::Updates];
    let mut resources: Vec<Value> = tables.into_iter().map(resource).collect();
    resources.push(json!({
        "name": "record",
        "path": DataFile::Record.name(),
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }));
    let licence = match &data.terms.licence_url {
        Some(url) => json!({"name": data.terms.licence, "path": url}),
        None => json!({"name": data.terms.licence}),
    };
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "rectification-record",
        "title": data.site.settings.title,
        "homepage": data.site.settings.base_url,
        // The day of the record and not that of the build, so that the same record is the same file.
        "created": data.record_date().map(|day| format!("{day}T00:00:00+08:00")),
        "licenses": [licence],
        "resources": resources,
    })
}

fn resource(table: Table) -> Value {
    let name = table.file().trim_end_matches(".csv");
    let foreign = match table {
        Table::Notices => Vec::new(),
        Table::Issues => vec![key(&["notice"], "notices")],
        Table::Measures => vec![key(&["notice", "issue"], "issues")],
        Table::Updates => vec![key(&["notice", "issue", "measure"], "measures")],
    };
    json!({
        "name": name,
        "path": table.file(),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": table.columns().iter().map(field).collect::<Vec<_>>(),
            "primaryKey": table.key(),
            "foreignKeys": foreign,
            "missingValues": [""],
        },
    })
}

fn key(fields: &[&str], resource: &str) -> Value {
    json!({"fields": fields, "reference": {"resource": resource, "fields": fields}})
}

fn field(column: &Column) -> Value {
    json!({"name": column.name, "type": column.kind, "title": column.zh, "description": column.en})
}
