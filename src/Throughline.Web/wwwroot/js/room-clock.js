// The clocks of the room. They count from the server's time, so that all screens agree, and do not trust this device's own.
const old = 5 * 60 * 1000;

// A meeting that nobody ended says so; by how many hours helps nobody.
const longOver = -3 * 60 * 60;

function shown(seconds) {
  if (seconds < longOver) return 'over';
  const left = Math.abs(seconds);
  const two = number => String(number).padStart(2, '0');
  const minutes = Math.floor(left / 60);
  const hours = minutes < 60 ? `${minutes}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return `${seconds < 0 ? '−' : ''}${hours}:${two(left % 60)}`;
}

export function clocks(room, { say, refresh }) {
  let sync = { server: Date.now(), here: performance.now(), wall: Date.now(), trip: Infinity };
  let hidden = false;
  let told = '';
  let wasOver = null;

  const now = () => sync.server + performance.now() - sync.here;

  // An answer that was long on its way says little about the time: the quickest one counts, until it is old.
  function heard(answer, sent) {
    const server = +answer.headers.get('Throughline-Now');
    const trip = performance.now() - sent;
    if (server && (trip <= sync.trip || performance.now() - sync.here > old)) {
      sync = { server, here: sent + trip / 2, wall: Date.now() - trip / 2, trip };
    }
  }

  function tick() {
    if (Math.abs((Date.now() - sync.wall) - (performance.now() - sync.here)) > 2000) {
      // The device slept, or its clock was set: ask anew.
      sync = { ...sync, wall: Date.now() - (performance.now() - sync.here), trip: Infinity };
      refresh();
    }
    for (const clock of room.querySelectorAll('[data-clock]')) {
      if (!clock.dataset.clock) continue;
      const seconds = Math.floor((+clock.dataset.clock - now()) / 1000);
      if (clock.dataset.shown === String(seconds)) continue;
      clock.dataset.shown = seconds;
      clock.textContent = shown(seconds);
      clock.classList.toggle('late', seconds < 0);
      if ('partClock' in clock.dataset) announce(clock, seconds);
    }
    over(room.querySelector('[data-over]'));
  }

  // Said once each, and only for the part the team is at.
  function announce(clock, seconds) {
    const key = `${clock.dataset.clock}/${seconds <= 0 ? 0 : 120}`;
    if (hidden || (seconds !== 0 && seconds !== 120) || told === key) return;
    told = key;
    const what = clock.dataset.partClock || 'part';
    say(seconds === 0 ? `The time for this ${what} is over.` : `2 minutes are left for this ${what}.`);
  }

  // Time goes by without anything being changed: whether the agenda still fits is worked out here as it is on the server.
  function over(card) {
    if (!card) { wasOver = null; return; }
    const until = moment => Math.max(0, (+moment - now()) / 1000);
    const planned = +card.dataset.ahead + (card.dataset.partEnds ? until(card.dataset.partEnds) : 0);
    const left = until(card.dataset.ends);
    const minutes = Math.max(0, Math.ceil((planned - left) / 60));
    if (card.dataset.over === String(minutes) && card.dataset.left === String(Math.floor(left / 60))) return;
    Object.assign(card.dataset, { over: minutes, left: Math.floor(left / 60) });
    card.hidden = minutes === 0;
    card.querySelector('[data-minutes-over]').textContent = `▲ ${minutes} min over`;
    card.querySelector('[data-minutes-planned]').textContent = Math.ceil(planned / 60);
    card.querySelector('[data-minutes-left]').textContent = Math.floor(left / 60);
    if (wasOver === false && minutes > 0) say('The agenda asks for more time than is left.');
    wasOver = minutes > 0;
  }

  const toggle = room.querySelector('[data-clocks]');
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener('click', () => {
      hidden = !hidden;
      toggle.setAttribute('aria-pressed', hidden);
      toggle.textContent = hidden ? 'Show the clocks' : 'Hide the clocks';
      room.classList.toggle('without-clocks', hidden);
    });
  }

  setInterval(tick, 250);
  return { heard, tick };
}
