// Saves each cell of an answer sheet as it is set. What is not saved yet waits in this browser, survives a reload, and
// goes as soon as the server can be reached; nothing says "saved" before the server has said so.
//
// A cell that waits: { part, answer | note and share, version, tried, held }. Its version is the one that was seen when
// it was set, so that what another device saves meanwhile is never overwritten without a word.
const sheet = document.getElementById('sheet');
const open = sheet.dataset.open === 'true';
const store = `throughline:sheet:${sheet.dataset.round}:${sheet.dataset.person}:`;
const address = location.pathname;
const waiting = new Map();
const timers = new Map();
const states = new Map();
let sending = false;

const keyOf = (item, part) => `${item.dataset.item}/${part}`;
const itemOf = key => sheet.querySelector(`[data-item="${CSS.escape(key.slice(0, key.lastIndexOf('/')))}"]`);
const partOf = key => key.slice(key.lastIndexOf('/') + 1);
const field = part => (part === 'answer' ? 'answerVersion' : 'noteVersion');
const next = () => [...waiting].find(([, cell]) => !cell.held);

// ── What waits, in this browser. Where it may not be used, what waits lives as long as the page.
function keep(key) {
  try {
    if (waiting.has(key)) localStorage.setItem(store + key, JSON.stringify(waiting.get(key)));
    else localStorage.removeItem(store + key);
  } catch { /* full or forbidden */ }
}

function recall() {
  try {
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(store))) {
      try {
        waiting.set(key.slice(store.length), { ...JSON.parse(localStorage.getItem(key)), held: false });
      } catch { localStorage.removeItem(key); }
    }
  } catch { /* forbidden */ }
}

// ── What an item says. Answer and note have a word each; what is not saved is never hidden by what is.
function say(key, mark, words, buttons = []) {
  const item = itemOf(key);
  if (!item) return;
  const state = states.get(item) ?? {};
  states.set(item, state);
  delete state[partOf(key)];
  state[partOf(key)] = { mark, words, buttons };
  const all = Object.values(state);
  const pressing = all.filter(s => s.mark !== 'good');
  item.querySelector('.cell-status').replaceChildren(...(pressing.length > 0 ? pressing : all.slice(-1)).flatMap(line));
}

function line({ mark, words, buttons }) {
  const tag = document.createElement('span');
  tag.className = `tag ${mark}`;
  tag.textContent = words;
  return [tag, ...buttons.flatMap(([label, act]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = label;
    button.addEventListener('click', act);
    return [' ', button];
  }), ' '];
}

function unsaved(words) {
  for (const [key, cell] of waiting) if (!cell.held) say(key, 'bad', `◆ not saved: ${words}`, [['Retry now', send]]);
}

// ── The form.
function read(item, part) {
  return part === 'answer'
    ? { part, answer: item.querySelector('[type=radio]:checked')?.value ?? '' }
    : { part, note: item.querySelector('textarea').value, share: item.querySelector('[type=checkbox]').checked };
}

function fill(item, part, from) {
  if (part === 'answer') {
    for (const radio of item.querySelectorAll('[type=radio]')) radio.checked = from.answer !== '' && radio.value === from.answer;
    const takeBack = item.querySelector('.take-back');
    if (takeBack) takeBack.hidden = from.answer === '';
  } else {
    item.querySelector('textarea').value = from.note;
    item.querySelector('[type=checkbox]').checked = from.share;
    if (from.note) item.querySelector('details.note').open = true;
  }
}

// The version that the next change starts from; the hidden field is what the button's save sends.
function seen(item, part, version) {
  item.dataset[field(part)] = version;
  const hidden = item.querySelector(`input[name$=".${part === 'answer' ? 'AnswerVersion' : 'NoteVersion'}"]`);
  if (hidden) hidden.value = version;
}

function showStored(item, part, stored) {
  fill(item, part, stored);
  seen(item, part, stored[field(part)]);
}

function showProgress(body) {
  document.querySelector('[data-progress]').textContent = body.progress;
  document.getElementById('progress').value = body.answered;
  const link = document.querySelector('[data-next]');
  if (!link) return;
  const first = [...sheet.querySelectorAll('[data-item]')].find(item => !item.querySelector('[type=radio]:checked'));
  link.hidden = !first;
  if (first) link.href = `#${first.id}`;
}

// ── Saving.
function queue(item, part) {
  if (part === 'note') { clearTimeout(timers.get(item)); timers.delete(item); }
  const key = keyOf(item, part);
  const before = waiting.get(key);
  waiting.set(key, { ...read(item, part), version: before?.version ?? +item.dataset[field(part)], tried: before?.tried ?? [] });
  keep(key);
  say(key, '', 'saving …');
  send();
}

// What is being typed waits for no timer when the page goes away.
function flush() {
  for (const item of [...timers.keys()]) queue(item, 'note');
}

const same = (cell, stored) =>
  cell.part === 'answer' ? cell.answer === stored.answer : cell.note === stored.note && cell.share === stored.share;

async function send() {
  if (sending) return;
  sending = true;
  try {
    for (let found = next(); found; found = next()) {
      const [key, cell] = found;
      const item = itemOf(key);
      if (!item) { waiting.delete(key); keep(key); continue; }
      const body = new URLSearchParams({ item: item.dataset.item, 'cell.Part': cell.part });
      body.set(cell.part === 'answer' ? 'cell.AnswerVersion' : 'cell.NoteVersion', cell.version);
      if (cell.part === 'answer') body.set('cell.Answer', cell.answer);
      else { body.set('cell.HasNote', 'true'); body.set('cell.Note', cell.note); body.set('cell.Share', cell.share); }
      cell.tried = [...cell.tried, content(cell)].slice(-5);
      keep(key);
      // It goes on when the page is closed meanwhile.
      const answer = await fetch(`${address}?handler=Cell`, { method: 'POST', body, keepalive: true, headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
      const result = await answer.json().catch(() => null);
      if (answer.status === 401) { unsaved('you are signed out. Sign in in another tab, then retry.'); return; }
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429) { unsaved('the server failed. It is kept here and goes later.'); return; }
      if ((answer.ok || answer.status === 409) && !result?.stored) { unsaved('something between here and the server answered for it. It is kept here and goes later.'); return; }
      take(key, item, cell, answer, result ?? {});
    }
  } catch {
    unsaved('no connection. It is kept here and goes when you are back.');
  } finally {
    sending = false;
  }
}

const content = cell => (cell.part === 'answer' ? { part: 'answer', answer: cell.answer } : { part: 'note', note: cell.note, share: cell.share });

function take(key, item, cell, answer, result) {
  const now = waiting.get(key);
  const newer = now !== cell;
  if (answer.ok) {
    seen(item, cell.part, result.stored[field(cell.part)]);
    if (newer) {
      // It was set again meanwhile: that change starts from what was saved just now.
      Object.assign(now, { version: result.stored[field(cell.part)], tried: [] });
    } else {
      waiting.delete(key);
      // A note stays as it stands in the box: the person may be in the middle of a word.
      if (cell.part === 'answer') fill(item, 'answer', result.stored);
      say(key, 'good', '✓ saved');
    }
    keep(key);
    showProgress(result);
  } else if (answer.status === 409 && (now.tried ?? []).some(tried => same(tried, result.stored))) {
    // It is this device's own save, whose answer got lost on the way.
    Object.assign(now, { version: result.stored[field(cell.part)], tried: [] });
    keep(key);
  } else if (answer.status === 409) {
    now.held = true;
    ask(key, item, now, result.stored);
  } else if (!newer) {
    waiting.delete(key);
    keep(key);
    say(key, 'bad', `◆ not saved: ${result.message ?? 'reload the page and try again.'}`);
  }
}

// Two devices of one person said different things: both are shown, and the person chooses.
function ask(key, item, cell, other) {
  const answer = cell.part === 'answer';
  say(key, 'watch', answer
    ? `▲ another device of yours saved “${words(item, other.answer)}”; this one says “${words(item, cell.answer)}”`
    : `▲ another device of yours saved another note: “${other.note}”. Yours is still in the box`, [
    ['Keep the other', () => { waiting.delete(key); keep(key); showStored(item, cell.part, other); say(key, 'good', '✓ saved'); }],
    ['Keep this one', () => {
      const mine = waiting.get(key) ?? { ...read(item, cell.part), tried: [] };
      waiting.set(key, { ...mine, version: other[field(cell.part)], held: false });
      keep(key);
      say(key, '', 'saving …');
      send();
    }],
  ]);
}

const words = (item, answer) =>
  answer === '' ? 'no answer' : item.querySelector(`[type=radio][value="${CSS.escape(answer)}"]`)?.closest('label').querySelector('strong')?.textContent ?? 'not seen enough';

// Another device of the same person may have gone on: follow it when this one is looked at again.
async function follow() {
  if (document.hidden || sending || next()) return;
  try {
    const answer = await fetch(`${address}?handler=State`, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || sending || next()) return;
    const state = await answer.json();
    for (const stored of state.cells) {
      for (const part of ['answer', 'note']) {
        const item = itemOf(`${stored.item}/${part}`);
        if (!item || waiting.has(keyOf(item, part)) || stored[field(part)] <= +item.dataset[field(part)]) continue;
        if (part === 'note' && (timers.has(item) || document.activeElement === item.querySelector('textarea'))) continue;
        showStored(item, part, stored);
        say(keyOf(item, part), 'good', '✓ saved on another device');
      }
    }
    showProgress(state);
  } catch { /* the next look will tell */ }
}

// With script, taking back is a button: among the radios, an arrow key would clear the answer on its way round.
function takeBackByButton(label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet take-back';
  button.hidden = label.hidden;
  button.textContent = label.textContent.trim();
  button.addEventListener('click', () => {
    const item = button.closest('[data-item]');
    fill(item, 'answer', { answer: '' });
    item.querySelector('[type=radio]').focus();
    queue(item, 'answer');
  });
  label.replaceWith(button);
}

recall();
if (open) {
  sheet.querySelectorAll('label.take-back').forEach(takeBackByButton);
  sheet.addEventListener('change', event => {
    const item = event.target.closest('[data-item]');
    if (!item) return;
    const part = event.target.type === 'radio' ? 'answer' : 'note';
    if (part === 'answer') item.querySelector('.take-back').hidden = false;
    queue(item, part);
  });
  sheet.addEventListener('input', event => {
    if (event.target.tagName !== 'TEXTAREA') return;
    const item = event.target.closest('[data-item]');
    clearTimeout(timers.get(item));
    timers.set(item, setTimeout(() => queue(item, 'note'), 800));
  });
  // What waited from an earlier visit goes back into the form first, so that the person sees what is sent.
  for (const [key, cell] of waiting) {
    const item = itemOf(key);
    if (!item) continue;
    fill(item, cell.part, cell);
    say(key, '', 'saving …');
  }
  addEventListener('pagehide', flush);
  addEventListener('online', send);
  addEventListener('focus', follow);
  document.addEventListener('visibilitychange', () => { flush(); send(); follow(); });
  setInterval(() => { if (next()) send(); else follow(); }, 15000);
  send();
} else {
  for (const [key, cell] of waiting) {
    say(key, 'bad', `◆ not saved: answers were not taken any more when this device was back. Here you had set ${cell.part === 'answer' ? `“${words(itemOf(key) ?? sheet, cell.answer)}”` : `the note “${cell.note}”`}.`);
  }
}
