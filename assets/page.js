// The page with script: it checks while somebody types, makes a fix in place and opens files. It asks this page's own address and no other.
// Every answer is the page as a browser without script would get it; what changed is taken from there.

const home = new URL("../", import.meta.url);
const pause = 400;
let timer = 0;
let asked = new AbortController();
let unsaved = false;

const byId = (id) => document.getElementById(id);
const form = () => byId("form");

/** Posts to the page and gives its answer as a document; null where a newer question took its place. */
async function ask(path, body, headers = {}) {
  asked.abort();
  asked = new AbortController();
  const signal = asked.signal;
  for (let tries = 0; ; tries += 1) {
    let answer;
    try {
      answer = await fetch(new URL(path, home), { method: "POST", body, headers, signal });
    } catch (error) {
      if (error.name !== "AbortError") {
        say("breachlint does not answer any more. What you type is not checked. Start it again; this form can still be read and copied.");
      }
      return null;
    }
    if (answer.status === 429 && tries < 5) {
      await new Promise((resume) => setTimeout(resume, 1000));
      continue;
    }
    const text = await answer.text();
    if (signal.aborted) return null;
    if (!answer.ok) {
      say(`That could not be done: ${text.trim()}.`);
      return null;
    }
    return new DOMParser().parseFromString(text, "text/html");
  }
}

function say(words) {
  byId("note").textContent = words;
}

function fields(submitter) {
  const data = new URLSearchParams(new FormData(form()));
  if (submitter?.name) data.append(submitter.name, submitter.value);
  return data;
}

/** Takes over what was found and what is asked, and leaves the answers and the focus alone. */
function refresh(next) {
  for (const fresh of next.querySelectorAll("[data-live]")) {
    const old = byId(fresh.id);
    if (!old || (old.innerHTML === fresh.innerHTML && old.className === fresh.className)) continue;
    const open = [...old.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent.replace(/\(.*/, ""));
    const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
    old.className = fresh.className;
    old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    for (const details of old.querySelectorAll("details")) {
      details.open = open.includes(details.firstElementChild.textContent.replace(/\(.*/, ""));
    }
    if (focused !== null) {
      const again = [...old.querySelectorAll("a, button, summary")].find((item) => item.textContent === focused);
      (again ?? old.closest("[data-question]")?.querySelector("input, select, textarea") ?? byId("standing")).focus();
    }
  }
  for (const fresh of next.querySelectorAll("[data-question]")) {
    const old = byId(fresh.id);
    if (old) old.hidden = fresh.hidden;
  }
  for (const fresh of next.querySelectorAll("#form [id][name]")) {
    const old = byId(fresh.id);
    if (!old) continue;
    if (fresh.hasAttribute("aria-invalid")) old.setAttribute("aria-invalid", "true");
    else old.removeAttribute("aria-invalid");
  }
  for (const fresh of next.querySelectorAll("#entity-buttons button")) {
    const old = document.querySelector(`#entity-buttons button[value="${fresh.value}"]`);
    if (old) old.hidden = fresh.hidden;
  }
}

/** Takes over the whole form, and what stands about a file that was opened. */
function replace(next, places = ["form", "note", "opened"]) {
  refresh(next);
  for (const id of places) byId(id).replaceWith(document.importNode(next.getElementById(id), true));
  revealForScript();
}

async function check() {
  clearTimeout(timer);
  const next = await ask("./", fields());
  if (next) refresh(next);
  return next !== null;
}

/** The first thing to fill in at the question or section called `name`. */
function focus(name) {
  const place = byId(name) ?? byId(`q-${name}`);
  const control = place?.matches("input, select, textarea") ? place : place?.querySelector("input:not([type=hidden]), select, textarea");
  control?.focus();
}

async function change(submitter) {
  clearTimeout(timer);
  const handle = submitter.value;
  const question = submitter.closest("[data-question]");
  const name = question?.id.replace(/^q-/, "");
  const next = await ask("./", fields(submitter));
  if (!next) return;
  replace(next);
  unsaved = true;
  if (handle === "add-entity" || handle === "remove-entity") {
    focus([...document.querySelectorAll("fieldset.screen")].filter((screen) => screen.id.startsWith("covered_entity[")).pop()?.id);
  } else if (name) {
    focus(name);
  }
}

async function open(path, body, headers, places) {
  if (unsaved && !window.confirm("Replace what is in the form now?")) return;
  clearTimeout(timer);
  const next = await ask(path, body, headers);
  if (!next) return;
  replace(next, places);
  unsaved = false;
  const list = byId("opened");
  const shown = list.childElementCount > 0 && !places ? list : form();
  byId("open").open = false;
  shown.setAttribute("tabindex", "-1");
  shown.focus({ preventScroll: true });
  shown.scrollIntoView();
}

async function openFile(file) {
  await open(`open?name=${encodeURIComponent(file.name)}`, file, { "content-type": "application/octet-stream" });
}

document.addEventListener("input", (event) => {
  if (event.target.form !== form()) return;
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(check, pause);
});

document.addEventListener("submit", async (event) => {
  const submitter = event.submitter;
  if (submitter?.hasAttribute("formaction")) {
    if (submitter.getAttribute("formaction").endsWith("draft")) unsaved = false;
    return;
  }
  event.preventDefault();
  if (event.target !== form()) {
    // A list of drafts stays, so that the next can be opened from it.
    const places = event.target.closest("#opened") ? ["form", "note"] : undefined;
    await open("open", new URLSearchParams(new FormData(event.target)), undefined, places);
  } else if (submitter?.name) {
    await change(submitter);
  } else if (await check()) {
    byId("standing").focus();
  }
});

document.addEventListener("change", async (event) => {
  if (event.target.id !== "file" || !event.target.files.length) return;
  const [file] = event.target.files;
  event.target.value = "";
  await openFile(file);
});

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", async (event) => {
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  await openFile(file);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#status a[href^='#']");
  if (!link) return;
  const name = decodeURIComponent(link.hash.slice(1));
  if (link.closest("nav")) return;
  event.preventDefault();
  (byId(`q-${name}`) ?? byId(name))?.scrollIntoView({ block: "center" });
  focus(name);
});

window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

/** What is of no use without script. */
function revealForScript() {
  for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
}

revealForScript();
