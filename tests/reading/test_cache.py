import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading import cache as cache_module
from kompass_sphinx.reading import stamps
from kompass_sphinx.reading.cache import EvaluationCache, reader_version
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.folder import Reading, read_folder
from tests.reading.samples import WHOLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "e"
    for name, text in {"tingsryd/2019.yaml": WHOLE, "lomma/2019.yaml": WHOLE, "mark/2019.yaml": "x: ["}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Reads:
    """Reads a folder and counts the files that were really read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, registry: Registry, catalogue: Catalogue) -> None:
        self.count = 0
        self._registry, self._catalogue = registry, catalogue
        plain = EvaluationReader.read

        def read(*arguments: object) -> object:
            self.count += 1
            return plain(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(EvaluationReader, "read", read)

    def __call__(self, folder: Path, cache: Path | None) -> tuple[Reading, int]:
        self.count = 0
        kept = None if cache is None else EvaluationCache(cache)
        return read_folder(folder, "e", self._registry, self._catalogue, kept), self.count


@pytest.fixture(autouse=True)
def no_stamp_settles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the content always tells; ``test_stamps`` is about files that are not opened."""
    monkeypatch.setattr(stamps, "SETTLES_AFTER", 1 << 62)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch, registry: Registry, catalogue: Catalogue) -> Reads:
    return Reads(monkeypatch, registry, catalogue)


def test_nothing_is_read_twice_and_the_outcome_is_the_same(folder: Path, tmp_path: Path, reads: Reads) -> None:
    cache = tmp_path / "very" / "deep" / "cache"
    plain, count = reads(folder, None)
    assert count == 3
    assert reads(folder, cache) == (plain, 3)
    written = cache.stat().st_mtime_ns
    assert reads(folder, cache) == (plain, 0)
    assert cache.stat().st_mtime_ns == written
    assert list(cache.parent.iterdir()) == [cache]


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, reads: Reads) -> None:
    cache = tmp_path / "cache"
    reads(folder, cache)
    (folder / "tingsryd" / "2019.yaml").write_text(WHOLE + "total: 100\n", encoding="utf-8")
    reading, count = reads(folder, cache)
    assert count == 1
    assert reading.evaluations["tingsryd", 2019].total == 100
    (folder / "lomma" / "2019.yaml").rename(folder / "lomma" / "2018.yaml")
    assert reads(folder, cache) == (reads(folder, None)[0], 1)


def test_what_is_gone_is_forgotten(folder: Path, tmp_path: Path, reads: Reads) -> None:
    cache = tmp_path / "cache"
    reads(folder, cache)
    before = cache.stat().st_size
    (folder / "tingsryd" / "2019.yaml").unlink()
    reads(folder, cache)
    assert cache.stat().st_size < before
    (folder / "tingsryd" / "2019.yaml").write_text(WHOLE, encoding="utf-8")
    assert reads(folder, cache)[1] == 1


def test_another_registry_or_catalogue_is_another_reader(
    folder: Path, tmp_path: Path, registry: Registry, catalogue: Catalogue
) -> None:
    cache = EvaluationCache(tmp_path / "cache")
    assert read_folder(folder, "e", registry, catalogue, cache).evaluations
    others = Registry.of(municipality for municipality in registry if municipality.name != "Tingsryd")
    assert reader_version(registry, catalogue) != reader_version(others, catalogue)
    assert reader_version(registry, catalogue) != reader_version(registry, replace(catalogue, lineage=()))
    assert not read_folder(folder, "e", others, catalogue, EvaluationCache(tmp_path / "cache")).evaluations
    assert read_folder(folder, "e", registry, catalogue, EvaluationCache(tmp_path / "cache")).evaluations
    older = replace(catalogue, editions={2002: catalogue.editions[2002]})
    assert not read_folder(folder, "e", registry, older, EvaluationCache(tmp_path / "cache")).evaluations


def test_another_program_is_another_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, registry: Registry, catalogue: Catalogue
) -> None:
    monkeypatch.setattr(cache_module, "files", lambda _: tmp_path)
    sources = [tmp_path / "model" / "points.py", tmp_path / "reading" / "checks.py"]
    for source in sources:
        source.parent.mkdir()
        source.touch()
    versions = [reader_version(registry, catalogue)]
    for source in sources:
        source.write_text("SOMETHING = 1\n", encoding="utf-8")
        versions.append(reader_version(registry, catalogue))
    sources[0].rename(tmp_path / "model" / "other.py")
    versions.append(reader_version(registry, catalogue))
    assert len(set(versions)) == 4


@pytest.mark.parametrize("content", [b"", b"x", b"kompass-sphinx evaluations\n", pickle.dumps({"a": 1}), b"\0" * 5000])
def test_a_foreign_file_is_an_empty_cache(folder: Path, tmp_path: Path, reads: Reads, content: bytes) -> None:
    cache = tmp_path / "cache"
    cache.write_bytes(content)
    assert reads(folder, cache) == (reads(folder, None)[0], 3)
    assert reads(folder, cache)[1] == 0


@pytest.fixture
def written(folder: Path, tmp_path: Path, reads: Reads) -> tuple[Reading, bytes]:
    """A reading and the cache that it left."""
    plain, _ = reads(folder, tmp_path / "first")
    return plain, (tmp_path / "first").read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_an_empty_cache(
    folder: Path, tmp_path: Path, reads: Reads, written: tuple[Reading, bytes], data: st.DataObject
) -> None:
    cache, plain, content = tmp_path / "cache", written[0], bytearray(written[1])
    if data.draw(st.booleans()):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    else:
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    cache.write_bytes(content)
    assert reads(folder, cache) == (plain, 3)


def test_a_cache_that_cannot_be_written_or_read_is_no_error(folder: Path, tmp_path: Path, reads: Reads) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "cache").mkdir()
    plain, _ = reads(folder, None)
    assert reads(folder, tmp_path / "file" / "cache") == (plain, 3)
    assert reads(folder, tmp_path / "cache") == (plain, 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "e", "file"]


def test_a_cache_that_is_opened_again_has_what_it_had_though_its_file_is_gone(
    folder: Path, tmp_path: Path, reads: Reads, registry: Registry, catalogue: Catalogue
) -> None:
    kept = EvaluationCache(tmp_path / "cache")
    first = read_folder(folder, "e", registry, catalogue, kept)
    (tmp_path / "cache").unlink()
    reads.count = 0
    assert read_folder(folder, "e", registry, catalogue, kept) == first
    assert reads.count == 0
    assert not (tmp_path / "cache").exists(), "there was nothing new to write"
