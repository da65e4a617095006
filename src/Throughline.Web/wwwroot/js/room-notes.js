// The notes of the part the team is at: saved as they are typed, joined with what others type. What cannot be sent waits in
// this browser and survives a reload.
import { merge } from './text-merge.js';

export function notes(room, store, { say, alone, refresh, refuse }) {
  const { at } = room.dataset;
  const place = room.querySelector('[data-note-place]');
  const waiting = new Map();
  const form = () => place?.querySelector('form[data-note]');
  const box = () => form()?.querySelector('textarea');
  let base = box()?.value ?? '';
  let timer = 0;
  let sending = false;
  let underWay = null;
  let again = false;
  // The text of the box that the server keeps beside the notes, because someone else changed the same lines.
  let kept = null;

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
      kept = null;
      recallHere();
      return;
    }
    if (!mine) return;
    // What is under way is heard of first: then this is looked at again.
    if (underWay === mine.dataset.note) { again = true; return; }
    for (const notice of place.querySelectorAll('.notice')) notice.remove();
    place.append(...part.querySelectorAll('.notice'));
    const edition = +theirs.dataset.edition;
    if (edition <= +mine.dataset.edition) return;
    const text = theirs.querySelector('textarea').value;
    const typed = box().value;
    if (typed === kept) {
      // It stands below the notes, which come into the box once nobody is in the middle of a word there.
      if (document.activeElement === box()) return;
      box().value = base = text;
      kept = null;
      seen(edition);
      return;
    }
    const joined = merge(base, typed, text);
    // Two changed the same lines: the server keeps both when this one is sent.
    if (joined === null) { save(); return; }
    write(joined);
    base = text;
    seen(edition);
    const entry = waiting.get(mine.dataset.note);
    if (entry) Object.assign(entry, { words: joined.text, edition, start: text, id: crypto.randomUUID() });
    if (typed === text || joined.text === text) state(theirs.querySelector('[data-note-state]').textContent);
    else save();
  }

  function seen(edition) {
    form().dataset.edition = edition;
    form().querySelector('[name="Input.Edition"]').value = edition;
  }

  // Puts a joined text into the box without moving who is in the middle of a word.
  function write({ text, placeOf }) {
    const area = box();
    if (area.value === text) return;
    const { selectionStart, selectionEnd } = area;
    area.value = text;
    if (document.activeElement === area) area.setSelectionRange(placeOf(selectionStart), placeOf(selectionEnd));
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
    if (!mine || box().value === base || box().value === kept) return;
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
      if (again) { again = false; refresh(); }
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
      // It is not sent again, and stays to be read until someone has seen it.
      refuse(key, entry.words, result.message ?? 'It is not open to you any more.');
      if (here) state(`Not saved: ${result.message ?? 'reload the page. Your text is still here.'}`);
      return;
    }
    refuse(key, null);
    if (result.outcome === 'Kept') {
      if (!here) return;
      kept = entry.words;
      state('Someone changed the same lines. Your text is kept below the notes: join the two.');
      again = true;
      return;
    }
    const text = result.words ?? entry.words;
    if (later) {
      // Typed on meanwhile: that starts from what was sent, to which others may have added.
      const next = waiting.get(key);
      const joined = merge(entry.words, next.words, text);
      // What was sent is there: where the two do not join, the server is told that this was begun from it.
      if (result.edition) Object.assign(next, joined === null ? { start: entry.words } : { words: joined.text, edition: result.edition, start: text });
    }
    if (!here || !result.edition) return;
    const joined = merge(entry.words, box().value, text);
    if (joined === null) { base = entry.words; save(); return; }
    write(joined);
    base = text;
    seen(result.edition);
    if (joined.text === text) state('Saved');
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

  recall();
  recallHere();
  place?.addEventListener('input', () => {
    state('…');
    clearTimeout(timer);
    timer = setTimeout(save, 400);
  });
  place?.addEventListener('focusout', () => { if (kept !== null) refresh(); });
  return { take: takeNote, save, send, flush, isEmpty: () => waiting.size === 0 };
}
