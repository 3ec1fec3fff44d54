"""Files that are right, made wrong in any number of places: what the tests of any input at all begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

# Each run of the tests tries the same; a long one, which asks for more examples, tries others each time.
budget = settings(
    derandomize=settings().max_examples <= 100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

SIGNS: tuple[bytes, ...] = (
    b"\x00", b"\x07", b"\x1b", b"\x7f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf",
    b"\r", b"\n", b"\t", b"\f", b"\v", "\x85\u2028\u2029\u00ad\u200b\u200d".encode(), "\u202e\u2066".encode(),
    "\ufeff\ufffe\U000e0041\U0010ffff".encode(), "a\u0301\u0327".encode() * 40, "İıſﬀ½²".encode(), "٣３Ⅷ".encode(),
    b"-1", b"0", b"99999999999999999999", b"9" * 5000, b"1e999", b"nan", b"%s%(x)s{}{{x}}", b"<script>", b"&#0;",
    b"&#xd800;", b"&amp;" * 30, b"x" * 3000, b" " * 2000, b"../../", b"\\", b"'", b'"', b"(" * 60, b"[" * 60, b")",
    b"]", b"<" * 60, b"{" * 60, b">", b"}",
)  # fmt: skip
"""What is put into a file of any kind: signs that are not seen, figures out of all bounds, brackets."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing done to a file, at ``place`` of it (of a thousand, so that it means something in every file)."""

    what: str
    place: int
    length: int
    word: bytes
    times: int

    def of(self, data: bytes) -> bytes:
        """The file with this done to it."""
        start = len(data) * self.place // 1000
        end = min(len(data), start + self.length)
        within = data[start:end]
        match self.what:
            case "cut off":
                within, end = b"", len(data)
            case "without":
                within = b""
            case "instead":
                within = self.word
            case "between":
                within = self.word + within
            case "again and again":
                within *= self.times
            case "flipped":
                within = bytes(byte ^ 1 << self.times % 8 for byte in within[:1]) + within[1:]
            case "backwards":
                within = within[::-1]
            case "at the end":
                return data[:start] + data[end:] + within
        return data[:start] + within + data[end:]


WHAT = ("cut off", "without", "instead", "between", "again and again", "flipped", "backwards", "at the end")


def wrongs(words: Sequence[bytes], most: int = 6) -> st.SearchStrategy[list[Wrong]]:
    """Some things that may be done to a file; ``words`` mean something in files of its kind."""
    one = st.builds(
        Wrong,
        what=st.sampled_from(WHAT),
        place=st.integers(0, 1000),
        length=st.sampled_from((1, 2, 5, 20, 100, 1000)),
        word=st.one_of(st.sampled_from((*words, *SIGNS)), st.binary(max_size=8)),
        times=st.sampled_from((2, 3, 7, 40)),
    )
    return st.lists(one, max_size=most)


def done_to(data: bytes, wrong: Sequence[Wrong]) -> bytes:
    """The file with all of it done, one after the other."""
    for one in wrong:
        data = one.of(data)
    return data


def mangled(files: Sequence[bytes], words: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of these files with things done to it, or parts of several in a row."""
    spoiled = st.builds(done_to, st.sampled_from(files), wrongs(words))
    joined = st.builds(_joined, st.lists(st.sampled_from(files), min_size=2, max_size=3), st.integers(0, 1000))
    return st.one_of(spoiled, st.builds(done_to, joined, wrongs(words, most=2)))


def _joined(files: list[bytes], place: int) -> bytes:
    """The beginning of each file with the end of the next."""
    return b"".join(
        first[: len(first) * place // 1000] + second[len(second) * place // 1000 :] for first, second in pairwise(files)
    )
