// What the reader chose of the table stays in this browser.
const KEY = 'overview.table';
export { download } from '../Charts/ChartCanvas.razor.js';

export function read() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

export function write(choice) {
  try { localStorage.setItem(KEY, choice); } catch { /* Storage may be forbidden; the choice then lasts as long as the page. */ }
}
