// The reader: panel and text point at each other, keys move and judge, layers are switched without a new page.
// Everything here is also a link or a form that works without it.

const area = document.querySelector(".reader");
const cards = [...document.querySelectorAll("[data-card]")];
const marks = [...document.querySelectorAll("[data-s]")];
const status = document.querySelector("[data-said]");
const dialog = document.querySelector("[data-dialog]");
const csrf = document.querySelector('meta[name="csrf"]').content;
const byPlace = new Map(cards.map((card) => [card.dataset.card, card]));
const marksOf = new Map();
for (const mark of marks) {
  for (const place of mark.dataset.s.split(" ")) {
    if (!marksOf.has(place)) marksOf.set(place, []);
    marksOf.get(place).push(mark);
  }
}
document.documentElement.classList.add("scripted");
let current = null;

const shown = () => cards.filter((card) => !card.classList.contains("off"));

function light(place, on) {
  byPlace.get(place)?.classList.toggle("on", on);
  for (const mark of marksOf.get(place) ?? []) mark.classList.toggle("on", on);
}

// On a narrow page the chosen statement alone, at the foot of the window.
const panel = document.querySelector(".panel");
const narrow = matchMedia("(max-width: 56rem)");
function close() {
  if (!panel.classList.contains("one")) return false;
  panel.classList.remove("one");
  document.getElementById("t-" + current?.dataset.card)?.focus({ preventScroll: true });
  return true;
}
document.querySelector("[data-close]").addEventListener("click", close);

// Into sight within the panel, where that scrolls by itself; the page only moves where it does not.
function bring(card) {
  const panel = card.closest(".panel");
  if (getComputedStyle(panel).position !== "sticky") return card.scrollIntoView({ block: "nearest" });
  const box = card.getBoundingClientRect();
  const top = Math.max(0, panel.getBoundingClientRect().top);
  const bottom = Math.min(innerHeight, panel.getBoundingClientRect().bottom);
  if (box.top < top || box.bottom > bottom) {
    panel.scrollTop += box.top - top - Math.max(8, (bottom - top - box.height) / 3);
  }
}

function select(card, { focus = true, scroll = true, inText = true } = {}) {
  if (current) {
    current.classList.remove("now");
    light(current.dataset.card, false);
  }
  current = card;
  card.classList.add("now");
  light(card.dataset.card, true);
  if (narrow.matches && inText) panel.classList.add("one");
  if (focus) card.focus({ preventScroll: true });
  const words = document.getElementById("t-" + card.dataset.card);
  const hidden = narrow.matches && inText && words?.getBoundingClientRect().bottom > innerHeight * 0.4;
  if (scroll || hidden) words?.scrollIntoView({ block: narrow.matches ? "start" : "center" });
  if (!panel.classList.contains("one")) bring(card);
  history.replaceState(null, "", "#" + card.dataset.card);
}

for (const card of cards) {
  card.addEventListener("focus", () => { if (current !== card) select(card, { focus: false, scroll: false, inText: false }); });
  card.addEventListener("mouseenter", () => light(card.dataset.card, true));
  card.addEventListener("mouseleave", () => { if (current !== card) light(card.dataset.card, false); });
}
for (const mark of marks) {
  const places = mark.dataset.s.split(" ");
  const inner = places.at(-1);
  mark.addEventListener("mouseenter", () => {
    light(inner, true);
    const card = byPlace.get(inner);
    if (card && getComputedStyle(card.closest(".panel")).position === "sticky") bring(card);
  });
  mark.addEventListener("mouseleave", () => { if (current?.dataset.card !== inner) light(inner, false); });
  mark.addEventListener("click", () => {
    if (String(getSelection())) return; // words are being copied
    const card = byPlace.get(inner);
    if (card) select(card, { scroll: false });
  });
}
for (const link of document.querySelectorAll("a.n")) {
  const place = link.getAttribute("href").slice(1);
  link.addEventListener("focus", () => light(place, true));
  link.addEventListener("blur", () => { if (current?.dataset.card !== place) light(place, false); });
  link.addEventListener("click", (event) => {
    const card = byPlace.get(place);
    if (!card) return;
    event.preventDefault();
    select(card, { scroll: false });
  });
}
for (const link of document.querySelectorAll("[data-words]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = document.getElementById(link.getAttribute("href").slice(1));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  });
}

// Layers -----------------------------------------------------------------------------------------------------------
const layers = document.querySelector("[data-layers]");
function applyLayers() {
  const chosen = new FormData(layers);
  const kinds = chosen.getAll("kind");
  const only = chosen.getAll("only");
  const visible = new Set();
  for (const card of cards) {
    const own = card.dataset.layers.split(" ");
    const show = kinds.some((kind) => own.includes(kind)) && (!only.length || only.some((layer) => own.includes(layer)));
    card.classList.toggle("off", !show);
    document.getElementById("t-" + card.dataset.card)?.classList.toggle("off", !show);
    if (show) visible.add(card.dataset.card);
  }
  // A statement that began in an earlier part has no card here; it keeps its mark.
  const seen = (place) => visible.has(place) || !byPlace.has(place);
  for (const mark of marks) {
    const content = (mark.dataset.c ?? "").split(" ").filter((place) => place && seen(place));
    mark.classList.remove("direct", "mixed", "indirect", "faint");
    mark.classList.toggle("c", content.length > 0);
    mark.classList.toggle("deep", content.length > 1);
    if (content.length) {
      const inner = byPlace.get(content.at(-1));
      mark.classList.add(inner?.dataset.kind ?? "indirect");
      mark.classList.toggle("faint", Boolean(inner?.classList.contains("doubtful")));
    }
    mark.classList.toggle("q", (mark.dataset.q ?? "").split(" ").some((place) => place && seen(place)));
    mark.classList.toggle("w", (mark.dataset.w ?? "").split(" ").some((place) => place && seen(place)));
  }
  const address = new URL(location.href);
  address.search = new URLSearchParams(chosen).toString();
  history.replaceState(null, "", address);
  say(`${visible.size} of ${cards.length} statements shown`);
}
layers.addEventListener("change", applyLayers);

// Judging ----------------------------------------------------------------------------------------------------------
const say = (words) => { status.textContent = words; };

async function judge(decision) {
  const answer = await fetch("/api/v1/judgements", {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": csrf },
    body: JSON.stringify(decision),
  });
  const value = await answer.json();
  if (!answer.ok) throw new Error(`${value.detail}. ${value.remedy ?? ""}`);
  return value;
}

async function verdict(card, action) {
  try {
    const made = await judge({ action, target: card.dataset.id });
    area.dataset.last = made.id;
    const label = action === "accept" ? "accepted" : "rejected";
    const badge = card.querySelector("[data-judged]");
    badge.textContent = label;
    badge.hidden = false;
    card.classList.toggle("rejected", action === "reject");
    say(`${card.dataset.card} ${label}`);
  } catch (error) {
    say(String(error.message));
    alertInPage(String(error.message));
  }
}

async function undo() {
  if (!area.dataset.last) return say("nothing of yours to undo on this report");
  try {
    await judge({ action: "undo", target: area.dataset.last });
    location.reload();
  } catch (error) {
    alertInPage(String(error.message));
  }
}

function alertInPage(words) {
  let box = document.querySelector("[data-alert]");
  if (!box) {
    box = document.createElement("p");
    box.dataset.alert = "";
    box.className = "warn";
    box.setAttribute("role", "alert");
    layers.after(box);
  }
  box.textContent = `⊘ ${words}`;
}

for (const form of document.querySelectorAll(".card form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    verdict(form.closest(".card"), event.submitter.value);
  });
}

// Keys -------------------------------------------------------------------------------------------------------------
function move(step) {
  const list = shown();
  if (!list.length) return;
  const at = list.indexOf(current);
  select(list[Math.min(list.length - 1, Math.max(0, at + step))] ?? list[0]);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select") || dialog.open) return;
  const may = area.dataset.may;
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => may && current && verdict(current, "accept"),
    x: () => may && current && verdict(current, "reject"),
    e: () => may && current && current.querySelector("[data-correct]").click(),
    n: () => may && current && current.querySelector("[data-note]").click(),
    u: () => may && undo(),
    "?": () => dialog.showModal(),
    Escape: () => close(),
    "/": () => document.getElementById("find").focus(),
  };
  if (event.key === "Enter" && document.activeElement === current) {
    document.getElementById("t-" + current.dataset.card)?.focus();
    event.preventDefault();
  } else if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
document.querySelector("[data-help]").addEventListener("click", () => dialog.showModal());

const named = byPlace.get(decodeURIComponent(location.hash.slice(1)));
if (named) select(named);
