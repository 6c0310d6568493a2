// A number that changed while the page is open fades from the accent: seen here, in the browser, so that it costs the
// server nothing. Another question (period, committee) changes all numbers at once and is no news.
export function watch(root) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const observer = new MutationObserver(changes => {
    if (reduced.matches || document.hidden || changes.some(change => change.type === 'attributes')) return;
    const texts = changes.filter(change => change.type === 'characterData');
    const cells = new Set(texts.map(change => (change.target.parentElement ?? change.target).closest('[data-tick]')).filter(Boolean));
    for (const cell of redrawn(changes)) cells.add(cell);
    const from = getComputedStyle(root).getPropertyValue('--accent-weak');
    for (const cell of cells) cell.animate([{ backgroundColor: from, boxShadow: `0 0 0 3px ${from}` }, { backgroundColor: 'transparent', boxShadow: '0 0 0 3px transparent' }], { duration: 1500, easing: 'ease-in' });
  });
  // Null when the page was left before it was asked to be watched.
  if (root) observer.observe(root, { subtree: true, characterData: true, childList: true, attributes: true, attributeFilter: ['data-question'] });
  return { stop: () => observer.disconnect() };
}

// Numbers that are others in a block that was drawn anew, and not only put there.
function redrawn(changes) {
  const drawn = changes.filter(change => change.type === 'childList' && change.target.matches('[data-p]'));
  return [...new Set(drawn.map(change => change.target))].flatMap(block => {
    const of = drawn.filter(change => change.target === block);
    const before = of.flatMap(change => ticks(change.removedNodes)), after = of.flatMap(change => ticks(change.addedNodes));
    return before.length === after.length ? after.filter((cell, i) => cell.textContent !== before[i].textContent) : [];
  });
}

const ticks = nodes => [...nodes].filter(node => node.nodeType === Node.ELEMENT_NODE).flatMap(node => node.matches('[data-tick]') ? [node] : [...node.querySelectorAll('[data-tick]')]);
