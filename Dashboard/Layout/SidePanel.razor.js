// Only a dialog that is shown as modal keeps the focus inside and the rest of the page out of reach.
export function show(dialog) {
  const before = document.activeElement;
  if (dialog.isConnected && !dialog.open) dialog.showModal();
  // Escape only asks to close: whether it does is for the page to say, which may ask back. A browser lets a second Escape
  // close it all the same; then it is shown again, and has asked.
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.addEventListener('close', () => {
    if (!dialog.isConnected) return;
    dialog.showModal();
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  });
  // The server takes the whole dialog away: then the focus returns to what opened it.
  new MutationObserver((_, watch) => {
    if (dialog.isConnected) return;
    watch.disconnect();
    if (before?.isConnected) before.focus();
  }).observe(document.body, { childList: true, subtree: true });
}
