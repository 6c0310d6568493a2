// Asks whether somebody let this screen in: often at first, when somebody stands before it, and less often afterwards.
const first = 2_000, last = 8_000, slower = 1.08;
const note = document.querySelector('[data-screen] [role=status]');
let pause = first;

async function ask() {
  try {
    const answer = await fetch('/screen/state', { cache: 'no-store' });
    const state = answer.ok ? await answer.text() : 'lost';
    if (state === 'approved') return location.replace('/screen/link');
    if (state === 'over') return location.reload();
    say(state === 'waiting' ? 'waiting' : 'lost');
  } catch {
    say('lost');
  }
  pause = Math.min(last, pause * slower);
  setTimeout(ask, pause);
}

function say(state) {
  const text = note?.querySelector('span');
  if (text && text.textContent !== note.dataset[state]) text.textContent = note.dataset[state];
}

// A screen that was told to wait has no code to ask about: it comes back by itself.
setTimeout(note ? ask : () => location.reload(), note ? first : 60_000);
