// Alt with an arrow moves a line of the list; the browser would turn a page as well, and the line would be out of sight.
export const keepStill = list => list.addEventListener('keydown', event => {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) event.preventDefault();
});
