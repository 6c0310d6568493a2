// Follows a meeting: keeps a connection, builds what is sent from names, values and texts (never from markup), and changes
// in place what changed. A lost connection is said, with its age, and comes back by itself.
const tags = new Set(['a', 'b', 'button', 'circle', 'div', 'em', 'footer', 'g', 'h1', 'h2', 'h3', 'header', 'i', 'li', 'line', 'main', 'noscript', 'ol', 'p',
  'path', 'polyline', 'rect', 'section', 'small', 'span', 'svg', 'table', 'tbody', 'td', 'text', 'th', 'thead', 'tr', 'ul', 'use']);
const drawn = 'http://www.w3.org/2000/svg';
const silence = 40_000, first = 500, last = 5_000, refused = 4401;

function set(element, name, value) {
  if (/^on/i.test(name) || (name === 'href' && !/^\/(?!\/)/.test(value))) return;
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// Makes what is in an element equal to a list of texts and [name, attributes, ...what is in it].
function fit(parent, parts) {
  let node = parent.firstChild;
  for (const part of parts) {
    while (node?.nodeType === Node.COMMENT_NODE) node = drop(node);
    if (typeof part === 'string') {
      if (node?.nodeType === Node.TEXT_NODE) {
        if (node.nodeValue !== part) node.nodeValue = part;
      } else {
        node = parent.insertBefore(document.createTextNode(part), node);
      }
    } else {
      node = fitElement(parent, node, part);
    }
    node = node.nextSibling;
  }
  while (node) node = drop(node);
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function fitElement(parent, node, [tag, attributes, ...parts]) {
  const isSame = node?.nodeType === Node.ELEMENT_NODE && node.localName === tag && (node.dataset?.key ?? '') === (attributes['data-key'] ?? '');
  if (!isSame) {
    if (!tags.has(tag)) throw new Error(`No ${tag} is shown.`);
    const fresh = tag === 'svg' || parent.namespaceURI === drawn ? document.createElementNS(drawn, tag) : document.createElement(tag);
    if (node) parent.replaceChild(fresh, node); else parent.append(fresh);
    node = fresh;
  }
  for (const { name } of [...node.attributes]) if (!(name in attributes)) node.removeAttribute(name);
  for (const name in attributes) set(node, name, attributes[name]);
  if (!('data-own' in attributes)) fit(node, parts);
  return node;
}

// In the order in which the server counted them.
function* within(parent) {
  for (const node of parent.childNodes) {
    yield node;
    if (node.nodeType === Node.ELEMENT_NODE && !('own' in node.dataset)) yield* within(node);
  }
}

function change(root, places) {
  const nodes = [...within(root)];
  for (const [at, ...value] of places) {
    if (value.length === 1) nodes[at].nodeValue = value[0];
    else set(nodes[at], value[0], value[1]);
  }
}

export function follow(root, { onShown = () => {}, onSaid = () => {} } = {}) {
  const address = new URL(root.dataset.meeting, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  let socket, version = 0, heard = Date.now(), pause = first, lostAt = null, retry;

  const say = state => {
    document.documentElement.dataset.connection = state;
    const link = root.querySelector('[data-own=link]');
    if (!link) return;
    if (!link.querySelector('b')) {
      const pulse = document.createElement('i'), word = document.createElement('b'), age = document.createElement('span');
      pulse.className = 'pulse';
      word.setAttribute('role', 'status');
      link.replaceChildren(pulse, word, age);
    }
    const [, word, age] = link.children;
    const text = state === 'live' ? root.dataset.connected : lostAt ? root.dataset.lost.replace('{0}', time(lostAt, root)) : root.dataset.connecting;
    if (word.textContent !== text) word.textContent = text;
    const minutes = lostAt ? Math.floor((Date.now() - lostAt) / 60_000) : 0;
    const old = minutes > 0 ? ' · ' + (minutes === 1 ? root.dataset.oldOne : root.dataset.old).replace('{0}', minutes) : '';
    if (age.textContent !== old) age.textContent = old;
  };

  const take = message => {
    heard = Date.now();
    const frame = JSON.parse(message.data);
    if (frame.build && frame.build !== root.dataset.build) return location.reload();
    if (frame.tree) fit(root, frame.tree);
    else if (frame.set && frame.v === version + 1) change(root, frame.set);
    else if (frame.set) return socket.close();
    if (frame.v) version = frame.v;
    if (frame.say) onSaid(frame.say);
    lostAt = null;
    pause = first;
    say('live');
    onShown();
  };

  const lose = event => {
    lostAt ??= heard;
    say('lost');
    if (event?.code === refused) return location.reload();
    clearTimeout(retry);
    // Not all at the same moment: a server that starts has other things to do.
    retry = setTimeout(open, pause * (0.7 + Math.random() * 0.6));
    pause = Math.min(last, pause * 1.7);
    if (event && !event.wasOpen) look();
  };

  // A connection that is refused does not say why; the page's own address does.
  const look = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store', redirect: 'manual' });
      if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) location.reload();
    } catch {
      // There is no server; the foot says so.
    }
  };

  const open = () => {
    clearTimeout(retry);
    let wasOpen = false;
    version = 0;
    // A server that was started again learns from those who come back where the meeting was.
    const place = root.querySelector('[data-place]')?.dataset.place;
    if (place) address.searchParams.set('place', place);
    const own = socket = new WebSocket(address);
    own.onopen = () => { wasOpen = true; heard = Date.now(); };
    own.onmessage = message => { if (own === socket) take(message); };
    own.onclose = event => { if (own === socket) lose({ code: event.code, wasOpen }); };
  };

  setInterval(() => {
    if (lostAt) say('lost');
    // Nothing at all for so long: the connection is broken, and nobody has said so.
    else if (Date.now() - heard > silence && socket.readyState === WebSocket.OPEN) { const dead = socket; lose(null); dead.onclose = null; dead.close(); }
  }, 1_000);
  addEventListener('online', () => { pause = first; if (lostAt) open(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && lostAt) { pause = first; open(); } });
  say('connecting');
  open();
  return { send(request) { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request)); } };
}

export const time = (at, root) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: root.dataset.zone }).format(at);
