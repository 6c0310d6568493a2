// The eye beside a password shows it until it is pressed again.
document.addEventListener('click', event => {
  const eye = event.target.closest('[data-reveal]');
  if (!eye) return;
  const field = document.getElementById(eye.dataset.reveal);
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  eye.setAttribute('aria-pressed', String(!shown));
});

// A form sent with the password in sight must not leave it to the browser's memory of what was typed.
document.addEventListener('submit', event => {
  for (const eye of event.target.querySelectorAll('[data-reveal][aria-pressed="true"]')) eye.click();
});
