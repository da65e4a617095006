// Joins two changes of one text, line by line: null where both changed the same lines. Where both add at one place, theirs
// comes first. The server does the same (TextMerge): a change of one is a change of both. With the joined text comes where a
// place in mine is in it: in the same line, wherever that stands now.
export function merge(from, mine, theirs) {
  const start = linesOf(from);
  const [left, right] = [changes(start, linesOf(theirs)), changes(start, linesOf(mine))];
  const joined = [];
  const where = new Map();
  const gone = [];
  let done = 0;
  let ahead = 0;
  const go = to => {
    for (; done < to; done++) { where.set(done + ahead, joined.length); joined.push(start[done]); }
  };
  while (left.length > 0 || right.length > 0) {
    const [one, two] = [left[0], right[0]];
    if (one && two && one.stop > one.start && same(one, two)) left.shift();
    const mineFirst = !one || one !== left[0] || (two && (two.start < one.start || (two.start === one.start && two.stop === two.start && one.stop > one.start)));
    const next = mineFirst ? right.shift() : left.shift();
    const other = mineFirst ? left[0] : right[0];
    if (other && next.stop > other.start) return null;
    go(next.start);
    if (mineFirst) {
      next.lines.forEach((_, i) => where.set(next.start + ahead + i, joined.length + i));
      ahead += next.lines.length - (next.stop - next.start);
    } else if (next.stop > next.start) {
      gone.push({ first: next.start + ahead, was: start.slice(next.start, next.stop).join('\n'), is: next.lines.join('\n'), now: joined.length });
    }
    joined.push(...next.lines);
    done = next.stop;
  }
  go(start.length);
  const text = joined.join('\n');
  const written = linesOf(mine);
  const startOf = (lines, row) => lines.slice(0, row).reduce((length, line) => length + line.length + 1, 0);
  const placeOf = at => {
    const row = mine.slice(0, at).split('\n').length - 1;
    if (where.has(row)) return startOf(joined, where.get(row)) + at - startOf(written, row);
    // Someone goes on with the last line, behind which one stood: there one stands again.
    if (at === mine.length) return mine === '' ? 0 : text.length;
    const line = gone.findLast(g => g.first <= row);
    return Math.min(text.length, startOf(joined, line.now) + within(line.was, line.is, at - startOf(written, line.first)));
  };
  return { text, placeOf };
}

// Nothing written is no line, not an empty one: two who begin at once both only add.
function linesOf(text) {
  return text === '' ? [] : text.split('\n');
}

// What makes one list of lines the other: from which line to before which, and what stands there instead.
function changes(before, after) {
  const [head, tail] = ends(before, after);
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  // Beyond this two texts have little in common, and looking for it would take longer than a word takes to type.
  if (rows * columns > 250000) return [{ start: head, stop: head + rows, lines: after.slice(head, head + columns) }];
  const common = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      common[i][j] = before[head + i] === after[head + j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const found = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const [row, column] = [i, j];
    while ((i < rows || j < columns) && !(i < rows && j < columns && before[head + i] === after[head + j])) {
      if (i < rows && (j === columns || common[i + 1][j] >= common[i][j + 1])) i++;
      else j++;
    }
    if (i > row || j > column) found.push({ start: head + row, stop: head + i, lines: after.slice(head + column, head + j) });
    while (i < rows && j < columns && before[head + i] === after[head + j]) { i++; j++; }
  }
  return found;
}

function same(one, two) {
  return one.start === two.start && one.stop === two.stop && one.lines.length === two.lines.length && one.lines.every((line, i) => line === two.lines[i]);
}

// How much two lists, or two texts, have in common at their beginning and at their end.
function ends(a, b) {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [head, tail];
}

// In a line that someone else changed, what is written before the place moves it and what is written after does not.
function within(was, is, at) {
  const [head, tail] = ends(was, is);
  if (at <= head) return at;
  return at >= was.length - tail ? is.length - (was.length - at) : Math.min(at, is.length - tail);
}
