// A number that changed while the page is open fades from the accent: seen here, in the browser, so that it costs the
// server nothing. Another question (period, committee) changes all numbers at once and is no news.
export function watch(root) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const observer = new MutationObserver(changes => {
    if (reduced.matches || document.hidden || changes.some(change => change.type === 'attributes')) return;
    const cells = new Set(changes.map(change => (change.target.parentElement ?? change.target).closest('[data-tick]')).filter(Boolean));
    const from = getComputedStyle(root).getPropertyValue('--accent-weak');
    for (const cell of cells) cell.animate([{ backgroundColor: from, boxShadow: `0 0 0 3px ${from}` }, { backgroundColor: 'transparent', boxShadow: '0 0 0 3px transparent' }], { duration: 1500, easing: 'ease-in' });
  });
  // Null when the page was left before it was asked to be watched.
  if (root) observer.observe(root, { subtree: true, characterData: true, attributes: true, attributeFilter: ['data-question'] });
  return { stop: () => observer.disconnect() };
}
