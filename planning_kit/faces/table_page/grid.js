// The grid as it is drawn: only the cells in view are in the page, whatever their number. What
// stays at the left is one pane of its own: a sticky cell in every row costs a layer each.

const ROW_PX = 44;
const ROW_HEAD_PX = 56;
const SPARE_ROWS = 4;
const SPARE_PX = 200;
const REST_MS = 120;

function made(tag, css, attributes = {}, text = "") {
  const element = document.createElement(tag);
  element.className = css;
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

class Grid {
  constructor(rows, words, uid) {
    this.rows = rows;
    this.words = words;
    this.uid = uid;
    this.active = { r: 0, c: 0 };
    this.other = { r: 0, c: 0 };
    this.drawn = new Map();
    this.lefts = [];
    let left = ROW_HEAD_PX;
    for (const column of rows.columns) { this.lefts.push(left); left += column.width; }
    this.width = left;
    this.frozenPx = ROW_HEAD_PX + (rows.columns[0]?.width ?? 0);
    this.build();
  }

  build() {
    this.element = made("div", "pkt-view", {
      role: "grid", tabindex: "0", "aria-label": this.words.title,
      "aria-colcount": this.rows.columns.length + 1, "aria-multiselectable": "true",
      "aria-describedby": `${this.uid}-keys`, "data-lm-suppress-shortcuts": "true",
    });
    this.body = made("div", "pkt-body", { role: "rowgroup" });
    this.frozen = made("div", "pkt-frozen", { role: "presentation" });
    this.frozen.style.width = `${this.frozenPx}px`;
    this.body.style.width = `${this.width}px`;
    this.body.append(this.frozen);
    this.foot = made("div", "pkt-row pkt-foot", { role: "row" });
    this.foot.style.width = `${this.width}px`;
    this.element.append(this.head(), this.body, this.foot);
    this.element.addEventListener("scroll", () => this.soon(), { passive: true });
  }

  head() {
    const head = made("div", "pkt-row pkt-head", { role: "row", "aria-rowindex": 1 });
    head.style.width = `${this.width}px`;
    head.append(made("div", "pkt-cell pkt-rowhead", { role: "columnheader", "aria-colindex": 1 }, "#"));
    this.rows.columns.forEach((column, c) => {
      const cell = made("div", this.css(c), { role: "columnheader", "aria-colindex": c + 2, title: column.help });
      cell.style.width = `${column.width}px`;
      cell.append(made("span", "pkt-label", {}, column.label));
      if (column.unit) cell.append(made("span", "pkt-unit", {}, ` (${column.unit})`));
      head.append(cell);
    });
    return head;
  }

  css(c) {
    const column = this.rows.columns[c];
    return `pkt-cell${c === 0 ? " pkt-first" : ""}${column.figure ? " pkt-figure" : ""}`;
  }

  // Draw once before the next picture, however often it is asked for.
  soon() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => { this.asked = 0; this.draw(); });
  }

  // At once what is in view; what lies beside it follows when nobody waits for a picture.
  draw(isWhole = false) {
    const count = this.rows.list.length;
    if (count !== this.count) {
      this.count = count;
      this.element.setAttribute("aria-rowcount", count + 2);
      this.body.style.height = `${count * ROW_PX}px`;
    }
    const { scrollTop: top, scrollLeft, clientWidth } = this.element, height = this.element.clientHeight || 600;
    const right = scrollLeft + (clientWidth || this.width), spare = isWhole ? SPARE_ROWS : 0;
    const above = Math.floor(top / ROW_PX), below = Math.ceil((top + height) / ROW_PX);
    this.near = this.columnsIn(scrollLeft - SPARE_PX, right + SPARE_PX);
    this.inView = isWhole ? this.near : this.columnsIn(scrollLeft, right);
    for (const [r, drawn] of this.drawn) {
      if (r < above - SPARE_ROWS || r > below + SPARE_ROWS || r >= count) { this.undraw(drawn); this.drawn.delete(r); }
    }
    for (let r = Math.max(0, above - spare); r <= Math.min(count - 1, below + spare); r += 1) {
      if (this.drawn.has(r)) this.fill(this.drawn.get(r));
      else this.drawRow(r);
    }
    this.mark();
    clearTimeout(this.rest);
    if (!isWhole) this.rest = setTimeout(() => this.draw(true), REST_MS);
  }

  columnsIn(from, to) {
    const found = new Set([0]);
    this.rows.columns.forEach((column, c) => {
      if (this.lefts[c] + column.width > from && this.lefts[c] < to) found.add(c);
    });
    return found;
  }

  undraw(drawn) {
    drawn.row.remove();
    drawn.left.remove();
  }

  drawAll() {
    for (const drawn of this.drawn.values()) this.undraw(drawn);
    this.drawn.clear();
    this.clamp();
    this.draw();
  }

  clamp() {
    const last = Math.max(0, this.rows.list.length - 1);
    for (const at of [this.active, this.other]) at.r = Math.min(at.r, last);
  }

  redraw(id) {
    const r = this.rows.list.findIndex((row) => row.id === id);
    if (r >= 0 && this.drawn.has(r)) { this.drawRow(r); this.mark(); }
  }

  drawRow(r) {
    const row = this.rows.list[r], state = this.words.states[row.state] ?? "";
    const part = (css, width) => {
      const element = made("div", `${css} pkt-is-${row.state}`, { role: "row", "aria-rowindex": r + 2 });
      element.style.top = `${r * ROW_PX}px`;
      element.style.width = `${width}px`;
      return element;
    };
    const drawn = { r, row: part("pkt-row", this.width), left: part("pkt-row", this.frozenPx), cells: new Map() };
    const head = made("div", "pkt-cell pkt-rowhead", { role: "rowheader", "aria-colindex": 1 });
    head.append(made("span", "", {}, String(r + 1)));
    const sign = this.words.signs[row.state];
    if (sign) head.append(made("span", "pkt-sign", { role: "img", "aria-label": state, title: state }, sign));
    drawn.left.append(head);
    this.fill(drawn);
    if (this.drawn.has(r)) this.undraw(this.drawn.get(r));
    this.drawn.set(r, drawn);
    this.body.append(drawn.row);
    this.frozen.append(drawn.left);
  }

  // Put in the cells that came into view and take out those that left it.
  fill(drawn) {
    for (const [c, cell] of drawn.cells) if (!this.near.has(c)) { cell.remove(); drawn.cells.delete(c); }
    for (const c of this.inView) {
      if (drawn.cells.has(c)) continue;
      const cell = this.cell(this.rows.list[drawn.r], drawn.r, c);
      drawn.cells.set(c, cell);
      (c === 0 ? drawn.left : drawn.row).append(cell);
    }
  }

  cell(row, r, c) {
    const column = this.rows.columns[c], said = row.said[column.name];
    const cell = made("div", this.css(c), { role: "gridcell", "aria-colindex": c + 2, id: this.idOf(r, c) });
    cell.style.cssText = `left:${this.lefts[c]}px;width:${column.width}px`;
    cell.textContent = row.cells[c];
    cell.dataset.at = `${r} ${c}`;
    if (column.key && row.saved) cell.setAttribute("aria-readonly", "true");
    if (said) {
      cell.classList.add(said[0] === "refuse" ? "pkt-wrong" : "pkt-odd");
      if (said[0] === "refuse") cell.setAttribute("aria-invalid", "true");
      cell.title = said[1];
    }
    return cell;
  }

  idOf(r, c) { return `${this.uid}-${r}-${c}`; }

  // --- where one is, and what is chosen -----------------------------------------------
  get chosen() {
    const { active: a, other: o } = this;
    return { top: Math.min(a.r, o.r), bottom: Math.max(a.r, o.r), left: Math.min(a.c, o.c), right: Math.max(a.c, o.c) };
  }

  goTo(r, c, isExtending = false) {
    const columns = this.rows.columns.length;
    this.active = {
      r: Math.max(0, Math.min(r, this.rows.list.length - 1)), c: Math.max(0, Math.min(c, columns - 1)),
    };
    if (!isExtending) this.other = { ...this.active };
    this.reveal();
    this.draw();
    this.onMove?.();
  }

  reveal() {
    const { r, c } = this.active, view = this.element;
    const top = r * ROW_PX, room = view.clientHeight - this.fixedPx();
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top + ROW_PX > view.scrollTop + room) view.scrollTop = top + ROW_PX - room;
    if (c === 0) { view.scrollLeft = 0; return; }
    const fixed = this.frozenPx;
    const left = this.lefts[c], wide = this.rows.columns[c].width;
    if (left - fixed < view.scrollLeft) view.scrollLeft = left - fixed;
    else if (left + wide > view.scrollLeft + view.clientWidth) view.scrollLeft = Math.min(left - fixed, left + wide - view.clientWidth);
  }

  // Heads and totals keep their height: measured once, not with every key.
  fixedPx() {
    this.fixed ??= this.element.firstChild.offsetHeight + this.foot.offsetHeight;
    return this.fixed;
  }

  mark() {
    for (const cell of this.marked ?? []) {
      cell.classList.remove("pkt-active", "pkt-chosen");
      cell.removeAttribute("aria-selected");
    }
    this.marked = [];
    const { top, bottom, left, right } = this.chosen;
    for (const r of [...this.drawn.keys()].filter((one) => one >= top && one <= bottom)) {
      const cells = this.drawn.get(r)?.cells;
      for (let c = left; cells && c <= right; c += 1) {
        const cell = cells.get(c);
        if (!cell) continue;
        cell.classList.add("pkt-chosen");
        cell.setAttribute("aria-selected", "true");
        this.marked.push(cell);
      }
    }
    const here = this.drawn.get(this.active.r)?.cells.get(this.active.c);
    if (!here) { this.element.removeAttribute("aria-activedescendant"); return; }
    here.classList.add("pkt-active");
    this.element.setAttribute("aria-activedescendant", here.id);
  }

  showTotals(totals) {
    this.fixed = undefined;
    this.foot.replaceChildren(made("div", "pkt-cell pkt-rowhead", { role: "rowheader", "aria-colindex": 1 }, this.words.total));
    this.rows.columns.forEach((column, c) => {
      const cell = made("div", this.css(c), { role: "gridcell", "aria-colindex": c + 2 }), total = totals[column.name];
      cell.style.width = `${column.width}px`;
      if (total) {
        cell.append(made("b", "", {}, total.sum), made("span", "pkt-n", { title: total.said }, `n ${total.n}/${total.of}`));
      }
      this.foot.append(cell);
    });
  }
}
