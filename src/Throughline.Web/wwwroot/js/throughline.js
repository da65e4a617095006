// What every page has: says when a request failed, so that nobody believes something was saved that was not.
const banner = document.getElementById('offline');

document.addEventListener('htmx:error', () => { banner.hidden = false; });
document.addEventListener('htmx:after:request', () => { banner.hidden = true; });
banner?.querySelector('[data-retry]')?.addEventListener('click', () => {
  banner.hidden = true;
  document.dispatchEvent(new CustomEvent('throughline:retry'));
});

// A form that asks before it goes: <form data-confirm="End this membership?">
document.addEventListener('submit', event => {
  const question = event.target.dataset?.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// Buttons that only work with script say so by being hidden without it: <button data-print hidden>
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// <button data-copy="results" hidden> puts the element with that id on the clipboard, as clean HTML and as text.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy).cloneNode(true);
    // What is there to be pressed says nothing on paper.
    source.querySelectorAll('.no-print').forEach(part => part.remove());
    // What stands above the text on the page stands in it on paper.
    source.querySelectorAll('[data-copied]').forEach(part => { part.hidden = false; });
    const status = document.getElementById('status');
    try {
      await navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob([source.innerHTML], { type: 'text/html' }),
        'text/plain': new Blob([source.textContent.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim()], { type: 'text/plain' }),
      })]);
      status.textContent = 'Copied. Paste it into your document.';
    } catch {
      status.textContent = 'The browser did not allow copying. Select the text and copy it yourself.';
    }
  });
}

// A long list of choices, narrowed by typing: <div data-filter="staff" hidden><input type="search"></div>. What is chosen stays in sight.
for (const filter of document.querySelectorAll('[data-filter]')) {
  filter.hidden = false;
  const input = filter.querySelector('input');
  const labels = document.querySelectorAll(`#${filter.dataset.filter} label`);
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const label of labels) {
      const text = label.textContent.toLowerCase();
      label.hidden = !label.querySelector('input').checked && !words.every(word => text.includes(word));
    }
  });
  // Enter looks for someone; it does not send the form.
  input.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
}

// A link that a key follows, as in the projector view: <a data-key="ArrowRight">. Not while someone types or chooses.
document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, select, textarea, [contenteditable]')) return;
  document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
});
