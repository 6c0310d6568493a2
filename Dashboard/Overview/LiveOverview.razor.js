// Tells the page when its tab is hidden, so that a tab nobody sees costs nothing; and brings what the server tells of a
// change to its places. The markup of those places is opaque to Blazor, which puts it there and touches it no more.
import { change } from '../Charts/ChartCanvas.razor.js';

export function watch(page, line) {
  let last = false;
  const tell = () => {
    if (document.hidden !== last) {
      last = document.hidden;
      page.invokeMethodAsync('SetHidden', last).catch(() => {});
    }
  };
  // Each text that stood in the line is news, also when two came before this is called.
  const observer = new MutationObserver(seen => [...seen.slice(1).map(one => one.oldValue), line.textContent].forEach(apply));
  // Null when the page was left before it was asked to be watched.
  if (line) observer.observe(line, { subtree: true, characterData: true, characterDataOldValue: true });
  document.addEventListener('visibilitychange', tell);
  tell();
  return { stop: () => { observer.disconnect(); document.removeEventListener('visibilitychange', tell); } };
}

// A line a block or chart, after the first: its name, then places and values by turns. See Block.WriteChange.
function apply(news) {
  for (const line of news.split('\n').slice(1)) {
    const [name, ...words] = line.split('\t');
    if (name[0] === '#') change(name.slice(1), words);
    else for (const block of document.querySelectorAll(`[data-p="${name}"]`)) set(block, words);
  }
}

function set(block, words) {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT), nodes = [];
  do nodes.push(walk.currentNode); while (walk.nextNode());
  for (let i = 0; i < words.length; i += 2) {
    const [place, head, tail] = words[i].split('~'), [at, attribute] = place.split('.'), node = nodes[at];
    const before = attribute ? node.getAttribute(attribute) : node.data;
    const value = before.slice(0, head ?? 0) + words[i + 1] + (tail > 0 ? before.slice(-tail) : '');
    if (value === before) continue;
    if (attribute) node.setAttribute(attribute, value);
    else node.data = value;
  }
}
