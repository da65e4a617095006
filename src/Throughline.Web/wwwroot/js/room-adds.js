// What members add in the room: to-dos, proposals, issues. It waits in this browser until the server has it, and goes once
// and in the order in which it was added. Nothing typed is lost: what is refused stands here with the reason.
export function adds(room, store, { say, alone, done }) {
  const area = room.querySelector('[data-adds]');
  if (!area) return { send: async () => {}, refuse: () => {}, isEmpty: () => true };
  const list = area.querySelector('[data-pending]');
  const key = `${store}adds`;
  let waiting = [];
  let sending = false;

  const keep = () => {
    try {
      if (waiting.length) localStorage.setItem(key, JSON.stringify(waiting));
      else localStorage.removeItem(key);
    } catch { /* full or forbidden: it waits as long as the page lives */ }
  };

  function show() {
    list.replaceChildren(...waiting.map(one => {
      const row = document.createElement('li');
      row.className = `notice ${one.refused ? 'bad' : 'watch'}`;
      const words = document.createElement('p');
      words.textContent = one.refused ? `${one.what} not added: “${one.title}”. ${one.refused}` : `${one.what} “${one.title}” waits for a connection.`;
      row.append(words);
      if (one.refused) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet';
        button.textContent = 'I have seen it';
        button.addEventListener('click', () => { waiting = waiting.filter(w => w !== one); keep(); show(); });
        row.append(button);
      }
      return row;
    }));
  }

  async function send() {
    if (sending) return;
    sending = true;
    try {
      for (const one of [...waiting]) {
        if (one.refused) continue;
        const answer = await fetch(one.to, { method: 'POST', body: new URLSearchParams(one.body), headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
        if (answer.status >= 500 || answer.status === 401 || answer.status === 408 || answer.status === 429) {
          say(answer.status === 401 ? 'You are signed out. Sign in in another tab; what you added is kept here.' : 'The server failed. What you added is kept here and goes later.');
          break;
        }
        if (answer.ok) { waiting = waiting.filter(w => w !== one); say(`${one.what} added: ${one.title}`); }
        else one.refused = answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : 'It is not open to you any more.';
        keep();
        done();
      }
    } catch {
      alone(true);
    } finally {
      sending = false;
      show();
    }
  }

  // It belongs to the part the team was at when someone began to type.
  area.addEventListener('input', event => {
    const form = event.target.closest('form[data-add]');
    if (!form || form.dataset.begun) return;
    form.dataset.begun = 'yes';
    const from = room.querySelector('#now-from')?.dataset.from;
    if (from) form.elements.from.value = from;
  });

  area.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches('form[data-add]')) return;
    event.preventDefault();
    // Each goes once: the server knows it by this key, however often it comes.
    const body = [...new FormData(form)].filter(([name]) => name !== '_submission').concat([['_submission', crypto.randomUUID()]]);
    waiting.push({ to: form.action, what: form.dataset.add, title: form.elements['Input.Title'].value, body });
    keep();
    form.reset();
    delete form.dataset.begun;
    form.elements['Input.Title'].focus();
    send();
  });

  try { waiting = JSON.parse(localStorage.getItem(key)) ?? []; } catch { waiting = []; }
  show();
  return {
    send,
    // A note that the server refused stands here as well, in the place of an earlier one of the same part; null for none.
    refuse(part, words, reason) {
      const others = waiting.filter(w => w.part !== part);
      if (words === null && others.length === waiting.length) return;
      waiting = words === null ? others : [...others, { part, what: 'Notes', title: words, refused: reason }];
      keep();
      show();
    },
    // What was refused waits for nobody.
    isEmpty: () => waiting.every(w => w.refused),
  };
}
