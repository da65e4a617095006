// Joins two changes of one text where they touch different lines, or both only add: theirs first. Null where they do not.
// The server does the same (TextMerge): a change of one is a change of both.
export function merge(from, mine, theirs) {
  const lines = text => (text === '' ? [] : text.split('\n'));
  const [a, b, c] = [lines(from), lines(mine), lines(theirs)];
  const hunk = (x, y) => {
    let start = 0;
    while (start < x.length && start < y.length && x[start] === y[start]) start++;
    let end = 0;
    while (end < x.length - start && end < y.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
    return { start, stop: x.length - end, lines: y.slice(start, y.length - end) };
  };
  let [one, two] = [hunk(a, c), hunk(a, b)];
  if (one.start > two.start || (one.start === two.start && two.stop === two.start && one.stop > one.start)) [one, two] = [two, one];
  if (one.stop > two.start) return null;
  return [...a.slice(0, one.start), ...one.lines, ...a.slice(one.stop, two.start), ...two.lines, ...a.slice(two.stop)].join('\n');
}

// Where a place in a text is once others have changed it: in the same line, wherever that stands now. In a line that is
// there no more, what is written before the place moves it and what is written after does not; whole lines that come
// exactly there come before it.
export function moved(from, to) {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const wholeLines = to.slice(head, to.length - tail).endsWith('\n');
  const [before, after] = [from.split('\n'), to.split('\n')];
  return at => {
    const row = from.slice(0, at).split('\n').length - 1;
    const rows = before[row] === '' ? [] : [...after.keys()].filter(i => after[i] === before[row]);
    if (rows.length > 0) {
      const now = rows.reduce((best, i) => (Math.abs(i - row) < Math.abs(best - row) ? i : best));
      return after.slice(0, now).join('\n').length + (now > 0 ? 1 : 0) + at - from.lastIndexOf('\n', at - 1) - 1;
    }
    // Someone goes on with the last line, behind which one stood: there one stands again.
    if (at === from.length && before[row] !== '') return to.length;
    if (at < head || (at === head && !wholeLines)) return at;
    return at >= from.length - tail ? to.length - (from.length - at) : Math.min(at, to.length - tail);
  };
}
