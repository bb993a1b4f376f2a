"use strict";
(() => {
  const quotations = JSON.parse(document.getElementById("quotations").textContent);
  const card = document.getElementById("card");
  const pieces = quotations.map(() => []);
  const beside = quotations.map(() => []);
  for (const element of document.querySelectorAll("[data-q]")) pieces[element.dataset.q].push(element);
  for (const element of document.querySelectorAll("[data-of]")) beside[element.dataset.of].push(element);
  const people = [...document.querySelectorAll("[data-speaker]")];
  const nameOf = new Map(people.map((one) => [one.dataset.speaker, one.querySelector(".name").textContent]));
  const shown = quotations.map(() => true);
  let chosen = null;
  // Pointing shows a quotation, a click or a key keeps it.
  let kept = false;

  const key = (speaker) => (speaker === null ? "" : String(speaker));
  const percent = (part) => `${Math.round(part * 100)} %`;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function choose(number, keep) {
    if (chosen !== null) {
      for (const one of pieces[chosen]) one.classList.remove("chosen");
      for (const one of beside[chosen]) one.classList.remove("of");
    }
    chosen = number;
    kept = keep;
    card.hidden = number === null;
    if (number === null) return;
    for (const one of pieces[number]) one.classList.add("chosen");
    for (const one of beside[number]) one.classList.add("of");
    describe(quotations[number]);
  }

  // Where the card lies over the text, it must not lie over the words that it is about.
  function covers(piece) {
    const [over, under] = [card.getBoundingClientRect(), piece.getBoundingClientRect()];
    const overlap = Math.min(over.bottom, under.bottom) - Math.max(over.top, under.top);
    return !card.hidden && overlap > 0 && under.left < over.right && over.left < under.right ? overlap : 0;
  }

  function reveal(piece) {
    if (covers(piece) > 0) {
      scrollBy(0, piece.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 16);
    }
  }

  function describe(quotation) {
    const speaker = key(quotation.speaker);
    const close = element("button", "×", "close");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => choose(null, false));
    const list = element("dl");
    const add = (term, ...values) => {
      const value = element("dd");
      value.append(...values);
      list.append(element("dt", term), value);
    };
    const sure = (part) => {
      const meter = element("meter");
      meter.value = part;
      return [`${percent(part)} `, meter];
    };
    if (quotation.source) add("named as", `“${quotation.source}”`);
    if (quotation.cue) add("cue", `“${quotation.cue}”`);
    if (quotation.to) add("said to", quotation.to);
    add("kind", quotation.kind);
    add("sure", ...sure(quotation.confidence));
    if (quotation.speakerConfidence !== null && quotation.speakerConfidence !== quotation.confidence) {
      add("of the speaker", ...sure(quotation.speakerConfidence));
    }
    const told = (term, sign, reasons) => reasons.forEach(([reason, weight], number) => {
      add(number ? "" : term, `${reason.replaceAll("-", " ")} (${sign}${Math.abs(weight).toFixed(1)})`);
    });
    told("since", "+", quotation.reasons.filter(([, weight]) => weight > 0));
    told("although", "−", quotation.reasons.filter(([, weight]) => weight < 0));
    const name = nameOf.get(speaker) ?? "(unknown)";
    card.replaceChildren(close, element("h2", name, speaker === "" ? "nobody" : `s${speaker}`), list);
  }

  function filter() {
    const kinds = new Set([...document.querySelectorAll("[name=kind]:checked")].map((one) => one.value));
    const least = Number(document.getElementById("confidence").value) / 100;
    const wanted = new Set(people.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.speaker));
    document.getElementById("least").textContent = percent(least);
    let count = 0;
    quotations.forEach((quotation, number) => {
      shown[number] = kinds.has(quotation.kind) && quotation.confidence >= least
        && (wanted.size === 0 || wanted.has(key(quotation.speaker)));
      count += shown[number];
      for (const one of pieces[number]) one.classList.toggle("off", !shown[number]);
    });
    const all = quotations.length === 1 ? "1 quotation" : `${quotations.length} quotations`;
    document.getElementById("shown").textContent = count === quotations.length ? all : `${count} of ${all}`;
    if (chosen !== null && !shown[chosen]) choose(null, false);
  }

  function step(by) {
    const count = quotations.length;
    let number = chosen ?? (by > 0 ? -1 : count);
    do number += by; while (number >= 0 && number < count && !(shown[number] && pieces[number].length));
    if (number < 0 || number >= count) return;
    choose(number, true);
    pieces[number][0].focus({ preventScroll: true });
    pieces[number][0].scrollIntoView({ block: "nearest" });
    reveal(pieces[number][0]);
  }

  const numberAt = (target) => {
    const piece = target.closest?.("[data-q]");
    return piece && shown[piece.dataset.q] ? Number(piece.dataset.q) : null;
  };
  const texts = document.querySelector("main");
  document.addEventListener("pointerover", (event) => {
    if (kept || event.pointerType === "touch" || card.contains(event.target)) return;
    choose(numberAt(event.target), false);
    // A click could not reach what lies below the card.
    if (chosen !== null && covers(event.target) > 0) choose(null, false);
  });
  texts.addEventListener("click", (event) => {
    const number = numberAt(event.target);
    choose(number, number !== null);
    if (number !== null) reveal(event.target);
  });
  for (const one of people) {
    one.addEventListener("click", () => {
      one.setAttribute("aria-pressed", String(one.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  for (const one of document.querySelectorAll("[name=kind], #confidence")) one.addEventListener("input", filter);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("before").addEventListener("click", () => step(-1));
  document.getElementById("all").addEventListener("click", () => {
    for (const one of people) one.setAttribute("aria-pressed", "false");
    for (const one of document.querySelectorAll("[name=kind]")) one.checked = true;
    document.getElementById("confidence").value = 0;
    filter();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") choose(null, false);
  });
  // On a phone the text comes first. A frame may be narrow for the moment before it is laid out.
  const narrow = matchMedia("(max-width: 46rem)");
  const fold = () => { document.querySelector("nav details").open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();
})();
