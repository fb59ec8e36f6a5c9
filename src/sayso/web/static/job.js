// Asks how far adding has come; the page is fetched anew when something has changed.
const line = document.querySelector("[data-job]");
let before = null;
async function ask() {
  try {
    const answer = await fetch(`/api/v1/jobs/${line.dataset.job}`);
    const job = await answer.json();
    if (job.state === "done" || job.state === "failed") return location.reload();
    const now = `${job.state === "waiting" ? "Waiting for its turn" : "Reading"} · ${job.done} report${job.done === 1 ? "" : "s"} so far.`;
    if (now !== before) line.textContent = before = now;
  } catch {
    // The server may be restarting: the job is kept, ask again.
  }
  setTimeout(ask, 700);
}
setTimeout(ask, 400);
