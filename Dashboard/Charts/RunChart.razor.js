// A run chart. Row 0: mean, lower, upper, first point (or nothing); further rows: label, second line, title, value,
// plan, open, signal, address, what stands in a gap.
const LABEL = 0, SUB = 1, TITLE = 2, VALUE = 3, PLAN = 4, OPEN = 5, SIGNAL = 6, ADDRESS = 7, IN_GAP = 8;
const TEXT = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

const points = chart => chart.rows.slice(1);
const isSmall = chart => chart.width < 480;

export const size = chart => `${isSmall(chart)} ${chart.rows.length}`;
export const count = chart => chart.rows.length - 1;
export const elements = (chart, index) => [0, 1].filter(k => points(chart)[index][VALUE + k] !== null).map(datasetIndex => ({ datasetIndex, index }));
export const address = (chart, hit) => points(chart)[hit.index]?.[ADDRESS];
export const key = chart => [[chart.frame.value, 'accent'], [chart.frame.plan, 'text']];
export function say(chart, index) {
  const point = points(chart)[index];
  return [`${point[TITLE]}: ${chart.frame.value} ${point[IN_GAP] ?? number(chart, point[VALUE])}`, `${chart.frame.plan} ${number(chart, point[PLAN])}`, point[SIGNAL]].filter(Boolean).join(', ');
}

const number = (chart, value) => value === null ? '–' : chart.number.format(value);

export function fill(chart, drawn) {
  const all = points(chart), [line, plan] = drawn.data.datasets, c = name => chart.colour(name);
  drawn.data.labels = all.map(point => point[TITLE]);
  line.data = all.map(point => point[VALUE]);
  line.pointRadius = all.map(point => point[OPEN] ? 4.5 : 3);
  line.pointBackgroundColor = all.map(point => c(point[OPEN] ? 'surface' : 'accent'));
  line.pointBorderWidth = all.map(point => point[OPEN] ? 2 : 0);
  plan.data = all.map(point => point[PLAN]);
}

export function config(chart) {
  const c = name => chart.colour(name), small = isSmall(chart);
  const data = { labels: [], datasets: [
    { label: chart.frame.value, data: [], borderColor: c('accent'), pointBorderColor: c('accent'), borderWidth: 2, tension: 0, clip: false, order: 1, pointHoverRadius: 6 },
    { label: chart.frame.plan, data: [], stepped: 'middle', borderColor: c('text'), borderWidth: 1.25, pointRadius: 0, pointHoverRadius: 0, order: 2 }] };
  fill(chart, { data });
  return {
    type: 'line', data, plugins: [marks(chart)],
    options: {
      layout: { padding: { right: small ? 8 : Math.max(40, ...endTexts(chart).map(([, text, , weight, points]) => measure(chart, text, weight, points) + 22)), top: 14 } }, interaction: { mode: 'index', intersect: false },
      scales: {
        y: { beginAtZero: true, suggestedMax: 10, afterDataLimits: scale => { scale.max = Math.max(scale.max, chart.rows[0][2] ?? 0) * 1.08; },
          grid: { color: c('border'), lineWidth: 1, drawTicks: false }, border: { display: false },
          ticks: { maxTicksLimit: 4, precision: 0, includeBounds: false, color: c('text-3'), font: { size: 11.5 }, padding: 6, callback: value => chart.number.format(value) } },
        x: { grid: { display: false }, border: { color: c('border-input') },
          ticks: { color: c('text-2'), font: { size: 11.5 }, maxRotation: 0, autoSkip: small, padding: 4,
            callback(index) { const point = points(chart)[index]; return !point ? '' : point[SUB] ? [point[LABEL], point[SUB]] : point[LABEL]; } } },
      },
      plugins: { tooltip: { callbacks: {
        title: items => points(chart)[items[0].dataIndex][TITLE],
        label: item => ` ${item.dataset.label}: ${number(chart, item.raw)}`,
        footer: items => points(chart)[items[0].dataIndex][SIGNAL] ?? '' } } },
    },
  };
}

const marks = chart => ({
  id: 'marks',
  beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
    ctx.save();
    ctx.lineWidth = 1;
    if (chart.rows[0].length) drawBand(chart, ctx, x, y, chartArea);
    ctx.strokeStyle = chart.colour('text-2');
    ctx.setLineDash([1.5, 3]);
    ctx.lineWidth = 1.25;
    for (const rule of chart.frame.rules) {
      const at = between(x, rule.at);
      ctx.beginPath(); ctx.moveTo(at, chartArea.top + 14); ctx.lineTo(at, chartArea.bottom); ctx.stroke();
    }
    ctx.restore();
  },
  afterDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
    const write = (text, at, line, colour, weight = 400, points = 11.5, align = 'left') => { ctx.font = `${weight} ${points}px ${TEXT}`; ctx.fillStyle = chart.colour(colour); ctx.textAlign = align; ctx.fillText(text, at, line); };
    const small = isSmall(chart);
    ctx.save();
    ctx.textBaseline = 'middle';
    drawLimitTexts(chart, y, chartArea, write);
    if (!small) drawEndTexts(chart, ctx, y, chartArea, write);
    for (const rule of chart.frame.rules) {
      const text = small ? rule.brief : rule.full, at = between(x, rule.at);
      ctx.font = `400 11.5px ${TEXT}`;
      const fits = at + 6 + ctx.measureText(text).width < chartArea.right + 20;
      write(text, at + (fits ? 6 : -6), chartArea.bottom - 10, 'text-2', 400, 11.5, fits ? 'left' : 'right');
    }
    points(chart).forEach((point, i) => { if (point[IN_GAP] && point[VALUE] === null) write(point[IN_GAP], x.getPixelForValue(i), chartArea.bottom - 26, 'text-2', 600, small ? 10 : 11.5, 'center'); });
    points(chart).forEach((point, i) => { if (point[SIGNAL] && point[VALUE] !== null) drawSignal(chart, ctx, x.getPixelForValue(i), y.getPixelForValue(point[VALUE]), point, chartArea, write); });
    ctx.restore();
  },
});

const between = (x, at) => { const left = x.getPixelForValue(Math.floor(at)), right = x.getPixelForValue(Math.ceil(at)); return left + (right - left) * (at - Math.floor(at)); };

function drawBand(chart, ctx, x, y, { left, right }) {
  const [mean, lower, upper, first] = chart.rows[0], from = first > 0 ? between(x, first - .5) : left;
  ctx.fillStyle = chart.colour('surface-2');
  ctx.fillRect(from, y.getPixelForValue(upper), right - from, y.getPixelForValue(lower) - y.getPixelForValue(upper));
  ctx.strokeStyle = chart.colour('neutral');
  for (const [value, dash] of [[upper, [4, 3]], [lower, [4, 3]], [mean, []]]) {
    const at = Math.round(y.getPixelForValue(value)) + .5;
    ctx.setLineDash(dash);
    ctx.beginPath(); ctx.moveTo(from, at); ctx.lineTo(right, at); ctx.stroke();
  }
  ctx.setLineDash([]);
}

function drawLimitTexts(chart, y, { left }, write) {
  if (!chart.rows[0].length) return;
  const [, lower, upper] = chart.rows[0];
  write(chart.text(chart.frame.upper, chart.number.format(upper)), left + 4, y.getPixelForValue(upper) - 8, 'text-3');
  write(chart.text(chart.frame.lower, chart.number.format(lower)), left + 4, y.getPixelForValue(lower) + 9, 'text-3');
}

const measure = (chart, text, weight, points) => { const pen = chart.canvas.getContext('2d'); pen.font = `${weight} ${points}px ${TEXT}`; return pen.measureText(text).width; };

function endTexts(chart) {
  const last = points(chart).at(-1), texts = [];
  if (!last) return texts;
  if (last[PLAN] !== null) texts.push([last[PLAN], chart.text(chart.frame.planAtEnd, chart.number.format(last[PLAN])), 'text', 500, 12]);
  if (last[VALUE] !== null) texts.push([last[VALUE], last[OPEN] ? chart.text(chart.frame.openAtEnd, chart.number.format(last[VALUE])) : chart.number.format(last[VALUE]), 'accent', 600, 13]);
  if (chart.rows[0].length) texts.push([chart.rows[0][0], chart.text(chart.frame.mean, chart.number.format(chart.rows[0][0])), 'text-3', 400, 11.5]);
  return texts;
}

// The numbers at the right end, moved apart where they would lie on each other.
function drawEndTexts(chart, ctx, y, { right }, write) {
  const placed = endTexts(chart).map(label => ({ label, at: y.getPixelForValue(label[0]) })).sort((a, b) => a.at - b.at);
  const middle = Math.floor(placed.length / 2);
  placed.forEach(place => { place.line = place.at; });
  for (let i = middle - 1; i >= 0; i--) placed[i].line = Math.min(placed[i].at, placed[i + 1].line - 16);
  for (let i = middle + 1; i < placed.length; i++) placed[i].line = Math.max(placed[i].at, placed[i - 1].line + 16);
  for (const { label: [, text, colour, weight, size], at, line } of placed) {
    ctx.strokeStyle = chart.colour('border-strong');
    ctx.lineWidth = 1;
    ctx.beginPath(); ctx.moveTo(right + 7, at); ctx.lineTo(right + 14, line); ctx.stroke();
    write(text, right + 18, line, colour, weight, size);
  }
}

function drawSignal(chart, ctx, x, y, point, { right }, write) {
  ctx.strokeStyle = chart.colour('crit');
  ctx.lineWidth = 2;
  ctx.beginPath(); ctx.arc(x, y, 7, 0, 7); ctx.stroke();
  const text = isSmall(chart) ? chart.number.format(point[VALUE]) : `${chart.number.format(point[VALUE])} · ${point[SIGNAL]}`;
  ctx.font = `600 12px ${TEXT}`;
  const fits = x + 12 + ctx.measureText(text).width < right + 10;
  write(text, x + (fits ? 12 : -12), y - 7, 'crit-text', 600, 12, fits ? 'left' : 'right');
}
