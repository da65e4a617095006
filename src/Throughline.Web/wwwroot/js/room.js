// The room: follows what changes, keeps the clock, and saves notes as they are typed. What cannot be sent waits in this
// browser, survives a reload, and goes in order as soon as the server can be reached.
import { adds } from './room-adds.js';
import { hands } from './room-hand.js';

const room = document.getElementById('room');
const { at, unit, person } = room.dataset;
const screen = 'screen' in room.dataset;
const says = document.getElementById('room-says');
const offline = document.getElementById('room-offline');
const store = `throughline:room:${at}:${person}:`;
const waiting = new Map();
const parts = new Map();
let sync = { server: Date.now(), here: performance.now(), wall: Date.now() };
let refreshing = null;
let again = false;
let sending = false;
let underWay = null;
let stream = null;

const say = words => { says.textContent = ''; requestAnimationFrame(() => { says.textContent = words; }); };
const alone = yes => { if (offline) offline.hidden = !yes; };

// ── The clock. It counts from the server's time, so that all screens agree, and does not trust this device's own.
const now = () => sync.server + performance.now() - sync.here;

function setClock(answer) {
  const server = +answer.headers.get('Throughline-Now');
  if (server) sync = { server, here: performance.now(), wall: Date.now() };
}

function shown(seconds) {
  const left = Math.abs(seconds);
  const two = number => String(number).padStart(2, '0');
  const minutes = Math.floor(left / 60);
  const shown = minutes < 60 ? `${minutes}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return `${seconds < 0 ? '−' : ''}${shown}:${two(left % 60)}`;
}

function tick() {
  // The device slept, or its clock was set: ask anew.
  if (Math.abs((Date.now() - sync.wall) - (performance.now() - sync.here)) > 2000) refresh();
  for (const clock of room.querySelectorAll('[data-clock]')) {
    if (!clock.dataset.clock) continue;
    const seconds = Math.floor((+clock.dataset.clock - now()) / 1000);
    if (clock.dataset.shown === String(seconds)) continue;
    clock.dataset.shown = seconds;
    clock.textContent = shown(seconds);
    clock.classList.toggle('late', seconds < 0);
    if ('partClock' in clock.dataset) announce(clock, seconds);
  }
}

// Said once each, and only for the part the team is at.
function announce(clock, seconds) {
  const key = `${clock.dataset.clock}/${seconds <= 0 ? 0 : 120}`;
  if (clocksHidden || (seconds !== 0 && seconds !== 120) || announce.last === key) return;
  announce.last = key;
  say(seconds === 0 ? 'The time for this part is over.' : '2 minutes are left for this part.');
}

// ── The parts that change.
function refresh() {
  if (refreshing) { again = true; return refreshing; }
  refreshing = fetch(`${at}/screen?handler=Parts${screen ? '&screen=true' : ''}`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(15000) })
    .then(async answer => {
      setClock(answer);
      alone(false);
      if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      else if (answer.status === 401) say('You are signed out. Sign in in another tab; what you typed is kept here.');
      else if (answer.status === 404) say('This meeting is not open to you any more. What you typed is kept in this browser.');
    })
    .catch(() => alone(true))
    .finally(() => {
      refreshing = null;
      if (again) { again = false; refresh(); }
    });
  return refreshing;
}

function take(fresh) {
  if (fresh.querySelector('[data-part=gone]')) {
    // It ended: the same address shows the record, once nothing waits here.
    Promise.all([flush(), added.send()]).then(() => { if (waiting.size === 0 && added.isEmpty()) location.reload(); });
    return;
  }
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const name = part.dataset.part;
    if (name === 'note') { takeNote(part); continue; }
    const place = room.querySelector(`[data-live="${name}"]`);
    if (!place || parts.get(name) === part.innerHTML) continue;
    parts.set(name, part.innerHTML);
    swap(place, part);
  }
  hand.look();
  tick();
}

// Who works with the keyboard stays where they were; what was opened stays open.
function swap(place, part) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const keeper = active?.id || active?.closest('[id]')?.id;
  const open = [...place.querySelectorAll('details[id][open]')].map(d => d.id);
  // A form in which someone has typed goes over as it is.
  for (const typed of place.querySelectorAll('form[id][data-typed]')) part.querySelector(`#${CSS.escape(typed.id)}`)?.replaceWith(typed);
  place.replaceChildren(...document.adoptNode(part).childNodes);
  for (const id of open) place.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  if (!active) return;
  if (active.isConnected) { active.focus({ preventScroll: true }); return; }
  const found = keeper && document.getElementById(keeper);
  (found?.matches('form') ? found.querySelector('button') : found ?? document.getElementById('now'))?.focus({ preventScroll: true });
}

// ── Notes.
const place = room.querySelector('[data-note-place]');
const form = () => place?.querySelector('form[data-note]');
const box = () => form()?.querySelector('textarea');
let base = box()?.value ?? '';
let timer = 0;

function state(words) {
  const line = form()?.querySelector('[data-note-state]');
  if (line) line.textContent = words;
}

function takeNote(part) {
  if (!place) return;
  const [mine, theirs] = [form(), part.querySelector('form[data-note]')];
  if (mine?.dataset.note !== theirs?.dataset.note) {
    // The team has gone on: what is typed is sent to where it belongs, then the box is that of the new part.
    save();
    place.replaceChildren(...document.adoptNode(part).childNodes);
    base = box()?.value ?? '';
    recallHere();
    return;
  }
  if (!mine) return;
  // What is under way is heard of first: then this is looked at again.
  if (underWay === mine.dataset.note) { again = true; return; }
  for (const kept of place.querySelectorAll('.notice')) kept.remove();
  place.append(...part.querySelectorAll('.notice'));
  const edition = +theirs.dataset.edition;
  if (edition <= +mine.dataset.edition) return;
  const text = theirs.querySelector('textarea').value;
  const typed = box().value;
  const joined = typed === base ? text : merge(base, typed, text);
  // Two changed the same lines: the server keeps both when this one is sent.
  if (joined === null) { save(); return; }
  write(joined);
  base = text;
  seen(edition);
  const entry = waiting.get(mine.dataset.note);
  if (entry) Object.assign(entry, { words: joined, edition, start: text, id: crypto.randomUUID() });
  if (typed === text || joined === text) state(theirs.querySelector('[data-note-state]').textContent);
  else save();
}

function seen(edition) {
  form().dataset.edition = edition;
  form().querySelector('[name="Input.Edition"]').value = edition;
}

// Puts a text into the box without moving who is in the middle of a word.
function write(text) {
  const area = box();
  if (area.value === text) return;
  const { selectionStart, selectionEnd, value } = area;
  area.value = text;
  if (document.activeElement !== area) return;
  const now = moved(value, text);
  area.setSelectionRange(now(selectionStart), now(selectionEnd));
}

// Where a place in a text is once others have changed it: in the same line, wherever that stands now. In a line that is
// there no more, what is written before the place moves it and what is written after does not; whole lines that come
// exactly there come before it.
function moved(from, to) {
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

// Joins two changes of one text where they touch different lines, or both only add: theirs first. Null where they do not.
// The server does the same (TextMerge): a change of one is a change of both.
function merge(from, mine, theirs) {
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

function keep(key) {
  try {
    if (waiting.has(key)) localStorage.setItem(store + key, JSON.stringify(waiting.get(key)));
    else localStorage.removeItem(store + key);
  } catch { /* full or forbidden: it waits as long as the page lives */ }
}

function save() {
  clearTimeout(timer);
  timer = 0;
  const mine = form();
  if (!mine || box().value === base) return;
  const key = mine.dataset.note;
  const before = waiting.get(key);
  if (before?.words !== box().value) {
    const { edition, start } = before && !before.sent ? before : { edition: +mine.dataset.edition, start: base };
    waiting.set(key, { words: box().value, edition, start, id: crypto.randomUUID() });
    keep(key);
  }
  state('Saving …');
  send();
}

async function flush() {
  save();
  await send();
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    while (waiting.size > 0) {
      const [key, entry] = waiting.entries().next().value;
      entry.sent = true;
      underWay = key;
      const body = new URLSearchParams({ 'Input.Words': entry.words, 'Input.Edition': entry.edition, 'Input.Start': entry.start, _submission: entry.id });
      const answer = await fetch(`${at}/notes/${key}`, { method: 'POST', body, headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
      if (answer.status >= 500 || answer.status === 401 || answer.status === 408 || answer.status === 429) {
        entry.sent = false;
        if (key === form()?.dataset.note) state(answer.status === 401 ? 'Not saved: you are signed out. Sign in in another tab.' : 'Not saved: the server failed. It is kept here and goes later.');
        return;
      }
      const type = answer.headers.get('Content-Type') ?? '';
      const result = type.includes('json') ? await answer.json() : { message: type.startsWith('text/plain') ? await answer.text() : null };
      underWay = null;
      saved(key, entry, answer, result);
    }
    alone(false);
    if (again && !refreshing) { again = false; refresh(); }
  } catch {
    for (const entry of waiting.values()) entry.sent = false;
    alone(true);
    state('Not saved yet: no connection. It is kept here.');
  } finally {
    sending = false;
    underWay = null;
  }
}

function saved(key, entry, answer, result) {
  const later = waiting.get(key) !== entry;
  if (!later) { waiting.delete(key); keep(key); }
  const here = key === form()?.dataset.note;
  if (!answer.ok) {
    if (here) state(`Not saved: ${result.message ?? 'reload the page. Your text is still here.'}`);
    else say(`Notes were not saved: ${result.message ?? entry.words}`);
    return;
  }
  if (result.outcome === 'Kept') {
    if (here) state('Someone changed the same lines. Your text is kept beside theirs: join the two.');
    return;
  }
  const text = result.words ?? entry.words;
  if (later) {
    // Typed on meanwhile: that starts from what was sent, to which others may have added.
    const next = waiting.get(key);
    const joined = merge(entry.words, next.words, text);
    // What was sent is there: where the two do not join, the server is told that this was begun from it.
    if (result.edition) Object.assign(next, joined === null ? { start: entry.words } : { words: joined, edition: result.edition, start: text });
  }
  if (!here || !result.edition) return;
  const joined = box().value === entry.words ? text : merge(entry.words, box().value, text);
  if (joined === null) { base = entry.words; save(); return; }
  write(joined);
  base = text;
  seen(result.edition);
  if (joined === text) state('Saved');
  else save();
}

function recall() {
  try {
    for (const name of Object.keys(localStorage).filter(k => k.startsWith(store) && !k.endsWith(':adds'))) {
      waiting.set(name.slice(store.length), { ...JSON.parse(localStorage.getItem(name)), sent: false });
    }
  } catch { /* forbidden */ }
}

function recallHere() {
  const entry = waiting.get(form()?.dataset.note);
  if (entry) box().value = entry.words;
}

// ── Buttons of the room.
document.addEventListener('submit', async event => {
  const pressed = event.target;
  if (event.defaultPrevented || !pressed.matches('#room form[data-room], #room form[data-note]')) return;
  event.preventDefault();
  if (pressed.matches('[data-note]')) { save(); return; }
  const button = pressed.querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch(pressed.action, { method: 'POST', body: new URLSearchParams(new FormData(pressed)), headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
    if (answer.status === 422 || answer.status === 409) say(await answer.text());
    else if (!answer.ok) say('Not done: the server failed. Try again.');
    else if ('once' in pressed.dataset) pressed.remove();
    else {
      // What was sent is not kept as typed; the next parts bring it fresh.
      pressed.reset();
      delete pressed.dataset.typed;
      if (pressed.parentElement.matches('details')) pressed.parentElement.open = false;
    }
    await refresh();
  } catch {
    say('Not done: no connection. Try again when it is back.');
    alone(true);
  } finally {
    button.disabled = false;
  }
});

// ── Following.
function follow() {
  stream?.close();
  stream = new EventSource(`/live/${unit}`);
  stream.onmessage = () => { refresh(); send(); added.send(); };
  stream.onerror = () => {
    alone(true);
    // The browser tries again by itself, but not after an answer that is no stream.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => { if (!document.hidden) { follow(); refresh(); } }, 5000);
  };
}

const hand = hands(room, { say, refresh });
const added = adds(room, store, { say, alone, done: refresh });
room.addEventListener('input', event => {
  const typed = event.target.closest('[data-live] form[id]');
  if (typed) typed.dataset.typed = '';
});

let clocksHidden = false;
const toggle = room.querySelector('[data-clocks]');
if (toggle) {
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    clocksHidden = !clocksHidden;
    toggle.setAttribute('aria-pressed', clocksHidden);
    toggle.textContent = clocksHidden ? 'Show the clocks' : 'Hide the clocks';
    room.classList.toggle('without-clocks', clocksHidden);
  });
}

recall();
recallHere();
place?.addEventListener('input', () => {
  state('…');
  clearTimeout(timer);
  timer = setTimeout(save, 400);
});
room.classList.add('live');
addEventListener('pagehide', () => { save(); stream?.close(); });
addEventListener('pageshow', event => { if (event.persisted) { follow(); refresh(); } });
addEventListener('online', () => { send(); added.send(); refresh(); });
addEventListener('offline', () => alone(true));
document.addEventListener('visibilitychange', () => {
  // A hidden tab holds no stream: six of them would starve the seventh page.
  if (document.hidden) { save(); stream?.close(); } else { follow(); refresh(); send(); added.send(); }
});
setInterval(tick, 250);
setInterval(() => { if (!document.hidden && stream?.readyState !== EventSource.OPEN) refresh(); send(); added.send(); }, 15000);
if (!document.hidden) follow();
refresh();
send();
added.send();
