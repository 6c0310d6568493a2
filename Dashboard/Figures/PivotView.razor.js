// What belongs to the reader's own screen: moving between numbers, the card beside one, the mark of what changed, full screen.
export { download } from '../Charts/ChartCanvas.razor.js';

const SOON = 250, LATER = 220;

export function attach(root, page) {
  // Null when the page was left before it was asked for.
  if (!root) return { stop() {} };
  const wrap = root.querySelector('.pw'), table = root.querySelector('.pvt'), card = root.querySelector('[data-card]');
  const stops = [rove(table, page), describe(root, table, card, wrap, page), highlight(root)];
  const full = event => { if (event.target.closest('[data-act=full]')) toggleFull(root.querySelector('.pivot')); };
  root.addEventListener('click', full);
  // A phone shows the newest period first; the others are to the left of it.
  if (matchMedia('(max-width: 760px)').matches) wrap.scrollLeft = wrap.scrollWidth;
  return { stop() { root.removeEventListener('click', full); stops.forEach(stop => stop()); } };
}

const toggleFull = section => (document.fullscreenElement ? document.exitFullscreen() : section.requestFullscreen?.()) ?? null;
const place = cell => [cell.closest('tr').dataset.k, cell.closest('td').cellIndex - 1];

// One number is reached by Tab, the others from it by the arrows.
function rove(table, page) {
  let current = null;
  const rows = () => [...table.querySelectorAll('tbody tr[data-k]')];
  const settle = () => {
    if (!current?.isConnected) current = table.querySelector('tbody td.cur .fc') ?? table.querySelector('.fc');
    for (const cell of table.querySelectorAll('.fc')) {
      const at = cell === current ? 0 : -1;
      if (cell.tabIndex !== at) cell.tabIndex = at;
    }
  };
  const go = cell => {
    if (!cell) return;
    current = cell;
    settle();
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const keys = event => {
    const cell = event.target.closest?.('.fc');
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = cell.closest('tr'), cells = [...row.querySelectorAll('.fc')], at = cells.indexOf(cell), all = rows();
    const beside = step => all[all.indexOf(row) + step]?.querySelectorAll('.fc')[at];
    const to = { ArrowLeft: () => cells[at - 1], ArrowRight: () => cells[at + 1], ArrowUp: () => beside(-1), ArrowDown: () => beside(1), Home: () => cells[0], End: () => cells.at(-1) }[event.key];
    if (to) { event.preventDefault(); go(to()); }
    else if (event.key === 'n' || event.key === 'N') { event.preventDefault(); page.invokeMethodAsync('Note', ...place(cell)).catch(() => {}); }
  };
  const came = event => { const cell = event.target.closest?.('.fc'); if (cell && cell !== current) { current = cell; settle(); } };
  const observer = new MutationObserver(settle);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener('keydown', keys);
  table.addEventListener('focusin', came);
  settle();
  return () => { observer.disconnect(); table.removeEventListener('keydown', keys); table.removeEventListener('focusin', came); };
}

// The card is filled by the server for the number that is pointed at, or reached by the keyboard, and put beside it.
function describe(root, table, card, wrap, page) {
  let wanted = null, timer = 0;
  const hide = () => { clearTimeout(timer); wanted?.removeAttribute('aria-describedby'); wanted = null; if (card.matches(':popover-open')) card.hidePopover(); };
  const show = async cell => {
    if (!await page.invokeMethodAsync('Describe', ...place(cell)).catch(() => false) || wanted !== cell || !cell.isConnected) return;
    card.id ||= 'figure-card';
    cell.setAttribute('aria-describedby', card.id);
    if (!card.matches(':popover-open')) card.showPopover();
    const at = cell.closest('td').getBoundingClientRect(), own = card.getBoundingClientRect(), gap = 8;
    const right = at.right + gap + own.width < innerWidth;
    card.style.left = `${Math.max(gap, right ? at.right + gap : at.left - gap - own.width)}px`;
    card.style.top = `${Math.max(gap, Math.min(at.top - 12, innerHeight - own.height - gap))}px`;
  };
  const ask = (cell, wait) => { if (cell === wanted) return; hide(); wanted = cell; timer = setTimeout(() => show(cell), wait); };
  const over = event => { const cell = event.target.closest?.('.fc'); if (cell && event.pointerType !== 'touch') ask(cell, SOON); else if (card.contains(event.target)) clearTimeout(timer); };
  const out = event => { if (wanted && !card.contains(event.relatedTarget) && event.relatedTarget?.closest?.('.fc') !== wanted) { clearTimeout(timer); timer = setTimeout(hide, LATER); } };
  const focus = event => { const cell = event.target.closest?.('.fc'); if (cell?.matches(':focus-visible')) ask(cell, SOON); };
  const blur = event => { if (!card.contains(event.relatedTarget)) hide(); };
  const key = event => { if (event.key === 'Escape') hide(); };
  const press = event => { const cell = event.target.closest?.('span.fc'); if (cell) { ask(cell, 0); } };
  const listen = [[root, 'pointerover', over], [root, 'pointerout', out], [table, 'focusin', focus], [table, 'focusout', blur], [root, 'keydown', key], [table, 'click', press], [wrap, 'scroll', hide], [window, 'scroll', hide]];
  for (const [on, name, what] of listen) on.addEventListener(name, what);
  return () => { hide(); for (const [on, name, what] of listen) on.removeEventListener(name, what); };
}

// A number that changed while the page is open fades from the accent. Another question or mode changes all at once and is no news.
function highlight(root) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const observer = new MutationObserver(changes => {
    if (reduced.matches || document.hidden || changes.some(change => change.type === 'attributes')) return;
    const cells = new Set(changes.map(change => (change.target.parentElement ?? change.target).closest('[data-tick]')).filter(Boolean));
    const from = getComputedStyle(root).getPropertyValue('--accent-mid');
    for (const cell of cells) {
      cell.dataset.changed = '';
      cell.animate([{ backgroundColor: from, boxShadow: `0 0 0 3px ${from}` }, { backgroundColor: 'transparent', boxShadow: '0 0 0 3px transparent' }], { duration: 1500, easing: 'ease-in' })
        .finished.then(() => delete cell.dataset.changed, () => {});
    }
  });
  observer.observe(root, { subtree: true, characterData: true, attributes: true, attributeFilter: ['data-look'] });
  return () => observer.disconnect();
}
