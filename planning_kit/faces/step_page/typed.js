// Parts that are typed into or counted with: boxes, counters, and a grid of boxes.

const IDLE_MS = 2500;

// A text box that sends what was typed on leaving it, and when nobody types for a while.
function box(page, tag = "input", more = {}) {
  const node = made(tag, "", tag === "input" ? { type: "text", autocomplete: "off", ...more } : more);
  const state = { node, id: "", sent: "" };
  const send = () => {
    clearTimeout(state.idle);
    if (node.value === state.sent) return;
    state.sent = node.value;
    page.answer(state.id, node.value);
  };
  node.addEventListener("change", send);
  node.addEventListener("input", () => { clearTimeout(state.idle); state.idle = setTimeout(send, IDLE_MS); });
  state.update = (id, value) => {
    const own = page.value(id, value) ?? "";
    const isTyping = document.activeElement === node && node.value !== state.sent;
    state.id = id;
    if (isTyping) return;
    state.sent = String(own);
    if (node.value !== state.sent) node.value = state.sent;
  };
  return state;
}

const ARABIC = (text) => String(text).replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50);

Object.assign(PARTS, {
  text: (page) => {
    const kept = field("pks-typed");
    let typed = null;
    const update = (spec) => {
      kept.update(spec);
      if (!typed) {
        // Chromium cuts the upper tone marks of Thai off in an input; a box of one row shows them.
        typed = box(page, "textarea", { rows: spec.lines });
        if (spec.lines === 1) typed.node.addEventListener("keydown", (event) => {
          if (event.key === "Enter") { event.preventDefault(); typed.node.blur(); }
        });
        kept.body.append(typed.node);
      }
      typed.node.placeholder = spec.example ?? "";
      typed.node.setAttribute("aria-label", spec.label);
      typed.update(spec.id, spec.value);
    };
    return { node: kept.node, update };
  },

  count: (page) => {
    const kept = field("pks-counted"), typed = box(page, "input", { inputmode: "numeric" });
    const note = made("span", "pks-note");
    let own;
    const step = (by) => {
      const now = typed.node.value.trim() === "" ? 0 : Number(ARABIC(typed.node.value));
      if (Number.isNaN(now)) return;
      const next = Math.max(0, now + by);
      typed.node.value = typed.sent = String(next);
      page.answer(own.id, next);
    };
    const less = pressable("pks-step", "−", () => step(-(own.step ?? 1)));
    const more = pressable("pks-step", "+", () => step(own.step ?? 1));
    kept.body.append(less, typed.node, more, note);
    const update = (spec) => {
      own = spec;
      kept.update(spec);
      note.textContent = spec.note ?? "";
      less.setAttribute("aria-label", `− ${spec.label}`);
      more.setAttribute("aria-label", `+ ${spec.label}`);
      typed.node.setAttribute("aria-label", spec.label);
      typed.update(spec.id, spec.value);
    };
    return { node: kept.node, update };
  },

  sheet: (page) => {
    const node = made("div", "pks-sheet", { tabindex: "0", role: "region" }), table = made("table");
    const said = sayings();
    let shape = "", boxes = [];
    node.append(table, said.node);
    const build = (spec) => {
      const head = made("tr");
      head.append(...spec.heads.map((text) => made("th", "", { scope: "col" }, text)));
      boxes = [];
      const rows = spec.rows.map((row) => {
        const line = made("tr", row.strong ? "pks-strong" : "");
        line.append(made("th", "", { scope: "row" }, row.text));
        row.cells.forEach((cell, at) => {
          const place = made("td");
          if (cell.id) {
            const typed = box(page, "input", { inputmode: "decimal", "aria-label": `${row.text} ${spec.heads[at + 1]}` });
            place.append(typed.node);
            boxes.push([typed, place]);
          } else boxes.push([null, place]);
          line.append(place);
        });
        return line;
      });
      const top = made("thead"), body = made("tbody");
      top.append(head);
      body.append(...rows);
      table.replaceChildren(top, body);
    };
    const update = (spec) => {
      node.setAttribute("aria-label", spec.label);
      const now = JSON.stringify([spec.heads, spec.rows.map((row) => [row.text, row.strong, row.cells.map((cell) => cell.id ?? "")])]);
      if (now !== shape) { shape = now; build(spec); }
      spec.rows.flatMap((row) => row.cells).forEach((cell, at) => {
        const [typed, place] = boxes[at];
        if (typed) typed.update(cell.id, cell.value);
        else place.textContent = cell.text ?? "";
        place.classList.toggle("pks-wrong", Boolean(cell.wrong));
      });
      said.update(spec.said);
    };
    return { node, update };
  },
});
