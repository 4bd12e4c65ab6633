// Typing into one cell: a line, several lines, a list, or buttons where several answers may be given.

class Editor {
  constructor(grid, chooser, words, commit) {
    this.grid = grid;
    this.chooser = chooser;
    this.words = words;
    this.commit = commit;
    this.control = null;
  }

  get isOpen() { return this.control !== null; }

  // ``typed`` is the letter that began it, and takes the place of what stood there.
  open(typed = null) {
    const { r, c } = this.grid.active, row = this.grid.rows.list[r], column = this.grid.rows.columns[c];
    if (!row || this.isOpen) return;
    if (column.key && row.saved) { this.grid.onRefuse?.(this.words.key_stays); return; }
    this.at = { id: row.id, r, c };
    this.before = row.cells[c];
    this.isTyping = typed !== null;
    if (column.control === "several") { this.openSeveral(column); return; }
    this.control = column.control === "list" ? this.list(column, typed) : this.line(column, typed);
    this.control.setAttribute("aria-label", `${column.label} ${this.words.row} ${r + 1}`);
    this.control.setAttribute("aria-describedby", `${this.grid.uid}-note`);
    this.place(column);
    this.control.addEventListener("keydown", (event) => this.keyed(event));
    this.control.addEventListener("blur", () => this.close(true));
    this.grid.body.append(this.control);
    this.control.focus({ preventScroll: true });
    if (typed === null && this.control.select) this.control.select();
  }

  line(column, typed) {
    const isLong = column.control === "long" || this.before.includes("\n");
    const box = made(isLong ? "textarea" : "input", "pkt-editor");
    if (!isLong) box.type = "text";
    if (column.figure) box.inputMode = "decimal";
    box.autocomplete = "off";
    box.spellcheck = false;
    box.value = typed ?? this.before;
    return box;
  }

  list(column, typed) {
    const box = made("select", "pkt-editor");
    box.append(new Option(this.words.not_stated, ""));
    const known = column.options.includes(this.before) || !this.before;
    for (const option of known ? column.options : [this.before, ...column.options]) box.append(new Option(option, option));
    box.value = this.before;
    const found = typed && column.options.find((option) => option.startsWith(typed));
    if (found) box.value = found;
    return box;
  }

  place(column) {
    const { r, c } = this.at, isLong = this.control.tagName === "TEXTAREA";
    const stuck = c === 0 ? this.grid.element.scrollLeft : 0;
    Object.assign(this.control.style, {
      top: `${r * ROW_PX}px`, left: `${this.grid.lefts[c] + stuck}px`,
      width: `${Math.max(column.width, isLong ? 260 : 0)}px`, height: `${isLong ? 4 * ROW_PX : ROW_PX}px`,
    });
  }

  openSeveral(column) {
    const chosen = new Set(this.before.split(",").map((part) => part.trim()).filter(Boolean));
    const box = made("div", "pkt-several", { role: "group", "aria-label": column.label });
    for (const option of column.options) {
      const button = made("button", "pkt-button", { type: "button", "aria-pressed": chosen.has(option) }, option);
      button.addEventListener("click", () => {
        const isOn = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", isOn);
      });
      box.append(button);
    }
    const done = made("button", "pkt-button pkt-main", { type: "button" }, this.words.done);
    done.addEventListener("click", () => this.close(true, [1, 0]));
    box.append(done);
    box.addEventListener("keydown", (event) => this.keyedSeveral(event, box));
    // What is no button, such as a span of months, stays until a button is touched.
    this.isSpan = [...chosen].some((one) => !column.options.includes(one));
    this.control = box;
    this.chooser.replaceChildren(box);
    box.firstChild.focus();
  }

  keyedSeveral(event, box) {
    const buttons = [...box.children], at = buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
    else if (event.key === "Enter") this.close(true, [1, 0]);
    else if (event.key === "Escape") this.close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  keyed(event) {
    event.stopPropagation();
    const isLong = this.control.tagName === "TEXTAREA", isList = this.control.tagName === "SELECT";
    if (event.key === "Escape") this.close(false);
    else if (event.key === "Enter" && !(isLong && event.altKey)) this.close(true, [event.shiftKey ? -1 : 1, 0]);
    else if (event.key === "Tab") this.close(true, [0, event.shiftKey ? -1 : 1]);
    else if (this.isTyping && !isList && event.key === "ArrowDown") this.close(true, [1, 0]);
    else if (this.isTyping && !isList && event.key === "ArrowUp") this.close(true, [-1, 0]);
    else if (isLong && event.key === "Enter") {
      this.control.setRangeText("\n", this.control.selectionStart, this.control.selectionEnd, "end");
    } else return;
    event.preventDefault();
  }

  value() {
    if (!this.control.classList.contains("pkt-several")) return this.control.value;
    const on = [...this.control.querySelectorAll("[aria-pressed=true]")].map((one) => one.textContent);
    return this.isSpan && !on.length ? this.before : on.join(", ");
  }

  close(isKept, step = null) {
    if (!this.isOpen) return;
    const text = this.value(), { control, at, before } = this;
    const isSeveral = control.classList.contains("pkt-several");
    const hadFocus = step !== null || !isKept || isSeveral;
    this.control = null;
    control.remove();
    if (hadFocus) this.grid.element.focus({ preventScroll: true });
    if (isKept && text !== before) this.commit(at.id, at.c, text);
    if (step) this.grid.goTo(at.r + step[0], at.c + step[1]);
  }
}
