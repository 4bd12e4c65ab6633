// Counters with − and +: people at a meeting, counted as they come in.

class Counters {
  constructor(model, el) {
    this.model = model;
    this.root = made("div", "pks");
    this.sender = new Sender(model, () => this.draw());
    el.append(this.root);
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("change", (event) => this.typed(event));
    this.draw();
  }

  clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("pks-row-name")) { this.model.send({ ask: "open", id: button.dataset.id }); return; }
    const box = button.parentElement.querySelector("input"), now = this.read(box.value);
    const step = Number(button.dataset.step);
    // Below nobody stands “not stated”: nought is an answer, a blank is none.
    const next = now === null ? Math.max(step, 0) : now + step < 0 ? null : now + step;
    this.put(box, next);
  }

  read(text) {
    const plain = text.trim().replace(/[๐-๙]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit)).replace(/,/g, "");
    return /^\d+$/.test(plain) ? Number(plain) : null;
  }

  typed(event) {
    this.put(event.target, this.read(event.target.value));
  }

  put(box, value) {
    box.value = value === null ? "" : String(value);
    box.classList.remove("pks-wrong");
    this.sender.change(box.dataset.id, box.dataset.name, value);
  }

  draw() {
    // Before the first meeting there is nothing to count.
    const { groups = [] } = this.model.get("sheet");
    const held = document.activeElement, focused = held && this.root.contains(held) ? { ...held.dataset } : null;
    // A number that is being typed is not taken from under the fingers.
    if (held && held.tagName === "INPUT" && this.root.contains(held) && held.value !== held.defaultValue) return;
    this.root.replaceChildren(...groups.map((group) => this.group(group)), this.sender.line);
    if (!focused) return;
    const same = [...this.root.querySelectorAll("button, input")].find((one) =>
      one.dataset.id === focused.id && one.dataset.name === focused.name && one.dataset.step === focused.step);
    if (same) same.focus({ preventScroll: true });
  }

  group({ title, note, rows }) {
    const whole = made("div", "pks-group");
    if (title) whole.append(made("h4", "pks-title", title));
    for (const row of rows) {
      const line = made("div", row.opens ? "pks-row pks-opens" : "pks-row");
      const name = made(row.opens ? "button" : "div", row.opens ? "pks-row-name" : "pks-label", row.label);
      name.dataset.id = row.id;
      const cells = made("div", "pks-cells");
      cells.append(...row.cells.map((cell) => this.counter(row, cell)));
      line.append(name, cells);
      whole.append(line);
    }
    if (note) whole.append(made("p", "pks-note", note));
    return whole;
  }

  counter(row, { name, label, value }) {
    const whole = made("div", "pks-counter"), box = made("input", "pks-number");
    const shown = this.sender.value(row.id, name, value), said = [row.label, label].filter(Boolean).join(" · ");
    Object.assign(box, { type: "text", inputMode: "numeric", placeholder: "–" });
    box.defaultValue = shown === null ? "" : String(shown);
    box.setAttribute("aria-label", said);
    Object.assign(box.dataset, { id: row.id, name });
    if (this.sender.isWrong(row.id, name)) box.classList.add("pks-wrong");
    const step = (by, sign, word) => {
      const button = made("button", "pks-step", sign);
      button.type = "button";
      Object.assign(button.dataset, { id: row.id, name, step: by });
      button.setAttribute("aria-label", `${said}: ${word}`);
      return button;
    };
    const { less, more } = this.sender.words;
    if (label) whole.append(made("span", "pks-what", label));
    const line = made("span", "pks-line-of");
    line.append(step(-1, "−", less), box, step(1, "+", more));
    whole.append(line);
    return whole;
  }

  leave() {
    this.sender.leave();
  }
}

export default {
  render({ model, el }) {
    const counters = new Counters(model, el);
    return () => counters.leave();
  },
};
