"""A plain sheet is taken apart at once; it must say what walking through it says."""

import pytest

from kinerja_desktop.exchange import workbook_plain, workbook_xlsx
from kinerja_desktop.exchange.workbook_cells import Survey
from kinerja_desktop.exchange.workbook_parts import DamagedError, Tally
from kinerja_desktop.exchange.workbook_plain import measure_plain_texts, survey_plain_sheet

LENGTHS = [4, 0, 7]
PERCENTS = {"2"}


def sheet(rows: str, head: str = "", before: str = "", after: str = "") -> bytes:
    return f"{head}<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def row(cells: str) -> str:
    return f'<row r="5">{cells}</row>'


def survey(content: bytes, tally: Tally | None = None) -> Survey | None:
    return survey_plain_sheet("Realisasi", content, PERCENTS, LENGTHS, tally or Tally())


def walk(content: bytes, monkeypatch: pytest.MonkeyPatch, tally: Tally) -> Survey:
    with monkeypatch.context() as patch:
        patch.setattr(workbook_xlsx, "survey_plain_sheet", lambda *_: None)
        return workbook_xlsx._survey_sheet("Realisasi", content, PERCENTS, LENGTHS, tally)


def test_rows_columns_percents_errors_and_formulas_are_found() -> None:
    found = survey(
        sheet(
            '<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" s="9"/></row>'
            '<row r="5" spans="1:4"><c r="A5" s="2"><v>0.5</v></c><c r="AB5" t="e"><v>#REF!</v></c>'
            '<c r="C5"><f>A5*2</f></c><c r="D5" t="str"><f>""</f><v></v></c></row>'
        )
    )

    assert found == Survey(
        rows=5,
        columns=28,
        errors={(4, 27): "#REF!"},
        percents={(4, 0)},
        uncomputed=[(4, 2)],
        filled=2,
    )


@pytest.mark.parametrize(
    "rows",
    [
        "",
        '<row r="1"/><row r="2" ht="20" customHeight="1"></row>',
        row('<c r="A5" s="1" t="n"><v>1</v></c>') + "\n",
        row('<c r="A5" t="s"><v>1</v></c><c r="GZ99" t="s"><v>0</v></c>'),
        row('<c r="A5" t="inlineStr"><is><t>A &amp; B &#215; C é</t></is></c>'),
        row('<c r="A5" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'),
        row('<c r="A5" t="inlineStr"></c><c r="B5"><v/></c><c r="C5" t="b"><v>1</v></c>'),
        row('<c r="A5" t="e"><v>#N/A</v></c>'),
        row('<c r="A5" s="2" t="s"><v>0</v></c><c r="B5" s="2" t="e"><v>#N/A</v></c>'),
        row('<c r="A5" s="2"><f>1/A1</f><v>0.25</v></c><c r="F9"><f>A5</f><v></v></c>'),
        row('<c r="A5" s="2"><f>A1&gt;1</f></c><c r="B5" t="str"><f>A1</f></c>'),
    ],
)
@pytest.mark.parametrize("head", ["", "<?xml version='1.0' encoding='UTF-8'?>\n", "\ufeff"])
def test_it_says_what_walking_says(rows: str, head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = sheet(rows, head)
    tally, walked = Tally(), Tally()

    assert survey(content, tally) == walk(content, monkeypatch, walked)
    assert vars(tally) == vars(walked)


GOOD = '<c r="A5"><v>1</v></c>'


@pytest.mark.parametrize(
    "content",
    [
        b"<worksheet><sheetData/></worksheet>",
        b"</sheetData><worksheet><sheetData>",
        b"no XML <sheetData></sheetData>",
        sheet(row(GOOD), "<?xml version='1.0' encoding='latin-1'?>"),
        sheet(row(GOOD), before="<!--", after="-->"),
        sheet(row(GOOD), before="<?a ", after="?>"),
        sheet(row(GOOD), before='<c r="B1"><v>', after="</v></c>"),
        sheet(row(GOOD), after='<x:c r="B1"/>'),
        sheet(row("<c><v>1</v></c>")),
        sheet(row('<c r="A5"><f t="shared" si="0">A1</f><v>1</v></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t><![CDATA[ ]]></t></is></c>')),
        sheet(f"<row {GOOD}></row>"),
        sheet(f"<row>{GOOD}"),
        sheet(f"<row>{GOOD}</row>text"),
        sheet(f"<row>{GOOD}</row>\x01"),
        sheet(f'<row r="1" r="2">{GOOD}</row>'),
        sheet(f'<row ht="1" ht="2">{GOOD}</row>'),
        sheet(f'<row r="x">{GOOD}</row>'),
        sheet(row(f'<c r="A5"><v>{GOOD}</v></c>')),
        sheet(row('<c r="A5" s="1" s="2"><v>1</v></c>')),
        sheet(row('<c r="a5"><v>1</v></c>')),
        sheet(row('<c r="A0"><v>1</v></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>a & b</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>&unknown;</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>&#31;</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>&#55296;</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>]]></t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>\x02</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>\uffff</t></is></c>')),
        sheet(row('<c r="A5" t="inlineStr"><is><t>é</t></is></c>')).replace(b"\xc3", b""),
        sheet(row('<c r="A5" t="s"><v>3</v></c>')),
        sheet(row('<c r="A5" t="s"><v>-1</v></c>')),
        sheet(row('<c r="A5" t="s"><v>0_1</v></c>')),
        sheet(row('<c r="A5" t="s"><v>0000000001</v></c>')),
        sheet(row('<c r="A5" t="s"><v>²</v></c>')),
    ],
)
def test_of_what_is_not_plain_nothing_is_said(content: bytes) -> None:
    assert survey(content) is None


def test_what_stands_around_the_cells_must_be_well_formed() -> None:
    with pytest.raises(DamagedError):
        survey(sheet(row(GOOD), after="<open>"))


def test_only_so_many_cells_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_plain, "MOST_PLAIN", 2)

    assert survey(sheet(row(GOOD * 2))) is not None
    assert survey(sheet(row(GOOD * 3))) is None


def test_shared_texts_are_measured_as_people_see_them() -> None:
    texts = '<si><t>A &amp; B</t></si><si><t/></si><si><t xml:space="preserve"> é</t></si>'
    plain = texts.replace("<t/>", "<t></t>")

    assert measure_plain_texts(f'<sst count="3">{plain}</sst>'.encode(), Tally()) == [5, 0, 2]
    assert measure_plain_texts(f"<sst>{texts}</sst>".encode(), Tally()) is None
    assert measure_plain_texts(b"<sst></sst>", Tally()) is None
    assert measure_plain_texts(f"<sst>{plain}<x></sst>".encode(), Tally()) is None
    with pytest.raises(DamagedError):
        measure_plain_texts(f"<sst><x>{plain}</sst>".encode(), Tally())
