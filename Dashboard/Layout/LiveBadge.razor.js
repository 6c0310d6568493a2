// Keeps "updated 3 seconds ago" true without asking the server, and says when the connection is not there.
// document.documentElement.dataset.connection: absent = live, 'connecting', 'lost' (set by Reconnect.razor.js).
const root = document.documentElement;

function ago(badge) {
  const at = Date.parse(badge.dataset.changedAt);
  if (Number.isNaN(at)) return '';
  const seconds = Math.max(0, Math.round((Date.now() - at) / 1000));
  const [text, count] = seconds < 60 ? ['seconds', seconds]
    : seconds < 3600 ? ['minutes', Math.floor(seconds / 60)]
    : seconds < 86400 ? ['hours', Math.floor(seconds / 3600)]
    : ['days', Math.floor(seconds / 86400)];
  return ' · ' + badge.dataset[text].replace('{0}', count);
}

function show(badge) {
  const state = root.dataset.connection ?? 'live';
  const dot = badge.querySelector('.pulse');
  dot.classList.toggle('con', state === 'connecting');
  dot.classList.toggle('off', state === 'lost');
  const word = badge.querySelector('[role=status]').firstChild;
  const text = badge.dataset[state + 'Text'];
  if (word && word.nodeValue !== text) word.nodeValue = text; // said aloud once, when it changes
  const attempt = root.dataset.attempt;
  badge.querySelector('.ago').textContent = state === 'connecting' && attempt ? ' · ' + badge.dataset.attempt.replace('{0}', attempt) : ago(badge);
}

const showAll = () => document.querySelectorAll('.live[data-live]').forEach(show);

setInterval(() => { if (!document.hidden) showAll(); }, 1000);
document.addEventListener('visibilitychange', showAll);
document.addEventListener('connectionchange', showAll);
new MutationObserver(showAll).observe(document.body, { subtree: true, attributeFilter: ['data-changed-at'] });
showAll();
