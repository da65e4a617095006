// After the meeting: what was typed in the room and could not be sent while it ran goes now. What is refused stands here.
import { adds } from './room-adds.js';
import { notes } from './room-notes.js';

const place = document.getElementById('left');
const store = `throughline:room:${place.dataset.at}:${place.dataset.person}:`;

function isLeft() {
  try { return Object.keys(localStorage).some(key => key.startsWith(store)); } catch { return false; }
}

if (isLeft()) {
  const words = place.querySelector('[data-left-words]');
  const say = said => { words.textContent = said; };
  const alone = yes => { if (yes) say('What you typed in the room is kept here and goes as soon as there is a connection.'); };
  const added = adds(place, store, { say, alone, done: () => {} });
  const note = notes(place, store, { say, alone, refresh: () => {}, refuse: added.refuse });
  const isSent = () => note.isEmpty() && added.isEmpty();
  const waited = !isSent();
  const send = async () => {
    if (isSent()) return;
    await note.send();
    await added.send();
    // Then it stands in the record.
    if (isSent() && !isLeft()) location.reload();
    else if (isSent()) say('Not all that you typed in the room could be taken. It stands here until you have seen it.');
  };
  place.hidden = false;
  say(waited ? 'What you typed in the room was not sent yet. It goes now.' : 'Not all that you typed in the room could be taken. It stands here until you have seen it.');
  addEventListener('online', send);
  setInterval(send, 15000);
  send();
}
