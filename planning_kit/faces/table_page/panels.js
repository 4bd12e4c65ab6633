// What stands round the grid: the buttons, whether all is saved, and what is to say of a cell.

function toolbar(words, deeds) {
  const bar = made("div", "pkt-bar", { role: "toolbar", "aria-label": words.tools });
  for (const [name, deed] of Object.entries(deeds)) {
    const button = made("button", "pkt-button", { type: "button", "data-deed": name }, words[name]);
    button.addEventListener("click", deed);
    bar.append(button);
  }
  return bar;
}

class Standing {
  constructor(words) {
    this.words = words;
    this.element = made("div", "pkt-standing", { role: "status" });
  }

  say(css, text) {
    this.element.className = `pkt-standing pkt-${css}`;
    this.element.textContent = text;
  }

  says(name, more = "") {
    this.say(name === "retrying" ? "late" : "busy", [this.words[name], more].filter(Boolean).join(" · "));
  }
}

// What is asked and said of the cell one is in: its whole text, its help, what is wrong with it.
class Note {
  constructor(grid, words) {
    this.grid = grid;
    this.words = words;
    this.element = made("div", "pkt-note", { id: `${grid.uid}-note` });
    this.name = made("b", "pkt-name");
    this.text = made("span", "pkt-text");
    this.help = made("p", "pkt-help");
    this.wrong = made("div", "pkt-sentences", { role: "alert" });
    const line = made("p", "pkt-line");
    line.append(this.name, this.text);
    const side = made("div", "pkt-side");
    side.append(line, this.help, this.wrong);
    this.element.append(side);
  }

  show() {
    const { r, c } = this.grid.active, row = this.grid.rows.list[r], column = this.grid.rows.columns[c];
    this.element.hidden = !row || !column;
    if (!row || !column) return;
    this.name.textContent = `${column.label}: `;
    this.text.textContent = row.cells[c] || this.words.not_stated;
    this.help.textContent = column.key && row.saved ? this.words.key_stays : column.help;
    const said = row.said[column.name];
    const others = Object.entries(row.said).filter(([name]) => name !== column.name && row.said[name][0] === "refuse");
    const lines = [...(said ? [said[1]] : []), ...row.whole, ...others.map(([, one]) => one[1])];
    this.tell(lines);
  }

  tell(lines) {
    const said = lines.join("\n");
    if (said === this.said) return;
    this.said = said;
    this.wrong.replaceChildren(...lines.map((line) => made("p", "", {}, line)));
  }
}

// Asks why rows are taken out; a reason must be given, it stays in the history.
class Removal {
  constructor(words, take) {
    this.words = words;
    this.take = take;
    this.element = made("form", "pkt-removal");
    this.said = made("p", "", { role: "alert" });
    this.label = made("label", "", {}, words.why);
    this.reason = made("input", "", { type: "text", required: "" });
    this.label.append(this.reason);
    this.yes = made("button", "pkt-button pkt-main", { type: "submit" }, words.take_out);
    const no = made("button", "pkt-button", { type: "button" }, words.leave);
    no.addEventListener("click", () => this.close());
    this.element.append(this.said, this.label, this.yes, no);
    this.element.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.element.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") this.close();
    });
    this.element.hidden = true;
  }

  ask(ids, sentence, isAlong = false) {
    Object.assign(this, { ids, isAlong });
    this.said.textContent = sentence;
    this.yes.textContent = isAlong ? this.words.take_along : this.words.take_out;
    this.element.hidden = false;
    this.reason.focus();
  }

  send() {
    const why = this.reason.value.trim();
    if (!why) { this.reason.focus(); return; }
    this.element.hidden = true;
    this.take(this.ids, why, this.isAlong);
  }

  close() {
    this.element.hidden = true;
    this.reason.value = "";
    this.onClose?.();
  }
}
