// Parts that are put in place by hand: an order that is moved up and down, and painted strips.

Object.assign(PARTS, {
  order: (page) => {
    const kept = field("pks-order"), list = made("ol"), rest = made("ul");
    kept.body.append(list, rest);
    let own, last = "";
    const now = () => page.value(own.id, own.value);
    const change = (codes, code, deed) => {
      page.answer(own.id, codes);
      draw();
      kept.body.querySelector(`[data-code="${CSS.escape(code)}"] [data-deed="${deed}"]`)?.focus();
    };
    const move = (code, by, deed) => {
      const codes = [...now()], at = codes.indexOf(code), to = at + by;
      if (to < 0 || to >= codes.length) return;
      codes.splice(to, 0, codes.splice(at, 1)[0]);
      change(codes, code, deed);
    };
    const deed = (name, sign, label, act) => {
      const button = pressable("pks-step", sign, act);
      button.setAttribute("aria-label", label);
      button.dataset.deed = name;
      return button;
    };
    const row = (item, place) => {
      const line = made("li", item.places.length && place && !item.places.includes(place) ? "pks-moved" : "", { "data-code": item.value });
      const text = made("span", "pks-said", {}, item.text);
      if (item.note) text.append(made("small", "", {}, item.note));
      if (place) {
        line.append(made("b", "pks-place", {}, String(place)), text,
          deed("up", "▲", `${own.words.up} ${item.text}`, () => move(item.value, -1, "up")),
          deed("down", "▼", `${own.words.down} ${item.text}`, () => move(item.value, 1, "down")),
          deed("out", "✕", `${own.words.out} ${item.text}`, () => change(now().filter((one) => one !== item.value), item.value, "in")));
      } else {
        line.append(made("b", "pks-place", {}, "–"), text,
          deed("in", "+", `${own.words.in} ${item.text}`, () => change([...now(), item.value], item.value, "up")));
      }
      return line;
    };
    const draw = () => {
      const codes = now(), known = new Map(own.items.map((item) => [item.value, item]));
      const key = JSON.stringify([codes, own]);
      if (key === last) return;
      last = key;
      list.replaceChildren(...codes.filter((code) => known.has(code)).map((code, at) => row(known.get(code), at + 1)));
      rest.replaceChildren(...own.items.filter((item) => !codes.includes(item.value)).map((item) => row(item, 0)));
    };
    const update = (spec) => { own = spec; kept.update(spec); draw(); };
    return { node: kept.node, update };
  },

  strip: (page) => {
    const kept = field("pks-strip");
    let shape = "", cells = [], own = [];
    const paint = (at) => { page.answer(own[at].id, !isOn(at)); show(); };
    const isOn = (at) => page.value(own[at].id, own[at].on);
    const show = () => own.forEach((cell, at) => {
      cells[at].setAttribute("aria-pressed", isOn(at));
      cells[at].classList.toggle("pks-part", Boolean(cell.part) && isOn(at));
      cells[at].classList.toggle("pks-busy", Boolean(cell.busy));
    });
    const update = (spec) => {
      kept.update(spec);
      own = spec.groups.flatMap((group) => group.cells);
      const now = JSON.stringify(spec.groups.map((group) => [group.head, group.cells.map((cell) => [cell.id, cell.text])]));
      if (now !== shape) {
        shape = now;
        cells = own.map((cell, at) => pressable("pks-cell", cell.text, () => paint(at)));
        let next = 0;
        kept.body.replaceChildren(...spec.groups.map((group) => {
          const node = made("div", "pks-span", { role: "group", "aria-label": `${spec.label} ${group.head}` });
          const row = made("div", "pks-cells");
          row.append(...group.cells.map(() => cells[next++]));
          node.append(made("b", "", {}, group.head), row);
          return node;
        }));
      }
      show();
    };
    return { node: kept.node, update };
  },
});
