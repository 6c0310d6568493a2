// Only a dialog that is shown as modal keeps the focus inside and the rest of the page out of reach.
export function show(dialog) {
  const before = document.activeElement;
  if (dialog.isConnected && !dialog.open) dialog.showModal();
  // The server takes the whole dialog away: then the focus returns to what opened it.
  new MutationObserver((_, watch) => {
    if (dialog.isConnected) return;
    watch.disconnect();
    if (before?.isConnected) before.focus();
  }).observe(document.body, { childList: true, subtree: true });
}
