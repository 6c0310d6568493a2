// Asks how far the log has been read, and when there is nothing left to wait for loads the page that was asked for: in the place
// of this one, so that the way back leads past it.
const bar = document.querySelector('[role=progressbar]'), words = document.querySelector('.reading .num');
const pause = 500;

async function ask() {
  try {
    const answer = await fetch(bar.dataset.progress, { cache: 'no-store' });
    // Whoever is signed in no longer is led to where that is done.
    if (answer.status === 401 || answer.status === 404) return location.reload();
    if (answer.ok) {
      const progress = await answer.json();
      show(progress);
      if (progress.isOver) return location.reload();
    }
  } catch {
    // The server cannot be reached: the page waits for it.
  }
  setTimeout(ask, pause);
}

function show({ read, of, text }) {
  bar.setAttribute('aria-valuenow', Math.min(read, of));
  bar.setAttribute('aria-valuetext', text);
  bar.firstElementChild.style.width = `${100 * Math.min(1, read / of)}%`;
  words.textContent = text;
}

ask();
