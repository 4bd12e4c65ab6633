// What was changed on the page and must reach the store: one message on its way at a time, kept
// and sent again until the answer comes, so that a lost connection loses nothing typed.

const ROWS_IN_A_MESSAGE = 50;
const FIRST_WAIT_MS = 15000;
const TRY_AGAIN_MS = 3000;

class Outbox {
  constructor(send, says) {
    this.send = send;
    this.says = says;
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
