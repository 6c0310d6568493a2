// A meeting on a wall: its clock, its keys and a presenter's remote, and what keeps a screen alive that nobody touches.
import { follow, time } from './ScreenFace.razor.js';
import { watch } from '../Overview/OverviewBody.razor.js';

const root = document.querySelector('[data-meeting]');
const here = 5 * 60_000, shift = 60_000;
const link = follow(root, { onShown: tick });
watch(root);

function tick() {
  const clock = root.querySelector('[data-own=clock]');
  if (!clock) return;
  const now = time(new Date(), root);
  if (clock.textContent !== now) clock.textContent = now;
  if (!('turning' in clock.dataset)) clock.dataset.turning = '';
}

// The session of a screen lasts for as long as it is used, and a page that only listens asks for nothing.
async function tellHere() {
  try {
    const answer = await fetch('/screen/here', { cache: 'no-store' });
    if (answer.status === 401 || answer.status === 404 || answer.redirected) location.reload();
  } catch {
    // The foot says that the server cannot be reached.
  }
}

// A still picture burns itself into a screen: all of it moves by a few points each minute, round and round.
const places = [[0, 0], [2, 1], [3, 3], [1, 2], [-2, 1], [-3, -2], [-1, -3], [2, -2]];
let place = 0;
function move() {
  place = (place + 1) % places.length;
  root.style.setProperty('--shift-x', places[place][0]);
  root.style.setProperty('--shift-y', places[place][1]);
}

// Where the browser lets a page keep the screen on, and again each time it comes back to the front.
async function stayAwake() {
  try {
    if (!document.hidden) await navigator.wakeLock?.request('screen');
  } catch {
    // It does not; then the screen's own settings have to.
  }
}

const keys = {
  ArrowRight: () => ({ do: 'next' }), ArrowDown: () => ({ do: 'next' }), PageDown: () => ({ do: 'next' }),
  ArrowLeft: () => ({ do: 'previous' }), ArrowUp: () => ({ do: 'previous' }), PageUp: () => ({ do: 'previous' }),
  Home: () => ({ do: 'go', at: 0 }), End: () => ({ do: 'go', at: root.querySelectorAll('.dots i').length - 1 }),
  ' ': () => ({ do: 'pause', at: root.querySelector('[data-paused]') ? 0 : 1 }),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const request = keys[event.key]?.() ?? (/^[1-9]$/.test(event.key) ? { do: 'go', at: event.key - 1 } : null);
  // Enter on the link in the head stays what it is.
  if (!request) return;
  event.preventDefault();
  link.send(request);
});

setInterval(tick, 1_000);
setInterval(tellHere, here);
setInterval(move, shift);
document.addEventListener('visibilitychange', stayAwake);
stayAwake();
tick();
