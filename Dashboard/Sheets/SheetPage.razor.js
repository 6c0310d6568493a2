// Moves between the cells as a spreadsheet does and takes in what is pasted over several of them.
export function listen(root, page) {
  const cell = (row, column) => root.querySelector(`input[data-r="${row}"][data-c="${column}"]`);
  const place = element => element?.matches?.('input[data-r]') ? [+element.dataset.r, +element.dataset.c] : null;
  const go = (row, column, step) => {
    // Rows that are in already have no cells: they are passed by.
    for (let i = 0; i < 400 && row >= 0; i++, row += step) {
      const next = cell(row, column);
      if (next) { next.focus(); next.select(); next.scrollIntoView({ block: 'nearest', inline: 'nearest' }); return true; }
      if (!step) return false;
    }
    return false;
  };
  const keys = event => {
    const at = place(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = at, whole = event.target.selectionStart === 0 && event.target.selectionEnd === event.target.value.length;
    const left = event.target.selectionStart === 0 && event.target.selectionEnd === 0, right = event.target.selectionStart === event.target.value.length;
    const moved = event.key === 'Enter' ? go(row + (event.shiftKey ? -1 : 1), column, event.shiftKey ? -1 : 1)
      : event.key === 'ArrowDown' ? go(row + 1, column, 1)
      : event.key === 'ArrowUp' ? go(row - 1, column, -1)
      : event.key === 'ArrowLeft' && (whole || left) ? go(row, column - 1, 0)
      : event.key === 'ArrowRight' && (whole || right) ? go(row, column + 1, 0)
      : event.key === 'Escape' ? (event.target.value = event.target.dataset.kept, event.target.select(), true)
      : false;
    if (moved) event.preventDefault();
    else if (event.key === 'Enter') event.target.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const paste = event => {
    const at = place(event.target), text = event.clipboardData?.getData('text/plain') ?? '';
    if (!at || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    page.invokeMethodAsync('PasteAsync', at[0], at[1], text).catch(() => {});
  };
  const enter = event => place(event.target) && event.target.select();
  root.addEventListener('keydown', keys);
  root.addEventListener('paste', paste);
  root.addEventListener('focusin', enter);
  return { stop: () => { root.removeEventListener('keydown', keys); root.removeEventListener('paste', paste); root.removeEventListener('focusin', enter); } };
}
