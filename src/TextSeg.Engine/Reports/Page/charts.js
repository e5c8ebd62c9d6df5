'use strict';
const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};
const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let mapChart = null, volumeChart = null, picked = null;

// A label near the border moves in as far as it needs; one whose place is out of the picture stays there.
function inside({ labelRect }) {
  const half = labelRect.width / 2, middle = labelRect.x + half, width = mapChart.getWidth();
  const seen = middle >= 0 && middle <= width;
  return seen ? { hideOverlap: true, align: 'center', x: Math.min(Math.max(middle, half + 6), Math.max(half + 6, width - half - 6)) } : { hideOverlap: true };
}

function mapOption() {
  const map = report.map;
  const byTopic = new Map();
  for (let i = 0; i < map.x.length; i++) {
    const id = map.topic[i] < 0 ? null : map.topicIds[map.topic[i]];
    if (!byTopic.has(id)) byTopic.set(id, []);
    byTopic.get(id).push([map.x[i], map.y[i]]);
  }
  const names = new Map(report.topics.map(t => [t.id, t.name]));
  const size = map.x.length > 15000 ? 3 : map.x.length > 3000 ? 4 : 6;
  const series = [...byTopic].map(([id, points]) => ({
    type: 'scatter', name: id === null ? 'No topic' : names.get(id) ?? id, id: 't' + id, data: points, symbolSize: size, large: points.length > 2000, largeThreshold: 2000,
    itemStyle: { color: id === null ? style('--soft') : colours.get(id) ?? style('--accent'), opacity: picked === null ? 0.6 : picked === id ? 0.95 : 0.06 },
    silent: picked !== null && picked !== id, emphasis: { disabled: true }, animation: false, topicId: id,
  }));
  const centre = points => { const xs = points.map(p => p[0]).sort((a, b) => a - b), ys = points.map(p => p[1]).sort((a, b) => a - b); const m = points.length >> 1; return [xs[m], ys[m]]; };
  const labelled = named.filter(t => byTopic.has(t.id)).slice(0, innerWidth < 640 ? 10 : 28);
  series.push({
    type: 'scatter', name: 'labels', symbolSize: 1, silent: true, animation: false, z: 5, itemStyle: { color: 'transparent' },
    data: labelled.map(t => ({ value: centre(byTopic.get(t.id)), name: t.name })),
    labelLayout: inside,
    label: { show: true, formatter: p => (p.name.length > 34 ? p.name.slice(0, 33) + '…' : p.name), color: style('--ink'), textBorderColor: style('--card'), textBorderWidth: 3, fontSize: 13, fontWeight: 600 },
  });
  return {
    backgroundColor: 'transparent', textStyle: { fontFamily: 'system-ui, sans-serif' }, animation: false,
    grid: { left: 8, right: 8, top: 8, bottom: 8 },
    xAxis: { show: false, min: -200, max: 10199 }, yAxis: { show: false, min: -200, max: 10199 },
    dataZoom: [{ type: 'inside', xAxisIndex: 0, filterMode: 'none' }, { type: 'inside', yAxisIndex: 0, filterMode: 'none' }],
    tooltip: { trigger: 'item', formatter: p => echarts.format.encodeHTML(p.seriesName), confine: true },
    series,
  };
}

window.pickTopic = id => {
  picked = picked === id ? null : id;
  byId('map-picked').textContent = picked === null ? '' : 'Shown: ' + (report.topics.find(t => t.id === picked)?.name ?? '');
  mapChart?.setOption({ series: mapOption().series });
};

function volumeOption() {
  const { starts, series } = report.volume;
  const names = series.map(s => s.name);
  return {
    backgroundColor: 'transparent', animation: false, textStyle: { fontFamily: 'system-ui, sans-serif' },
    legend: { type: 'scroll', bottom: 0, data: names, textStyle: { color: style('--ink') }, pageTextStyle: { color: style('--ink') } },
    grid: { left: 48, right: 16, top: 16, bottom: 60 },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'category', data: starts.map(s => (report.volume.period === 'day' || report.volume.period === 'week' ? day : month).format(new Date(s))), axisLabel: { color: style('--soft') }, axisLine: { lineStyle: { color: style('--line') } } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { color: style('--soft'), formatter: v => whole.format(v) }, splitLine: { lineStyle: { color: style('--line') } } },
    series: series.map(s => ({
      type: starts.length === 1 ? 'bar' : 'line', name: s.name, stack: 'all', areaStyle: { opacity: 0.75 }, lineStyle: { width: 0 }, symbol: 'none', data: s.posts,
      itemStyle: { color: s.topicId ? colours.get(s.topicId) ?? style('--accent') : style('--line') },
    })),
  };
}

function volumeTable() {
  const { starts, series, period } = report.volume;
  const table = el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'From'), ...series.map(s => el('th', { scope: 'col', class: 'n' }, s.name)))));
  table.append(el('tbody', {}, ...starts.map((start, i) => el('tr', {}, el('td', {}, (period === 'year' || period === 'month' ? month : day).format(new Date(start))), ...series.map(s => el('td', { class: 'n' }, whole.format(s.posts[i])))))));
  byId('volume-table').append(table);
}

function charts() {
  const shown = report.map.x.length;
  byId('map-hint').textContent = shown === 0 ? 'There are too few posts for a map.'
    : `${shown < report.map.of ? `${whole.format(shown)} of ${whole.format(report.map.of)} posts, chosen evenly` : plural(shown, 'post', 'posts')}. Colours are topics. Zoom with the wheel or two fingers, drag to move, choose a topic in the list below to see it alone.`;
  if (shown > 0) { mapChart = echarts.init(byId('map-chart'), null, { renderer: 'canvas' }); mapChart.setOption(mapOption()); mapChart.on('click', p => { const s = mapOption().series[p.seriesIndex]; if (s?.topicId) window.pickTopic(s.topicId); }); }
  else byId('map-chart').remove();
  byId('map-reset').addEventListener('click', () => { picked = null; byId('map-picked').textContent = ''; if (mapChart) { mapChart.setOption(mapOption(), true); } });
  if (report.volume.starts.length > 0) {
    byId('volume-hint').textContent = `Posts per ${report.volume.period}, the largest topics apart. Choose names below the chart to hide or show them.`;
    volumeChart = echarts.init(byId('volume-chart'), null, { renderer: 'canvas' }); volumeChart.setOption(volumeOption()); volumeTable();
  } else {
    byId('volume').replaceChildren(el('h2', {}, 'Volume over time'), el('p', { class: 'hint' }, 'The posts carry no dates, so there is nothing to draw.'));
  }
}

function redraw() {
  mapChart?.setOption(mapOption(), true); volumeChart?.setOption(volumeOption(), true);
  heatChart?.setOption(heatOption(), true); moodChart?.setOption(moodOption(), true);
}
const toggle = byId('theme');
const label = () => { toggle.textContent = dark() ? 'Light' : 'Dark'; toggle.setAttribute('aria-pressed', String(dark())); };
toggle.addEventListener('click', () => { document.documentElement.dataset.theme = dark() ? 'light' : 'dark'; label(); redraw(); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { label(); redraw(); });
addEventListener('resize', () => { [mapChart, volumeChart, moodChart].forEach(chart => chart?.resize()); heatChart?.resize(); heatChart?.setOption(heatOption(), true); });
summary(); segments(); tree(); method();
label(); drawMoods(); charts();
document.documentElement.dataset.ready = 'true';
