"""Every kind of problem in a file, with the exact place where it is reported."""

import pytest

from kompass_sphinx.reading.evaluation_file import MOST_PROBLEMS, EvaluationReader
from kompass_sphinx.reading.problems import Code
from kompass_sphinx.reading.straight import DEEPEST
from tests.reading.samples import HEAD, SOURCES, WHOLE, marked

AREA = "areas:\n  1:\n"
QUESTIONS = AREA + "    questions:\n"
STRENGTHS = AREA + "    strengths:\n"
TOO_LONG = "å" * 2001

# A name, the text with a sign before each place, and the codes in the order of the places.
CASES: list[tuple[str, str, list[Code]]] = [
    # YAML
    ("bad indentation", WHOLE + "areas:\n  1:\n    points: 4\n   ¤points: 5\n", [Code.YAML_SYNTAX]),
    ("tab", WHOLE + "areas:\n¤\t1: {}\n", [Code.YAML_SYNTAX]),
    ("open quote", WHOLE + 'summary: ¤"aldrig stängt\n', [Code.YAML_SYNTAX]),
    ("colon in a value", WHOLE + "summary: Bra¤: mycket bra\n", [Code.YAML_SYNTAX]),
    ("open bracket", WHOLE + "areas: ¤{1: {points: 4}\n", [Code.YAML_SYNTAX]),
    (
        "open bracket, and more lines",
        WHOLE + QUESTIONS + "      1.1: ¤{points: 2\n      1.2: {points: 3}\n",
        [Code.YAML_SYNTAX],
    ),
    ("no comma", WHOLE + QUESTIONS + "      1.1: {points: 2 percent¤: 15}\n", [Code.YAML_SYNTAX]),
    ("key without colon, a key below", WHOLE + "¤total 377\nfirst: true\n", [Code.YAML_SYNTAX]),
    ("key without colon, keys below", WHOLE + "¤areas\n  1:\n    points: 4\n", [Code.YAML_SYNTAX]),
    (
        "key without colon, in line with the next",
        WHOLE + AREA + "    ¤points 4\n    # En kommentar.\n\n    impression: Bra.\n",
        [Code.YAML_SYNTAX],
    ),
    ("key without space", WHOLE + AREA + "    ¤points:4\n    impression: Bra.\n", [Code.YAML_SYNTAX]),
    (
        "key without colon in an item",
        WHOLE + STRENGTHS + "      - ¤text Bra.\n        question: 1.1\n",
        [Code.YAML_SYNTAX],
    ),
    ("number without colon", WHOLE + "areas:\n  ¤1\n    points: 4\n    impression: Bra.\n", [Code.YAML_SYNTAX]),
    ("colon in a text of lines", WHOLE + "summary: Ett\n  bra\n  och\n  gott\n  resultat¤: högt\n", [Code.YAML_SYNTAX]),
    ("colon in an item of lines", WHOLE + STRENGTHS + "      - Bra\n        webb och mer¤: allt\n", [Code.YAML_SYNTAX]),
    ("key too far in", WHOLE + AREA + "    impression: Bra.\n     points¤: 4\n", [Code.YAML_SYNTAX]),
    (
        "open quote that the next one closes",
        WHOLE + AREA + "    impression: ¤'Bra.\n    points: 4\nsummary: 'Gott'\n",
        [Code.YAML_SYNTAX],
    ),
    ("text after a quote", WHOLE + 'summary: "Bra" ¤resultat\n', [Code.YAML_SYNTAX]),
    ("a line from a merge", WHOLE + "¤<<<<<<< HEAD\ntotal: 377\n", [Code.YAML_SYNTAX]),
    ("two documents", WHOLE + "¤---\nyear: 2019\n", [Code.YAML_SYNTAX]),
    ("nothing but comments", "¤# nothing\n---\n", [Code.EMPTY_FILE]),
    ("nested too deep", WHOLE + "areas: " + "[" * (DEEPEST - 1) + "¤[" + "]" * DEEPEST, [Code.TOO_DEEP]),
    ("key twice", WHOLE + "¤year: 2019\n", [Code.DUPLICATE_KEY]),
    ("number twice", WHOLE + QUESTIONS + "      1.1: {points: 2}\n      ¤1.1: {points: 3}\n", [Code.DUPLICATE_KEY]),
    ("anchor, alias, more", WHOLE + "first: ¤&a true\nsummary: ¤*a\n¤x: 1\n", [Code.ANCHOR] * 2 + [Code.UNKNOWN_KEY]),
    ("merge key", WHOLE + AREA + "    ¤<<: {points: 4}\n", [Code.ANCHOR]),
    ("alias as key", WHOLE + "¤*a : 1\n", [Code.ANCHOR]),
    ("tag on text", WHOLE + "total: ¤!!int 377\n", [Code.TAG]),
    ("tag on list", WHOLE + "notes: ¤!!python/object:os.system []\n", [Code.TAG]),
    ("list as key", WHOLE + "¤[1]: 2\n", [Code.WRONG_TYPE]),
    (
        "raw control character, and more",
        WHOLE + "areas: {1: {impression: Sken¤\x07et, ¤sida: 4}}\n",
        [Code.CONTROL_CHARACTER, Code.UNKNOWN_KEY],
    ),
    ("line separator", WHOLE + "summary: Sken¤\u2028et\ntotal: ¤900\n", [Code.CONTROL_CHARACTER, Code.OUT_OF_RANGE]),
    ("escaped control character", WHOLE + 'summary: ¤"Sken\\u0007et"\n', [Code.CONTROL_CHARACTER]),
    ("no value", WHOLE + "¤total:\n", [Code.EMPTY_VALUE]),
    ("null", WHOLE + "¤total: ~\n¤first: null\n", [Code.EMPTY_VALUE] * 2),
    ("no value for keys", WHOLE + "¤areas:\n", [Code.EMPTY_VALUE]),
    ("empty list item", WHOLE + STRENGTHS + "      -¤\n      - Bra.\n", [Code.EMPTY_VALUE]),
    # the format
    ("a text alone", "¤hej\n", [Code.WRONG_TYPE]),
    ("a list alone", "¤- municipality: Tingsryd\n", [Code.WRONG_TYPE]),
    ("quoted nothing", WHOLE + "summary: ¤''\n", [Code.EMPTY_VALUE]),
    ("no sources", HEAD + "sources: ¤[]\n", [Code.EMPTY_VALUE]),
    ("item with a colon", WHOLE + STRENGTHS + "      - ¤Mål: tydliga och få.\n", [Code.COLON_IN_TEXT]),
    ("item that ends in a colon", WHOLE + STRENGTHS + "      - ¤Mål:\n", [Code.COLON_IN_TEXT]),
    ("misspelt key", WHOLE + "¤totla: 377\n", [Code.UNKNOWN_KEY]),
    ("key at the wrong level", WHOLE + AREA + "    ¤total: 377\n", [Code.UNKNOWN_KEY]),
    ("key in an item", WHOLE + STRENGTHS + "      - text: Bra.\n        ¤sida: 4\n", [Code.UNKNOWN_KEY]),
    (
        "misspelt key beside figures that disagree",
        WHOLE + AREA + "    ¤styrkor: [Bra.]\n    questions: {1.1: {percent: 15, points: ¤4}}\n",
        [Code.UNKNOWN_KEY, Code.FIGURES_DISAGREE],
    ),
    ("key missing", "¤municipality: Tingsryd\nyear: 2019\n" + SOURCES, [Code.MISSING_KEY]),
    ("key missing in an item", HEAD + "sources:\n  - ¤title: Rapport\n", [Code.MISSING_KEY]),
    (
        "no figure, and others that disagree",
        WHOLE + QUESTIONS + "      1.1: ¤{}\n      1.2: {percent: 15, points: ¤4}\n",
        [Code.MISSING_KEY, Code.FIGURES_DISAGREE],
    ),
    ("place without kind", WHOLE + "examples:\n  - ¤place: Oslo\n    topic: mål\n", [Code.MISSING_KEY]),
    ("figure with comma", WHOLE + "total: ¤74,5\n", [Code.WRONG_TYPE]),
    ("text for keys", WHOLE + "areas: ¤inga\n", [Code.WRONG_TYPE]),
    ("keys for a list", WHOLE + "notes:\n  ¤about: year\n", [Code.WRONG_TYPE]),
    ("list for a text", WHOLE + "summary: ¤[a, b]\n", [Code.WRONG_TYPE]),
    ("text for an item's keys", WHOLE + "notes:\n  - ¤Årtalet är osäkert.\n", [Code.WRONG_TYPE]),
    ("sources is a text", HEAD + "sources: ¤Rapport\n", [Code.WRONG_TYPE]),
    ("date that is none", WHOLE + "published: ¤2019-02-30\n", [Code.WRONG_TYPE]),
    ("truth in Swedish", WHOLE + "first: ¤ja\n", [Code.WRONG_TYPE]),
    ("texts too long", f"{WHOLE}summary: ¤{TOO_LONG}\n{STRENGTHS}      - ¤{TOO_LONG}\n", [Code.TOO_LARGE] * 2),
    ("unknown kind", HEAD + "sources:\n  - title: R\n    kind: ¤bok\n", [Code.UNKNOWN_VALUE]),
    ("list for a kind", HEAD + "sources:\n  - title: R\n    kind: ¤[bok]\n", [Code.UNKNOWN_VALUE]),
    ("total over 800", WHOLE + "total: ¤801\n", [Code.OUT_OF_RANGE]),
    ("year before the first", HEAD.replace("2019", "¤1999") + SOURCES, [Code.OUT_OF_RANGE]),
    ("area over 100", WHOLE + AREA + "    points: ¤101\n", [Code.OUT_OF_RANGE]),
    (
        "questions over their maximums",
        WHOLE + QUESTIONS + "      1.1: {points: ¤16}\n      1.2: {percent: 15, points: ¤21}\n",
        [Code.OUT_OF_RANGE] * 2,
    ),
    ("unsafe address", WHOLE + "    url: ¤javascript:alert(1)\n", [Code.UNSAFE_URL]),
    ("example of nobody", WHOLE + "examples:\n  - ¤topic: mål\n", [Code.EXAMPLE_PLACE]),
    (
        "example of two",
        WHOLE + "examples:\n  - ¤municipality: Lomma\n    place: Oslo\n    kind: foreign\n    topic: mål\n",
        [Code.EXAMPLE_PLACE],
    ),
    (
        "municipality with kind",
        WHOLE + "examples:\n  - ¤municipality: Lomma\n    kind: foreign\n    topic: mål\n",
        [Code.EXAMPLE_PLACE],
    ),
    # registry, name of the file, edition
    ("unknown municipality", WHOLE.replace("Tingsryd", "¤Tingsrid"), [Code.UNKNOWN_MUNICIPALITY]),
    ("municipality like several", WHOLE.replace("Tingsryd", "¤Häbo"), [Code.UNKNOWN_MUNICIPALITY]),
    ("municipality like none", WHOLE.replace("Tingsryd", "¤Xyzxyz"), [Code.UNKNOWN_MUNICIPALITY]),
    (
        "unknown municipality in an example",
        WHOLE + "examples:\n  - topic: mål\n    municipality: ¤Skarpnäck\n",
        [Code.UNKNOWN_MUNICIPALITY],
    ),
    ("other folder", WHOLE.replace("Tingsryd", "¤Lomma"), [Code.FOLDER_NOT_SLUG]),
    ("other year", WHOLE.replace("2019", "¤2018"), [Code.YEAR_NOT_FILE_NAME]),
    ("unknown edition", WHOLE.replace("2016", "¤2015"), [Code.UNKNOWN_EDITION]),
    (
        "unknown edition of a benchmark",
        WHOLE + "benchmarks:\n  - label: Medel\n    statistic: mean\n    edition: ¤2019\n",
        [Code.UNKNOWN_EDITION],
    ),
    (
        "unknown areas with a fault in each, and figures that disagree",
        WHOLE + QUESTIONS + "      1.1: {percent: 15, points: ¤4}\n  ¤9: {points: ¤x}\n  ¤10: {points: ¤y}\n",
        [Code.FIGURES_DISAGREE, Code.UNKNOWN_AREA, Code.WRONG_TYPE, Code.UNKNOWN_AREA, Code.WRONG_TYPE],
    ),
    (
        "unknown area of an example",
        WHOLE + "examples:\n  - municipality: Lomma\n    area: ¤0\n    topic: mål\n",
        [Code.UNKNOWN_AREA],
    ),
    ("question that is a text", WHOLE + QUESTIONS + "      ¤ett: {points: 4}\n", [Code.UNKNOWN_QUESTION]),
    ("question that the edition lacks", WHOLE + QUESTIONS + "      ¤1.6: {points: 4}\n", [Code.UNKNOWN_QUESTION]),
    ("question that no area has", WHOLE + QUESTIONS + "      ¤2.9: {points: 4}\n", [Code.UNKNOWN_QUESTION]),
    (
        "edition without questions",
        WHOLE.replace("2016", "2020") + QUESTIONS + "      ¤1.1: {points: 4}\n",
        [Code.UNKNOWN_QUESTION],
    ),
    (
        "unknown question of an example",
        WHOLE + "examples:\n  - municipality: Lomma\n    question: ¤2.9\n    topic: mål\n",
        [Code.UNKNOWN_QUESTION],
    ),
    ("figures in another area", WHOLE + QUESTIONS + "      ¤2.1: {points: 4}\n", [Code.QUESTION_NOT_IN_AREA]),
    (
        "findings in another area",
        WHOLE + STRENGTHS + "      - {text: Bra., question: ¤2.1}\n    improvements: [{text: Mer., question: ¤3.1}]\n",
        [Code.QUESTION_NOT_IN_AREA] * 2,
    ),
    (
        "example in another area",
        WHOLE + "examples:\n  - municipality: Lomma\n    area: 1\n    question: ¤2.1\n    topic: mål\n",
        [Code.QUESTION_NOT_IN_AREA],
    ),
    ("points against percent", WHOLE + QUESTIONS + "      1.1: {percent: 15, points: ¤4}\n", [Code.FIGURES_DISAGREE]),
    (
        "area against questions",
        WHOLE + AREA + "    points: ¤98\n    questions:\n      1.1: {points: 2}\n",
        [Code.FIGURES_DISAGREE],
    ),
    ("total against areas", WHOLE + "total: ¤752\n" + AREA + "    points: 50\n", [Code.FIGURES_DISAGREE]),
    ("note about nothing", WHOLE + "notes:\n  - text: Osäkert.\n    about: ¤areas.9\n", [Code.NOTE_ABOUT_NOTHING]),
    (
        "note about what a figure holds",
        WHOLE + "notes:\n  - {text: Osäkert., about: ¤areas.1.points.9}\n",
        [Code.NOTE_ABOUT_NOTHING],
    ),
    (
        "more problems than are shown",
        WHOLE + "".join(f"¤x{number}: 1\n" for number in range(MOST_PROBLEMS + 1)) + "y: 1\n" * 49,
        [Code.UNKNOWN_KEY] * MOST_PROBLEMS + [Code.TOO_MANY_PROBLEMS],
    ),
    (
        "faults of every kind together",
        "municipality: ¤Tingsrid\nyear: ¤2018\nedition: 2016\n¤colour: red\n"
        "areas:\n"
        "  1:\n    points: ¤x\n"
        "  2:\n    questions:\n      2.1: {points: ¤9, percent: 20}\n      ¤3.1: {points: 4}\n"
        "  3:\n    strengths:\n"
        "      - text: Bra.\n        page: ¤x\n        question: ¤4.2\n"
        "      - text: Bra.\n        question: ¤4.1\n"
        "¤total:\n" + SOURCES,
        [
            Code.UNKNOWN_MUNICIPALITY,
            Code.YEAR_NOT_FILE_NAME,
            Code.UNKNOWN_KEY,
            Code.WRONG_TYPE,
            Code.FIGURES_DISAGREE,
            Code.QUESTION_NOT_IN_AREA,
            Code.WRONG_TYPE,
            Code.QUESTION_NOT_IN_AREA,
            Code.QUESTION_NOT_IN_AREA,
            Code.EMPTY_VALUE,
        ],
    ),
    (
        "no edition, and a figure",
        "¤municipality: Tingsryd\nyear: 2019\ntotal: ¤x\n" + SOURCES,
        [Code.MISSING_KEY, Code.WRONG_TYPE],
    ),
    (
        "no municipality, and another year",
        "¤year: ¤2018\nedition: 2016\n" + SOURCES,
        [Code.MISSING_KEY, Code.YEAR_NOT_FILE_NAME],
    ),
    *(
        (
            f"a broken item of {key}, and a note about nothing",
            WHOLE.replace("sources:\n", "sources:\n  - ¤note: x\n" if key == "sources" else "sources:\n")
            + (f"{key}:\n  - ¤{item}\n" if key not in ("sources", "notes") else "")
            + "notes:\n"
            + ("  - ¤text: x\n" if key == "notes" else "")
            + "  - {text: x, about: ¤yeer}\n",
            [*codes, Code.NOTE_ABOUT_NOTHING],
        )
        for key, item, codes in (
            ("sources", "", [Code.MISSING_KEY, Code.MISSING_KEY]),
            ("notes", "", [Code.MISSING_KEY]),
            ("evaluators", "affiliation: x", [Code.MISSING_KEY]),
            ("examples", "municipality: Lomma", [Code.MISSING_KEY]),
            ("benchmarks", "edition: 2016", [Code.MISSING_KEY, Code.MISSING_KEY]),
        )
    ),
]


@pytest.mark.parametrize(("text", "codes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_problem_is_where_the_sign_was(reader: EvaluationReader, text: str, codes: list[Code]) -> None:
    plain, places = marked(text)
    result = reader.read(plain.encode(), "tingsryd/2019.yaml", "tingsryd", "2019")
    assert result.evaluation is None
    found = [(problem.code, problem.place) for problem in result.problems]
    assert list(dict.fromkeys(place for _, place in found)) == places
    assert [code for code, _ in found] == codes
