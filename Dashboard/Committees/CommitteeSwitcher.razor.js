// The committee switcher: Ctrl+K or its button opens it, arrows move, Enter follows the option's link, Alt+↑ goes one level up.
const dialog = () => document.querySelector('dialog[data-switcher]');
const options = box => [...box.querySelectorAll('[role=option]')];

function mark(box, index) {
  const all = options(box);
  all.forEach((option, i) => {
    option.id = `committee-option-${i}`;
    option.setAttribute('aria-selected', i === index);
  });
  const input = box.querySelector('input');
  if (all[index]) {
    input.setAttribute('aria-activedescendant', all[index].id);
    all[index].scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

const chosen = box => options(box).findIndex(option => option.getAttribute('aria-selected') === 'true');

function open() {
  const box = dialog();
  if (!box || box.open) return;
  box.showModal();
  const input = box.querySelector('input');
  input.focus();
  input.select();
  mark(box, 0);
  if (!box.watched) {
    box.watched = true;
    // New results: the first is chosen again.
    new MutationObserver(() => mark(box, 0)).observe(box.querySelector('[role=listbox]'), { childList: true, subtree: true, characterData: true });
  }
}

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k' && dialog()) {
    event.preventDefault();
    open();
    return;
  }
  const box = event.target.closest?.('dialog[data-switcher]');
  if (!box) return;
  const count = options(box).length, at = chosen(box);
  if (event.altKey && event.key === 'ArrowUp') {
    event.preventDefault();
    if (box.dataset.parent) go(box, box.dataset.parent);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (count) mark(box, (at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    options(box)[at]?.click();
  }
});

function go(box, href) {
  box.close();
  if (globalThis.Blazor) Blazor.navigateTo(href); else location.assign(href);
}

document.addEventListener('click', event => {
  const box = dialog();
  if (box?.open) {
    // A click on the backdrop is a click on the dialog itself.
    if (event.target === box || event.target.closest('[role=option]')) setTimeout(() => box.close());
  } else if (event.target.closest('[data-switcher-open]') && !event.target.closest('a')) {
    open();
  }
});
