// Marks by days to a deadline. A row: days, shape, tone, title, text, address. Many marks become stacked columns.
const DAYS = 0, SHAPE = 1, TONE = 2, TITLE = 3, TEXT = 4, ADDRESS = 5;
const BIN = 4, MOST = 150, FAR = 92;
const FONT = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";
const shapes = ['circle', 'rect', 'triangle'], radii = [5.2, 6, 5.8], tones = ['accent-mid', 'warn', 'crit'];

const isSmall = chart => chart.width < 380;
const isMany = chart => chart.rows.length > MOST;
// What lies further away than a quarter of a year stands in the outermost column; its true days are in the tooltip.
const binOf = row => Math.floor(Math.max(-FAR, Math.min(FAR - 1, row[DAYS])) / BIN);
const countOf = (chart, tone) => chart.rows.filter(row => row[TONE] === tone).length;

function range(chart) {
  const bins = chart.rows.map(binOf);
  return { min: Math.min(-3, ...bins) * BIN, max: (Math.max(5, ...bins) + 1) * BIN };
}

function stacks(chart) {
  const heights = new Map();
  return chart.rows.map(row => { const bin = binOf(row), y = (heights.get(bin) ?? 0) + 1; heights.set(bin, y); return { x: bin * BIN + BIN / 2, y, row }; });
}

export const size = chart => `${isSmall(chart)} ${isMany(chart)} ${JSON.stringify(range(chart))} ${isMany(chart) ? 0 : Math.max(7, ...stacks(chart).map(mark => mark.y))}`;
export const count = chart => isMany(chart) ? columns(chart).length : chart.rows.length;
export const elements = (chart, index) => isMany(chart)
  ? tones.map((_, datasetIndex) => ({ datasetIndex, index })).filter(hit => chart.chart.data.datasets[hit.datasetIndex].data[index].y > 0)
  : [{ datasetIndex: 0, index }];
export const address = (chart, hit) => isMany(chart) ? null : chart.rows[hit.index]?.[ADDRESS];
export const key = chart => isMany(chart) ? [] : chart.frame.shapes.map((name, i) => [name, 'text-3', shapes[i]]);
export const say = (chart, index) => isMany(chart)
  ? `${columnTitle(columns(chart)[index])}: ${[2, 1, 0].map(tone => columnLine(chart, tone, columns(chart)[index])).filter(Boolean).join(', ')}`
  : `${chart.rows[index][TITLE]}: ${chart.rows[index][TEXT]}`;

function columns(chart) {
  const { min, max } = range(chart);
  return Array.from({ length: (max - min) / BIN }, (_, i) => ({ from: min + i * BIN, rows: chart.rows.filter(row => binOf(row) * BIN === min + i * BIN) }));
}
const columnTitle = column => `${signed(column.from)} … ${signed(column.from + BIN - 1)}`;
const columnLine = (chart, tone, column) => {
  const n = column.rows.filter(row => row[TONE] === tone).length;
  return n && chart.text([chart.frame.calm, chart.frame.warning, chart.frame.critical][tone], chart.number.format(n));
};
const signed = days => days < 0 ? `−${-days}` : `+${days}`;

export function fill(chart, drawn) {
  const c = name => chart.colour(name);
  if (isMany(chart)) {
    const all = columns(chart);
    drawn.data.datasets.forEach((set, k) => { set.data = all.map(column => ({ x: column.from + BIN / 2, y: column.rows.filter(row => row[TONE] === 2 - k).length })); });
    return;
  }
  const [set] = drawn.data.datasets;
  set.data = stacks(chart);
  set.pointStyle = chart.rows.map(row => shapes[row[SHAPE]]);
  set.pointRadius = chart.rows.map(row => radii[row[SHAPE]] * scaleOf(chart));
  set.backgroundColor = chart.rows.map(row => c(tones[row[TONE]]));
}

// Marks shrink where a column is too high for the card.
const scaleOf = chart => Math.min(1, 9 / Math.max(7, ...stacks(chart).map(mark => mark.y)));

export function config(chart) {
  const c = name => chart.colour(name), many = isMany(chart), { min, max } = range(chart);
  const data = { datasets: many
    ? [2, 1, 0].map(tone => ({ data: [], backgroundColor: c(tones[tone]), stack: 's', barThickness: Math.max(3, (chart.width / ((max - min) / BIN)) * .7) }))
    : [{ data: [], pointHoverRadius: 8, borderColor: c('surface'), borderWidth: 1, clip: false }] };
  fill(chart, { data });
  return {
    type: many ? 'bar' : 'scatter', data, plugins: [zones(chart)],
    options: {
      layout: { padding: { top: 20, right: 6 } }, interaction: many ? { mode: 'index', intersect: false } : { mode: 'point', intersect: true },
      scales: {
        x: { type: 'linear', min, max, stacked: many, offset: false, grid: { display: false }, border: { color: c('border-input') }, afterBuildTicks: scale => { scale.ticks = ticks(chart, min, max); },
          ticks: { color: c('text-2'), font: { size: 11.5 }, maxRotation: 0, autoSkip: false, callback: value => value === 0 ? chart.frame.deadline : value === chart.frame.warningDays + 1 ? (isSmall(chart) ? '' : chart.frame.warningEdge) : signed(value) } },
        y: many ? { stacked: true, display: false, beginAtZero: true, grace: '8%' } : { display: false, min: .1, max: Math.max(6.9, ...stacks(chart).map(mark => mark.y + .9)) },
      },
      plugins: { tooltip: { callbacks: many
        ? { title: items => columnTitle(columns(chart)[items[0].dataIndex]), label: item => item.raw.y ? ' ' + columnLine(chart, 2 - item.datasetIndex, columns(chart)[item.dataIndex]) : null }
        : { title: items => chart.rows[items[0].dataIndex][TITLE], label: item => ' ' + chart.rows[item.dataIndex][TEXT] } } },
    },
  };
}

function ticks(chart, min, max) {
  const step = max - min > 110 ? 20 : 10, values = [0, chart.frame.warningDays + 1];
  for (let day = step; day <= max; day += step) if (day > chart.frame.warningDays + 5) values.push(day);
  for (let day = -step; day >= min; day -= step) values.push(day);
  return values.sort((a, b) => a - b).map(value => ({ value }));
}

const zones = chart => ({
  id: 'zones',
  beforeDatasetsDraw({ ctx, scales: { x }, chartArea: { top, bottom } }) {
    const { min } = range(chart), edge = chart.frame.warningDays + 1;
    const zone = (from, to, colour) => { ctx.fillStyle = chart.colour(colour); ctx.fillRect(x.getPixelForValue(from), top, x.getPixelForValue(to) - x.getPixelForValue(from), bottom - top); };
    ctx.save();
    ctx.globalAlpha = .7;
    zone(min, 0, 'crit-bg');
    zone(0, edge, 'warn-bg');
    ctx.restore();
  },
  afterDatasetsDraw({ ctx, scales: { x, y }, chartArea: { top, bottom } }) {
    const { min } = range(chart), { frame } = chart, edge = frame.warningDays + 1, at = Math.round(x.getPixelForValue(0)) + .5;
    const write = (text, left, line, colour, align = 'left', weight = 400, points = 11.5) => { ctx.font = `${weight} ${points}px ${FONT}`; ctx.fillStyle = chart.colour(colour); ctx.textAlign = align; ctx.fillText(text, left, line); };
    const number = tone => chart.number.format(countOf(chart, tone));
    ctx.save();
    ctx.textBaseline = 'middle';
    ctx.strokeStyle = chart.colour('text');
    ctx.lineWidth = 1.5;
    ctx.beginPath(); ctx.moveTo(at, top - 14); ctx.lineTo(at, bottom); ctx.stroke();
    write(chart.text(frame.critical, number(2)), x.getPixelForValue(min) + 2, top - 9, 'crit-text', 'left', 600, 12);
    write(number(1), (at + x.getPixelForValue(edge)) / 2, top - 9, 'warn-text', 'center', 600, 12);
    write(chart.text(frame.calm, number(0)), x.getPixelForValue(edge) + 6, top - 9, 'text-2', 'left', 600, 12);
    const worst = isMany(chart) ? null : stacks(chart)[0];
    if (worst?.row[TONE] === 2) annotate(chart, ctx, x.getPixelForValue(worst.x), y.getPixelForValue(worst.y), worst.row, write, { x, y, top });
    ctx.restore();
  },
});

// Above whatever marks stand under the text, and short of the deadline; what has no room there is left to the mark's own tip.
function annotate(chart, ctx, x, y, row, write, scales) {
  ctx.font = `500 11.5px ${FONT}`;
  const left = x - 6, deadline = scales.x.getPixelForValue(0) - 4;
  const said = [[row[TITLE], 'text', 500], [row[TEXT], 'text-2', 400]].filter(([text]) => left + ctx.measureText(text).width < deadline);
  const right = left + Math.max(0, ...said.map(([text]) => ctx.measureText(text).width));
  const tallest = Math.max(...stacks(chart).filter(mark => scales.x.getPixelForValue(mark.x) < right + 12).map(mark => mark.y));
  const line = Math.min(y - 22, scales.y.getPixelForValue(tallest) - 14);
  if (said.length === 0 || line - 14 * (said.length - 1) < scales.top + 10) return;
  ctx.strokeStyle = chart.colour('crit-text');
  ctx.lineWidth = 1;
  ctx.beginPath(); ctx.moveTo(x, y - 8); ctx.lineTo(x, line + 7); ctx.stroke();
  said.forEach(([text, colour, weight], i) => write(text, left, line - 14 * (said.length - 1 - i), colour, 'left', weight));
}
