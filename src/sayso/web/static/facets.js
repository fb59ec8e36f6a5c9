// Dividing very many matches takes longer than showing the first: the page comes first, this follows.
const place = document.getElementById("facets");
const link = place.querySelector("a[href^='/search/facets']");
try {
  const answer = await fetch(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const made = page.getElementById("facets");
  if (answer.ok && made) place.replaceWith(made);
} catch {
  // The link stays.
}
