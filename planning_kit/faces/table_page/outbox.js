// What was changed on the page and must reach the store: one message on its way at a time, kept
// and sent again until the answer comes, so that a lost connection loses nothing typed. The window
// remembers it too, so that a page loaded anew, because its kernel died, sends it then.

const ROWS_IN_A_MESSAGE = 50;
const FIRST_WAIT_MS = 15000;
const TRY_AGAIN_MS = 3000;

class Outbox {
  // ``nameOf`` gives the name under which a later page will know a row.
  constructor(send, says, shelf = "", nameOf = (id) => id) {
    Object.assign(this, { send, says, shelf, nameOf });
    this.waiting = [];
    this.onItsWay = null;
    this.count = 0;
  }

  get isBusy() {
    return this.onItsWay !== null || this.waiting.length > 0;
  }

  put(message) {
    const last = this.waiting.at(-1);
    const isRoom = last && last.ask === "edit" && message.ask === "edit" &&
      Object.keys(last.rows).length + Object.keys(message.rows).length <= ROWS_IN_A_MESSAGE;
    if (isRoom) {
      for (const [id, cells] of Object.entries(message.rows)) {
        last.rows[id] = { ...last.rows[id], ...cells };
      }
    } else this.waiting.push(message);
    this.next();
    this.remember();
  }

  remember() {
    if (!this.shelf) return;
    const named = (message) => ({
      ...message,
      ...(message.ids && { ids: message.ids.map(this.nameOf) }),
      ...(message.rows && { rows: Object.fromEntries(Object.entries(message.rows).map(([id, cells]) => [this.nameOf(id), cells])) }),
    });
    const all = [...(this.onItsWay ? [this.onItsWay] : []), ...this.waiting].map(named);
    try {
      if (all.length) sessionStorage.setItem(this.shelf, JSON.stringify(all));
      else sessionStorage.removeItem(this.shelf);
    } catch (error) {
      console.info(`planning-kit: the window cannot remember: ${error}`);
    }
  }

  // What a page before this one could not bring to the store; forgotten here only once it is put.
  left() {
    return this.shelf ? JSON.parse(sessionStorage.getItem(this.shelf) ?? "[]") : [];
  }

  putEdits(cellsOfRows) {
    const entries = Object.entries(cellsOfRows);
    for (let at = 0; at < entries.length; at += ROWS_IN_A_MESSAGE) {
      this.put({ ask: "edit", rows: Object.fromEntries(entries.slice(at, at + ROWS_IN_A_MESSAGE)) });
    }
  }

  // Whether a cell was typed again since the message that is answered now.
  isTypedAgain(id, name) {
    return this.waiting.some((one) => one.ask === "edit" && one.rows[id] && name in one.rows[id]);
  }

  next() {
    if (this.onItsWay || !this.waiting.length) return;
    this.onItsWay = { ...this.waiting.shift(), n: ++this.count };
    this.wait = FIRST_WAIT_MS;
    this.says("saving");
    this.trySending();
  }

  trySending() {
    if (!this.onItsWay) return;
    this.send(this.onItsWay);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), this.wait);
    this.wait = Math.min(this.wait * 2, 60000);
  }

  again() {
    this.says("retrying");
    this.trySending();
  }

  // The answer to a message; one that was answered before is told so.
  done(n) {
    if (!this.onItsWay || this.onItsWay.n !== n) return false;
    clearTimeout(this.timer);
    this.onItsWay = null;
    this.next();
    this.remember();
    return true;
  }

  // The store is locked, full or away: the message stays and goes again.
  trouble(n, said) {
    if (!this.onItsWay || this.onItsWay.n !== n) return;
    clearTimeout(this.timer);
    this.says("retrying", said);
    this.timer = setTimeout(() => this.trySending(), TRY_AGAIN_MS);
  }

  leave() {
    clearTimeout(this.timer);
  }
}
