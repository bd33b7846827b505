//! What a request asks for, and what kind of thing an address names: all that can be said without a network.

use core::net::IpAddr;

/// Where the preview's own script, style and news are; no page of a site has such an address.
pub const OWN: &str = ".gongkai/";

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// What stands at an address of the site: relative to its root, decoded.
    Site(String),
    /// A file of the preview itself.
    Own(&'static str, &'static str),
    /// What has changed since the site and the findings of these numbers.
    News(u64, u64),
    /// Nothing: the status to answer with.
    Refused(u16),
}

/// Reads a request. `host` is its header `Host`: a page of a foreign name that leads to this machine is refused, so that no
/// site on the web reads a draft through the browser of the person who writes it.
pub fn asked(method: &str, host: Option<&str>, path: &str, query: Option<&str>) -> Asked {
    if !host.is_some_and(is_this_machine) {
        return Asked::Refused(421);
    }
    if !matches!(method, "GET" | "HEAD") {
        return Asked::Refused(405);
    }
    let Some(path) = path.strip_prefix('/').and_then(decoded) else { return Asked::Refused(400) };
    match path.strip_prefix(OWN) {
        Some("preview.js") => Asked::Own("text/javascript; charset=utf-8", include_str!("preview.js")),
        Some("preview.css") => Asked::Own("text/css; charset=utf-8", include_str!("preview.css")),
        Some("news") => news(query.unwrap_or_default()),
        Some(_) => Asked::Refused(404),
        None => Asked::Site(path),
    }
}

/// What browsers are told of a file, by its name.
pub fn mime(address: &str) -> &'static str {
    let name = address.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map_or("html", |(_, kind)| kind) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonl" => "application/jsonl; charset=utf-8",
        "atom" => "application/atom+xml",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        _ => "application/octet-stream",
    }
}

/// Addresses cannot be rebound to this machine by who owns a name; names can.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')).unwrap_or(name);
    bare.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok()
}

fn decoded(path: &str) -> Option<String> {
    let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    (!path.contains('\0')).then(|| path.into_owned())
}

fn news(query: &str) -> Asked {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).and_then(|(_, value)| value.parse().ok())
    };
    match (value("site"), value("told")) {
        (Some(site), Some(told)) => Asked::News(site, told),
        _ => Asked::Refused(400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(host: &str, path: &str) -> Asked {
        asked("GET", Some(host), path, None)
    }

    #[test]
    fn a_foreign_name_is_refused_and_addresses_of_this_machine_are_not() {
        for host in
            ["evil.example", "localhost.evil.example:4000", "127.0.0.1.evil.example", "", ":80", "[::1].evil"]
        {
            assert_eq!(get(host, "/"), Asked::Refused(421), "{host}");
        }
        assert_eq!(asked("GET", None, "/", None), Asked::Refused(421));
        for host in ["localhost:4000", "LOCALHOST", "127.0.0.1:4000", "[::1]:4000", "192.0.2.7:80", "[::1]"] {
            assert_eq!(get(host, "/"), Asked::Site(String::new()), "{host}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "改"] {
            assert_eq!(asked(method, Some("localhost"), "/", None), Asked::Refused(405), "{method}");
        }
        assert_eq!(asked("HEAD", Some("localhost"), "/a/", None), Asked::Site("a/".to_owned()));
    }

    #[test]
    fn addresses_are_decoded_and_damaged_ones_refused() {
        assert_eq!(get("localhost", "/%E8%AF%81.pdf"), Asked::Site("证.pdf".to_owned()));
        for path in ["", "a", "/%FF", "/a%00b", "http://localhost/"] {
            assert_eq!(get("localhost", path), Asked::Refused(400), "{path}");
        }
    }

    #[test]
    fn news_are_asked_for_with_two_numbers() {
        let ask = |query| asked("GET", Some("localhost"), "/.gongkai/news", query);
        assert_eq!(ask(Some("site=3&told=4")), Asked::News(3, 4));
        for query in [None, Some(""), Some("site=3"), Some("site=a&told=1"), Some("site=-1&told=1")] {
            assert_eq!(ask(query), Asked::Refused(400), "{query:?}");
        }
        assert_eq!(get("localhost", "/.gongkai/other"), Asked::Refused(404));
    }
}
