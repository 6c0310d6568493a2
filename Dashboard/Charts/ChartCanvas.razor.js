// The life of one chart: loads Chart.js once, draws, takes changes, follows theme and size, answers the keyboard.
// What is drawn is the business of the scripts below; they know no page and no domain.
import * as bars from './StackedBars.razor.js';
import * as run from './RunChart.razor.js';
import * as dots from './DeadlineDots.razor.js';
import * as waterfall from './Waterfall.razor.js';

const kinds = { bars, run, dots, waterfall };
const reduced = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const open = new Set();
const waiting = new Set();
let ready;

const TEXT = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

// Chart.js itself and the fonts, Vietnamese letters included: a canvas is not redrawn when a font arrives later.
function load(url) {
  ready ??= Promise.all([
    globalThis.Chart ?? import(new URL(url, document.baseURI).href),
    ...['400', '500', '600'].map(weight => document.fonts.load(`${weight} 12px 'Be Vietnam Pro'`, 'Aệ1–').catch(() => [])),
    document.fonts.load("500 12px 'BVP Tabular'", '012').catch(() => []),
  ]).then(follow).catch(error => { ready = undefined; throw error; });
  return ready;
}

function follow() {
  const recolour = () => { for (const chart of open) chart.rebuild(); };
  new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', recolour);
}

export async function create(canvas, kind, url, culture, frame, rows) {
  // What changes while Chart.js is on its way must not be lost.
  const first = { canvas, rows };
  waiting.add(first);
  try { await load(url); } finally { waiting.delete(first); }
  return new DrawnChart(canvas, kinds[kind], culture, frame, first.rows);
}

// What the page's messages say of a chart: row, column and value by turns, or a star and all rows.
export function change(name, words) {
  for (const chart of [...waiting, ...open]) {
    if (chart.canvas.dataset.chart !== name) continue;
    if (words[0] === '*') chart.rows = JSON.parse(words[1]);
    // A chart that is about to be replaced may have other rows.
    else for (let i = 0; i < words.length; i += 3) if (chart.rows[words[i]]) chart.rows[words[i]][words[i + 1]] = JSON.parse(words[i + 2]);
    chart.update?.();
  }
}

class DrawnChart {
  constructor(canvas, kind, culture, frame, rows) {
    Object.assign(this, { canvas, kind, culture, frame, rows, index: -1 });
    this.number = new Intl.NumberFormat(culture);
    this.percent = new Intl.NumberFormat(culture, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.live = canvas.parentElement.querySelector('[aria-live]');
    this.onKey = event => this.key(event);
    this.onBlur = () => this.point(-1);
    canvas.addEventListener('keydown', this.onKey);
    canvas.addEventListener('blur', this.onBlur);
    open.add(this);
    this.build();
  }

  // ---- what the page calls ----

  replace(frame, rows) {
    Object.assign(this, { frame, rows });
    this.rebuild();
  }

  destroy() {
    open.delete(this);
    this.canvas.removeEventListener('keydown', this.onKey);
    this.canvas.removeEventListener('blur', this.onBlur);
    this.chart.destroy();
  }

  picture(fileName, title, subtitle, source, notice = '') {
    const ratio = devicePixelRatio || 1, { width, height } = this.chart;
    const sheet = document.createElement('canvas'), pen = sheet.getContext('2d'), key = this.kind.key?.(this) ?? [];
    pen.font = `600 11.5px ${TEXT}`;
    const told = notice ? wrap(pen, notice, width) : [];
    const head = key.length ? 88 : 64, full = { width: width + 32, height: height + head + 40 + 16 * told.length };
    sheet.width = full.width * ratio;
    sheet.height = full.height * ratio;
    pen.scale(ratio, ratio);
    pen.fillStyle = this.colour('surface');
    pen.fillRect(0, 0, full.width, full.height);
    pen.textBaseline = 'alphabetic';
    const write = (text, x, y, colour, font) => { pen.font = `${font} ${TEXT}`; pen.fillStyle = this.colour(colour); pen.fillText(text, x, y); return pen.measureText(text).width; };
    write(title, 16, 28, 'text', '600 15px');
    write(subtitle, 16, 48, 'text-3', '400 12px');
    let x = 16;
    for (const [text, colour, shape] of key) {
      pen.fillStyle = this.colour(colour);
      drawKey(pen, shape, x, 62);
      x += 16 + write(text, x + 15, 72, 'text-2', '400 12px') + 14;
    }
    pen.drawImage(this.canvas, 16, head, width, height);
    write(source, 16, full.height - 14 - 16 * told.length, 'text-3', '400 11.5px');
    told.forEach((line, i) => write(line, 16, full.height - 14 - 16 * (told.length - 1 - i), 'text-2', '600 11.5px'));
    sheet.toBlob(blob => save(fileName + '.png', blob), 'image/png');
  }

  // The picture of another chart of the same size, drawn out of sight: nothing that this one shows is in it.
  pictureOf(kind, frame, rows, height, ...words) {
    const stage = document.createElement('div'), canvas = document.createElement('canvas');
    Object.assign(stage.style, { position: 'fixed', top: '0', left: '-10000px', width: `${this.chart.width}px`, height: `${height ?? this.chart.height}px` });
    stage.append(canvas);
    document.body.append(stage);
    const drawn = new DrawnChart(canvas, kinds[kind], this.culture, frame, rows);
    drawn.picture(...words);
    drawn.destroy();
    stage.remove();
  }

  // ---- drawing ----

  colour(name) { return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim(); }

  text(template, ...values) { return template.replace(/\{(\d)\}/g, (_, i) => values[i]); }

  get width() { return this.canvas.parentElement.clientWidth; }

  build() {
    const { type, data, options, plugins } = this.kind.config(this);
    this.size = this.kind.size(this);
    this.chart = new Chart(this.canvas, { type, data, plugins, options: { ...this.common(), ...options, plugins: { legend: { display: false }, ...options.plugins, tooltip: { ...this.tooltip(), ...options.plugins?.tooltip } } } });
    // Nothing moves at first; from now on values do, where motion is wanted.
    this.chart.options.animation = reduced.matches ? false : { duration: 250, easing: 'easeOutCubic' };
  }

  common() {
    return {
      animation: false, responsive: true, maintainAspectRatio: false,
      // A new size is no news: it is drawn at once.
      transitions: { resize: { animation: { duration: 0 } }, attach: { animation: { duration: 0 } } },
      font: { family: TEXT, size: 12 }, color: this.colour('text-2'),
      onHover: (event, hits) => { event.native.target.style.cursor = this.addressOf(hits) ? 'pointer' : ''; },
      onClick: (_, hits) => this.follow(hits),
      onResize: () => { if (this.chart && this.kind.size(this) !== this.size) setTimeout(() => this.rebuild()); },
    };
  }

  tooltip() {
    const c = name => this.colour(name);
    return {
      backgroundColor: c('surface'), titleColor: c('text'), bodyColor: c('text-2'), footerColor: c('text'), borderColor: c('border-strong'), borderWidth: 1,
      padding: 10, cornerRadius: 8, boxPadding: 5, boxWidth: 9, boxHeight: 9, bodySpacing: 4, caretSize: 0,
      titleFont: { family: TEXT, weight: 600, size: 13 }, bodyFont: { family: TEXT, size: 12.5 }, footerFont: { family: TEXT, weight: 600, size: 12.5 },
    };
  }

  update() {
    if (this.kind.size(this) !== this.size) { this.rebuild(); return; }
    this.kind.fill(this, this.chart);
    this.chart.update(reduced.matches || document.hidden ? 'none' : undefined);
    if (this.index >= 0) this.point(Math.min(this.index, this.kind.count(this) - 1), true);
  }

  rebuild() {
    if (!open.has(this)) return;
    this.chart.destroy();
    this.build();
  }

  // ---- pointing ----

  addressOf(hits) { return hits.length ? this.kind.address(this, hits[0]) : null; }

  follow(hits) {
    const address = this.addressOf(hits);
    if (address) globalThis.Blazor ? Blazor.navigateTo(address) : location.assign(address);
  }

  key(event) {
    const last = this.kind.count(this) - 1;
    const to = { ArrowDown: this.index + 1, ArrowRight: this.index + 1, ArrowUp: this.index - 1, ArrowLeft: this.index - 1, Home: 0, End: last }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.point(Math.max(0, Math.min(last, to)));
    } else if (event.key === 'Enter' && this.index >= 0) {
      this.follow(this.kind.elements(this, this.index));
    } else if (event.key === 'Escape') {
      this.point(-1);
    }
  }

  point(index, quiet) {
    const { chart } = this, hits = index < 0 ? [] : this.kind.elements(this, index);
    this.index = index;
    chart.setActiveElements(hits);
    chart.tooltip.setActiveElements(hits, { x: 0, y: 0 });
    chart.update('none');
    if (index >= 0 && !quiet) this.live.textContent = this.kind.say(this, index);
    if (index < 0) this.live.textContent = '';
  }
}

function wrap(pen, text, width) {
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawKey(pen, shape, x, y) {
  pen.beginPath();
  if (shape === 'circle') pen.arc(x + 5, y + 5, 5, 0, 7);
  else if (shape === 'triangle') { pen.moveTo(x + 5, y); pen.lineTo(x + 10, y + 10); pen.lineTo(x, y + 10); }
  else pen.rect(x, y, 10, 10);
  pen.fill();
}

export function download(fileName, text) {
  save(fileName, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

function save(fileName, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
