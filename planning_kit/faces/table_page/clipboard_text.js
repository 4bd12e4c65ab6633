// Cells as Excel and Calc put them on the clipboard: a tab between cells, a line for each row,
// quotes round a cell that itself holds a tab, a line break or a quote.

function readCells(text) {
  const rows = [[]];
  let cell = "", at = 0, isQuoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at < source.length) {
    const letter = source[at];
    if (isQuoted) {
      if (letter === '"' && source[at + 1] === '"') { cell += '"'; at += 1; }
      else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (letter === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else cell += letter;
    at += 1;
  }
  rows.at(-1).push(cell);
  return rows.map((row) => row.map((one) => one.trim()));
}

function writeCells(rows) {
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}
