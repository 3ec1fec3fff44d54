"""Texts made to do harm where a value of an evaluation is shown, by kind.

All are made up. What would run sets ``window.breached``; every address is of ``.invalid``, which leads nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

MARKER = "breached"
"""The global name that whatever runs in a browser sets."""

_RUN = f"window.{MARKER}=1"


@dataclass(frozen=True, slots=True)
class HostileText:
    """A text of a kind; ``number`` tells it from the others of its kind."""

    kind: str
    number: int
    text: str

    @property
    def name(self) -> str:
        """As test reports show it."""
        return f"{self.kind}-{self.number}"

    @property
    def plain(self) -> str:
        """What the archive makes of it where it is accepted: runs of white space are one space."""
        return " ".join(self.text.split())


SHOWN: dict[str, list[str]] = {
    "script": [
        f"<script>{_RUN}</script>",
        f"</script><script>{_RUN}</script>",
        f'"><script>{_RUN}</script>',
        f"'><script>{_RUN}</script>",
        f"</title></style></textarea><script>{_RUN}</script>",
        f"<ScRiPt\n>{_RUN}</sCrIpT\t>",
        "<script src=//a.invalid/x.js></script>",
        f"<svg><script>{_RUN}</script></svg>",
        f"<<script>{_RUN}//<</script>",
        f"<template><script>{_RUN}</script></template>",
        f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
        f"<noscript><p title='</noscript><script>{_RUN}</script>'>",
    ],
    "event": [
        f"<img src=x onerror={_RUN}>",
        f'" onmouseover="{_RUN}',
        f"' onfocus='{_RUN}' autofocus='",
        f"<svg/onload={_RUN}>",
        f"</body><body onload={_RUN}>",
        f"<details open ontoggle={_RUN}>x</details>",
        f"<iframe srcdoc='<script>parent.{MARKER}=1</script>'></iframe>",
        f"<input autofocus onfocus={_RUN}>",
        f"<video><source onerror={_RUN}></video>",
        f"<math><mtext><img src=x onerror={_RUN}></mtext></math>",
        f"x` onclick=`{_RUN}",
        "<form action=//a.invalid><button formaction=//b.invalid>x</button></form>",
        "<style>*{background:url(//a.invalid)}</style><base href=//a.invalid>",
        "<meta http-equiv=refresh content='0;url=//a.invalid'>",
    ],
    "link": [
        f"javascript:{_RUN}",
        f"JaVaScRiPt:{_RUN}//",
        f"java\tscript:{_RUN}",
        f"data:text/html,<script>{_RUN}</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//a.invalid/x",
        f"<a href='javascript:{_RUN}'>x</a>",
        f"[x](javascript:{_RUN})",
        f"<javascript:{_RUN}>",
        f"`x <javascript:{_RUN}>`_",
        "blob:https://a.invalid/x",
        "http://[::1",
        "https:///utan-värd",
        f"feed:javascript:{_RUN}",
    ],
    "address": [
        f'https://a.invalid/"onclick="{_RUN}',
        f"https://a.invalid/'onclick='{_RUN}",
        f"https://a.invalid/><script>{_RUN}</script>",
        "https://b@a.invalid:1/%00?x=1&lt;y#<z>",
        "http://a.invalid/{{7*7}}?%(x)s",
        f"https://a.invalid/javascript:{_RUN}",
        "HTTPS://A.INVALID/..%2f..%2f",
        "https://а.invalid/",
    ],
    "template": [
        "{{ 7*7 }}",
        "{% for x in (1,) %}{{ x }}{% endfor %}",
        "{# bort #}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{%- set x = 1 -%}",
        "}} x {{ config",
        "${7*7} #{7*7} <%= 7*7 %>",
        "{{ x|safe }}",
        "kompass-slot-body-end",
    ],
    "placeholder": [
        "%(name)s",
        "%(saknas)s %s %d %n",
        "100 % av %%",
        "%(path)999999999s",
        "{0} {name} {}",
        "{0.__class__.__init__.__globals__}",
        "%",
        "{x!r:>99999999}",
    ],
    "markup": [
        "**fet** _kursiv_ `kod`",
        "```{raw} html <b>x</b> ```",
        ":::{include} /etc/passwd :::",
        "{kompass:evaluation}`tingsryd/2019`",
        "{download}`/etc/passwd`",
        "[x](https://a.invalid) ![y](https://a.invalid/y.png)",
        "|ersatt| `x`_ x_ :ref:`x`",
        ".. raw:: html .. include:: /etc/passwd",
        "# Rubrik",
        "$x$ \\(y\\) {math}`z`",
        "(mål)= [^1] [^1]: not",
        "+++ % kommentar",
        "| a | b | |---|---| | 1 | 2 |",
        "<https://a.invalid> https://a.invalid",
        "&copy; &lt;b&gt; &#60;i&#62; &amp;amp; &okänd;",
        "<b>fet</b><br/><p>",
    ],
    "comment": [
        "<!-- bort",
        f"--><script>{_RUN}</script><!--",
        f"<!--><img src=x onerror={_RUN}>-->",
        f"<![CDATA[<script>{_RUN}</script>]]>",
        "]]>",
        "<?xml version='1.0'?><x/>",
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
        "</html></body></main></article>",
        "<plaintext><xmp><listing>",
        "<!--#include file='/etc/passwd' -->",
    ],
    "javascript": [
        f'"]);{_RUN};//',
        f"');{_RUN};//",
        f"*/{_RUN}/*",
        "\\",
        '\\"',
        "__proto__",
        "constructor",
        "toString",
        "$& $1 $` $'",
        "(a+)+$ [ ( * ?",
        f"\\';{_RUN};//",
        f"${{{_RUN}}} `{_RUN}`",
    ],
    "formula": [
        "=1+1",
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        '=HYPERLINK("https://a.invalid";"x")',
        '";=1+1;"',
        '","=1+1',
    ],
    "path": [
        "../../../../../../tmp/breached",
        "/etc/passwd",
        "..\\..\\breached",
        "C:\\breached",
        "%2e%2e%2fbreached",
        ".",
        "..",
        "index",
        "a/b",
        "~ $HOME $(id) `id`",
        "; id | id && id",
        "CON",
        "../index.html#x?y",
    ],
    "number": ["1e400", "-1e400", ".inf", "-.inf", ".nan", "0x10", "0o17", "017", "0b11", "1_000", "190:20:30", "+5",
               "-0", "1.0e1", "4.", "74,5", "٤٢", "４２", "½", "⁴", "9" * 400, "0." + "3" * 400, "801"],
    "word": ["true", "yes", "No", "on", "OFF", "y", "null", "NULL", "None", "NaN", "2001-01-01", "2019-02-30",
             "2019-13", "2001-01-01T00:00:00Z", "<<", "=", "9999-12-31", "0000-00-00", "undefined"],
    "lookalike": [
        "Тingsryd",
        "Tıngsryd",
        "Ｔｉｎｇｓｒｙｄ",
        "Ga\u0308vle",
        "A\u030angelholm",
        "Å\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" + "\u0301" * 200,
        "ﬁ ß İ ǆ K Å",
        "tingsryd/2019",
        "مرحبا שלום",
        "\U0001f9ed\ufe0f \U0001f1f8\U0001f1ea",
        "\u115f\u3164\u2800",
    ],
    "length": ["x" * 2000, "x " * 1000, "å" * 2000, "<b>" * 666, "{{" * 1000, "a-" * 1000, " \n\t" * 200 + "x"],
}  # fmt: skip
"""Texts that the archive takes, and must show as what they are."""

REFUSED: dict[str, list[str]] = {
    "control": [*map(chr, (0, 1, 7, 8, 14, 27, 28, 31, 127, 128, 133, 155)), "\ufffe", "\uffff",
                "\x1b[31mröd\x1b]0;x\x07"],
    "direction": ["\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068",
                  "\u2069", "\u200e", "\u200f", "\u061c"],
    "invisible": ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e", "\u2028", "\u2029",
                  "\U000e0041\U000e007f", "\ue000", "\U000f0000", "\U0010ffff", "\u0378"],
    "empty": ["", " ", "\t\n", "\u00a0\u2003"],
    "too long": ["x" * 2001, "x " * 1001, "å" * 100_000, "<script>" * 12_500],
}  # fmt: skip
"""What no text may hold; control characters stand within one, so that it is not empty."""


def _made(kinds: dict[str, list[str]], around: str = "%s") -> tuple[HostileText, ...]:
    return tuple(
        HostileText(kind, number, around.replace("%s", text) if kind in _WITHIN else text)
        for kind, texts in kinds.items()
        for number, text in enumerate(texts, start=1)
    )


_WITHIN = frozenset({"control", "direction", "invisible"})

SHOWN_TEXTS = _made(SHOWN)
REFUSED_TEXTS = _made(REFUSED, around="a%sb")
