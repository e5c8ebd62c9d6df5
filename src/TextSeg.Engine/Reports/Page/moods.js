'use strict';
// Moods and needs: what people want, how they feel, where frustration rises. Drawn by charts.js together with the other charts.
const moods = report.moods ?? null;
const mostRows = 14, mostFrustrated = 6;
const periodName = index => (moods.period === 'day' || moods.period === 'week' ? day : moods.period === 'year' ? yearOnly : month).format(new Date(moods.starts[index]));
const yearOnly = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
const enough = (count, known) => known >= moods.fewestInPeriod ? count / known : null;
let heatChart = null, moodChart = null, moodTopic = null;

function bars(rows, kind) {
  const most = Math.max(...rows.map(row => row.share), 0.01);
  return el('ul', { class: 'bars' }, ...rows.map(row => el('li', {},
    el('span', {}, row.name), el('span', { class: 'n' }, roughPercent.format(row.share)),
    el('span', { class: 'track', 'aria-hidden': true }, el('i', { class: kind?.(row.name) ?? '', style: `width:${Math.round(100 * row.share / most)}%` })))));
}
const tone = name => name === 'negative' || name === 'frustrated' || name === 'urgent' ? 'bad' : name === 'positive' ? 'good' : '';

// Figures of a segment's card: its share as a bar, that of all others as a mark on it.
function beside(title, rows, unsure) {
  if (!rows.length) return [el('h4', {}, title), el('p', { class: 'hint' }, 'Too few posts are known for a share.')];
  const shown = rows.slice(0, 4).concat(rows.slice(4).filter(row => row.differs && row.here > row.elsewhere).slice(0, 1));
  const most = Math.max(...shown.flatMap(row => [row.here, row.elsewhere]), 0.01);
  const width = share => Math.round(100 * share / most);
  return [el('h4', {}, title), el('ul', { class: 'bars' }, ...shown.map(row => {
    const sign = !row.differs ? '' : row.here > row.elsewhere ? ' ▲' : ' ▼';
    const text = `${roughPercent.format(row.here)} (${roughPercent.format(row.low)} to ${roughPercent.format(row.high)}), others ${roughPercent.format(row.elsewhere)}${row.differs ? '' : '; chance or language may explain it'}`;
    return el('li', { title: text },
      el('span', { class: row.differs ? 'differs' : '' }, row.words + sign), el('span', { class: 'n' }, `${roughPercent.format(row.here)} `, el('small', {}, `others ${roughPercent.format(row.elsewhere)}`)),
      el('span', { class: 'track', 'aria-hidden': true }, el('i', { class: tone(row.label), style: `width:${width(row.here)}%` }), el('b', { style: `left:${width(row.elsewhere)}%` })));
  })), el('p', { class: 'hint small' }, `▲ more, ▼ less than others, beyond chance. The mark is everybody else. ${roughPercent.format(unsure)} of their posts cannot be told.`)];
}
function segmentMoods(segment) {
  const own = segment.readings;
  return own ? [...beside('What they want', own.wants, own.unsureWants), ...beside('How they feel', own.feels, own.unsureFeels)] : [];
}
function segmentMoodQuotes(segment) {
  return (segment.readingQuotes ?? []).flatMap(q => [el('h4', {}, `Shows: ${q.label}${q.movedBy.length ? ` (${q.movedBy.map(w => `“${w}”`).join(', ')})` : ''}`), quote(q.quote)]);
}
function topicMood(id) {
  const own = moods?.topics.find(t => t.topicId === id);
  if (!own) return null;
  const list = rows => rows.slice(0, 3).map(row => `${row.name} ${roughPercent.format(row.share)}`).join(', ');
  return el('p', {}, `They want: ${list(own.wants)}. They feel: ${list(own.sentiments)}${own.frustrated === undefined ? '' : `, frustrated ${roughPercent.format(own.frustrated)}`}.`);
}

function moodQuote(q) {
  const labels = [...(q.isUrgent ? ['urgent'] : []), ...q.labels];
  const node = quote(q.quote);
  if (labels.length) node.prepend(el('ul', { class: 'chips tight' }, ...labels.map(label => el('li', { class: label === 'urgent' ? 'urgent' : '' }, label))));
  return node;
}
function riseText(topic) {
  return `Since ${periodName(topic.rise.start)}: ${roughPercent.format(topic.rise.before)} of members were frustrated before, ${roughPercent.format(topic.rise.after)} since.`;
}
function moodCards() {
  const rising = moods.topics.filter(t => t.rise);
  byId('rises').append(el('h3', {}, 'Where frustration rises'), rising.length
    ? el('div', { class: 'cards wide' }, ...rising.map(topic => el('article', { class: 'card alarm' },
      el('h4', { class: 'name' }, topic.name), el('p', { class: 'rise' }, riseText(topic)), el('h4', {}, 'Posts that moved it'), ...topic.rise.quotes.map(moodQuote))))
    : el('p', { class: 'hint' }, moods.starts.length ? 'In no topic did frustration rise more than chance would give.' : 'The posts carry no dates, so a rise cannot be seen.'));
  const top = moods.topics.filter(t => t.frustrated >= (moods.all.frustrated ?? 1) && t.quotes.length).slice(0, mostFrustrated);
  if (!top.length) return;
  byId('frustrated').append(el('h3', {}, 'Most frustrated topics'), el('p', { class: 'hint' }, 'Share of frustrated posts. Quotes: urgent ones first, then the most frustrated, each by another member.'),
    el('div', { class: 'cards' }, ...top.map(topic => el('article', { class: 'card' },
      el('h4', { class: 'name' }, topic.name),
      el('p', { class: 'size' }, `${roughPercent.format(topic.frustrated)} of ${plural(topic.posts, 'post', 'posts')} · all topics ${roughPercent.format(moods.all.frustrated)}`),
      el('div', { class: 'meter', 'aria-hidden': true }, el('i', { class: 'bad', style: `width:${Math.round(100 * topic.frustrated)}%` })),
      el('p', {}, `They ${topic.wants.slice(0, 2).map(w => `${w.name} (${roughPercent.format(w.share)})`).join(', ')}.`), ...topic.quotes.slice(0, 2).map(moodQuote)))));
}

function wantsTable() {
  const rows = report.segments.filter(s => s.readings?.wants.length);
  if (!rows.length) { byId('wants').remove(); return; }
  const share = (s, label) => s.readings.wants.find(w => w.label === label);
  const labels = [...new Map(rows.flatMap(s => s.readings.wants.map(w => [w.label, w.words])))]
    .map(([label, words]) => ({ label, words, all: rows.reduce((sum, s) => sum + (share(s, label)?.here ?? 0) * s.members, 0) })).sort((a, b) => b.all - a.all);
  const cell = want => {
    if (!want) return el('td', { class: 'n' }, '');
    const text = `${roughPercent.format(want.here)}${want.differs ? want.here > want.elsewhere ? ' ▲' : ' ▼' : ''}`;
    return el('td', { class: `n heat${want.differs ? ' differs' : ''}`, style: `--depth:${Math.min(1, want.here * 1.8).toFixed(2)}` }, text);
  };
  byId('wants').append(el('h3', {}, 'What each segment wants'), el('p', { class: 'hint' }, 'Share of a member’s posts, the mean over members. ▲ and ▼: more or less than everybody else, beyond chance.'),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'What each segment wants' }, el('table', { class: 'heats' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Segment'), ...labels.map(l => el('th', { scope: 'col', class: 'n' }, l.words)))),
      el('tbody', {}, ...rows.map(s => el('tr', {}, el('th', { scope: 'row' }, el('a', { href: '#segment-' + s.id }, s.name)), ...labels.map(l => cell(share(s, l.label)))))))));
}

function heatOption() {
  const rows = moods.topics.slice(0, mostRows), narrow = innerWidth < 640, cut = narrow ? 13 : 30;
  const cells = rows.flatMap((topic, y) => moods.starts.map((_, x) => {
    const share = enough(topic.frustratedPosts[x], topic.frustrationKnown[x]), starts = topic.rise?.start === x;
    return { value: [x, y, share === null ? '-' : share], ...(starts ? { itemStyle: { borderColor: style('--ink'), borderWidth: 2 }, label: { show: true, formatter: '▲', color: style('--ink') } } : {}) };
  }));
  const most = Math.max(0.2, ...cells.map(cell => cell.value[2]).filter(share => share !== '-'));
  return {
    backgroundColor: 'transparent', animation: false, textStyle: { fontFamily: 'system-ui, sans-serif' },
    grid: { left: narrow ? 96 : 220, right: 12, top: 8, bottom: 76 },
    tooltip: { confine: true, formatter: p => { const t = rows[p.value[1]], x = p.value[0]; return `${echarts.format.encodeHTML(t.name)}<br>${periodName(x)}: ${p.value[2] === '-' ? 'too few posts' : roughPercent.format(p.value[2])} of ${whole.format(t.frustrationKnown[x])} posts${t.rise?.start === x ? '<br><b>▲ rises from here</b>' : ''}`; } },
    xAxis: { type: 'category', data: moods.starts.map((_, i) => periodName(i)), axisLabel: { color: style('--soft'), hideOverlap: true }, axisLine: { lineStyle: { color: style('--line') } }, axisTick: { show: false } },
    yAxis: { type: 'category', inverse: true, data: rows.map(t => t.name), axisLabel: { color: style('--ink'), width: narrow ? 88 : 205, overflow: 'truncate', formatter: n => n.length > cut ? n.slice(0, cut - 1) + '…' : n }, axisLine: { show: false }, axisTick: { show: false } },
    visualMap: { type: 'continuous', min: 0, max: Math.ceil(most * 20) / 20, calculable: false, orient: 'horizontal', left: 'center', bottom: 6, itemHeight: 160, itemWidth: 12, text: [roughPercent.format(Math.ceil(most * 20) / 20) + ' frustrated', '0'], textStyle: { color: style('--soft') }, inRange: { color: ['--heat-0', '--heat-1', '--heat-2'].map(style) }, dimension: 2 },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: style('--card'), borderWidth: 1, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: style('--ink') } } }],
  };
}
function moodOption() {
  const own = moodTopic ?? moods.all;
  const line = (name, counts, known, color, extra) => ({ name, data: counts.map((count, i) => enough(count, known[i])), itemStyle: { color }, ...extra });
  const rest = own.known.map((known, i) => known - own.negative[i] - own.positive[i]);
  const stack = { type: 'bar', stack: 'mood', barCategoryGap: '15%' };
  return {
    backgroundColor: 'transparent', animation: false, textStyle: { fontFamily: 'system-ui, sans-serif' },
    legend: { bottom: 0, textStyle: { color: style('--ink') } }, grid: { left: 52, right: 16, top: 28, bottom: 60 },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: v => v === null || v === undefined ? 'too few posts' : roughPercent.format(v) },
    xAxis: { type: 'category', data: moods.starts.map((_, i) => periodName(i)), axisLabel: { color: style('--soft'), hideOverlap: true }, axisLine: { lineStyle: { color: style('--line') } } },
    yAxis: { type: 'value', min: 0, max: 1, axisLabel: { color: style('--soft'), formatter: v => roughPercent.format(v) }, splitLine: { lineStyle: { color: style('--line') } } },
    series: [
      line('negative', own.negative, own.known, style('--bad'), stack), line('neutral or mixed', rest, own.known, style('--neutral'), stack), line('positive', own.positive, own.known, style('--good'), stack),
      line('frustrated', own.frustratedPosts, own.frustrationKnown, style('--ink'), {
        type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: { width: 2.5, color: style('--ink') }, z: 5,
        ...(own.rise ? { markLine: { silent: true, symbol: 'none', lineStyle: { color: style('--warn'), width: 2, type: 'dashed' }, label: { formatter: 'rises from here', color: style('--warn'), fontWeight: 600 }, data: [{ xAxis: own.rise.start }] } } : {}),
      }),
    ],
  };
}
function moodTable() {
  const own = moodTopic ?? moods.all;
  const text = (count, known) => { const share = enough(count, known); return share === null ? 'too few' : roughPercent.format(share); };
  byId('mood-table').replaceChildren(el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'From'), ...['Posts known', 'Negative', 'Positive', 'Frustrated'].map(name => el('th', { scope: 'col', class: 'n' }, name)))),
    el('tbody', {}, ...moods.starts.map((_, i) => el('tr', {}, el('td', {}, periodName(i) + (own.rise?.start === i ? ' ▲ rises from here' : '')),
      el('td', { class: 'n' }, whole.format(own.known[i])), el('td', { class: 'n' }, text(own.negative[i], own.known[i])), el('td', { class: 'n' }, text(own.positive[i], own.known[i])), el('td', { class: 'n' }, text(own.frustratedPosts[i], own.frustrationKnown[i])))))));
}
function showMood(id) {
  moodTopic = moods.topics.find(t => t.topicId === id) ?? null;
  byId('mood-topic').value = moodTopic?.topicId ?? '';
  moodChart?.setOption(moodOption(), true);
  moodTable();
}

function drawMoods() {
  if (!moods) { byId('moods').remove(); document.querySelector('nav a[href="#moods"]').remove(); return; }
  byId('moods-hint').textContent = `A classifier read ${plural(moods.read, 'post', 'posts')}. Of ${roughPercent.format(moods.unsureSentiment)} it could not tell the mood and of ${roughPercent.format(moods.unsureIntent)} what the author wants; these are in no share. No share is shown of fewer than ${moods.fewestPosts} posts, or ${moods.fewestInPeriod} in one ${moods.period}.`;
  const urgent = moods.all.urgencies.filter(u => u.name === 'urgent');
  const feels = [...moods.all.sentiments.filter(s => s.name !== 'neutral'), ...(moods.all.frustrated === undefined ? [] : [{ name: 'frustrated', share: moods.all.frustrated }]), ...moods.all.emotions.filter(e => e.name !== 'no strong feeling').slice(0, 4), ...urgent].sort((a, b) => b.share - a.share);
  byId('mood-overview').append(
    ...[['What people want', moods.all.wants, null], ['How people feel', feels, tone]].filter(([, rows]) => rows.length)
      .map(([title, rows, kind]) => el('article', { class: 'card' }, el('h3', {}, title), bars(rows.slice(0, 8), kind))));
  moodCards(); wantsTable();
  if (!moods.starts.length || !moods.topics.length) { byId('mood-time').remove(); return; }
  byId('heat-hint').textContent = `Frustrated posts by topic and ${moods.period}, the most frustrated topics first. ▲ is where a rise begins that chance does not explain. Empty places have too few posts. Choose a place to see its topic below.`;
  byId('heat-chart').style.height = `${Math.min(mostRows, moods.topics.length) * 27 + 90}px`;
  const choice = byId('mood-topic');
  choice.append(el('option', { value: '' }, 'All topics'), ...moods.topics.map(t => el('option', { value: t.topicId }, t.name)));
  choice.addEventListener('change', () => showMood(choice.value));
  heatChart = echarts.init(byId('heat-chart'), null, { renderer: 'canvas' }); heatChart.setOption(heatOption());
  heatChart.on('click', p => { showMood(moods.topics[p.value[1]].topicId); byId('mood-chart').scrollIntoView({ block: 'center' }); });
  moodChart = echarts.init(byId('mood-chart'), null, { renderer: 'canvas' });
  showMood(moods.topics.find(t => t.rise)?.topicId ?? '');
}
