// Adding a statement by hand: the words selected in the text go into the form, with the place where they stand.
// Without this the words are typed or pasted.

const article = document.querySelector("article");
const form = document.querySelector("[data-by-hand]");
const bar = document.querySelector("[data-selected]");
let last = null;

const length = (words) => [...words].length; // code points, as the server counts

// The selected words of each paragraph, without the numbers of statements, and where they begin in the report.
function taken() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const pieces = [];
  let at = null;
  for (const paragraph of article.querySelectorAll("p[data-at]")) {
    if (!range.intersectsNode(paragraph)) continue;
    let before = Number(paragraph.dataset.at);
    let words = "";
    for (const mark of paragraph.querySelectorAll(".m")) {
      for (const node of mark.childNodes) {
        if (range.intersectsNode(node)) {
          const begin = node === range.startContainer ? range.startOffset : 0;
          const end = node === range.endContainer ? range.endOffset : node.data.length;
          const piece = node.data.slice(begin, end);
          if (!words.trim() && piece.trim() && at === null) {
            at = before + length(node.data.slice(0, begin + piece.length - piece.trimStart().length));
          }
          words += piece;
        }
        before += length(node.data);
      }
    }
    if (words.trim()) pieces.push(words.trim().replace(/\s+/g, " "));
  }
  return pieces.length ? { words: pieces.join(" … "), at } : null;
}

function fill(name) {
  if (!last) return;
  const field = form.elements[name];
  field.value = last.words;
  form.elements[`at.${name}`].value = last.at;
  if (name === "mention" && !form.elements.name.value) form.elements.name.value = last.words;
  const box = form.closest("details");
  box.open = true;
  box.closest(".panel").classList.remove("one"); // on a narrow page the panel may show one statement alone
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

document.addEventListener("selectionchange", () => {
  const found = taken();
  if (!found && document.activeElement?.closest?.("[data-by-hand]")) return; // words are being typed
  last = found;
  bar.hidden = !last;
});
for (const button of document.querySelectorAll("[data-take]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  button.addEventListener("click", () => fill(button.dataset.take));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog[open]")) return;
  event.preventDefault();
  form.closest("details").open = true;
  if (last) fill("content");
  else form.elements.content.focus();
});
