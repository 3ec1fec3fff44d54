from kompass_sphinx.reading.codes import Code, Severity
from tests.reading.test_advice import ADVICE_CASES
from tests.reading.test_folder import FOLDER_CASES
from tests.reading.test_problem_places import CASES
from tests.reading.test_raw_files import RAW_CASES

ABOUT_PAGES = {Code.UNKNOWN_TARGET, Code.UNKNOWN_VIEW, Code.BROKEN_VIEW}


def test_every_code_about_files_has_a_case_with_its_place() -> None:
    tried = {code for _, _, codes in CASES for code in codes}
    tried |= {code for _, code, _, _ in RAW_CASES}
    tried |= {code for _, _, places in FOLDER_CASES for code, _ in places}
    tried |= {code for _, _, codes in ADVICE_CASES for code in codes}
    assert tried == set(Code) - ABOUT_PAGES


def test_warnings_come_last() -> None:
    severities = [code.severity for code in Code]
    assert severities == sorted(severities, key=list(Severity).index)
    assert {code for code in Code if code.severity is Severity.WARNING} == {
        code for _, _, codes in ADVICE_CASES for code in codes
    }


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    for code in Code:
        assert code.value == code.name.lower().replace("_", "-")
        for text in (code.meaning, code.remedy, code.message):
            assert text.endswith((".", "%(hint)s"))
            assert text == " ".join(text.split())
        assert "%" not in code.meaning + code.remedy
