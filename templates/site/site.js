"use strict";
// Search and filter over the rows that search/*.js hand over. All else works without this script.
const KIND = 0, REF = 1, TITLE = 2, HREF = 3, STATE = 4, WORD = 5, UNITS = 6, AREA = 7, PLACE = 8, TINT = 10, SOUGHT = 11;
const AT_ONCE = 30; // results that are drawn at a time

const lianxi = {
  rows: [],
  take(rows) { this.rows = this.rows.concat(rows); },
};
globalThis.lianxi = lianxi;

// As the index was folded when it was made: full-width as half-width, capital as small letters.
const folded = (text) => text.normalize("NFKC").toLowerCase();

function load(number) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `search/${number}.js`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

// What is asked by its number first, then titles that have every word, then the rest in their order.
function sought(rows, words, wanted) {
  const exact = [], titled = [], others = [];
  for (const row of rows) {
    if (!words.every((word) => row[SOUGHT].includes(word))) continue;
    if (!wanted.every(([field, value]) => field === UNITS ? row[UNITS].includes(value) : row[field] === value)) continue;
    const title = folded(row[TITLE]);
    if (words.length === 1 && folded(row[REF]) === words[0]) exact.push(row);
    else if (words.length && words.every((word) => title.includes(word))) titled.push(row);
    else others.push(row);
  }
  return exact.concat(titled, others);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function drawn(row) {
  const item = element("li");
  const head = element("p", "title");
  const link = element("a", "", row[TITLE]);
  link.href = row[HREF];
  head.append(element("span", "kind", row[KIND]), " ", link);
  if (row[REF]) head.append(" ", element("span", "ref", row[REF]));
  const more = element("p", "more");
  if (row[WORD]) more.append(element("span", `badge ${row[TINT]}`, row[WORD]), " ");
  const told = [row[KIND] === "单位" ? "" : row[UNITS].join("、"), row[AREA], row[PLACE]];
  more.append(told.filter(Boolean).join("　"));
  item.append(head, more);
  return item;
}

function start(form) {
  const results = document.getElementById("results");
  const status = document.getElementById("found");
  const button = document.getElementById("more");
  const box = form.elements.q;
  const choices = [...form.querySelectorAll("select")];
  const parts = Number(form.dataset.parts);
  let hits = [], shown = 0, loaded = 0, waiting = false;

  function extend() {
    const next = hits.slice(shown, shown + AT_ONCE);
    results.append(...next.map(drawn));
    shown += next.length;
    button.hidden = shown === hits.length;
    const rest = loaded < parts ? `（正在读取，${loaded}/${parts}）` : "";
    status.textContent = `找到${hits.length}项${shown < hits.length ? `，先列${shown}项` : ""}${rest}`;
  }

  function show() {
    waiting = false;
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    const wanted = choices.filter((each) => each.value).map((each) => [Number(each.dataset.field), each.value]);
    results.replaceChildren();
    shown = 0;
    if (!words.length && !wanted.length) {
      hits = [];
      button.hidden = true;
      status.textContent = loaded < parts ? `正在读取，${loaded}/${parts}` : "请输入要查的词，或者选择条件。";
      return;
    }
    hits = sought(lianxi.rows, words, wanted);
    extend();
  }

  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(show);
  }

  function fill() {
    const asked = new URLSearchParams(location.search);
    box.value = asked.get("q") ?? "";
    for (const choice of choices) choice.value = asked.get(choice.name) ?? "";
    for (const choice of choices) if (choice.selectedIndex < 0) choice.value = "";
  }

  function keep() {
    const asked = new URLSearchParams();
    for (const field of [box, ...choices]) if (field.value) asked.set(field.name, field.value);
    try {
      history.replaceState(null, "", `?${asked}`);
    } catch {
      // Some browsers keep no state for a page opened from a disk; the search works all the same.
    }
  }

  form.addEventListener("input", soon);
  form.addEventListener("change", () => { keep(); soon(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); soon(); });
  form.addEventListener("reset", () => { box.value = ""; setTimeout(() => { keep(); show(); box.focus(); }); });
  button.addEventListener("click", () => {
    const first = shown;
    extend();
    results.children[first]?.querySelector("a").focus();
  });

  async function read() {
    try {
      for (let number = 1; number <= parts; number += 1) {
        await load(number);
        loaded = number;
        soon();
      }
    } catch {
      status.textContent = "查询目录读不出来，网页的文件可能没有拷全；请重新生成或者重新拷贝整个文件夹。";
    }
  }

  form.hidden = false;
  fill();
  box.focus();
  soon();
  read();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  document.getElementById("q")?.focus();
});

const form = document.getElementById("search");
if (form) start(form);
