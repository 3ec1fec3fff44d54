/* The form of the finder: what is asked, to and from the address and the boxes, and the counts beside the boxes.

   What is asked is a state: the words, and the values chosen of each facet. */
"use strict";
window.kompass.finderForm = function (form, themeAreas, messages) {
  const { element, filled, query } = window.kompass;
  const field = form.elements.q;
  const facets = Array.from(form.querySelectorAll("[data-facet]"), (fieldset) => fieldset.dataset.facet);
  const questions = form.querySelector("[data-questions]");
  const everyQuestion = questions.dataset.questions.split(" ");
  const ofArchive = new Map(Array.from(boxes(), (box) => [box, Number(countBeside(box).textContent.replace(/\D/g, ""))]));
  let questionsOf = "";

  function fieldsetOf(facet) {
    return form.querySelector(`[data-facet="${facet}"]`);
  }

  function boxes(facet) {
    return facet ? fieldsetOf(facet).querySelectorAll("input") : form.querySelectorAll("[data-facet] input");
  }

  function countBeside(box) {
    return box.closest("label").lastElementChild;
  }

  function themeOfQuestion(value) {
    const [edition, number] = value.split("/");
    return Object.keys(themeAreas).find((theme) => String(themeAreas[theme][edition]) === number.split(".")[0]);
  }

  /* A sub-question goes with its area and its edition: where others are chosen, it is not. */
  function settled(chosen) {
    const { omrade, utgava, delfraga, ...others } = chosen;
    const fits = (value) => (omrade?.includes(themeOfQuestion(value)) ?? true) && (utgava?.includes(value.split("/")[0]) ?? true);
    const left = delfraga?.filter(fits) ?? [];
    return { ...others, ...(omrade && { omrade }), ...(utgava && { utgava }), ...(left.length && { delfraga: left }) };
  }

  /* The state in an address; ``unknown`` is what it has and the archive not. */
  function ofAddress(search) {
    const parameters = new URLSearchParams(search);
    const values = facets.flatMap((facet) => Array.from(new Set(parameters.getAll(facet)), (value) => ({ facet, value }))).filter(({ value }) => value);
    const chosen = {};
    for (const { facet, value } of values) {
      const known = facet === "delfraga" ? everyQuestion : Array.from(boxes(facet), (box) => box.value);
      if (known.includes(value)) (chosen[facet] ??= []).push(value);
    }
    const kept = settled(chosen);
    const unknown = values.filter(({ facet, value }) => !kept[facet]?.includes(value)).map(({ facet, value }) => facet + "=" + value);
    return { words: query.words(parameters, field).trim(), chosen: kept, unknown };
  }

  function addressOf({ words, chosen }) {
    const parameters = new URLSearchParams();
    if (words) parameters.set("q", words);
    for (const facet of facets) for (const value of chosen[facet] ?? []) parameters.append(facet, value);
    const text = parameters.toString().replaceAll("%2F", "/");
    return location.pathname + (text ? "?" + text : "");
  }

  /* The state in the form. A sub-question chosen before has no box until its records are fetched. */
  function read(before) {
    const chosen = {};
    for (const box of boxes()) if (box.checked) (chosen[box.name] ??= []).push(box.value);
    const hasBox = new Set(Array.from(boxes("delfraga"), (box) => box.value));
    const waiting = before.chosen.delfraga?.filter((value) => !hasBox.has(value)) ?? [];
    return { words: field.value.trim(), chosen: settled({ ...chosen, delfraga: [...waiting, ...(chosen.delfraga ?? [])] }), unknown: [] };
  }

  /* Puts a state into the form. */
  function fill({ words, chosen }) {
    field.value = words;
    for (const box of boxes()) box.checked = Boolean(chosen[box.name]?.includes(box.value));
    for (const facet of Object.keys(chosen)) {
      const fold = fieldsetOf(facet).closest("details.facet");
      if (fold) fold.open = true;
    }
  }

  /* Nothing at all where the number is not known. A value without hits stays and cannot be chosen, unless the reader is
     at it: a box that goes away takes the focus along. */
  function setCount(box, number) {
    countBeside(box).textContent = number === undefined ? "" : query.number(number);
    box.disabled = number === 0 && !box.checked && box !== document.activeElement;
  }

  /* The counts beside all values; those of the whole archive where nothing else narrows. */
  function showCounts({ words, chosen }, numberOf) {
    for (const [box, number] of ofArchive) {
      const isAlone = !words && Object.keys(chosen).every((facet) => facet === box.name);
      setCount(box, isAlone ? number : numberOf(box.name, box.value));
    }
    for (const box of boxes("delfraga")) setCount(box, numberOf("delfraga", box.value));
  }

  /* The sub-questions of the areas chosen, by edition: of those among these shards. They stay while the reader is at
     one, also when the last choice is undone. */
  function showQuestions({ chosen }, shards) {
    const areas = chosen.omrade ?? (chosen.delfraga ?? []).map(themeOfQuestion);
    const shown = shards.filter((shard) => areas.includes(shard.theme) && shard.questions.length);
    const about = shown.map((shard) => shard.theme + shard.edition).join();
    if (about === questionsOf || (!shown.length && questions.contains(document.activeElement))) return;
    questionsOf = about;
    const focused = document.activeElement?.name === "delfraga" ? document.activeElement.value : null;
    questions.replaceChildren(...(shown.length ? shown.flatMap((shard) => questionParts(shard, chosen, areas.length > 1)) : [element("p", { class: "quiet" }, messages.chooseArea)]));
    Array.from(boxes("delfraga")).find((box) => box.value === focused)?.focus();
  }

  function questionParts(shard, chosen, hasOthers) {
    const items = shard.questions.map(function ({ value, number, name }) {
      const box = element("input", { type: "checkbox", name: "delfraga", value });
      box.checked = Boolean(chosen.delfraga?.includes(value));
      return element("li", {}, element("label", {}, box, element("span", { class: "facet-name" }, number + " " + name), element("span", { class: "quiet" })));
    });
    const title = filled(messages.questionsOf, { edition: shard.edition }) + (hasOthers ? ", " + shard.areaName : "");
    return [element("p", { class: "quiet" }, title), element("ul", {}, ...items)];
  }

  function legendOf(facet) {
    return fieldsetOf(facet).querySelector("legend").textContent;
  }

  /* The names of what is chosen, by facet. */
  function namesOf({ chosen }) {
    return facets.filter((facet) => chosen[facet]).map((facet) => ({
      facet: legendOf(facet),
      names: chosen[facet].map(function (value) {
        const name = Array.from(boxes(facet)).find((box) => box.value === value)?.closest("label").querySelector(".facet-name").textContent;
        const [edition, number] = value.split("/");
        return facet === "delfraga" ? `${name ?? number} (${edition})` : name;
      }),
    }));
  }

  return { ofAddress, addressOf, settled, read, fill, showCounts, showQuestions, legendOf, namesOf, themeOfQuestion };
};
