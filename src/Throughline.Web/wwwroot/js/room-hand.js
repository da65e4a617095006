// One's own hand on a proposal: asked for while hands are up, and never part of what is rendered for all.
export function hands(room, { say, refresh }) {
  const place = room.querySelector('[data-hand-place]');
  let shown = '';
  // Proposals on which one's hand is up. Of two that wait, the other one comes next.
  const up = new Set();

  async function load(path) {
    shown = path;
    if (!path) { place.replaceChildren(); return; }
    try {
      const answer = await fetch(`${path}?handler=Hand`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(15000) });
      if (shown !== path) return;
      place.innerHTML = answer.ok ? await answer.text() : '';
      const form = place.querySelector('form');
      // Who is typing elsewhere is not torn away; the hand is said to be there.
      if (form) form.action = `${path}?handler=Raise`;
      if (place.querySelector('[data-up=yes]')) { up.add(path); look(); } else if (form) say('Hands are asked for. Yours is below.');
    } catch { shown = ''; }
  }

  place?.addEventListener('submit', async event => {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    const path = shown;
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(20000) });
      if (answer.ok) {
        say('Your hand is up.');
        await load(path);
        // The form is another one now; the keyboard stays where the hand was raised.
        place.querySelector('input, button')?.focus({ preventScroll: true });
      }
      else tell(form, answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : 'Not done: the server failed. Try again.');
      await refresh();
    } catch {
      tell(form, 'No connection: your hand is not up yet. Press again when it is back.');
    } finally {
      button.ariaDisabled = null;
    }
  });

  function tell(form, words) {
    form.querySelector('[data-told]')?.remove();
    const line = document.createElement('p');
    line.className = 'error';
    line.dataset.told = '';
    line.setAttribute('role', 'alert');
    line.textContent = words;
    form.append(line);
  }

  // Called when the parts were fetched: asks for the hand of what is open now, and keeps one that is being filled in.
  function look() {
    const open = [...room.querySelectorAll('[data-hands]:not([data-hands=""])')].map(section => section.dataset.hands);
    for (const path of up) if (!open.includes(path)) up.delete(path);
    const path = open.find(p => !up.has(p)) ?? (open.includes(shown) ? shown : open.at(-1)) ?? '';
    if (place && path !== shown) load(path);
  }

  return { look };
}
