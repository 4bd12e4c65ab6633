// What people answered and must reach the store: kept, and sent again until an answer comes.

const GATHER_MS = 350;
const SLOW_MS = 4000;
const FIRST_WAIT_MS = 20000;
const TRY_AGAIN_MS = 3000;

class Outbox {
  constructor(send, says) {
    this.send = send;
    this.says = says;
    this.waiting = new Map();
    this.onItsWay = null;
    this.name = Math.random().toString(36).slice(2, 9);
    this.count = 0;
  }

  get isBusy() {
    return this.onItsWay !== null || this.waiting.size > 0;
  }

  // Of what was answered twice before it could leave, only the last counts.
  put(id, value) {
    this.waiting.delete(id);
    this.waiting.set(id, value);
    this.says("saving");
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => this.next(), GATHER_MS);
  }

  next() {
    if (this.onItsWay || !this.waiting.size) return;
    this.onItsWay = { ask: "answers", n: `${this.name}-${++this.count}`, answers: [...this.waiting] };
    this.waiting.clear();
    this.wait = FIRST_WAIT_MS;
    this.trySending();
  }

  trySending() {
    if (!this.onItsWay) return;
    this.send(this.onItsWay);
    this.stopWaiting();
    this.slow = setTimeout(() => this.says("retrying"), SLOW_MS);
    this.timer = setTimeout(() => { this.says("retrying"); this.trySending(); }, this.wait);
    this.wait = Math.min(this.wait * 2, 60000);
  }

  // The answer to a message; one that was answered before is told so.
  done(n) {
    if (!this.onItsWay || this.onItsWay.n !== n) return false;
    this.stopWaiting();
    this.onItsWay = null;
    this.next();
    return true;
  }

  // The store is locked, full or away: the message stays and goes again.
  trouble(n, said) {
    if (!this.onItsWay || this.onItsWay.n !== n) return;
    this.stopWaiting();
    this.says("retrying", said);
    this.timer = setTimeout(() => this.trySending(), TRY_AGAIN_MS);
  }

  // The value that is on its way, while Python does not know it yet.
  held(id) {
    if (this.waiting.has(id)) return [this.waiting.get(id)];
    const sent = this.onItsWay?.answers.find(([one]) => one === id);
    return sent ? [sent[1]] : null;
  }

  stopWaiting() {
    clearTimeout(this.timer);
    clearTimeout(this.slow);
  }

  leave() {
    this.stopWaiting();
    clearTimeout(this.gathering);
  }
}
