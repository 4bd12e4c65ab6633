// The rows on the page, and what was done to them: each step can be taken back and done again.
// Taking back saves too: the store keeps every version, nothing is wiped from its history.

function randomId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

class Rows {
  constructor(columns, outbox, words) {
    this.columns = columns;
    this.outbox = outbox;
    this.words = words;
    this.list = [];
    this.byId = new Map();
    this.past = [];
    this.future = [];
  }

  load(rows, from) {
    if (from === 0) { this.list = []; this.byId.clear(); this.past = []; this.future = []; }
    for (const row of rows) this.attach(row, this.list.length);
  }

  attach(row, at) {
    this.list.splice(Math.min(at, this.list.length), 0, row);
    this.byId.set(row.id, row);
  }

  detach(id) {
    const row = this.byId.get(id);
    if (!row) return null;
    const at = this.list.indexOf(row);
    this.list.splice(at, 1);
    this.byId.delete(id);
    return { row, at };
  }

  // Python's word on a row: what was typed again meanwhile stays as typed.
  take(news) {
    const row = this.byId.get(news.id);
    if (!row) return;
    news.cells.forEach((text, c) => {
      if (!this.outbox.isTypedAgain(news.id, this.columns[c].name)) row.cells[c] = text;
    });
    const { said, state, saved, whole, record } = news;
    Object.assign(row, { said, state, saved, whole, record });
  }

  // The name of a new row, a random UUID, is that of its draft in the store.
  fresh(cells, id = `new-${randomId()}`) {
    return { id, cells, said: {}, state: "empty", saved: false, whole: [] };
  }

  // cells: [{id, c, text}]; added: rows to put in first, [{row, at}].
  change(cells, added = []) {
    for (const { row, at } of added) this.attach(row, at);
    const steps = cells
      .map(({ id, c, text }) => ({ id, c, before: this.byId.get(id).cells[c], after: text }))
      .filter((step) => step.before !== step.after);
    if (!steps.length && !added.length) return false;
    this.record({ steps, added: added.map(({ row }) => row.id), removed: [] });
    this.write(steps, "after");
    return true;
  }

  // What a page before this one typed and could not bring to the store.
  takeUp(messages) {
    for (const message of messages) {
      for (const [id, cells] of Object.entries(message.rows ?? {})) {
        if (!this.byId.has(id)) this.attach(this.fresh(this.columns.map(() => ""), id), this.list.length);
        const row = this.byId.get(id);
        this.columns.forEach((column, c) => { if (column.name in cells) row.cells[c] = cells[column.name]; });
        row.state = "sending";
      }
      const { n, ...again } = message;
      this.outbox.put(again);
    }
  }

  remove(ids, why, along) {
    this.outbox.put({ ask: "remove", ids, why, along });
  }

  // Rows that the store has let go.
  gone(ids) {
    const removed = ids.map((id) => ({ id, ...this.detach(id) })).filter((one) => one.row);
    if (removed.length) this.record({ steps: [], added: [], removed });
  }

  record(entry) {
    this.past.push(entry);
    this.future = [];
  }

  write(steps, which) {
    const edits = {};
    for (const step of steps) {
      const row = this.byId.get(step.id);
      if (!row) continue;
      row.cells[step.c] = step[which];
      (edits[step.id] ??= {})[this.columns[step.c].name] = step[which];
      row.state = "sending";
    }
    this.outbox.putEdits(edits);
  }

  undo() {
    const entry = this.past.pop();
    if (!entry) return null;
    // A saved row cannot get another key: taking its key back takes the row out.
    const keyed = entry.steps.filter((s) => this.columns[s.c].key && this.byId.get(s.id)?.saved);
    const out = [...new Set([...entry.added, ...keyed.map((step) => step.id)])];
    entry.out = out.map((id) => ({ id, ...this.detach(id) })).filter((one) => one.row);
    if (entry.out.length) {
      this.outbox.put({ ask: "remove", ids: entry.out.map((one) => one.id), undone: true });
    }
    this.write(entry.steps.filter((step) => this.byId.has(step.id)), "before");
    this.comeBack(entry.removed);
    this.future.push(entry);
    return entry;
  }

  redo() {
    const entry = this.future.pop();
    if (!entry) return null;
    const back = new Set(entry.out.map((one) => one.id));
    this.comeBack(entry.out);
    this.write(entry.steps.filter((step) => !back.has(step.id)), "after");
    const again = entry.removed.map(({ id }) => ({ id, ...this.detach(id) }));
    if (again.length) {
      this.outbox.put({ ask: "remove", ids: again.map((one) => one.id), undone: true });
    }
    this.past.push(entry);
    return entry;
  }

  comeBack(taken) {
    for (const { row, at } of [...taken].reverse()) this.attach(row, at);
    if (taken.length) this.outbox.put({ ask: "bring_back", ids: taken.map((one) => one.id) });
  }

  // A copy has everything but what tells it apart: a number goes on, a code is left blank.
  copyOf(row) {
    const cells = [...row.cells];
    const last = this.columns.findLastIndex((column) => column.key);
    if (last < 0) return this.fresh(cells);
    if (!this.columns[last].figure) { cells[last] = ""; return this.fresh(cells); }
    const others = this.columns.map((column, c) => (column.key && c !== last ? c : -1)).filter((c) => c >= 0);
    const used = this.list
      .filter((one) => others.every((c) => one.cells[c] === row.cells[c]))
      .map((one) => Number(one.cells[last].replaceAll(",", "")) || 1);
    cells[last] = String(Math.max(...used) + 1);
    return this.fresh(cells);
  }
}
