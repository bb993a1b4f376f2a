
const byId = (id) => document.getElementById(id);
const [text, form, note, people] = ["text", "form", "note", "people"].map(byId);
const rows = people.querySelector(".rows");
// Beyond this many characters the page says that it reads before it does.
const LONG = 300_000;
let ready = false;
let name = "text";
let cast = [];
let detector = null;
let found = null;

/** The WebAssembly, which this page holds packed. */
async function start() {
  const packed = Uint8Array.from(atob(byId("wasm").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  initSync({ module: await new Response(stream).arrayBuffer() });
  ready = true;
  refresh();
}

function refresh() {
  form.querySelector(".main").disabled = !ready || text.value.trim() === "";
  for (const number of document.querySelectorAll(".cast .number")) {
    number.textContent = cast.length ? ` (${cast.length})` : "";
  }
}

function show(which) {
  for (const id of ["writing", "reading"]) byId(id).hidden = id !== which;
}

const count = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

/** What is asked for; throws what is wrong with the cast. */
function ask(members) {
  return new QuoteDetector({ cast: members, genre: byId("genre").value || undefined });
}

function read() {
  detector?.free();
  detector = ask(cast);
  found = detector.detect(text.value);
  const speakers = new Set(found.attributions.map((one) => one.speaker).filter((one) => one !== null));
  byId("found").textContent = `${count(found.attributions.length, "quotation")}, ${count(speakers.size, "speaker")}`;
  show("reading");
  // A frame that gets another page makes a step of the browser's history of it; a new frame does not.
  const view = byId("view").cloneNode();
  view.srcdoc = detector.write(found.text, "html", name);
  byId("view").replaceWith(view);
}

async function submit() {
  if (form.querySelector(".main").disabled) return;
  if (text.value.length > LONG) {
    note.textContent = "Reading…";
    await new Promise((done) => setTimeout(done, 50));
  }
  note.textContent = "";
  read();
  // The view has keys of its own.
  byId("view").focus();
  history.pushState("reading", "");
}

/** Puts a text in, without what is there to part words and is not seen. */
function put(words, from) {
  text.value = words.replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
  name = from;
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
  refresh();
}

/** A file's text: UTF-8, UTF-16 with its mark, or what old programs of the West wrote. */
function decode(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return [new TextDecoder("utf-16le").decode(bytes), ""];
  if (first === 0xfe && second === 0xff) return [new TextDecoder("utf-16be").decode(bytes), ""];
  try {
    return [new TextDecoder("utf-8", { fatal: true }).decode(bytes), ""];
  } catch {
    return [new TextDecoder("windows-1252").decode(bytes), " It is not UTF-8 and was read as Windows-1252."];
  }
}

async function take(file) {
  if (/\.(pdf|docx?|odt|rtf|epub|html?|zip)$/i.test(file.name)) {
    note.textContent = `${file.name} is no plain text. Save it as text, or copy its words and paste them here.`;
    return;
  }
  const [words, remark] = decode(new Uint8Array(await file.arrayBuffer()));
  put(words, file.name);
  note.textContent = `${file.name}: ${count(words.length, "character")}.${remark}`;
  show("writing");
}

function download(words, file, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words], { type }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function addRow(member = {}) {
  const row = byId("member").content.cloneNode(true).firstElementChild;
  const field = (key) => row.querySelector(`[name=${key}]`);
  field("name").value = member.name ?? "";
  field("aliases").value = (member.aliases ?? []).join("; ");
  field("gender").value = member.gender ?? "";
  field("narrator").checked = member.narrator ?? false;
  field("remove").addEventListener("click", () => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector("input") ?? byId("add")).focus();
  });
  rows.append(row);
  return field("name");
}

/** The members of the rows that have a name. */
function members() {
  const all = [...rows.children].map((row) => {
    const value = (key) => row.querySelector(`[name=${key}]`).value.trim();
    const aliases = value("aliases").split(";").map((alias) => alias.trim()).filter(Boolean);
    return {
      name: value("name"),
      aliases,
      gender: value("gender") || null,
      narrator: row.querySelector("[name=narrator]").checked,
    };
  });
  return all.filter((member) => member.name !== "" || member.aliases.length > 0);
}

function fill(list) {
  rows.replaceChildren();
  list.forEach(addRow);
  byId("wrong").textContent = "";
}

function edit() {
  fill(cast.length ? cast : [{}]);
  byId("take").disabled = byId("reading").hidden;
  people.showModal();
}

/** Those who are quoted and have a name, as a cast. */
function speakers() {
  const quoted = new Set(found.attributions.map((one) => one.speaker));
  const named = ["person", "organisation"];
  const all = found.speakers.filter((speaker) => quoted.has(speaker.id) && named.includes(speaker.kind));
  return all.map(({ name, aliases, gender }) => ({ name, aliases: aliases.filter((alias) => alias !== name), gender }));
}

/** Does what may refuse a cast, and says why if it does. */
function attempt(what) {
  try {
    what();
    byId("wrong").textContent = "";
    return true;
  } catch (error) {
    byId("wrong").textContent = error.message;
    return false;
  }
}

const check = (list) => ask(list).free();

form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
text.addEventListener("input", () => { name = text.value === "" ? "text" : name; note.textContent = ""; refresh(); });
text.addEventListener("paste", (event) => {
  // A text that is pasted in place of all that was there has no file.
  if (text.selectionEnd - text.selectionStart === text.value.length) name = "text";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !byId("writing").hidden && !document.querySelector("dialog[open]")) submit();
});
byId("choose").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", ({ target }) => {
  if (target.files.length) take(target.files[0]);
  target.value = "";
});
byId("sample").addEventListener("click", () => {
  put(JSON.parse(byId("sample-text").textContent), "sample.txt");
  note.textContent = "";
  form.querySelector(".main").focus();
});
byId("back").addEventListener("click", () => history.back());
addEventListener("popstate", ({ state }) => {
  if (state === "reading" && found !== null) return show("reading");
  show("writing");
  text.focus();
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.body.classList.remove("dragging");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  const [file] = event.dataTransfer.files;
  if (file) take(file);
  else if (event.dataTransfer.getData("text")) put(event.dataTransfer.getData("text"), "text");
});
for (const button of document.querySelectorAll("[data-form]")) {
  button.addEventListener("click", () => {
    const { form: which, ending } = button.dataset;
    const types = { json: "application/json", csv: "text/csv", tei: "application/xml", html: "text/html" };
    const stem = name.replace(/\.[^.]*$/, "");
    // Bytes, as the program writes them and the library reads them back.
    download(detector.write(found.text, which, name, "bytes"), `${stem}.${ending}`, types[which]);
  });
}
for (const button of document.querySelectorAll(".cast")) button.addEventListener("click", edit);
byId("notices-open").addEventListener("click", () => byId("notices").showModal());
byId("add").addEventListener("click", () => addRow().focus());
byId("take").addEventListener("click", () => fill(speakers()));
byId("cancel").addEventListener("click", () => people.close());
byId("open").addEventListener("click", () => byId("cast-file").click());
byId("cast-file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  const words = file && await file.text();
  target.value = "";
  if (file) attempt(() => {
    const list = JSON.parse(words);
    check(list);
    fill(list);
  });
});
byId("save").addEventListener("click", () => attempt(() => {
  const list = members();
  check(list);
  download(JSON.stringify(list, null, 2) + "\n", "cast.json", "application/json");
}));
people.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const list = members();
  if (!attempt(() => check(list))) return;
  cast = list;
  people.close();
  refresh();
  if (!byId("reading").hidden) read();
});

// What a browser kept of the last visit would stand beside a cast that it did not.
if (history.state === "reading") history.replaceState(null, "");
start().catch((error) => {
  note.textContent = `This browser cannot run the page: ${error.message}`;
});
