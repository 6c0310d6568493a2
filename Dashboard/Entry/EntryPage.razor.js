// Moves between cells without asking the server, and sends what is committed, one call a cell. The inputs' texts are this
// script's: the server only says in data-value what it knows, and that is shown unless somebody is typing there.
import { forget, keep, kept } from './KeptCells.razor.js';

export function attach(root, page, key) {
  const edits = new Map(), state = document.documentElement.dataset;
  const keeps = () => root.dataset.keeps === 'true';
  const cells = () => [...root.querySelectorAll('input[data-cell]:not([readonly])')];
  const cell = code => root.querySelector(`input[data-cell="${CSS.escape(code)}"]`);
  const isCell = node => node.matches?.('input[data-cell]');
  let before = '';

  function drop(code) {
    edits.delete(code);
    forget(key, [code]);
  }

  function typed(input) {
    const code = input.dataset.cell, edit = edits.get(code) ?? { seen: Number(input.dataset.revision) };
    edit.text = input.value;
    edits.set(code, edit);
    if (keeps()) keep(key, code, edit.text, edit.seen);
  }

  async function commit(input) {
    const code = input.dataset.cell, edit = edits.get(code);
    if (!edit || edit.sent === edit.text) return;
    if (edit.text === input.dataset.value && edit.sent === undefined) return drop(code);
    const text = edit.sent = edit.text;
    input.toggleAttribute('data-unsent', 'connection' in state);
    try {
      const result = await page.invokeMethodAsync('Commit', code, text, edit.seen);
      input.removeAttribute('data-unsent');
      if (edits.get(code) !== edit || edit.text !== text) return;
      if (result === 'Saved' || result === 'Quiet' || result === 'Staged') {
        drop(code);
        settle(cell(code));
      }
    } catch {
      // No connection: it is sent again once there is one.
      edit.sent = undefined;
      input.setAttribute('data-unsent', '');
    }
  }

  const settle = input => {
    if (input && !edits.has(input.dataset.cell)) input.value = input.dataset.value;
  };

  function move(input, step) {
    const all = cells(), next = all[all.indexOf(input) + step];
    if (next) next.focus(); else commit(input);
  }

  function set(input, text) {
    input.value = text;
    typed(input);
  }

  const keys = {
    Enter: (input, event) => move(input, event.shiftKey ? -1 : 1),
    ArrowDown: input => move(input, 1),
    ArrowUp: input => move(input, -1),
    Escape: input => {
      const edit = edits.get(input.dataset.cell);
      if (!edit) return;
      if (before === input.dataset.value && edit.sent === undefined) {
        input.value = before;
        drop(input.dataset.cell);
      } else {
        set(input, before);
      }
      input.select();
    },
    F2: async input => {
      await commit(input);
      await page.invokeMethodAsync('Cycle', input.dataset.cell);
    },
  };

  function press(event) {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey, letter = event.key.toLowerCase();
    if (control && letter === 's') {
      event.preventDefault();
      if (isCell(document.activeElement)) commit(document.activeElement);
      page.invokeMethodAsync('SaveDraft');
      return;
    }
    const input = event.target, drawer = input.closest?.('[data-drawer]');
    if (drawer && (event.key === 'Enter' || event.key === 'Escape') && input.matches('input')) {
      // Back to the cell; leaving the note saves it.
      event.preventDefault();
      cell(drawer.dataset.drawer)?.focus();
      return;
    }
    if (!isCell(input) || input.readOnly || event.isComposing) return;
    if (control && letter === 'd') {
      event.preventDefault();
      if (/\d/.test(input.dataset.previous)) {
        set(input, input.dataset.previous);
        commit(input);
        input.select();
      }
    } else if (control && letter === 'm') {
      event.preventDefault();
      // What is typed until the note is there must not fall into the cell.
      const note = input.closest('tr').querySelector('.nb');
      note.focus();
      note.click();
    } else if (!control && !event.altKey && keys[event.key]) {
      event.preventDefault();
      keys[event.key](input, event);
    }
  }

  const focus = event => {
    if (!isCell(event.target)) return;
    before = event.target.value;
    event.target.select();
  };

  const blur = event => {
    if (isCell(event.target)) commit(event.target);
  };

  const input = event => {
    if (isCell(event.target)) typed(event.target);
  };

  function paste(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isCell(event.target) || event.target.readOnly || !/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    page.invokeMethodAsync('PasteBlock', event.target.dataset.cell, text.slice(0, 10_000));
  }

  function click(event) {
    const goal = event.target.closest?.('[data-goto]');
    if (!goal) return;
    const to = cell(goal.dataset.goto);
    to?.scrollIntoView({ block: 'center' });
    to?.focus();
  }

  // Back again: what was typed meanwhile, or sent and never answered, is sent once more; saying the same twice changes nothing.
  function connected() {
    if ('connection' in state) return;
    for (const [code, edit] of edits) {
      edit.sent = undefined;
      const one = cell(code);
      if (one && one !== document.activeElement) commit(one);
    }
  }

  const watch = new MutationObserver(seen => seen.forEach(one => {
    if (isCell(one.target)) settle(one.target);
  }));
  watch.observe(root, { subtree: true, attributeFilter: ['data-value'] });
  const listeners = [['focusin', focus], ['focusout', blur], ['input', input], ['paste', paste], ['click', click]];
  for (const [name, listener] of listeners) root.addEventListener(name, listener);
  document.addEventListener('keydown', press);
  document.addEventListener('connectionchange', connected);

  // Somebody was quicker than this script.
  const first = document.activeElement;
  if (first && isCell(first) && !first.readOnly && first.value !== first.dataset.value) typed(first);

  // Of an earlier visit: only what says something else than what is saved by now.
  if (keeps()) {
    const found = kept(key), same = one => !cell(one.code) || cell(one.code).dataset.value === one.text;
    forget(key, found.filter(same).map(one => one.code));
    const open = found.filter(one => !same(one));
    if (open.length) page.invokeMethodAsync('Offer', open);
  }

  return {
    forget: codes => codes.forEach(drop),
    detach() {
      watch.disconnect();
      for (const [name, listener] of listeners) root.removeEventListener(name, listener);
      document.removeEventListener('keydown', press);
      document.removeEventListener('connectionchange', connected);
    },
  };
}
