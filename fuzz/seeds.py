"""Writes what each fuzzer starts from, and the words that it may put in: `seeds.py GONGKAI FOLDER`."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITES = ["starter", "tests/frozen/v1", "tests/cases/one-issue", "tests/cases/over-time"]


def main(gongkai, place):
    put(place / "words.dict", "".join(f'"{quoted(word)}"\n' for word in WORDS).encode())
    for form in sorted((ROOT / "tests/import").glob("*.txt")):
        text = form.read_text("utf-8")
        put(place / "text" / form.stem, text.encode("utf-8"))
        put(place / "text" / f"{form.stem}-gb", text.encode("gb18030"))
        put(place / "text" / f"{form.stem}-16", text.encode("utf-16"))
        put(place / "web" / form.stem, PAGE.replace("TEXT", "".join(f"<p>{line}</p>\n" for line in text.splitlines())).encode("utf-8"))
    for site in SITES:
        files = sorted(p for p in (ROOT / site / "content").rglob("*") if p.is_file())
        named = [(p.relative_to(ROOT / site / "content").as_posix(), p.read_bytes()) for p in files]
        name = site.replace("/", "-")
        put(place / "content" / name, joined(named))
        for path, edition in named:
            if "/editions/" in path:
                put(place / "edition" / path.replace("/", "-"), edition)
        for notice in sorted((ROOT / site / "content/notices").iterdir()):
            documents(gongkai, place, site, notice.name)
    put(place / "csv/foreign", TABLE.encode("utf-8"))
    put(place / "ods/foreign", joined([("content.xml", OPEN.encode("utf-8"))]))


def documents(gongkai, place, site, slug):
    """A notice in each form: packages as they are, and as parts that a fuzzer can change."""
    for kind in ("txt", "docx", "xlsx", "csv"):
        name = f"{kind}-{site.replace('/', '-')}-{slug}"
        out = place / "whole" / f"{name}.{kind}"
        out.parent.mkdir(parents=True, exist_ok=True)
        # `export` writes over no ledger that it would not write just so.
        out.unlink(missing_ok=True)
        args = [gongkai, "-C", ROOT / site, "export", slug, "--format", kind, "--as-of", "2026-04-01", "-o", out]
        subprocess.run(args, check=True, capture_output=True)
        if kind in ("docx", "xlsx"):
            put(place / kind / f"{name}-whole", out.read_bytes())
            with zipfile.ZipFile(out) as package:
                put(place / kind / name, joined((part, package.read(part)) for part in package.namelist()))
        else:
            put(place / ("text" if kind == "txt" else kind) / name, out.read_bytes())
        if kind == "csv" and site == "starter":
            put(place / "edited" / name, out.read_bytes())


def joined(parts):
    """The bytes that `parts` in src/lib.rs takes apart."""
    return b"".join(b"\n=== " + name.encode("utf-8") + b"\n" + body for name, body in parts)


def put(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def quoted(word):
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8"))


PAGE = "<html><head><title>t</title></head><body><ul><li><a>首页</a></ul><div id=zoom><h1>t</h1>TEXT<table><tr><td>a</table></div></body></html>"
TABLE = (
    "序号,具体问题,整改措施,责任单位,完成时限,整改进展情况,完成情况\n"
    '1,闸门检修不及时。,"1.登记。\n2.检查。",闸管所,2025-12-31,2025年8月1日印发计划。,已完成\n,,修理。,,长期坚持,,正在整改\n'
)
OPEN = (
    '<office:document-content><office:body><office:spreadsheet><table:table table:name="台账"><table:table-header-rows><table:table-row>'
    '<table:table-cell table:number-columns-spanned="2"><text:p>具体问题</text:p></table:table-cell><table:covered-table-cell/>'
    "<table:table-cell><text:p>整改措施</text:p></table:table-cell><table:table-cell><text:p>完成时限</text:p></table:table-cell>"
    '</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-rows-spanned="2">'
    '<text:p>闸门<text:s text:c="3"/>检修<text:line-break/>不及时。</text:p></table:table-cell>'
    '<table:table-cell table:number-columns-repeated="2" table:formula="of:=1"><text:p>1.登记。</text:p><text:p>2.检查。</text:p></table:table-cell>'
    '<table:table-cell office:date-value="2025-12-31"><text:p>12-31</text:p></table:table-cell></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
WORDS = [
    *"问题1： 问题一： （一） 一、 1. （1） ① 一是 二是 整改情况： 整改进展情况: 完成情况： 责任单位： 2025年12月26日 二〇二五年十二月二十六日".split(),
    *"长期坚持 已完成 正在整改 联系电话： 附件： 共3个问题 。 |a|b| 序号 具体问题 整改措施 完成时限 备注 '= measures: updates: &amp; &nbsp; _x000D_".split(),
    "\n", "\t", "　", "\r\n", '"', "\ufeff", "\n=== ", "---\n", "- {id: ", "|\n  ", "number: 9", "{{ contact.phone }}",
    *"<w:p> </w:p> <w:r> <w:t> <w:br/> <w:tab/> <w:tbl> <w:tr> <w:tc> <w:numPr> <w:vMerge/> <f> <v> <td> <p> <script> <!-- -1 1e308 9999999999 &#x10FFFF;".split(),
    '<w:ilvl w:val="8"/>', '<w:numId w:val="1"/>', '<w:start w:val="4294967295"/>', '<w:lvlText w:val="%1%2"/>', '<w:gridSpan w:val="99"/>',
    '<w:footnoteReference w:id="2"/>', '<c r="XFD1048576">', '<mergeCell ref="A1:XFD9"/>', 't="s"', 't="inlineStr"', "<td rowspan=99 colspan=99>",
    'table:number-rows-repeated="1048576"', 'table:number-columns-spanned="9"', 'office:date-value="2025-12-26"',
]

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
