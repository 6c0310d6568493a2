// A remote: each of its buttons says what it asks for.
import { follow } from './ScreenFace.razor.js';

const root = document.querySelector('[data-meeting]');
const link = follow(root);

root.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (!button) return;
  const request = { do: button.dataset.do };
  if (button.dataset.at) request.at = Number(button.dataset.at);
  if (button.dataset.committee) request.committee = button.dataset.committee;
  link.send(request);
});
