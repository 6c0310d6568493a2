// Tells the page when its tab is hidden, so that a tab nobody sees costs nothing.
export function watchVisibility(page) {
  let last = false;
  const tell = () => {
    if (document.hidden !== last) {
      last = document.hidden;
      page.invokeMethodAsync('SetHidden', last).catch(() => {});
    }
  };
  document.addEventListener('visibilitychange', tell);
  tell();
  return { stop: () => document.removeEventListener('visibilitychange', tell) };
}
