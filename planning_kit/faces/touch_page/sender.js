// What is touched on a sheet: gathered for a moment, sent, and kept on the page until it is saved.

const GATHER_MS = 500;

class Sender {
  constructor(model, onChange) {
    this.model = model;
    this.onChange = onChange;
    this.words = model.get("words");
    this.unsaved = {};
    this.gathered = {};
    this.wrong = {};
    this.line = made("p", "pks-line");
    this.line.setAttribute("role", "status");
    this.outbox = new Outbox((message) => this.send(message), (state) => this.says(state));
    model.on("msg:custom", (this.hear = (message) => this.heard(message)));
    model.on("change:sheet", onChange);
    addEventListener("pagehide", (this.flushing = () => this.flush()));
    addEventListener("beforeunload", (this.stay = (event) => {
      this.flush();
      if (this.outbox.isBusy) event.preventDefault();
    }));
  }

  // A page that is being left has let go of its kernel; what stays unsaved is sent again.
  send(message) {
    try { this.model.send(message); } catch (error) { console.info(`planning-kit: ${error}`); }
  }

  // The value on the page: what was touched last, else what is kept.
  value(id, name, kept) {
    const own = this.unsaved[id];
    return own && name in own ? own[name] : kept;
  }

  isWrong(id, name) {
    return (this.wrong[id] || []).includes(name);
  }

  change(id, name, value) {
    for (const book of [this.unsaved, this.gathered]) book[id] = { ...book[id], [name]: value };
    if (this.wrong[id]) this.wrong[id] = this.wrong[id].filter((one) => one !== name);
    this.says("saving");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), GATHER_MS);
  }

  flush() {
    clearTimeout(this.timer);
    const found = this.gathered;
    this.gathered = {};
    if (Object.keys(found).length) this.outbox.putEdits(found);
  }

  says(state) {
    this.line.textContent = this.words[state] || "";
    this.line.className = `pks-line pks-${state}`;
  }

  heard(message) {
    if (message.tell === "trouble") return this.outbox.trouble(message.n, message.said);
    if (message.tell !== "done" || !this.outbox.done(message.n)) return undefined;
    this.wrong = message.wrong || {};
    for (const [id, cells] of Object.entries(this.unsaved)) {
      for (const name of Object.keys(cells)) {
        const again = this.outbox.isTypedAgain(id, name) || name in (this.gathered[id] || {});
        if (!again && !this.isWrong(id, name)) delete cells[name];
      }
    }
    if (!this.outbox.isBusy) this.says("quiet");
    return this.onChange();
  }

  leave() {
    this.flush();
    this.outbox.leave();
    removeEventListener("pagehide", this.flushing);
    removeEventListener("beforeunload", this.stay);
    this.model.off("msg:custom", this.hear);
    this.model.off("change:sheet", this.onChange);
  }
}

function made(name, css, text = "") {
  const element = document.createElement(name);
  element.className = css;
  element.textContent = text;
  return element;
}
