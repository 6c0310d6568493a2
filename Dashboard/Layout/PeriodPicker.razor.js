// Keys in the period picker: arrows between tiles, Home and End, PageUp and PageDown for the year.
document.addEventListener('toggle', event => {
  if (event.target.matches?.('details.pm') && event.target.open) {
    (event.target.querySelector('.pq .on') ?? event.target.querySelector('.pq a'))?.focus();
  }
}, true);

function below(tiles, from, direction) {
  const here = tiles[from].getBoundingClientRect();
  const column = tiles.filter(tile => Math.abs(tile.getBoundingClientRect().left - here.left) < 4);
  return tiles.indexOf(column[column.indexOf(tiles[from]) + direction]);
}

document.addEventListener('keydown', event => {
  const picker = event.target.closest?.('.pk');
  if (!picker || event.target.matches('input')) return;
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault();
    picker.querySelector(`[data-year-step="${event.key === 'PageUp' ? -1 : 1}"]`).click();
    return;
  }
  const tiles = [...picker.querySelectorAll('.pq a')];
  const from = tiles.indexOf(event.target);
  if (from < 0) return;
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, ArrowUp: below(tiles, from, -1), ArrowDown: below(tiles, from, 1), Home: 0, End: tiles.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tiles[to]?.focus();
});
