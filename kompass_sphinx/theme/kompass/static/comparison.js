/* What is shown of evaluations side by side: heads, what may be compared, areas. The markup is in the page's templates. */
"use strict";
/* ``made`` gives copies of the templates, ``constant`` is data/compare.js, ``pageOf`` the page of an evaluation's id. */
window.kompass.comparison = function (made, constant, pageOf) {
  const { lang } = document.documentElement;
  const figure = new Intl.NumberFormat(lang).format;
  const withSign = new Intl.NumberFormat(lang, { signDisplay: "always" }).format;
  const signed = (value) => (value ? withSign(value) : "±0");
  const text = (name, values) => made(name, values).textContent;
  const titles = (some) => new Intl.ListFormat(lang).format(some.map((one) => one.title));
  const split = (some, test) => [some.filter(test), some.filter((one) => !test(one))];
  const editionsOf = (some) => [...new Set(some.map((one) => one.edition))];

  /* An evaluation's JSON, its areas by theme and its figures by sub-question. More than two have no look of their own. */
  function evaluation(json, index, { length }) {
    const areas = json.areas ?? [];
    const answers = areas.flatMap((area) => area.questions ?? []);
    const look = length > 2 ? "" : ["filled", "outlined"][index];
    return {
      ...json,
      index,
      look,
      [look]: true,
      title: json.municipality.name + " " + json.year,
      themes: constant.editions[json.edition].themes,
      results: Object.fromEntries(areas.map((area) => [area.theme, area])),
      answers: Object.fromEntries(answers.map((one) => [one.number, one])),
      hasAnswers: answers.length,
      hasPoints: areas.some((area) => area.points != null),
    };
  }

  /* Number and name in the first one's edition, and in those where they differ. */
  function names(some, formOf) {
    const [own, ...others] = editionsOf(some).map((edition) => ({ edition, ...formOf(edition) }));
    const also = others.filter((one) => one.number !== own.number || one.name !== own.name);
    return { number: own.number, name: own.name, also: also.map((one) => made("also", one)) };
  }

  function head(one) {
    const { median, n } = constant.editions[one.edition].total;
    const known = one.total != null;
    return made("head", {
      ...one, n, href: pageOf(one.id), county: one.municipality.county, group: one.municipality.group_2023,
      total: known && figure(one.total), median: median != null && figure(median),
      difference: known && median != null && signed(one.total - median), again: one.first === false,
    });
  }

  function comparability(chosen) {
    const editions = editionsOf(chosen).sort();
    if (editions.length > 1) {
      const rules = constant.rules.filter((one) => one.earlier >= editions[0] && one.later <= editions.at(-1));
      const of = (edition) => chosen.filter((one) => one.edition === edition);
      return made("caution", {
        editions: editions.map((edition) => made("edition", { edition, titles: titles(of(edition)) })),
        rules: rules.map((one) => made("rule", one)),
        steps: rules.length >= editions.length,
      });
    }
    const [one, other, ...more] = chosen;
    const known = one.total != null && other.total != null;
    return made("same", {
      edition: editions, two: !more.length, one: one.title, other: other.title,
      difference: !more.length && known && signed(one.total - other.total),
    });
  }

  /* Bars of one or two are one figure; more have a line and a name each. */
  function bars(columns, figures) {
    const percents = figures.map((one) => one.bar?.toString());
    if (!percents.some(Boolean)) return [];
    if (columns[0].look) return made("bars", Object.fromEntries(columns.map((one, index) => [one.look, percents[index]])));
    return made("named-bars", { bars: columns.map(({ title }, index) => made("bar", { ...figures[index], title, percent: percents[index] })) });
  }

  /* A column for each evaluation and, within one edition, for the median and for the difference of two. */
  function table(name, columns, lines, values) {
    const isOne = editionsOf(columns).length === 1;
    const withMedian = isOne && lines.some((line) => line.median);
    const withDifference = isOne && columns.length === 2 && columns[0].look;
    return made(name, {
      ...values,
      wide: isOne ? "" : "compare-wide",
      columns: [
        columns.map((one) => made("column", { title: one.title, edition: !isOne && one.edition })),
        withMedian && made("median-column"),
        withDifference && made("difference-column", values),
      ],
      rows: lines.map((line) => made("row", {
        ...line,
        bars: bars(columns, line.figures),
        cells: [
          line.figures.map((one, index) => made("cell", {
            ...one, title: columns[index].title, kind: one.known ? "strong " + columns[index].look : "missing",
          })),
          withMedian && made("median-cell", line.median),
          withDifference && made("difference-cell", { difference: difference(...line.figures) }),
        ],
      })),
    });
  }

  const difference = (one, other) => (one.value == null || other.value == null ? "–" : signed(one.value - other.value));
  const medianOf = ({ median, n }, write = figure) => ({ median: median != null && write(median), n });
  const missing = () => ({ text: text("missing") });

  function areas(chosen, linked) {
    const [columns, without] = split(chosen, (one) => one.hasPoints);
    const isOne = editionsOf(columns).length === 1;
    const lines = constant.themes.map((theme) => ({
      ...names(chosen, (edition) => constant.editions[edition].themes[theme]),
      href: linked[theme] && "#" + theme,
      glyph: made("glyph-" + theme),
      median: isOne && medianOf(columns[0].themes[theme]),
      figures: columns.map(function (one) {
        const value = one.results[theme]?.points;
        if (value == null) return missing();
        return { text: figure(value), value, bar: value, known: true, quiet: !isOne && text("own-median", medianOf(one.themes[theme])) };
      }),
    }));
    const legend = columns.length > 1 && columns[0].look && columns.map((one) => made("legend", one));
    return made("areas", {
      body: [
        columns.length && table("areas-table", columns, lines, { legend }),
        without.length && made("no-areas", { titles: titles(without) }),
      ],
    });
  }

  return { evaluation, head, comparability, areas, names, table, medianOf, missing, figure, text, titles, split, editionsOf };
};
