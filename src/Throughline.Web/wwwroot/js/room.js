// The room: follows what changes and sends what is pressed. Its clocks, notes, hands and what is added have files of their own.
import { adds } from './room-adds.js';
import { clocks } from './room-clock.js';
import { hands } from './room-hand.js';
import { notes } from './room-notes.js';

const room = document.getElementById('room');
const { at, unit, person } = room.dataset;
const screen = 'screen' in room.dataset;
const says = document.getElementById('room-says');
const offline = document.getElementById('room-offline');
const store = `throughline:room:${at}:${person}:`;
const parts = new Map();
let refreshing = null;
let again = false;
let frame = null;
let stream = null;

const say = words => { says.textContent = ''; requestAnimationFrame(() => { says.textContent = words; }); };
const alone = yes => { if (offline) offline.hidden = !yes; };

// ── The parts that change.
function refresh() {
  if (refreshing) { again = true; return refreshing; }
  const sent = performance.now();
  refreshing = fetch(`${at}/screen?handler=Parts${screen ? '&screen=true' : ''}${frame ? `&has=${frame}` : ''}`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(15000) })
    .then(async answer => {
      clock.heard(answer, sent);
      alone(false);
      if (answer.ok) {
        take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        // Who says which frame it shows gets the note alone while only that changed.
        frame = answer.headers.get('Throughline-Frame');
      }
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
  // Without any part nothing has changed: of a meeting that is not on there is no note.
  if (!fresh.querySelector('[data-part]')) return;
  const state = fresh.querySelector('[data-part=gone]')?.dataset.state ?? 'InProgress';
  if (state !== room.dataset.state) {
    // It began or ended: the same address shows that, once nothing waits here.
    Promise.all([note.flush(), added.send()]).then(() => { if (note.isEmpty() && added.isEmpty()) location.reload(); });
    return;
  }
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const name = part.dataset.part;
    if (name === 'note') { note.take(part); continue; }
    const place = room.querySelector(`[data-live="${name}"]`);
    if (!place || parts.get(name) === part.innerHTML) continue;
    parts.set(name, part.innerHTML);
    swap(place, part);
  }
  hand.look();
  clock.tick();
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

// ── Buttons of the room.
document.addEventListener('submit', async event => {
  const pressed = event.target;
  if (event.defaultPrevented || !pressed.matches('#room form[data-room], #room form[data-note]')) return;
  event.preventDefault();
  if (pressed.matches('[data-note]')) { note.save(); return; }
  const button = pressed.querySelector('button');
  if (button.ariaDisabled === 'true') return;
  // Not disabled for good: it would lose the keyboard, and who pressed it would be at the top of the page.
  button.ariaDisabled = 'true';
  try {
    const answer = await fetch(pressed.action, { method: 'POST', body: new URLSearchParams(new FormData(pressed)), headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
    if (answer.status === 422 || answer.status === 409) say(await answer.text());
    else if (!answer.ok) say('Not done: the server failed. Try again.');
    else if ('once' in pressed.dataset) {
      pressed.remove();
      document.getElementById('now')?.focus({ preventScroll: true });
    }
    else {
      // What only the one who pressed may know is nowhere in the room.
      if (pressed.dataset.says) say(pressed.dataset.says);
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
    button.ariaDisabled = null;
  }
});

// ── Following.
function follow() {
  stream?.close();
  stream = new EventSource(`/live/${unit}`);
  stream.onmessage = () => { refresh(); sendAll(); };
  stream.onerror = () => {
    alone(true);
    // The browser tries again by itself, but not after an answer that is no stream.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => { if (!document.hidden) { follow(); refresh(); } }, 5000);
  };
}

function sendAll() {
  note.send();
  added.send();
}

const clock = clocks(room, { say, refresh });
const hand = hands(room, { say, refresh });
const added = adds(room, store, { say, alone, done: refresh });
const note = notes(room, store, { say, alone, refresh, refuse: added.refuse });
room.addEventListener('input', event => {
  const typed = event.target.closest('[data-live] form[id]');
  if (typed) typed.dataset.typed = '';
});

room.classList.add('live');
addEventListener('pagehide', () => { note.save(); stream?.close(); });
addEventListener('pageshow', event => { if (event.persisted) { follow(); refresh(); } });
addEventListener('online', () => { sendAll(); refresh(); });
addEventListener('offline', () => alone(true));
document.addEventListener('visibilitychange', () => {
  // A hidden tab holds no stream: six of them would starve the seventh page.
  if (document.hidden) { note.save(); stream?.close(); } else { follow(); refresh(); sendAll(); }
});
setInterval(() => { if (!document.hidden && stream?.readyState !== EventSource.OPEN) refresh(); sendAll(); }, 15000);
if (!document.hidden) follow();
refresh();
sendAll();
