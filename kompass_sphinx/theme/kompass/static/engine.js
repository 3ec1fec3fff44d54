/* The search among records: pure functions, no page. Loaded at first need, with uFuzzy and sha256 beside it.

   A shard holds the records of one theme in one edition (exports/search_records.py) as columns, in the order that
   results are shown: named first, then strengths, best results and improvements, each by result, then by year. */
"use strict";
(function () {
  const KINDS = ["utpekad", "styrka", "toppresultat", "forbattring"];
  const [NAMED, STRENGTH, TOP, IMPROVEMENT] = KINDS.keys();
  const FACETS = ["slag", "omrade", "delfraga", "utgava", "grupp", "lan", "ar"];
  const NO_PLACE = 0xffff;
  const FIRST_YEAR = 1990;
  const YEARS = 100;
  const WHOLE_AREA = -1;
  // A word of few letters is near too many others, one of very many takes too long; to uFuzzy a sign may be a command.
  const FORGIVABLE = /^(?=.*[a-z])[a-z\d][a-z\d-]{3,39}$/;
  const IN_TEXT = 1;
  const IN_NAME = 2;

  const fuzzy = new uFuzzy({ intraMode: 1, intraSlice: [0, Infinity] });

  /* Without capitals and accents, sign for sign: places in the folded text are places in the text. */
  function fold(text) {
    const lower = text.toLowerCase();
    return uFuzzy.latinize(lower.length === text.length ? lower : text);
  }

  /* The words of a query, in the order given: as written, without signs around them, and folded for the search. */
  function wordsOf(query) {
    const written = query.split(/\s+/).filter(Boolean).map((word) => word.replace(/^[.,;:!?"'”()]+|[.,;:!?"'”()]+$/g, "") || word);
    return written.map((word) => ({ written: word, word: fold(word) }));
  }

  /* The registry as columns: places are numbered in its order, which is the order of the Swedish alphabet. */
  function unpackRegistry({ municipalities, counties, groups }) {
    const slugs = Object.keys(municipalities);
    const [names, county, group] = [0, 1, 2].map((column) => slugs.map((slug) => municipalities[slug][column]));
    return { slugs, names, county, group, counties, groups, index: new Map(slugs.map((slug, index) => [slug, index])) };
  }

  function unpackShard(raw, registry) {
    const rows = [];
    const [area, areaName, areaLimit] = raw.area;
    raw.evaluations.forEach(function ([slug, year, points, percents, strengths, improvements, named], evaluation) {
      const home = registry.index.get(slug);
      const resultOf = (question) => (question === WHOLE_AREA ? null : percents[question] ?? null);
      const equal = new Map();
      function add(kind, question, percent, place, text, more) {
        const same = kind + text;
        const before = equal.get(same) ?? 0;
        equal.set(same, before + 1);
        rows.push({ kind, question, percent, place, year, evaluation, text, before, what: "", page: 0, ...more });
      }
      named.forEach(function ([question, name, what, topic, page]) {
        const place = what ? undefined : registry.index.get(name);
        const placeName = what ? name : registry.names[place];
        const [percent, ofYear] = ownResult(raw, name, question, what);
        add(NAMED, question, percent, place, placeName + ": " + topic, { placeName, what, page, own: name === slug, ofYear });
      });
      for (const [kind, list] of [[STRENGTH, strengths], [IMPROVEMENT, improvements]]) {
        let question = WHOLE_AREA;
        for (const entry of list) {
          if (typeof entry === "number") question = entry;
          else add(kind, question, resultOf(question), home, entry);
        }
      }
      raw.questions.forEach(function ([, , limit], question) {
        if (limit !== null && percents[question] != null && percents[question] >= limit) add(TOP, question, percents[question], home, "");
      });
      if (areaLimit !== null && points !== null && points >= areaLimit) add(TOP, WHOLE_AREA, points, home, "");
    });
    for (const row of rows) row.key = keyOf(row);
    rows.sort((one, other) => one.key - other.key || (one.place ?? NO_PLACE) - (other.place ?? NO_PLACE));
    return {
      theme: raw.theme,
      edition: String(raw.edition),
      area,
      areaName,
      questions: raw.questions.map(([number, name]) => ({ number, name, value: raw.edition + "/" + number })),
      evaluations: raw.evaluations.map(([slug, year]) => ({ slug, year, name: registry.names[registry.index.get(slug)] })),
      rows,
      key: Float64Array.from(rows, (row) => row.key),
      kind: Uint8Array.from(rows, (row) => row.kind),
      question: Int8Array.from(rows, (row) => row.question),
      evaluation: Uint16Array.from(rows, (row) => row.evaluation),
      place: Uint16Array.from(rows, (row) => row.place ?? NO_PLACE),
      year: Uint8Array.from(rows, (row) => row.year - FIRST_YEAR),
      folded: rows.map((row) => fold(row.what ? row.text + " " + row.what : row.text)),
      foldedEvaluations: raw.evaluations.map(([slug, year]) => fold(registry.names[registry.index.get(slug)] + " " + year)),
      foldedQuestions: raw.questions.map(([number, name]) => fold(number + " " + name)),
      foldedArea: fold(areaName),
    };
  }

  /* The named municipality's own result on the same sub-question in its latest evaluation of the edition, and that
     evaluation's year. */
  function ownResult(raw, name, question, what) {
    if (what || question === WHOLE_AREA) return [null];
    const own = raw.evaluations.filter(([slug, , , percents]) => slug === name && percents[question] != null);
    if (!own.length) return [null];
    const [, year, , percents] = own.reduce((last, one) => (one[1] > last[1] ? one : last));
    return [percents[question], year];
  }

  /* Kind, then result (the highest first, none last), then year (the latest first): the lower the earlier. */
  function keyOf({ kind, percent, year }) {
    return kind * 1e10 + (percent === null ? 10001 : Math.round((100 - percent) * 100)) * 1e5 + (9999 - year);
  }

  /* Where one word is found in a shard: in the text, or only in what stands around it. */
  function findWord(shard, word, isForgiven) {
    const [text, evaluations, questions, [area]] = [shard.folded, shard.foldedEvaluations, shard.foldedQuestions, [shard.foldedArea]].map((texts) => marksOf(texts, word, isForgiven));
    return { text, evaluations, questions, area, any: area || [text, evaluations, questions].some((marks) => marks.includes(1)) };
  }

  /* A mark for each text that has the word, as written or with one typing error. */
  function marksOf(texts, word, isForgiven) {
    const marks = new Uint8Array(texts.length);
    if (isForgiven) for (const index of fuzzy.filter(texts, word) ?? []) marks[index] = 1;
    else for (let index = 0; index < texts.length; index += 1) if (texts[index].includes(word)) marks[index] = 1;
    return marks;
  }

  const mayForgive = (word) => FORGIVABLE.test(word);

  /* Each word as written; one that is nowhere as written, nor known otherwise, with one typing error. */
  function findWords(shards, words, isKnown) {
    return words.map(function ({ written, word }) {
      const found = shards.map((shard) => findWord(shard, word, false));
      const isForgiven = mayForgive(word) && !isKnown(word) && !found.some((one) => one.any);
      return { written, word, isForgiven, found: isForgiven ? shards.map((shard) => findWord(shard, word, true)) : found };
    });
  }

  /* IN_TEXT when all words are in the text or name the evaluation; IN_NAME when a word names the sub-question or
     the area alone; 0 when a word is missing. */
  function tierOf(shard, found, index) {
    let tier = IN_TEXT;
    for (const one of found) {
      if (one.text[index] || one.evaluations[shard.evaluation[index]]) continue;
      if (!one.questions[shard.question[index]] && !one.area) return 0;
      tier = IN_NAME;
    }
    return tier;
  }

  /* What is chosen of each facet, as tables by the shard's numbers. */
  function choicesFor(shard, chosen, registry) {
    const allows = (facet, value) => !chosen[facet]?.length || chosen[facet].includes(value);
    return {
      slag: KINDS.map((kind) => allows("slag", kind)),
      omrade: allows("omrade", shard.theme),
      delfraga: shard.questions.map((question) => allows("delfraga", question.value)),
      wholeArea: !chosen.delfraga?.length,
      utgava: allows("utgava", shard.edition),
      grupp: registry.group.map((group) => allows("grupp", group)),
      lan: registry.county.map((county) => allows("lan", county)),
      noGroup: !chosen.grupp?.length,
      noCounty: !chosen.lan?.length,
      ar: Array.from({ length: YEARS }, (_, year) => allows("ar", String(FIRST_YEAR + year))),
    };
  }

  /* The records that fit the query and what is chosen. ``take(n)`` gives the first of them as pairs of shard and
     index, those in the text first; ``counts`` say, for each value of each facet, how many fit if it is chosen.
     ``isKnown`` tells whether a word is right although no record has it. */
  function search(shards, query, chosen, registry, isKnown = () => false) {
    const words = findWords(shards, wordsOf(query), isKnown);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    const count = (facet, value, number) => { if (number) counts[facet].set(value, (counts[facet].get(value) ?? 0) + number); };
    const tiers = [[], []].map(() => shards.map(() => []));
    shards.forEach(function (shard, position) {
      const found = words.map((word) => word.found[position]);
      const allowed = choicesFor(shard, chosen, registry);
      const outside = !allowed.omrade + !allowed.utgava;
      const byKind = new Uint32Array(KINDS.length);
      const byQuestion = new Uint32Array(shard.questions.length);
      const byGroup = new Uint32Array(registry.slugs.length);
      const byCounty = new Uint32Array(registry.slugs.length);
      const byYear = new Uint32Array(YEARS);
      let here = 0;
      let otherTheme = 0;
      let otherEdition = 0;
      for (let index = 0; index < shard.rows.length; index += 1) {
        const tier = found.length ? tierOf(shard, found, index) : IN_TEXT;
        if (!tier) continue;
        const kind = shard.kind[index];
        const question = shard.question[index];
        const place = shard.place[index];
        const year = shard.year[index];
        const kindFails = !allowed.slag[kind];
        const questionFails = question === WHOLE_AREA ? !allowed.wholeArea : !allowed.delfraga[question];
        const groupFails = place === NO_PLACE ? !allowed.noGroup : !allowed.grupp[place];
        const countyFails = place === NO_PLACE ? !allowed.noCounty : !allowed.lan[place];
        const yearFails = !allowed.ar[year];
        const fails = outside + kindFails + questionFails + groupFails + countyFails + yearFails;
        if (fails > 1) continue;
        if (fails === 0) {
          here += 1;
          tiers[tier - 1][position].push(index);
        }
        if (fails === 0 || kindFails) byKind[kind] += 1;
        if ((fails === 0 || questionFails) && question !== WHOLE_AREA) byQuestion[question] += 1;
        if ((fails === 0 || groupFails) && place !== NO_PLACE) byGroup[place] += 1;
        if ((fails === 0 || countyFails) && place !== NO_PLACE) byCounty[place] += 1;
        if (fails === 0 || yearFails) byYear[year] += 1;
        if (fails === 1 && !allowed.omrade) otherTheme += 1;
        if (fails === 1 && !allowed.utgava) otherEdition += 1;
      }
      byKind.forEach((number, kind) => count("slag", KINDS[kind], number));
      count("omrade", shard.theme, here + otherTheme);
      byQuestion.forEach((number, question) => count("delfraga", shard.questions[question].value, number));
      count("utgava", shard.edition, here + otherEdition);
      byGroup.forEach((number, place) => count("grupp", registry.group[place], number));
      byCounty.forEach((number, place) => count("lan", registry.county[place], number));
      byYear.forEach((number, year) => count("ar", String(FIRST_YEAR + year), number));
    });
    const [inText, inName] = tiers.map((tier) => tier.reduce((sum, indices) => sum + indices.length, 0));
    return {
      total: inText + inName,
      inText,
      counts,
      words: words.map(({ written, word, isForgiven }) => ({ written, word, isForgiven })),
      take: (most) => tiers.reduce((taken, tier) => taken.concat(merged(shards, tier, most - taken.length)), []),
    };
  }

  /* The first of several lists of indices that are each in order, as one list in order. */
  function merged(shards, lists, most) {
    const next = lists.map(() => 0);
    const taken = [];
    while (taken.length < most) {
      let best = -1;
      for (let position = 0; position < lists.length; position += 1) {
        if (next[position] === lists[position].length) continue;
        if (best < 0 || shards[position].key[lists[position][next[position]]] < shards[best].key[lists[best][next[best]]]) best = position;
      }
      if (best < 0) break;
      taken.push({ shard: shards[best], index: lists[best][next[best]] });
      next[best] += 1;
    }
    return taken;
  }

  /* Where the words stand in a text, as pairs of start and end, in order and apart. */
  function rangesIn(text, words) {
    const folded = fold(text);
    const ranges = [];
    for (const { word, isForgiven } of words) {
      if (isForgiven) {
        const [places = []] = fuzzy.filter([folded], word)?.length ? fuzzy.info([0], [folded], word).ranges : [];
        for (let index = 0; index < places.length; index += 2) ranges.push([places[index], places[index + 1]]);
        continue;
      }
      for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) ranges.push([start, start + word.length]);
    }
    const apart = [];
    for (const range of ranges.sort((one, other) => one[0] - other[0])) {
      const last = apart.at(-1);
      if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
      else apart.push(range);
    }
    return apart;
  }

  /* The address of an item on its evaluation's page, as archive/items.py makes it: ``before`` are the equal texts
     before it in the same area. */
  function anchorOf(shard, index) {
    const row = shard.rows[index];
    if (row.kind === TOP) return row.question === WHOLE_AREA ? "omrade-" + shard.area : "delfraga-" + shard.questions[row.question].number.replace(".", "-");
    const letter = { [NAMED]: "e", [STRENGTH]: "s", [IMPROVEMENT]: "i" }[row.kind];
    const base = [letter, shard.area, sha256(row.text).slice(0, 8)].join("-");
    return row.before ? base + "-" + (row.before + 1) : base;
  }

  window.kompass.engine = { KINDS, fold, wordsOf, mayForgive, marksOf, unpackRegistry, unpackShard, search, rangesIn, anchorOf };
})();
