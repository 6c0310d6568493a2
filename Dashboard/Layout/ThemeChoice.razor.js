// With script a theme is put on in place; the answer of the same link keeps the choice in its cookie.
// Whoever draws with colours of its own (charts) listens for 'themechange' on the document.
const root = document.documentElement;

document.addEventListener('click', event => {
  const choice = event.target.closest('[data-theme-choice]');
  if (!choice) return;
  event.preventDefault();
  const theme = choice.dataset.themeChoice;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  fetch(choice.href, { method: 'GET', redirect: 'manual' });
  document.dispatchEvent(new Event('themechange'));
}, true);

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  if (!root.dataset.theme) document.dispatchEvent(new Event('themechange'));
});
