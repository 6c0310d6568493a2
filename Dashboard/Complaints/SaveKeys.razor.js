// Ctrl+Enter (Command on a Mac) sends the form. The listener goes with the form.
export function listen(id) {
  document.getElementById(id)?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  });
}
