// The tree of committees in the browser: says which rows are in sight, what was clicked in front of a row, and keeps what is
// open. What a row is and where keys lead is the server's business.
const small = matchMedia('(max-width: 1180px)');
const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' '];

const stored = (store, key) => { try { return globalThis[store].getItem(key); } catch { return null; } };
const store = (where, key, value) => { try { globalThis[where].setItem(key, value); } catch { /* A browser that keeps nothing begins anew. */ } };

export function remembered() {
  let open = [];
  try { open = JSON.parse(stored('sessionStorage', 'tree-open') ?? '[]'); } catch { /* Not ours. */ }
  return { isClosed: stored('localStorage', 'tree') === 'closed', isSmall: small.matches, open: Array.isArray(open) ? open.filter(code => typeof code === 'string') : [] };
}

export function keep(isClosed, codes) {
  if (!small.matches) {
    store('localStorage', 'tree', isClosed ? 'closed' : 'open');
    if (isClosed) document.documentElement.dataset.tree = 'closed'; else delete document.documentElement.dataset.tree;
  }
  if (codes) store('sessionStorage', 'tree-open', JSON.stringify(codes));
}

const heightOf = list => parseFloat(getComputedStyle(list).getPropertyValue('--tree-row')) || 30;

export function watch(list, tree) {
  if (!list?.isConnected || list.watched) return;
  list.watched = true;
  let waiting = false, telling = false;
  const tell = async () => {
    waiting = false;
    if (telling || !list.isConnected) return;
    const row = heightOf(list), first = Math.floor(list.scrollTop / row), count = Math.ceil(list.clientHeight / row) + 1;
    const from = +list.dataset.from, to = +list.dataset.to, last = Math.round(list.scrollHeight / row);
    if ((first >= from + count / 4 || from === 0) && (first + count <= to - count / 4 || to >= last)) return;
    telling = true;
    // The server may be gone; then the page says so itself.
    try { await tree.invokeMethodAsync('Show', first, count); } catch { return; } finally { telling = false; }
    soon();
  };
  const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(tell); } };
  list.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(list);

  list.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (KEYS.includes(event.key) || event.key.length === 1) event.preventDefault();
  });
  list.addEventListener('click', event => {
    const row = event.target.closest('[role=treeitem]');
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A click of the keyboard's is nowhere, and means the row.
    const isMark = event.detail > 0 && row.hasAttribute('aria-expanded') && event.clientX < row.getBoundingClientRect().left + parseFloat(getComputedStyle(row).paddingLeft);
    if (!isMark && !row.classList.contains('more')) return;
    event.preventDefault();
    const index = +list.dataset.from + [...list.querySelectorAll('[role=treeitem]')].indexOf(row);
    tree.invokeMethodAsync('ToggleAsync', index).catch(() => {});
  });
  const drawer = list.closest('.drawer'), find = drawer.querySelector('input');
  find?.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') { event.preventDefault(); list.focus(); }
    if (event.key === 'Enter') { event.preventDefault(); go(); }
  });
  // What was typed may still be on its way: then the first row found is followed when it is there.
  const go = () => {
    if ((list.dataset.for ?? '') === find.value) { list.querySelector('#tree-at')?.click(); return; }
    new MutationObserver((_, answer) => {
      if ((list.dataset.for ?? '') !== find.value) return;
      answer.disconnect();
      list.querySelector('#tree-at')?.click();
    }).observe(list, { attributes: true, attributeFilter: ['data-for'] });
  };
  drawer.addEventListener('keydown', event => {
    if (event.key === 'Escape' && small.matches && event.target !== find) drawer.querySelector('[data-tree-close]')?.click();
  });
  soon();
}

// Far from sight a row comes to the middle, near it just as far as needed.
export function bring(list, index) {
  if (!list?.isConnected) return;
  const row = heightOf(list), top = index * row, { scrollTop, clientHeight } = list;
  if (top >= scrollTop && top + row <= scrollTop + clientHeight) return;
  const near = top >= scrollTop - 3 * row && top + row <= scrollTop + clientHeight + 3 * row;
  list.scrollTop = !near ? top - clientHeight / 2 : top < scrollTop ? top : top + row - clientHeight;
}

export function focus(list) { list?.focus({ preventScroll: true }); }
