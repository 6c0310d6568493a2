// Menus are <details data-menu>: Escape, a click elsewhere and a chosen link close them.
const open = () => document.querySelectorAll('details[data-menu][open]');

function close(menu, focus) {
  menu.open = false;
  if (focus) menu.querySelector('summary').focus();
}

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) close(menu, menu.contains(document.activeElement));
});

document.addEventListener('click', event => {
  const link = event.target.closest('a[href], [data-closes]');
  for (const menu of open()) {
    if (!menu.contains(event.target)) close(menu, false);
    // Only after other listeners had their say: a link that was kept from leading away keeps its menu open.
    else if (link) setTimeout(() => { if (!event.defaultPrevented || !link.hasAttribute('data-stays')) close(menu, menu.contains(document.activeElement)); });
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-reload]')) {
    event.preventDefault();
    location.reload();
  }
});
