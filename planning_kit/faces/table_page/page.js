// The table on the page: what people do goes to the rows and to Python, what comes back is drawn.

class Page {
  constructor(model, el) {
    this.model = model;
    const words = (this.words = model.get("words"));
    this.uid = `pkt${Math.random().toString(36).slice(2, 9)}`;
    this.standing = new Standing(words);
    this.outbox = new Outbox(
      (message) => this.say(message), (...said) => this.standing.says(...said), model.get("shelf"),
      (id) => this.rows.byId.get(id)?.record || id,
    );
    this.rows = new Rows(model.get("columns"), this.outbox, words);
    this.grid = new Grid(this.rows, words, this.uid);
    this.chooser = made("div", "pkt-chooser");
    this.editor = new Editor(this.grid, this.chooser, words, (id, c, text) => this.change([{ id, c, text }]));
    this.note = new Note(this.grid, words);
    this.removal = new Removal(words, (ids, why, along) => this.rows.remove(ids, why, along));
    this.removal.onClose = () => this.grid.element.focus();
    this.grid.onMove = () => this.note.show();
    this.grid.onRefuse = (sentence) => this.note.tell([sentence]);
    this.build(el);
    model.on("msg:custom", (this.hear = (message) => this.heard(message)));
    addEventListener("beforeunload", (this.stay = (event) => { if (this.outbox.isBusy) event.preventDefault(); }));
    // The hall loads a page anew whose kernel died; what was typed is remembered, so do not ask.
    addEventListener("planning-kit-reload", (this.go = () => removeEventListener("beforeunload", this.stay)));
    this.standing.says("reading");
    this.say({ ask: "rows" });
  }

  say(message) {
    // A kernel that is gone refuses the message; the outbox sends it again.
    try { this.model.send(message); } catch (error) { console.info(`planning-kit: ${error}`); }
  }

  build(el) {
    const root = made("div", "pkt", { "data-lm-suppress-shortcuts": "true" });
    const deeds = {
      edit: () => this.editor.open(), add: () => this.add(), copy: () => this.copyRow(), remove: () => this.askRemoval(),
      undo: () => this.undo(), redo: () => this.redo(),
    };
    const keys = made("p", "pkt-keys", { id: `${this.uid}-keys` }, this.words.keys);
    root.append(toolbar(this.words, deeds), this.standing.element, this.note.element, this.chooser, this.removal.element, this.grid.element, keys);
    el.append(root);
    followKeys(this.grid, this.editor, {
      ...deeds, clear: () => this.clear(), paste: (cells) => this.paste(cells), chosenCells: () => this.chosenCells(),
    });
    followClipboard(this.grid, this.editor, { clear: () => this.clear(), paste: (cells) => this.paste(cells), chosenCells: () => this.chosenCells() });
    followPointer(this.grid, this.editor);
    this.watch = new ResizeObserver(() => this.grid.soon());
    this.watch.observe(this.grid.element);
  }

  // --- what people do ------------------------------------------------------------------
  change(cells, added = []) {
    if (!this.rows.change(cells, added)) return;
    if (added.length) this.grid.drawAll();
    else for (const id of new Set(cells.map((cell) => cell.id))) this.grid.redraw(id);
    this.note.show();
  }

  add() {
    const row = this.rows.fresh(this.rows.columns.map(() => ""));
    this.change([], [{ row, at: this.rows.list.length }]);
    this.grid.goTo(this.rows.list.length - 1, 0);
    this.grid.element.focus();
  }

  copyRow() {
    const { r } = this.grid.active, source = this.rows.list[r];
    if (!source) return;
    const copied = this.rows.copyOf(source), wanted = copied.cells;
    copied.cells = wanted.map(() => "");
    const cells = wanted.map((text, c) => ({ id: copied.id, c, text })).filter((cell) => cell.text);
    this.change(cells, [{ row: copied, at: r + 1 }]);
    const key = this.rows.columns.findLastIndex((column) => column.key);
    this.grid.goTo(r + 1, Math.max(0, key));
    this.grid.element.focus();
  }

  chosenIds() {
    const { top, bottom } = this.grid.chosen;
    return this.rows.list.slice(top, bottom + 1).map((row) => row.id);
  }

  chosenCells() {
    const { top, bottom, left, right } = this.grid.chosen;
    return this.rows.list.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1));
  }

  askRemoval() {
    const ids = this.chosenIds();
    if (ids.length) this.removal.ask(ids, this.words.how_many.replace("{n}", ids.length));
  }

  clear() {
    const { top, bottom, left, right } = this.grid.chosen, cells = [];
    for (const row of this.rows.list.slice(top, bottom + 1)) {
      for (let c = left; c <= right; c += 1) {
        if (!(this.rows.columns[c].key && row.saved)) cells.push({ id: row.id, c, text: "" });
      }
    }
    this.change(cells);
  }

  paste(block) {
    const { top, left } = this.grid.chosen, added = [], cells = [];
    block.forEach((texts, down) => {
      const at = top + down;
      let row = this.rows.list[at];
      if (!row) { row = this.rows.fresh(this.rows.columns.map(() => "")); added.push({ row, at }); }
      texts.forEach((text, right) => {
        if (left + right < this.rows.columns.length) cells.push({ id: row.id, c: left + right, text });
      });
    });
    this.change(cells, added);
    const wide = Math.max(...block.map((texts) => texts.length));
    this.grid.other = { r: top + block.length - 1, c: Math.min(left + wide, this.rows.columns.length) - 1 };
    this.grid.active = { r: top, c: left };
    this.grid.draw();
    this.note.show();
  }

  undo() { this.stepped(this.rows.undo()); }

  redo() { this.stepped(this.rows.redo()); }

  stepped(entry) {
    if (!entry) return;
    const id = entry.steps[0]?.id ?? entry.removed[0]?.id, r = this.rows.list.findIndex((row) => row.id === id);
    this.grid.drawAll();
    if (r >= 0) this.grid.goTo(r, entry.steps[0]?.c ?? this.grid.active.c);
    this.note.show();
    this.grid.element.focus();
  }

  // --- what Python says -----------------------------------------------------------------
  heard(message) {
    if (message.tell === "rows") this.loaded(message);
    else if (message.tell === "done") this.answered(message);
    else if (message.tell === "trouble") this.outbox.trouble(message.n, message.said);
    else if (message.tell === "linked") {
      this.answered(message);
      this.removal.ask(message.ids, message.standing.said, true);
    }
  }

  loaded({ rows, from, of, totals, said }) {
    this.rows.load(rows, from);
    if (from + rows.length < of) { this.grid.drawAll(); return; }
    const left = this.hasLoaded ? [] : this.outbox.left();
    this.hasLoaded = true;
    this.rows.takeUp(left);
    this.grid.drawAll();
    this.grid.showTotals(totals);
    if (!this.outbox.isBusy) this.standing.say("ready", said);
    this.note.show();
  }

  answered({ n, rows, gone, merged, totals, standing }) {
    // ``n`` is null for what was not asked by this page, such as a choice between two versions.
    if (n !== null && !this.outbox.done(n)) return;
    if (gone.length) this.rows.gone(gone);
    for (const id of merged) this.rows.detach(id);
    for (const news of rows) {
      if (!this.rows.byId.has(news.id)) this.rows.attach(news, this.rows.list.length);
      this.rows.take(news);
    }
    if (gone.length || merged.length) this.grid.drawAll();
    else for (const news of rows) this.grid.redraw(news.id);
    this.grid.showTotals(totals);
    this.note.show();
    if (!this.outbox.isBusy) this.standing.say(standing.css, standing.said);
  }

  leave() {
    this.outbox.leave();
    this.watch.disconnect();
    removeEventListener("beforeunload", this.stay);
    removeEventListener("planning-kit-reload", this.go);
    this.model.off("msg:custom", this.hear);
  }
}

export default {
  render({ model, el }) {
    const page = new Page(model, el);
    return () => page.leave();
  },
};
