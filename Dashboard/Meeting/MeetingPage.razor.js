// What a meeting's page does in the browser by itself: the clock, the fading of numbers that changed, and now and then a
// word that the screen is still here, which keeps its session and notices when that has ended.
import { watch } from '../Overview/OverviewBody.razor.js';

const here = 5 * 60_000, unwell = 30_000;

function tick() {
  for (const clock of document.querySelectorAll('[data-clock]')) {
    const now = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: clock.dataset.clock }).format(new Date());
    if (clock.textContent !== now) clock.textContent = now;
    clock.dataset.turning = '';
  }
}

async function tellHere() {
  try {
    const answer = await fetch('/screen/here', { cache: 'no-store' });
    // Not signed in any more: the server knows where such a browser is to go.
    if (answer.status === 401 || answer.status === 404 || answer.redirected) location.reload();
  } catch {
    // The badge says that the server cannot be reached.
  }
}

// Nobody stands by to load a broken page anew. Not before the server answers again: a browser's own fault page heals nothing.
async function heal() {
  if (!document.querySelector('[data-heal]')) return;
  try {
    if ((await fetch('/health/ready', { cache: 'no-store' })).ok) location.reload();
  } catch {
    // Later.
  }
}

export function attend(root) {
  const numbers = watch(root);
  const timers = [setInterval(tick, 1_000), setInterval(tellHere, here)];
  // A session that was ended takes the connection along: asked at once, so that no figure stays on the wall after that.
  document.addEventListener('connectionchange', tellHere);
  tick();
  return {
    stop() {
      numbers.stop();
      timers.forEach(clearInterval);
      document.removeEventListener('connectionchange', tellHere);
    },
  };
}

// Outlives the page's parts: it is for when they broke.
setInterval(heal, unwell);
