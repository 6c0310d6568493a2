// A remote: each of its buttons says what it asks for.
import { follow } from './ScreenFace.razor.js';

const root = document.querySelector('[data-meeting]');
const link = follow(root, { onSaid: say });

// Why something was refused stays until the next thing is asked for.
function say(text) {
  const line = root.querySelector('[data-own=said]');
  if (line && line.textContent !== text) line.textContent = text;
}

root.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  say('');
  const request = { do: button.dataset.do };
  if (button.dataset.at) request.at = Number(button.dataset.at);
  if (button.dataset.committee) request.committee = button.dataset.committee;
  link.send(request);
});

// The arrows step, as on the screen itself.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
  const step = { ArrowRight: 'next', ArrowLeft: 'previous' }[event.key];
  if (!step) return;
  event.preventDefault();
  root.querySelector(`[data-do=${step}]`).click();
});
