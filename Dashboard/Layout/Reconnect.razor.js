// After a lost connection the page comes back by itself: Blazor tries first; when it gives up this goes on, now and then
// and as soon as somebody looks. Where the server no longer knows the page it is loaded anew: all of its state is in the address.
// A connection that was cut because the session ended never comes back: that is asked for, and then the page goes where the
// server would lead it.
const root = document.documentElement;
const pause = 15_000;
let timer = 0;
let isLeaving = false;

function say(state, attempt) {
  if (state) root.dataset.connection = state; else delete root.dataset.connection;
  if (attempt) root.dataset.attempt = attempt; else delete root.dataset.attempt;
  document.dispatchEvent(new Event('connectionchange'));
}

async function retry() {
  clearTimeout(timer);
  if (isLeaving) return;
  try {
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    askWho();
    timer = setTimeout(retry, pause);
  }
}

let asking = false;

async function askWho() {
  if (asking || isLeaving) return;
  asking = true;
  try {
    const answer = await fetch('/screen/here', { cache: 'no-store' });
    if (answer.redirected && new URL(answer.url).pathname === '/sign-in' && !location.pathname.startsWith('/meeting/')) {
      location.assign(`/sign-in?why=ended&back=${encodeURIComponent(location.pathname + location.search)}`);
    } else if (answer.redirected || answer.status === 401 || answer.status === 404) {
      location.reload();
    }
  } catch {
    // The server cannot be reached: the page waits for it.
  } finally {
    asking = false;
  }
}

// The event does not bubble, but it can be caught on its way down.
document.addEventListener('components-reconnect-state-changed', event => {
  const { state, currentAttempt } = event.detail ?? {};
  switch (state) {
    case 'show':
    case 'retrying':
      say('connecting', currentAttempt);
      askWho();
      break;
    case 'hide':
      clearTimeout(timer);
      say(null);
      break;
    case 'failed':
    case 'resume-failed':
      say('lost');
      timer = setTimeout(retry, pause);
      break;
    case 'rejected':
      if (!isLeaving) location.reload();
      break;
  }
}, true);

// Whoever signs out is on the way to where that leads, and is not to be led elsewhere because the page's session has ended.
document.addEventListener('submit', event => {
  if (!event.target.matches('form[action="/sign-out"]')) return;
  isLeaving = true;
  Blazor.disconnect?.();
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && root.dataset.connection) retry();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-reconnect]')) retry();
});
