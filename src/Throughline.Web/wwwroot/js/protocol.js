// A protocol at an item: everyone sees the same step. Without it, the page is the same after a reload.
import { clocks } from './room-clock.js';

const page = document.getElementById('protocol');
const { at, unit } = page.dataset;
const says = document.getElementById('protocol-says');
const offline = document.getElementById('protocol-offline');
const key = () => page.querySelector('[data-live=step]').dataset.key;
let stream = null;
let refreshing = null;
let again = false;

const say = words => { says.textContent = ''; requestAnimationFrame(() => { says.textContent = words; }); };

function refresh() {
  if (refreshing) { again = true; return refreshing; }
  const sent = performance.now();
  refreshing = fetch(`${at}?handler=Parts`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(15000) })
    .then(async answer => {
      clock.heard(answer, sent);
      offline.hidden = true;
      if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      else if (answer.status === 401) say('You are signed out. Sign in in another tab; what you typed is kept here.');
      else if (answer.status === 404) say('This is not open to you any more.');
    })
    .catch(() => { offline.hidden = false; })
    .finally(() => {
      refreshing = null;
      if (again) { again = false; refresh(); }
    });
  return refreshing;
}

function take(fresh) {
  const before = key();
  for (const part of fresh.querySelectorAll('[data-live]')) {
    const place = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (part.dataset.key === undefined || part.dataset.key !== place.dataset.key) swap(place, part);
  }
  if (before !== key()) say(page.querySelector('#now').textContent);
  clock.tick();
}

// Who works with the keyboard stays where they were; what someone has typed stays in its form, and in the step it was typed for.
function swap(place, part) {
  const words = place.querySelector('textarea')?.value.trim();
  if (words) return;
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const keeper = active?.closest('[id]')?.id;
  place.replaceWith(document.adoptNode(part));
  if (!active) return;
  const found = keeper && document.getElementById(keeper);
  (found?.matches('form') ? found.querySelector('button') : found ?? page.querySelector('#now')).focus({ preventScroll: true });
}

document.addEventListener('submit', async event => {
  const pressed = event.target;
  if (event.defaultPrevented || !pressed.matches('#protocol form')) return;
  event.preventDefault();
  const button = event.submitter ?? pressed.querySelector('button');
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    if ('write' in pressed.dataset) { await write(pressed, button); return; }
    const answer = await fetch(pressed.action, { method: 'POST', body: new URLSearchParams(new FormData(pressed, button)), headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
    if (answer.status === 422 || answer.status === 409) say(await answer.text());
    else if (!answer.ok) say('Not done: the server failed. Try again.');
    await refresh();
  } catch {
    say('Not done: no connection. Try again when it is back.');
    offline.hidden = false;
  } finally {
    button.ariaDisabled = null;
  }
});

// The page answers as it does without script; of it the form is taken: empty again, or with what was typed and what is asked.
async function write(form, button) {
  // What is typed while it is on its way would be gone with the form.
  const area = form.querySelector('textarea');
  area.readOnly = true;
  try { await send(form, button); } finally { area.readOnly = false; }
}

async function send(form, button) {
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)), signal: AbortSignal.timeout(20000) });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('write');
  if (!fresh) { say('Not written down: reload the page and try again. What you typed is still here.'); return; }
  document.getElementById('write').replaceWith(document.adoptNode(fresh));
  fresh.querySelector('textarea')?.focus({ preventScroll: true });
  if (answer.ok) say('Written down.');
  await refresh();
}

function follow() {
  stream?.close();
  stream = new EventSource(`/live/${unit}`);
  stream.onmessage = () => refresh();
  stream.onerror = () => {
    offline.hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => { if (!document.hidden) { follow(); refresh(); } }, 5000);
  };
}

const clock = clocks(page, { say, refresh });
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', event => { if (event.persisted) { follow(); refresh(); } });
document.addEventListener('visibilitychange', () => {
  // A hidden tab holds no stream: six of them would starve the seventh page.
  if (document.hidden) stream?.close(); else { follow(); refresh(); }
});
setInterval(() => { if (!document.hidden && stream?.readyState !== EventSource.OPEN) refresh(); }, 15000);
if (!document.hidden) follow();
refresh();
