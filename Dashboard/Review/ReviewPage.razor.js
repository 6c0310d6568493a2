// The queue by keys alone: j and k (or the arrows, while in the list) move, Enter opens, a approves what is open, n goes on to the next, Escape closes it.
const typing = element => element?.closest?.('input, textarea, select, [contenteditable]');

export function listen(root) {
  const rows = () => [...root.querySelectorAll('[data-row]')];
  const move = step => {
    const all = rows(), here = all.indexOf(document.activeElement), open = all.findIndex(row => row.ariaCurrent === 'true');
    const at = here >= 0 ? here + step : open >= 0 ? open + step : step > 0 ? 0 : all.length - 1;
    const next = all[Math.min(Math.max(at, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return !!next;
  };
  const hear = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
    const inList = document.activeElement?.matches?.('[data-row]');
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const click = element => { element?.click(); return !!element; };
    const done = key === 'j' || (key === 'ArrowDown' && inList) ? move(1)
      : key === 'k' || (key === 'ArrowUp' && inList) ? move(-1)
      : key === 'a' && !event.repeat ? click(root.querySelector('[data-approve]:not([disabled])'))
      : key === 'n' && !event.repeat ? click(root.querySelector('[data-next]'))
      : key === 'Escape' ? click(root.querySelector('[data-close]'))
      : false;
    if (done) event.preventDefault();
  };
  document.addEventListener('keydown', hear);
  return { stop: () => document.removeEventListener('keydown', hear) };
}
