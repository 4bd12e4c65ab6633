// The page's part of a form: what is typed goes to the store while it is typed, is sent again
// until Python says that it stands there, and outlives a reload. It also tells how wide the
// window is, and says itself what Python cannot say: that nobody answers.

const QUIET_MS = 500;
const AFTER_A_CHOICE_MS = 60;
const PATIENCE_MS = 5000;
const NARROW = "(max-width: 599px)";

class FormPage {
  constructor(model, el) {
    Object.assign(this, { model, el, words: model.get("words"), pending: {}, n: 0 });
    this.shelf = model.get("shelf");
    this.line = document.createElement("div");
    this.line.setAttribute("role", "status");
    this.line.className = "pk-standing";
    el.append(this.line);
    this.ears = [
      [model, "msg:custom", (message) => this.heard(message)],
      [model, "change:said", () => this.show()],
      [model, "change:draft", () => this.store()],
    ];
    for (const [at, name, ear] of this.ears) at.on(name, ear);
    this.hear = (event) => this.typed(event);
    for (const name of ["input", "change", "click"]) document.addEventListener(name, this.hear, true);
    this.narrow = matchMedia(NARROW);
    this.narrow.addEventListener("change", (this.widen = () => this.tellWidth()));
    this.show();
    this.tellWidth();
    this.comeBack();
  }

  say(message) {
    // A kernel that is gone refuses the message; the clock that runs will say so.
    try { this.model.send(message); } catch (error) { console.info(`planning-kit: ${error}`); }
  }

  tellWidth() { this.say({ ask: "width", narrow: this.narrow.matches }); }

  // What this very window typed before it was loaded anew.
  comeBack() {
    const left = JSON.parse(sessionStorage.getItem(this.shelf) ?? "{}");
    if (!left.draft && !left.pending) return;
    this.pending = left.pending ?? {};
    this.send({ ask: "come_back", draft: left.draft });
  }

  store() {
    const draft = this.model.get("draft"), isPending = Object.keys(this.pending).length > 0;
    if (!draft && !isPending) sessionStorage.removeItem(this.shelf);
    else sessionStorage.setItem(this.shelf, JSON.stringify({ draft, ...(isPending && { pending: this.pending }) }));
  }

  typed(event) {
    const question = event.target.closest?.("[class*=pk-q-]");
    if (!event.isTrusted || !question?.closest(".pk-form")?.contains(this.el)) return;
    const button = event.target.closest(".pk-answers button");
    if (event.type === "click") {
      if (!button) return;
      // The button itself must have been pressed before it can be read.
      setTimeout(() => this.note(question, readButtons(question, button), AFTER_A_CHOICE_MS));
    } else this.note(question, readBoxes(question), event.type === "input" ? QUIET_MS : AFTER_A_CHOICE_MS);
  }

  note(question, boxes, wait) {
    this.pending[nameOf(question)] = boxes;
    this.isMore = true;
    this.store();
    this.show("keeping");
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.send({ ask: "typed" }), wait);
  }

  send(message) {
    clearTimeout(this.clock);
    this.isMore = false;
    const active = document.activeElement;
    const at = active?.matches?.("input, textarea") ? active.closest("[class*=pk-q-]") : null;
    this.say({ ...message, n: ++this.n, typed: this.pending, at: at ? nameOf(at) : null });
    this.clock = setTimeout(() => { this.show("retrying"); this.send(message); }, PATIENCE_MS);
  }

  heard(message) {
    if (message.n !== this.n || this.isMore) return;
    if (message.tell === "kept") {
      clearTimeout(this.clock);
      this.pending = {};
      this.store();
    }
    this.show();
  }

  show(own = null) {
    if (own) {
      const line = document.createElement("p");
      line.className = own === "retrying" ? "pk-late" : "pk-keeping";
      line.textContent = this.words[own];
      this.line.replaceChildren(line);
    } else this.line.innerHTML = this.model.get("said");
  }

  leave() {
    clearTimeout(this.clock);
    for (const [at, name, ear] of this.ears) at.off(name, ear);
    for (const name of ["input", "change", "click"]) document.removeEventListener(name, this.hear, true);
    this.narrow.removeEventListener("change", this.widen);
  }
}

function nameOf(question) {
  return [...question.classList].find((one) => one.startsWith("pk-q-")).slice("pk-q-".length);
}

// Of a text box its text, of a list the position chosen.
function readBoxes(question) {
  return [...question.querySelectorAll("input, textarea, select")]
    .map((box) => (box.tagName === "SELECT" ? box.selectedIndex : box.value));
}

// The positions of the buttons pressed; of a single answer the one pressed last alone counts.
function readButtons(question, last) {
  const buttons = [...question.querySelectorAll(".pk-answers button")];
  const isOne = !question.querySelector(".pk-several");
  return buttons.flatMap((button, at) =>
    (button.classList.contains("mod-active") && (!isOne || button === last) ? [at] : []));
}

export default {
  render({ model, el }) {
    const page = new FormPage(model, el);
    return () => page.leave();
  },
};
