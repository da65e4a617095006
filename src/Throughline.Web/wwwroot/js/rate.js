// Saves each cell of an answer sheet as it is set. What is not saved yet waits in this browser, survives a reload, and
// goes as soon as the server can be reached; nothing says "saved" before the server has said so.
const sheet = document.getElementById('sheet');
const store = `throughline:sheet:${sheet.dataset.round}:${sheet.dataset.person}`;
const address = location.pathname;
const waiting = new Map(Object.entries(JSON.parse(localStorage.getItem(store) ?? '{}')));
const timers = new Map();
let sending = false;

const itemOf = key => sheet.querySelector(`[data-item="${CSS.escape(key)}"]`);
const keep = () => {
  if (waiting.size > 0) localStorage.setItem(store, JSON.stringify(Object.fromEntries(waiting)));
  else localStorage.removeItem(store);
};

function say(item, mark, words, buttons = []) {
  const status = item.querySelector('.cell-status');
  status.replaceChildren();
  const tag = document.createElement('span');
  tag.className = `tag ${mark}`;
  tag.textContent = words;
  status.append(tag);
  for (const [label, act] of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = label;
    button.addEventListener('click', act);
    status.append(' ', button);
  }
}

function read(item, part) {
  return part === 'answer'
    ? { part, answer: item.querySelector('[type=radio]:checked')?.value ?? '' }
    : { part, note: item.querySelector('textarea').value, share: item.querySelector('[type=checkbox]').checked };
}

function show(item, stored, part) {
  if (part !== 'note') {
    for (const radio of item.querySelectorAll('[type=radio]')) radio.checked = stored.answer !== '' && radio.value === stored.answer;
    item.dataset.answerVersion = stored.answerVersion;
    const takeBack = item.querySelector('.take-back');
    if (takeBack) takeBack.hidden = stored.answer === '';
  }
  if (part !== 'answer') {
    item.querySelector('textarea').value = stored.note;
    item.querySelector('[type=checkbox]').checked = stored.share;
    item.dataset.noteVersion = stored.noteVersion;
    if (stored.note) item.querySelector('details.note').open = true;
  }
  syncVersions(item);
}

// The fields that the button's save sends.
function syncVersions(item) {
  for (const [field, version] of [['AnswerVersion', item.dataset.answerVersion], ['NoteVersion', item.dataset.noteVersion]]) {
    const hidden = item.querySelector(`input[name$=".${field}"]`);
    if (hidden) hidden.value = version;
  }
}

function showProgress(body) {
  document.querySelector('[data-progress]').textContent = body.progress;
  document.getElementById('progress').value = body.answered;
  showNext();
}

// Where the next open item is, from the form as it stands.
function showNext() {
  const next = document.querySelector('[data-next]');
  if (!next) return;
  const open = [...sheet.querySelectorAll('[data-item]')].find(item => !item.querySelector('[type=radio]:checked'));
  next.hidden = !open;
  if (open) next.href = `#${open.id}`;
}

function queue(item, part) {
  waiting.set(`${item.dataset.item}/${part}`, read(item, part));
  keep();
  say(item, '', 'saving …');
  send();
}

function unsaved(words) {
  for (const key of waiting.keys()) {
    const item = itemOf(key.slice(0, key.lastIndexOf('/')));
    if (item) say(item, 'bad', `◆ not saved: ${words}`, [['Retry now', send]]);
  }
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    while (waiting.size > 0) {
      const [key, cell] = waiting.entries().next().value;
      const name = key.slice(0, key.lastIndexOf('/'));
      const item = itemOf(name);
      if (!item) { waiting.delete(key); keep(); continue; }
      const body = new URLSearchParams({
        item: name,
        'cell.Part': cell.part,
        'cell.AnswerVersion': item.dataset.answerVersion,
        'cell.NoteVersion': item.dataset.noteVersion,
      });
      if (cell.part === 'answer') body.set('cell.Answer', cell.answer);
      else { body.set('cell.HasNote', 'true'); body.set('cell.Note', cell.note); body.set('cell.Share', cell.share); }
      const answer = await fetch(`${address}?handler=Cell`, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
      if (answer.status === 401) { unsaved('you are signed out. Sign in in another tab, then retry.'); return; }
      if (answer.status >= 500) { unsaved('the server failed. It is kept here and goes later.'); return; }
      const result = await answer.json().catch(() => ({}));
      if (waiting.get(key) === cell) { waiting.delete(key); keep(); }
      take(item, cell, answer.status, result);
    }
  } catch {
    unsaved('no connection. It is kept here and goes when you are back.');
  } finally {
    sending = false;
  }
}

function take(item, cell, status, result) {
  const newer = waiting.has(`${item.dataset.item}/${cell.part}`);
  if (status === 200) {
    item.dataset.answerVersion = result.stored.answerVersion;
    item.dataset.noteVersion = result.stored.noteVersion;
    syncVersions(item);
    if (!newer) {
      // A note stays as it stands in the box: the person may be in the middle of a word.
      if (cell.part === 'answer') show(item, result.stored, 'answer');
      say(item, 'good', '✓ saved');
    }
    showProgress(result);
  } else if (status === 409) {
    const other = result.stored;
    say(item, 'watch', cell.part === 'answer'
      ? `▲ another device of yours saved “${words(item, other.answer)}”; this one says “${words(item, cell.answer)}”`
      : '▲ another device of yours saved another note; yours is still in the box', [
      [cell.part === 'answer' ? 'Keep the other' : `Show the other: “${other.note.slice(0, 60)}”`, () => { show(item, other, cell.part); say(item, 'good', '✓ saved'); }],
      ['Keep this one', () => {
        item.dataset[cell.part === 'answer' ? 'answerVersion' : 'noteVersion'] = cell.part === 'answer' ? other.answerVersion : other.noteVersion;
        waiting.set(`${item.dataset.item}/${cell.part}`, cell); keep(); send();
      }],
    ]);
  } else {
    say(item, 'bad', `◆ not saved: ${result.message ?? 'reload the page and try again.'}`);
  }
}

const words = (item, answer) =>
  answer === '' ? 'no answer' : item.querySelector(`[type=radio][value="${CSS.escape(answer)}"]`)?.closest('label').querySelector('strong')?.textContent ?? 'not seen enough';

// Another device of the same person may have gone on: follow it when this one is looked at again.
async function follow() {
  if (document.hidden || waiting.size > 0 || sending) return;
  try {
    const answer = await fetch(`${address}?handler=State`, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || waiting.size > 0) return;
    const state = await answer.json();
    for (const stored of state.cells) {
      const item = itemOf(stored.item);
      if (!item || timers.has(item)) continue;
      if (stored.answerVersion > +item.dataset.answerVersion) { show(item, stored, 'answer'); say(item, 'good', '✓ saved on another device'); }
      if (stored.noteVersion > +item.dataset.noteVersion && document.activeElement !== item.querySelector('textarea')) { show(item, stored, 'note'); say(item, 'good', '✓ saved on another device'); }
    }
    showProgress(state);
  } catch { /* the next look will tell */ }
}

if (sheet.dataset.open === 'true') {
  sheet.addEventListener('change', event => {
    const item = event.target.closest('[data-item]');
    if (!item) return;
    queue(item, event.target.type === 'radio' ? 'answer' : 'note');
    if (event.target.type === 'radio' && event.target.value === '') event.target.checked = false;
  });
  sheet.addEventListener('input', event => {
    if (event.target.tagName !== 'TEXTAREA') return;
    const item = event.target.closest('[data-item]');
    clearTimeout(timers.get(item));
    timers.set(item, setTimeout(() => { timers.delete(item); queue(item, 'note'); }, 800));
  });
  // Going away in the middle of a word: keep it in the browser at once.
  addEventListener('pagehide', () => {
    for (const [item, timer] of timers) { clearTimeout(timer); waiting.set(`${item.dataset.item}/note`, read(item, 'note')); }
    keep();
  });
  // What waited from an earlier visit goes back into the form first, so that the person sees what is sent.
  for (const [key, cell] of waiting) {
    const item = itemOf(key.slice(0, key.lastIndexOf('/')));
    if (!item) continue;
    if (cell.part === 'answer') for (const radio of item.querySelectorAll('[type=radio]')) radio.checked = cell.answer !== '' && radio.value === cell.answer;
    else { item.querySelector('textarea').value = cell.note; item.querySelector('[type=checkbox]').checked = cell.share; item.querySelector('details.note').open = true; }
  }
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { send(); follow(); });
  addEventListener('focus', follow);
  setInterval(() => { if (waiting.size > 0) send(); else follow(); }, 15000);
  send();
}
