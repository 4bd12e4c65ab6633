// The parts that a tool is made of. Each keeps its element and is only told of changes, so that
// nothing vanishes under a finger.

function made(tag, css = "", attributes = {}, text = "") {
  const element = document.createElement(tag);
  if (css) element.className = css;
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

function pressable(css, text, deed) {
  const button = made("button", css, { type: "button" }, text);
  button.addEventListener("click", deed);
  return button;
}

// Puts the parts that are declared into ``parent``; those that were there stay the same.
function mend(parent, known, specs, page) {
  const old = new Map(known.map((part) => [part.name, part]));
  const parts = specs.map((spec, at) => {
    const name = `${spec.is} ${spec.id ?? at}`;
    const part = old.get(name) ?? { ...PARTS[spec.is](page), name };
    part.update(spec);
    return part;
  });
  const nodes = parts.map((part) => part.node);
  if (nodes.length !== parent.children.length || nodes.some((node, at) => node !== parent.children[at])) {
    const focused = document.activeElement;
    parent.replaceChildren(...nodes);
    if (parent.contains(focused)) focused.focus({ preventScroll: true });
  }
  return parts;
}

// What is said under a part: a refusal, a remark or a total.
function sayings() {
  const node = made("div", "pks-sayings");
  let last = "[]";
  const update = (said = []) => {
    const now = JSON.stringify(said);
    if (now === last) return;
    last = now;
    node.replaceChildren(...said.map(([tone, text]) =>
      made("p", `pks-${tone}`, tone === "error" ? { role: "alert" } : {}, text)));
  };
  return { node, update };
}

function field(css = "") {
  const node = made("div", `pks-field ${css}`), label = made("div", "pks-label");
  const body = made("div", "pks-body"), said = sayings();
  node.append(label, body, said.node);
  const update = (spec) => {
    label.textContent = spec.label ?? "";
    label.hidden = !spec.label;
    said.update(spec.said);
  };
  return { node, label, body, update };
}

const PARTS = {
  head: () => { const node = made("h3", "pks-head"); return { node, update: (spec) => { node.textContent = spec.text; } }; },

  say: () => {
    const node = made("p");
    return { node, update: (spec) => { node.className = `pks-${spec.tone}`; node.textContent = spec.text; } };
  },

  group: (page) => {
    const node = made("section"), title = made("h4", "pks-title"), body = made("div", "pks-parts");
    let parts = [];
    node.append(title, body);
    const update = (spec) => {
      node.className = `pks-group ${spec.css ? `pks-${spec.css}` : ""}`;
      title.textContent = spec.title ?? "";
      title.hidden = !spec.title;
      parts = mend(body, parts, spec.parts, page);
    };
    return { node, update };
  },

  button: (page) => {
    let own;
    const node = pressable("pks-button", "", () => page.answer(own.id, true));
    const update = (spec) => {
      own = spec;
      node.textContent = spec.text;
      node.className = `pks-button ${spec.tone ? `pks-${spec.tone}` : ""}`;
      node.disabled = Boolean(spec.off);
    };
    return { node, update };
  },

  picks: (page) => {
    const kept = field();
    kept.body.classList.add("pks-answers");
    kept.body.setAttribute("role", "group");
    let own, options = "", buttons = [];
    const chosen = () => [page.value(own.id, own.value)].flat();
    const press = (value) => {
      const is = chosen().includes(value);
      if (own.several) {
        const rest = chosen().filter((one) => one !== value && one !== null);
        page.answer(own.id, own.options.map((one) => one.value).filter((one) => rest.includes(one) || (one === value && !is)));
      } else if (!is || !own.stays) page.answer(own.id, is ? null : value);
      show();
    };
    const show = () => {
      const now = chosen();
      own.options.forEach((option, at) => buttons[at].setAttribute("aria-pressed", now.includes(option.value)));
    };
    const update = (spec) => {
      own = spec;
      kept.update(spec);
      kept.body.setAttribute("aria-label", spec.label ?? "");
      if (options !== JSON.stringify(spec.options)) {
        options = JSON.stringify(spec.options);
        buttons = spec.options.map((option) => {
          const button = pressable("pks-button", option.text, () => press(option.value));
          if (option.note) button.append(made("small", "", {}, option.note));
          button.disabled = Boolean(option.off);
          return button;
        });
        kept.body.replaceChildren(...buttons);
      }
      show();
    };
    return { node: kept.node, update };
  },

  list: (page) => {
    const kept = field(), choice = made("select");
    let own, options = "";
    kept.body.append(choice);
    choice.addEventListener("change", () => page.answer(own.id, choice.value || null));
    const update = (spec) => {
      own = spec;
      kept.update(spec);
      choice.setAttribute("aria-label", spec.label ?? "");
      if (options !== JSON.stringify(spec.options)) {
        options = JSON.stringify(spec.options);
        choice.replaceChildren(...spec.options.map((option) => made("option", "", { value: option.value }, option.text)));
      }
      choice.value = page.value(spec.id, spec.value) ?? "";
    };
    return { node: kept.node, update };
  },
};
