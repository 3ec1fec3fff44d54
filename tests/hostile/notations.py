"""YAML made to do harm in place of a value, and whole files: bombs, depth, length, other encodings."""

from __future__ import annotations

from tests.hostile.fields import WHOLE, lines

NOTATIONS: dict[str, list[str]] = {
    "tag": [
        "!!python/object/apply:os.system ['true']",
        "!!python/object:os.system {}",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!binary aGVq",
        "!!set {a, b}",
        "!!int 1",
        "!!str x",
        "!eget x",
        "!<tag:yaml.org,2002:python/none> x",
        "! x",
        "!!timestamp 2001-01-01",
    ],
    "alias": ["&a x", "*a", "&a [*a]", "&a {<<: *a}", "{<<: {title: x}}", "*saknas", "&a", "[&b x, *b, *b]"],
    "notation": [
        "", "~", "[]", "{}", "[[[[]]]]", "{a: {b: {c: d}}}", "- - - x", "? x", "? [x]", "? {a: b}\n: c", "|", "|\n x",
        ">-\n  x", "|9\n x", '"', "'", '"\\x"', '"\\u12"', '"\\ud800"', "@x", "`x`", "%TAG", "---\nx", "...\nx", "# x",
        "a: b", "a: b: c", "\tx", "x\n\ty: z", "[x", "{x", "]", "}", ",", ":", "-", "<script>: x",
        "{<script>: x}", "__proto__: x",
        "[1, 2]", "{1: 2}", "\"a\": 'b", "'a' 'b'", "x #y", "x\r\ny", "x\rtotal: 1", "x\ntotal: 1\ntotal: 2",
        "\u2028x: y", "\x85x: y",
    ],
}  # fmt: skip
"""What stands after ``key: `` as it is."""


def _text(**instead: str) -> str:
    """A whole file with YAML of its own for some of its keys."""
    return "\n".join(lines(WHOLE, {(key,): written for key, written in instead.items()})) + "\n"


_GOOD = _text()
_DEPTHS = (19, 20, 21, 100, 1_000, 50_000)
_LENGTHS = (200, 2_000, 20_000)


FILES: dict[str, list[str | bytes]] = {
    "depth": [
        *("summary: " + "[" * depth + "]" * depth for depth in _DEPTHS),
        *("summary: " + "[" * depth for depth in _DEPTHS),
        *("{a: " * depth + "x" + "}" * depth for depth in _DEPTHS),
        *("- " * depth + "x" for depth in _DEPTHS),
        *("? " * depth + "x" for depth in _DEPTHS),
        *("\n".join(" " * level + "a:" for level in range(depth)) for depth in (20, 21, 400)),
        *("a: " * depth + "x" for depth in _DEPTHS),
    ],
    "bomb": [
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
        "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 60)),
        _text(summary="&a " + "x" * 2000, sources="[" + "*a, " * 20_000 + "]"),
        "&a [*a, *a]",
        "&a {*a : *a}",
        "".join(f"- &a{n} x\n" for n in range(10_000)),
        "- !!python/tuple x\n" * 10_000,
        "".join(f"- *a{n}\n" for n in range(10_000)),
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\nx: &b;\n",
    ],
    "many": [
        *("".join(f"k{n}: x\n" for n in range(length)) for length in _LENGTHS),
        *("k: x\n" * length for length in _LENGTHS),
        *(_text(sources="[" + "x, " * length + "]") for length in _LENGTHS),
        *(_text(evaluators="[" + "{name: x}, " * length + "]") for length in _LENGTHS),
        *(_text(notes="[" + "{about: x, text: y}, " * length + "]") for length in _LENGTHS[:2]),
        *(_text(areas="{" + ", ".join(f"{n}: x" for n in range(length)) + "}") for length in _LENGTHS),
        *("---\n" * length for length in _LENGTHS),
        *("#" * length + "\n" + _GOOD for length in _LENGTHS),
        *("# OSÄKER: <script>%(x)s\n" * length + _GOOD for length in _LENGTHS[:2]),
    ],
    "long": [
        *("k" * length + ": x\n" for length in (1023, 1024, 1025, 500_000)),
        *("? " + "k" * length + "\n: x\n" for length in (1025, 500_000)),
        "x" * 1_000_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        _GOOD + "#" * (1024 * 1024 - len(_GOOD.encode())),
        _GOOD + "#" * (1024 * 1024 - len(_GOOD.encode()) + 1),
        _GOOD + " " * 2_000_000,
        "\x07" * 30_000,
        "%" * 500_000,
        '"' + "\\" * 500_000,
    ],
    "key": [
        *(_GOOD + f"{key}: x\n" for key in (
            "<script>", "'<script>'", "__class__", "__proto__", "__init__", "'%(key)s'", "'{{ 7*7 }}'",
            "'../x'", "[x]", "{x: y}",
            "!!str total", "'\u202etotal'", "'\u0430reas'", '"\\0"', "''", "~", "'total '", "TOTAL", "9", "'[key]'",
            "'areas.4'",
            "model_config", "title", "'area_points'", "title_", '"\\ud800"', "'" + "k" * 900 + "'",
        )),
    ],
    "encoding": [
        _GOOD.encode("utf-16"),
        _GOOD.encode("utf-16-le"),
        _GOOD.encode("utf-16-be"),
        _GOOD.encode("utf-32"),
        _GOOD.encode("latin-1", errors="replace"),
        "ÅÄÖ".encode("cp437"),
        b"\xef\xbb\xbf\xef\xbb\xbf" + _GOOD.encode(),
        b"\xef\xbb\xbf" * 1000,
        _GOOD.encode().replace(b"intryck", b"\xed\xa0\x80"),
        _GOOD.encode().replace(b"intryck", b"\xc0\xbcscript\xc0\xbe"),
        _GOOD.encode().replace(b"intryck", b"\xf4\x90\x80\x80"),
        _GOOD.encode().replace(b"intryck", b"\x00"),
        b"+ADw-script+AD4-",
        b"\x00" * 1000,
        b"\xff" * 1000,
        b"\x1f\x8b\x08\x00" + b"x" * 100,
        b"PK\x03\x04" + b"\x00" * 100,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        _GOOD.encode()[:-3] + b"\xc3",
        b"",
    ],
    "document": [
        f"%YAML 1.1\n---\n{_GOOD}", f"%YAML 9.9\n---\n{_GOOD}", f"%TAG ! tag:a.invalid,2000:\n---\n{_GOOD}",
        f"{_GOOD}---\n{_GOOD}",
        f"{_GOOD}...\n{_GOOD}", "x", "[x]", "- x", "'x'", "|", "null", "true", "1",
        "<html><script>window.breached=1</script></html>",
        '{"municipality": "Tingsryd", "year": 2019}', "#!/bin/sh\nid\n",
        "{", "}", "%", "&", "*", "!", "\t", "\ufffe", ":", "? ", "- ",
    ],
}  # fmt: skip
