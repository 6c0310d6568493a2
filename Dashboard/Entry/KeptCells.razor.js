// Cells that are not saved yet, kept in this browser for one return and one account: figures and the words before them,
// nothing else. What cannot be a figure is not kept, since it might be anything.
const prefix = 'entry|';
const figure = /^(?:[=~≈>]|hơn|trên|khoảng|more than|over|about)?[\s\d.,/\u00a0\u202f]{0,60}$|^(?:k|kps|n\/a|không phát sinh|does not arise)$/i;

const read = key => {
  try {
    return JSON.parse(localStorage.getItem(prefix + key)) ?? {};
  } catch {
    return {};
  }
};

function write(key, cells) {
  try {
    if (Object.keys(cells).length) localStorage.setItem(prefix + key, JSON.stringify(cells));
    else localStorage.removeItem(prefix + key);
  } catch {
    // No room, or not allowed to keep anything: what is typed stands on the page all the same.
  }
}

export function keep(key, code, text, seen) {
  const cells = read(key);
  if (figure.test(text.trim())) cells[code] = { text, seen, at: new Date().toISOString() };
  else delete cells[code];
  write(key, cells);
}

export function forget(key, codes) {
  const cells = read(key);
  for (const code of codes) delete cells[code];
  write(key, cells);
}

export const kept = key => Object.entries(read(key)).map(([code, cell]) => ({ code, ...cell }));

document.addEventListener('submit', event => {
  if (event.target.getAttribute?.('action') !== '/sign-out') return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
});
