// The calendar to paint: twelve months a row; a touch paints, touches again, wipes out.

class Painter {
  constructor(model, el) {
    this.model = model;
    this.root = made("div", "pks");
    this.sender = new Sender(model, () => this.draw());
    el.append(this.root);
    this.brush = null;
    this.root.addEventListener("pointerdown", (event) => this.begin(event));
    this.root.addEventListener("pointermove", (event) => this.drag(event));
    addEventListener("pointerup", (this.end = () => { this.brush = null; }));
    addEventListener("pointercancel", this.end);
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.draw();
  }

  level(cell) {
    return Number(cell.dataset.level);
  }

  paint(cell, level) {
    if (this.level(cell) === level) return;
    this.show(cell, level);
    this.sender.change(cell.dataset.id, cell.dataset.month, level);
  }

  begin(event) {
    const cell = event.target.closest(".pks-month");
    if (!cell || event.button) return;
    this.brush = { level: (this.level(cell) + 1) % 3, id: cell.dataset.id };
    this.paint(cell, this.brush.level);
    if (cell.hasPointerCapture && cell.hasPointerCapture(event.pointerId)) cell.releasePointerCapture(event.pointerId);
  }

  // A finger drawn along a row paints on; the rows above and below stay as they are.
  drag(event) {
    if (!this.brush || !event.buttons) return;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const cell = under && under.closest(".pks-month");
    if (cell && this.root.contains(cell) && cell.dataset.id === this.brush.id) this.paint(cell, this.brush.level);
  }

  clicked(event) {
    const cell = event.target.closest(".pks-month"), row = event.target.closest(".pks-row-name");
    // A click without a pointer comes from the keyboard.
    if (cell && event.detail === 0) this.paint(cell, (this.level(cell) + 1) % 3);
    if (row) this.model.send({ ask: "open", id: row.dataset.id });
  }

  show(cell, level) {
    cell.dataset.level = level;
    cell.setAttribute("aria-label", `${cell.dataset.named}: ${this.sender.words.levels[level]}`);
  }

  draw() {
    const { groups } = this.model.get("sheet"), { months } = this.sender.words;
    const focused = document.activeElement && document.activeElement.dataset;
    const again = focused && focused.month ? [focused.id, focused.month] : null;
    this.root.replaceChildren(...groups.map((group) => this.group(group, months)), this.sender.line);
    if (again) {
      const cell = [...this.root.querySelectorAll(".pks-month")]
        .find((one) => one.dataset.id === again[0] && one.dataset.month === again[1]);
      if (cell) cell.focus({ preventScroll: true });
    }
  }

  group({ title, kind, rows }, months) {
    const whole = made("div", `pks-group pks-kind-${kind}`);
    whole.append(made("h4", "pks-title", title));
    for (const { id, label, levels } of rows) {
      const row = made("div", "pks-row"), name = made("button", "pks-row-name", label), cells = made("div", "pks-months");
      name.type = "button";
      name.dataset.id = id;
      months.forEach((month, at) => {
        const cell = made("button", "pks-month", month);
        cell.type = "button";
        Object.assign(cell.dataset, { id, month: String(at + 1), named: `${label} ${month}` });
        this.show(cell, this.sender.value(id, String(at + 1), levels[at]));
        cells.append(cell);
      });
      row.append(name, cells);
      whole.append(row);
    }
    return whole;
  }

  leave() {
    this.sender.leave();
    removeEventListener("pointerup", this.end);
    removeEventListener("pointercancel", this.end);
  }
}

export default {
  render({ model, el }) {
    const painter = new Painter(model, el);
    return () => painter.leave();
  },
};
