// Nobody stands by to load a broken page anew. Not before the server answers again: a browser's own fault page heals nothing.
const pause = 30_000;

async function heal() {
  if (!document.querySelector('[data-heal]')) return;
  try {
    if ((await fetch('/health/ready', { cache: 'no-store' })).ok) location.reload();
  } catch {
    // Later.
  }
}

setInterval(heal, pause);
