// A tool on the page: Python says what stands there, people answer, and the parts of the report
// that the answers change are redrawn where they stand.

const QUIET_MS = 1500;

class Page {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    this.outbox = new Outbox((message) => this.send(message), (...said) => this.says(...said));
    this.root = made("div", "pks", { "data-lm-suppress-shortcuts": "true" });
    this.body = made("div", "pks-tool");
    this.standing = made("div", "pks-standing", { role: "status" });
    this.further = made("div", "pks-further");
    this.root.append(this.body, this.standing);
    el.append(this.root, this.further);
    this.parts = [];
    model.on("msg:custom", (this.hear = (message) => this.heard(message)));
    addEventListener("beforeunload", (this.stay = (event) => { if (this.outbox.isBusy) event.preventDefault(); }));
    this.says("reading");
    this.send({ ask: "view" });
  }

  // A page that is being left has let go of its kernel; what stays unsaved is sent again.
  send(message) {
    try { this.model.send(message); } catch (error) { console.info(`planning-kit: ${error}`); }
  }

  answer(id, value) { this.outbox.put(id, value); }

  value(id, told) {
    const held = this.outbox.held(id);
    return held ? held[0] : told;
  }

  say(css, text) {
    this.standing.className = `pks-standing pks-${css}`;
    this.standing.textContent = text;
  }

  says(name, more = "") {
    const text = [this.words[name], more].filter(Boolean).join(" · ");
    this.say(name === "retrying" ? "late" : "busy", text);
  }

  heard(message) {
    if (message.tell === "view") this.viewed(message);
    else if (message.tell === "trouble") this.troubled(message);
    else if (message.tell === "redrawn") this.redrawn(message.sections);
  }

  troubled({ n, said }) {
    if (n !== null) { this.outbox.trouble(n, said); return; }
    this.say("late", said);
    setTimeout(() => this.send({ ask: "view" }), TRY_AGAIN_MS);
  }

  viewed({ n, view, standing, changed }) {
    // ``n`` is null for what this page did not ask for, such as a choice between two versions.
    if (n !== null && !this.outbox.done(n)) return;
    this.parts = mend(this.body, this.parts, view, this);
    this.isStale = this.isStale || changed;
    if (this.outbox.isBusy) return;
    this.say(standing[0], standing[1]);
    clearTimeout(this.soon);
    if (this.isStale) this.soon = setTimeout(() => this.redraw(), QUIET_MS);
  }

  // Drawing takes longer than saving: it waits until nobody is answering.
  redraw() {
    if (this.outbox.isBusy) return;
    this.isStale = false;
    this.send({ ask: "redraw" });
  }

  redrawn(sections) {
    for (const [key, html] of sections) {
      const fresh = made("div");
      fresh.innerHTML = html;
      const section = fresh.firstElementChild;
      const anchor = section?.id || key;
      const there = [...document.querySelectorAll("section[id]")].find((one) => one.id === anchor);
      if (!section) { if (there) there.hidden = true; continue; }
      section.classList.add("pks-fresh");
      if (!there) { this.further.append(section); continue; }
      // The page has numbered its chapters; the number stays.
      const [old, head] = [there, section].map((one) => one.querySelector("h1,h2,h3,h4"));
      if (old && head && old.textContent.endsWith(head.textContent)) head.textContent = old.textContent;
      there.replaceWith(section);
    }
  }

  leave() {
    this.outbox.leave();
    clearTimeout(this.soon);
    removeEventListener("beforeunload", this.stay);
    this.model.off("msg:custom", this.hear);
  }
}

export default {
  render({ model, el }) {
    const page = new Page(model, el);
    return () => page.leave();
  },
};
