/* The sub-questions, strengths and areas for improvement of evaluations side by side, theme by theme. */
"use strict";
/* ``shared`` is what kompass.comparison gave; ``made``, ``constant`` and ``pageOf`` as there. */
window.kompass.comparisonQuestions = function (made, constant, pageOf, shared) {
  const { names, table, medianOf, missing, figure, text, titles, split, editionsOf } = shared;
  const natural = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const parts = (...some) => some.flat(Infinity).filter(Boolean);

  /* Sub-questions, each with its form in every edition: one that is the same as one of the edition before joins it. */
  function lineage(columns) {
    const found = new Map();
    for (const edition of editionsOf(columns).sort()) {
      for (const theme of constant.themes) {
        for (const question of constant.editions[edition].themes[theme].questions) {
          const forms = found.get(question.same) ?? {};
          forms[edition] = { ...question, theme };
          found.set(`${edition}/${question.number}`, forms);
        }
      }
    }
    return [...new Set(found.values())].map(function (forms) {
      const having = columns.filter((one) => forms[one.edition]);
      return {
        ...forms[having[0].edition], ...names(having, (edition) => forms[edition]),
        having, isBeside: having.length > 1 || columns.length === 1,
        figures: columns.map((one) => result(one, forms[one.edition])),
      };
    }).sort((one, other) => natural.compare(one.number, other.number));
  }

  const percentText = (percent) => text("percent", { number: figure(percent) });

  function result(one, question) {
    if (!question) return { text: text("absent", one) };
    const { points, percent } = one.answers[question.number] ?? {};
    if (percent != null) return { text: percentText(percent), value: percent, bar: percent, known: true };
    if (points == null) return missing();
    const bar = question.maximum && points / question.maximum * 100;
    return { text: text("points", { points: figure(points) }), bar, known: true };
  }

  /* Sub-questions that two or more have are on one line, the others under their own edition. */
  function questions(theme, area, columns, all) {
    const here = all.filter((one) => one.theme === theme && one.figures.some((it) => it.known));
    const [beside, apart] = split(here, (one) => one.isBeside);
    const hasMedian = beside.some((one) => one.median != null);
    const lines = beside.map((one) => ({ ...one, median: hasMedian && medianOf(one, percentText) }));
    const lists = columns.map(function (one, index) {
      const items = apart.filter((line) => line.having[0] === one);
      return items.length && made("apart-column", { ...one, items: items.map((line) => made("apart-item", { ...line, ...line.figures[index] })) });
    });
    return [lines.length && table("questions-table", columns, lines, { area }), apart.length && made("apart", { columns: lists })];
  }

  /* By sub-question, what is about the whole area last. */
  function findings(one, theme, kind) {
    const items = [...one.results[theme]?.[kind] ?? []];
    items.sort((a, b) => !a.question - !b.question || natural.compare(a.question, b.question));
    return made(kind, {
      ...one,
      any: items.length,
      items: items.map(function (item, index) {
        const start = !index || items[index - 1].question !== item.question;
        const question = one.themes[theme].questions.find((it) => it.number === item.question);
        return made("finding", {
          ...item, href: `${pageOf(one.id)}#${item.id}`, start: start ? "group-start" : "", hidden: start ? "" : "visually-hidden",
          name: start && !one.answers[item.question] && question?.name,
        });
      }),
    });
  }

  function details(chosen) {
    const [columns, without] = split(chosen, (one) => one.hasAnswers);
    const all = lineage(columns);
    const found = {};
    for (const theme of constant.themes) {
      const own = names(chosen, (edition) => constant.editions[edition].themes[theme]);
      const [strengths, improvements] = ["strengths", "improvements"].map((kind) =>
        chosen.some((one) => one.results[theme]?.[kind]) && chosen.map((one) => findings(one, theme, kind)));
      const body = parts(
        questions(theme, own.name, columns, all),
        strengths && made("columns", { columns: strengths }),
        improvements && made("folded", { columns: improvements }),
      );
      if (body.length) found[theme] = made("theme", { ...own, theme, glyph: made("large-glyph-" + theme), body });
    }
    const body = [without.length && made("no-questions", { titles: titles(without) }), Object.values(found)];
    return { linked: found, section: made("questions", { body, any: columns.length }) };
  }

  return details;
};
