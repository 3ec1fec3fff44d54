/* The form without waiting: problems and the page beside it as one types, rows and saving without a new page.
   Everything works without this script too. Texts come from the server. */
"use strict";
(function () {
  const PAUSE = 350; // milliseconds without a key before the text is checked
  let timer = 0;
  let latest = 0;
  let unsaved = false;

  const form = () => document.getElementById("form");
  const status = (text) => {
    const place = document.getElementById("status");
    if (place.textContent !== text) place.textContent = text;
  };

  function send(button, path) {
    const body = new URLSearchParams(new FormData(form()));
    if (button) body.set(button.name, button.value);
    return fetch(path, { method: "POST", body, redirect: "follow" });
  }

  /* Problems at their fields and in the list; the page beside. What the server has just told may stay. */
  async function check(keepsStatus = false) {
    const number = ++latest;
    let answer;
    try {
      const response = await send(null, "check");
      if (!response.ok) {
        status(await response.text());
        return;
      }
      answer = await response.json();
    } catch {
      status(form().dataset.offline);
      return;
    }
    if (number !== latest) return;
    unsaved = answer.changed;
    for (const place of document.querySelectorAll(".form-problem")) {
      const texts = answer.problems[place.id.slice("problem:".length)] ?? [];
      place.textContent = texts.join(" ");
      place.hidden = texts.length === 0;
      const field = document.getElementById(place.id.slice("problem:".length));
      if (field?.matches("input, select, textarea")) {
        if (texts.length) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    }
    showList(answer.list);
    document.querySelector(".form-problems").hidden = answer.count === 0;
    if (!keepsStatus) status(`${answer.message} ${answer.changed ? form().dataset.unsaved : ""}`.trim());
    const preview = document.getElementById("preview").contentDocument?.querySelector("main");
    if (preview && preview.innerHTML !== answer.preview) preview.innerHTML = answer.preview;
  }

  /* The list anew; what was open in it stays open, and what had the focus keeps it. */
  function showList(html) {
    const list = document.getElementById("problem-list");
    const within = () => [...list.querySelectorAll("a, button, summary")];
    const open = [...list.querySelectorAll("details[open]")].map((one) => one.id);
    const focused = within().indexOf(document.activeElement);
    list.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused >= 0) within()[focused]?.focus({ preventScroll: true });
  }

  function checkSoon() {
    unsaved = true;
    latest++; // what is under way is about an older text
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  /* A row more or less, or saving: the server makes the whole form anew, and what was open stays open. */
  async function act(button) {
    const [action, name] = button.value.split(" ");
    let answer;
    try {
      answer = await (await send(button, "./")).text();
    } catch {
      status(form().dataset.offline);
      return;
    }
    clearTimeout(timer);
    latest++;
    const open = [...form().querySelectorAll("details[open]")].map((one) => one.id);
    const top = window.scrollY;
    const focused = document.activeElement.id;
    const group = button.closest?.("details.form-look")?.id; // choosing an edition is no button
    const made = new DOMParser().parseFromString(answer, "text/html");
    const next = made.getElementById("form");
    if (!next) {
      status(made.body.textContent.trim());
      return;
    }
    document.querySelector(".page-header").replaceWith(made.querySelector(".page-header"));
    form().replaceWith(document.adoptNode(next));
    if (action === "save" || action === "overwrite") unsaved = document.querySelector(".form-conflict") !== null;
    for (const id of open) if (id) document.getElementById(id)?.setAttribute("open", "");
    window.scrollTo({ top, behavior: "instant" });
    focusAfter(action, name, button.value, focused || group);
    await check(true);
  }

  function focusAfter(action, name, value, focused) {
    const list = name && document.getElementById(action === "add" ? name : name.slice(0, name.lastIndexOf("/")));
    if (action === "add") {
      [...list.querySelectorAll(".form-row")].at(-1).querySelector("input:not([type=hidden]), textarea, select").focus();
    } else if (action === "remove") {
      list.focus();
    } else if (action === "up" || action === "down") {
      const index = Number(name.slice(name.lastIndexOf("/") + 1)) + (action === "up" ? -1 : 1);
      const row = list.querySelectorAll(".form-row")[index];
      const again = row.querySelector(`button[value^="${action} "]`);
      (again.disabled ? row : again).focus();
    } else {
      const again = [...form().querySelectorAll("button")].find((one) => one.value === value);
      const place = document.getElementById(focused);
      (document.querySelector(".form-conflict button") ?? place?.querySelector("summary") ?? place ?? again ?? form().querySelector(".form-save")).focus();
    }
  }

  document.addEventListener("input", function (event) {
    if (event.target.closest("#form")) checkSoon();
  });
  document.addEventListener("submit", function (event) {
    event.preventDefault();
    act(event.submitter ?? form().querySelector(".form-save"));
  });
  /* A link to a field in a closed area opens it. */
  document.addEventListener("click", function (event) {
    const link = event.target.closest('#problem-list a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
  /* The page beside shows the area that is being filled in. */
  document.addEventListener("focusin", function (event) {
    const area = event.target.closest(".form-area");
    const preview = document.getElementById("preview");
    const section = area && preview.contentDocument?.getElementById(`omrade-${area.id.slice("areas/".length)}`);
    if (!section || preview.dataset.area === area.id) return;
    preview.dataset.area = area.id;
    const top = section.getBoundingClientRect().top + preview.contentWindow.scrollY;
    preview.contentWindow.scrollTo({ top, behavior: "instant" });
  });
  /* Another edition has other areas and sub-questions. */
  document.addEventListener("change", function (event) {
    if (event.target.id === "edition") act({ name: "do", value: "show" });
  });
  /* Leaving with what is not saved, for the file's text too, takes a second thought. */
  window.addEventListener("beforeunload", function (event) {
    if (unsaved) event.preventDefault();
  });
  window.addEventListener("load", () => check());
})();
