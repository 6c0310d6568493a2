// After a lost connection the page comes back by itself: Blazor tries first; when it gives up this goes on, now and then
// and as soon as somebody looks. Where the server no longer knows the page it is loaded anew: all of its state is in the address.
const root = document.documentElement;
const pause = 15_000;
let timer = 0;

function say(state, attempt) {
  if (state) root.dataset.connection = state; else delete root.dataset.connection;
  if (attempt) root.dataset.attempt = attempt; else delete root.dataset.attempt;
  document.dispatchEvent(new Event('connectionchange'));
}

async function retry() {
  clearTimeout(timer);
  try {
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    timer = setTimeout(retry, pause);
  }
}

// The event does not bubble, but it can be caught on its way down.
document.addEventListener('components-reconnect-state-changed', event => {
  const { state, currentAttempt } = event.detail ?? {};
  switch (state) {
    case 'show':
    case 'retrying':
      say('connecting', currentAttempt);
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
      location.reload();
      break;
  }
}, true);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && root.dataset.connection) retry();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-reconnect]')) retry();
});
