// What the keys and the pointer do in the grid. Letters are told by their place on the keyboard,
// so that Ctrl-Z works with Thai letters switched on.

function followKeys(grid, editor, deeds) {
  const rowsInView = () => Math.max(1, Math.floor(grid.element.clientHeight / ROW_PX) - 3);
  const moves = {
    ArrowUp: () => [-1, 0], ArrowDown: () => [1, 0], ArrowLeft: () => [0, -1], ArrowRight: () => [0, 1],
    PageUp: () => [-rowsInView(), 0], PageDown: () => [rowsInView(), 0],
  };
  let isLeaving = false;

  function tab(event) {
    const { r, c } = grid.active, columns = grid.rows.columns.length, step = event.shiftKey ? -1 : 1;
    const next = r * columns + c + step;
    if (isLeaving || next < 0 || next >= columns * grid.rows.list.length) return false;
    grid.goTo(Math.floor(next / columns), next % columns);
    return true;
  }

  function ends(event) {
    const isHome = event.key === "Home", last = grid.rows.columns.length - 1;
    const r = event.ctrlKey ? (isHome ? 0 : grid.rows.list.length - 1) : grid.active.r;
    grid.goTo(r, isHome ? 0 : last, event.shiftKey);
  }

  function withControl(event) {
    if (event.code === "KeyZ") event.shiftKey ? deeds.redo() : deeds.undo();
    else if (event.code === "KeyY") deeds.redo();
    else return false;
    return true;
  }

  function plain(event) {
    const { r, c } = grid.active;
    if (moves[event.key]) {
      const [down, right] = moves[event.key]();
      grid.goTo(r + down, c + right, event.shiftKey);
    } else if (event.key === "Home" || event.key === "End") ends(event);
    else if (event.key === "Tab") return tab(event);
    else if (event.key === "Enter" || event.key === "F2") editor.open();
    else if (event.key === "Delete" || event.key === "Backspace") deeds.clear();
    else if (event.key.length === 1 && event.key !== " ") editor.open(event.key);
    else return false;
    return true;
  }

  grid.element.addEventListener("keydown", (event) => {
    if (event.target !== grid.element || event.isComposing) return;
    if (event.key === "Escape") { isLeaving = true; return; }
    const isCommand = (event.ctrlKey || event.metaKey) && !["Home", "End"].includes(event.key);
    const isDone = isCommand ? withControl(event) : !event.altKey && plain(event);
    if (event.key !== "Shift") isLeaving = false;
    if (isDone) { event.preventDefault(); event.stopPropagation(); }
  });
}

function followClipboard(grid, editor, deeds) {
  const isHere = (event) => event.target === grid.element && !editor.isOpen;
  const copy = (event) => {
    event.clipboardData.setData("text/plain", writeCells(deeds.chosenCells()));
    event.preventDefault();
    event.stopPropagation();
  };
  grid.element.addEventListener("copy", (event) => { if (isHere(event)) copy(event); });
  grid.element.addEventListener("cut", (event) => { if (isHere(event)) { copy(event); deeds.clear(); } });
  grid.element.addEventListener("paste", (event) => {
    if (!isHere(event)) return;
    event.preventDefault();
    event.stopPropagation();
    deeds.paste(readCells(event.clipboardData.getData("text/plain")));
  });
}

function followPointer(grid, editor) {
  let isDragging = false;
  const placeOf = (event) => {
    const cell = event.target.closest?.(".pkt-cell[data-at]");
    return cell ? cell.dataset.at.split(" ").map(Number) : null;
  };
  grid.element.addEventListener("pointerdown", (event) => {
    const at = placeOf(event);
    if (!at || event.pointerType === "touch" || event.button !== 0) return;
    isDragging = true;
    grid.goTo(at[0], at[1], event.shiftKey);
  });
  grid.element.addEventListener("pointermove", (event) => {
    const at = isDragging && placeOf(event);
    if (at && (at[0] !== grid.active.r || at[1] !== grid.active.c)) grid.goTo(at[0], at[1], true);
  });
  addEventListener("pointerup", () => { isDragging = false; });
  // A thumb cannot press twice quickly: touched again, the cell opens.
  grid.element.addEventListener("click", (event) => {
    const at = placeOf(event);
    if (!at || event.pointerType !== "touch") return;
    if (at[0] === grid.active.r && at[1] === grid.active.c) editor.open();
    else grid.goTo(at[0], at[1]);
  });
  grid.element.addEventListener("dblclick", (event) => { if (placeOf(event)) editor.open(); });
}
