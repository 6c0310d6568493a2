// A waterfall lying on its side. A row: label, title, address, from, to (both null for no bar), figure, sum.
const LABEL = 0, TITLE = 1, ADDRESS = 2, FROM = 3, TO = 4, FIGURE = 5, SUM = 6;
const TABULAR = "'BVP Tabular', 'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

const isSmall = chart => chart.width < 560;
const short = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;
const colourOf = (chart, row) => chart.colour(row[SUM] ? 'border-input' : row[TO] >= row[FROM] ? 'accent' : 'accent-mid');

function room(chart) {
  const pen = chart.canvas.getContext('2d');
  pen.font = `600 12.5px ${TABULAR}`;
  return Math.max(40, ...chart.rows.map(row => pen.measureText(row[FIGURE]).width)) + 14;
}

export const size = chart => `${isSmall(chart)} ${chart.rows.length}`;
export const count = chart => chart.rows.length;
export const elements = (_, index) => [{ datasetIndex: 0, index }];
export const address = (chart, hit) => chart.rows[hit.index]?.[ADDRESS];
export const say = (chart, index) => `${chart.rows[index][TITLE]}: ${chart.rows[index][FIGURE]}`;

export function fill(chart, drawn) {
  drawn.data.labels = chart.rows.map(row => row[LABEL]);
  const [set] = drawn.data.datasets;
  set.data = chart.rows.map(row => row[TO] === null ? null : [row[FROM], row[TO]]);
  set.backgroundColor = chart.rows.map(row => colourOf(chart, row));
}

export function config(chart) {
  const c = name => chart.colour(name), small = isSmall(chart);
  const data = { labels: [], datasets: [{ data: [], borderSkipped: false, borderRadius: 2, maxBarThickness: 15, minBarLength: 3 }] };
  fill(chart, { data });
  return {
    type: 'bar', data, plugins: [marks(chart)],
    options: {
      indexAxis: 'y', layout: { padding: { right: room(chart) } }, interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { beginAtZero: true, grid: { color: c('border'), lineWidth: 1, drawTicks: false }, border: { display: false },
          ticks: { maxTicksLimit: small ? 3 : 6, precision: 0, maxRotation: 0, color: c('text-3'), font: { size: 11.5 }, padding: 4, callback: value => chart.number.format(value) } },
        y: { grid: { display: false }, border: { color: c('border-input') },
          ticks: { color: c('text'), font: { size: small ? 11.5 : 12.5 }, padding: 8, autoSkip: false, callback: index => short(chart.rows[index]?.[LABEL] ?? '', small ? 16 : 30) } },
      },
      plugins: { tooltip: { callbacks: {
        title: items => chart.rows[items[0].dataIndex][TITLE],
        label: item => ` ${chart.rows[item.dataIndex][FIGURE]}` } } },
    },
  };
}

// Dashed lines from where one bar ends to where the next begins, and what each bar is worth.
const marks = chart => ({
  id: 'marks',
  beforeDatasetsDraw({ ctx, scales: { x, y } }) {
    ctx.save();
    ctx.strokeStyle = chart.colour('border-input');
    ctx.lineWidth = 1;
    ctx.setLineDash([3, 3]);
    for (let i = 0; i + 1 < chart.rows.length; i++) {
      if (chart.rows[i][TO] === null || chart.rows[i + 1][TO] === null) continue;
      const at = Math.round(x.getPixelForValue(chart.rows[i][TO])) + .5;
      ctx.beginPath(); ctx.moveTo(at, y.getPixelForValue(i)); ctx.lineTo(at, y.getPixelForValue(i + 1)); ctx.stroke();
    }
    ctx.restore();
  },
  afterDatasetsDraw({ ctx, width, scales: { y } }) {
    ctx.save();
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'right';
    ctx.font = `600 12.5px ${TABULAR}`;
    ctx.fillStyle = chart.colour('text');
    chart.rows.forEach((row, i) => ctx.fillText(row[FIGURE], width - 2, y.getPixelForValue(i) + .5));
    ctx.restore();
  },
});
