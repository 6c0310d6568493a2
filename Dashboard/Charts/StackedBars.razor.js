// Horizontal stacked bars. A row: label, title, address, plan, figure, low, note, then one value a series.
const LABEL = 0, TITLE = 1, ADDRESS = 2, PLAN = 3, FIGURE = 4, LOW = 5, NOTE = 6, FIRST = 7;
const TABULAR = "'BVP Tabular', 'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

const total = row => row.slice(FIRST).reduce((sum, value) => sum + (value ?? 0), 0);
const isMissing = row => row.slice(FIRST).every(value => value === null);
const isSmall = chart => chart.width < 560;
const shareOf = (chart, row) => !chart.frame.shareHead ? '' : row[PLAN] > 0 && !isMissing(row) ? chart.percent.format(total(row) / row[PLAN]) : '–';
const figureOf = (chart, row) => row[FIGURE] ?? (isMissing(row) ? '–' : chart.number.format(total(row)));

// Room at the right: note, share and figure, each as wide as its longest text.
function room(chart) {
  const pen = chart.canvas.getContext('2d'), small = isSmall(chart);
  const widest = (texts, font) => { pen.font = font; return Math.max(0, ...texts.map(text => pen.measureText(text ?? '').width)); };
  const note = small ? 0 : widest(chart.rows.map(row => row[NOTE]), `400 11.5px ${TABULAR}`);
  const share = Math.max(44, widest(chart.rows.map(row => shareOf(chart, row)), `600 12.5px ${TABULAR}`)), afterShare = note ? note + 10 : 0;
  const figure = Math.max(30, widest(chart.rows.map(row => figureOf(chart, row)), `600 12.5px ${TABULAR}`));
  return { afterShare, afterFigure: afterShare + share + 16, all: afterShare + share + 16 + figure + (small ? 4 : 18) };
}

export const size = chart => `${isSmall(chart)} ${chart.rows.length}`;
export const count = chart => chart.rows.length;
export const elements = (chart, index) => chart.frame.series.map((_, datasetIndex) => ({ datasetIndex, index }));
export const address = (chart, hit) => chart.rows[hit.index]?.[ADDRESS];
export const key = chart => chart.frame.series.map(series => [series.name, series.colour]);
export const say = (chart, index) => `${chart.rows[index][TITLE]}: ${summary(chart, chart.rows[index])}. ` +
  chart.frame.series.map((series, k) => `${series.name} ${cell(chart, chart.rows[index][FIRST + k])}`).join(', ');

export function fill(chart, drawn) {
  drawn.data.labels = chart.rows.map(row => row[LABEL]);
  drawn.data.datasets.forEach((set, k) => { set.data = chart.rows.map(row => row[FIRST + k]); });
}

export function config(chart) {
  const c = name => chart.colour(name), small = isSmall(chart);
  const data = { labels: [], datasets: chart.frame.series.map(series => ({
    label: series.name, data: [], backgroundColor: c(series.colour), borderColor: c('surface'), borderWidth: { right: 1.5 }, borderSkipped: false, maxBarThickness: 13, stack: 's' })) };
  fill(chart, { data });
  return {
    type: 'bar', data, plugins: [figures(chart)],
    options: {
      indexAxis: 'y', layout: { padding: { right: room(chart).all, top: small ? 2 : 14 } }, interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { stacked: true, beginAtZero: true, bounds: small ? 'data' : 'ticks', suggestedMax: 10, afterDataLimits: scale => { scale.max = Math.max(scale.max, ...chart.rows.map(row => row[PLAN] ?? 0)); },
          grid: { color: c('border'), lineWidth: 1, drawTicks: false }, border: { display: false },
          ticks: { maxTicksLimit: small ? 3 : 6, precision: 0, maxRotation: 0, color: c('text-3'), font: { size: 11.5 }, padding: 4, callback: value => chart.number.format(value) } },
        y: { stacked: true, grid: { display: false }, border: { color: c('border-input') },
          ticks: { color: c('text'), font: { size: small ? 11.5 : 12.5 }, padding: 8, autoSkip: false, callback: index => short(chart.rows[index]?.[LABEL] ?? '', small ? 16 : 24) } },
      },
      plugins: { tooltip: { callbacks: {
        title: items => chart.rows[items[0].dataIndex][TITLE],
        label: item => ` ${item.dataset.label}: ${cell(chart, item.raw)}`,
        footer: items => summary(chart, chart.rows[items[0].dataIndex]) } } },
    },
  };
}

const short = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;
const cell = (chart, value) => value === null ? '–' : chart.number.format(value);
const summary = (chart, row) => row[PLAN] > 0
  ? chart.text(chart.frame.total, figureOf(chart, row), chart.number.format(row[PLAN]), shareOf(chart, row))
  : chart.text(chart.frame.totalAlone, figureOf(chart, row));

const figures = chart => ({
  id: 'figures',
  beforeDatasetsDraw({ ctx, width, scales: { y } }) {
    if (chart.rows.length < 2) return;
    const step = y.getPixelForValue(1) - y.getPixelForValue(0);
    ctx.save();
    ctx.strokeStyle = chart.colour('border');
    ctx.lineWidth = 1;
    for (let i = 1; i < chart.rows.length; i++) {
      const at = Math.round(y.getPixelForValue(i) - step / 2) + .5;
      ctx.beginPath(); ctx.moveTo(0, at); ctx.lineTo(width, at); ctx.stroke();
    }
    ctx.restore();
  },
  afterDatasetsDraw({ ctx, width, chartArea, scales: { x, y } }) {
    const c = name => chart.colour(name), small = isSmall(chart), { afterShare, afterFigure } = room(chart);
    const step = chart.rows.length > 1 ? y.getPixelForValue(1) - y.getPixelForValue(0) : 24, half = Math.min(13, step * .62) / 2 + 3;
    const write = (text, at, line, colour, weight, points) => { ctx.font = `${weight} ${points}px ${TABULAR}`; ctx.fillStyle = c(colour); ctx.fillText(text, at, line); };
    ctx.save();
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'right';
    chart.rows.forEach((row, i) => {
      const line = y.getPixelForValue(i);
      if (row[PLAN] > 0) {
        const at = x.getPixelForValue(row[PLAN]);
        ctx.fillStyle = c('surface'); ctx.fillRect(at - 2.5, line - half, 5, half * 2);
        ctx.fillStyle = c('text'); ctx.fillRect(at - 1, line - half, 2, half * 2);
      }
      write(figureOf(chart, row), width - afterFigure, line + .5, 'text', 600, 12.5);
      write(shareOf(chart, row), width - afterShare, line + .5, row[LOW] ? 'crit-text' : 'text-2', row[LOW] ? 600 : 400, 12.5);
      if (!small && row[NOTE]) write(row[NOTE], width, line + .5, 'text-3', 400, 11.5);
      if (row[LOW]) triangle(ctx, width - afterFigure + 3, line, c('crit-text'));
    });
    if (!small) {
      write(chart.frame.figureHead, width - afterFigure, chartArea.top - 9, 'text-3', 400, 11.5);
      write(chart.frame.shareHead, width - afterShare, chartArea.top - 9, 'text-3', 400, 11.5);
    }
    ctx.restore();
  },
});

function triangle(ctx, x, y, colour) {
  ctx.fillStyle = colour;
  ctx.beginPath(); ctx.moveTo(x + 5, y - 3); ctx.lineTo(x + 12, y - 3); ctx.lineTo(x + 8.5, y + 3.5); ctx.closePath(); ctx.fill();
}
