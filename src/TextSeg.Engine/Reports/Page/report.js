'use strict';
const report = JSON.parse(document.getElementById('data').textContent);
const locale = navigator.language || 'en';
const whole = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const roughPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
const languageNames = (() => { try { return new Intl.DisplayNames([locale], { type: 'language' }); } catch { return null; } })();

// Text goes into the page as text only; nothing of a post is ever read as HTML.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value; else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}
const byId = id => document.getElementById(id);
const plural = (n, one, many) => `${whole.format(n)} ${n === 1 ? one : many}`;
const when = text => text ? day.format(new Date(text)) : null;
function language(code) {
  if (!code || code === 'unknown') return 'language not known';
  try { return languageNames?.of(code) ?? code; } catch { return code; }
}

function summary() {
  const { totals, quality } = report;
  byId('title').textContent = report.title;
  const span = totals.from && totals.to ? `, ${when(totals.from)} to ${when(totals.to)}` : '';
  const people = totals.members > 0 ? ` by ${plural(totals.members, 'member', 'members')}` : '';
  const found = totals.segments > 0
    ? `${plural(totals.topics, 'topic', 'topics')} and ${plural(totals.segments, 'group of people', 'groups of people')} were found.`
    : `${plural(totals.topics, 'topic', 'topics')} ${totals.topics === 1 ? 'was' : 'were'} found.`;
  byId('lead').textContent = `${plural(totals.posts, 'post', 'posts')}${people}${span}. ${found}`;
  const figures = [[totals.posts, 'posts'], [totals.members, 'members'], [totals.topics, 'topics'], [totals.segments, 'segments']];
  byId('figures').append(...figures.map(([n, label]) => el('div', { class: 'figure' }, el('b', {}, whole.format(n)), el('span', {}, label))));
  const strip = [
    ['Taken', whole.format(quality.taken), totals.kinds.map(k => `${whole.format(k.count)} ${k.name}`).join(', ')],
    ['Rejected', whole.format(quality.rejected), quality.reasons.map(r => `${whole.format(r.count)} × ${r.name}`).join(', ') || 'nothing was rejected'],
    ['Same text again', whole.format(quality.duplicates), 'counted, but one text counts once when topics are found'],
    ['Personal data masked', whole.format(quality.masked.reduce((sum, m) => sum + m.count, 0)), quality.masked.map(m => `${whole.format(m.count)} ${m.name}`).join(', ') || 'none was found'],
    ['Languages', whole.format(quality.languages.filter(l => l.name !== 'unknown').length), quality.languages.slice(0, 8).map(l => `${language(l.name)} ${roughPercent.format(l.count / Math.max(1, quality.taken))}`).join(', ')],
    ['Cannot tell', percent.format(quality.shareUnsure), 'posts that lie between topics'],
    ['None of these', percent.format(quality.shareNone), 'posts that no topic fits'],
    ['Quiet members', whole.format(quality.quietMembers), 'wrote too little to be placed; never dropped'],
    ...(quality.membersInNone > 0 ? [['Members in no segment', whole.format(quality.membersInNone), 'are like no others']] : []),
  ];
  byId('quality').append(...strip.map(([label, value, text]) => el('div', { role: 'listitem' }, el('b', {}, `${label}: ${value}`), el('span', {}, text))));
  const caveats = [
    'It is not a poll. It counts what people wrote here; those who did not write are not in it.',
    'A share says how many posts or members, never how many customers or citizens.',
    'Topics and segments are found by software from the words. Borders between them are soft; each card says how steady it is.',
    'Quotes are chosen to be typical, and are masked. They are no proof on their own.',
    'The map is a picture: near means similar, but sizes of gaps mean little. Groups are found in the full space, not on the map.',
  ];
  byId('caveats').append(...caveats.map(text => el('li', {}, text)));
}

function steadiness(value) {
  if (value === null || value === undefined) return 'steadiness not measured';
  return `${value >= 0.85 ? 'very steady' : value >= 0.7 ? 'steady' : value >= 0.5 ? 'fairly steady' : 'unsteady'} (${roughPercent.format(value)} under resampling)`;
}
function quote(q) {
  const source = [when(q.time), q.language ? language(q.language) : null].filter(Boolean).join(' · ');
  return el('blockquote', { lang: q.language && q.language !== 'unknown' ? q.language : undefined }, el('div', {}, q.text), source ? el('footer', {}, source) : null);
}
const chips = words => el('ul', { class: 'chips' }, ...words.map(word => el('li', {}, word)));
function shares(rows, name) {
  return el('table', {}, el('tbody', {}, ...rows.map(row => el('tr', {}, el('td', {}, name ? name(row.name) : row.name), el('td', { class: 'n' }, roughPercent.format(row.share))))));
}
// A figure and its sign stay on one line.
const together = text => text.replace(/(\d) %/g, '$1\u00a0%');
function differences(rows, others) {
  return el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Signal'), el('th', { scope: 'col', class: 'n' }, 'They'), el('th', { scope: 'col', class: 'n' }, others))),
    el('tbody', {}, ...rows.map(d => el('tr', {}, el('td', {}, d.signal), el('td', { class: 'n' }, d.here), el('td', { class: 'n' }, d.elsewhere)))));
}
function nearest(segment) {
  const near = segment.neighbors ?? [];
  if (!near.length) return null;
  return el('details', {}, el('summary', {}, 'Nearest segments, and how they differ'), ...near.flatMap(other => [
    el('p', {}, el('a', { href: '#segment-' + other.id }, other.name)),
    other.differences.length ? differences(other.differences, 'Those') : el('p', { class: 'hint' }, 'No figure tells the two apart for certain; they write about different things.')]));
}
function card(segment) {
  const node = el('article', { class: 'card', id: 'segment-' + segment.id, 'aria-labelledby': 'name-' + segment.id });
  node.append(
    el('h3', { id: 'name-' + segment.id }, segment.name),
    el('p', { class: 'size' }, `${plural(segment.members, 'member', 'members')} (${percent.format(segment.share)}) · ${plural(segment.posts, 'post', 'posts')}`),
    el('div', { class: 'meter', 'aria-hidden': true }, el('i', { style: `width:${Math.max(1, Math.round(segment.share * 100))}%` })),
    el('p', {}, together(segment.description)),
    el('h4', {}, 'In their words'), chips(segment.phrases));
  if (segment.differences.length) node.append(el('h4', {}, 'What makes them different'), differences(segment.differences, 'Others'));
  node.append(...segmentMoods(segment));
  if (segment.quotes.length) node.append(el('h4', {}, 'Quotes'), ...segment.quotes.slice(0, 2).map(quote));
  const more = el('details', {}, el('summary', {}, 'Quotes, topics, languages and how sure'));
  more.append(...segment.quotes.slice(2).map(quote), ...segmentMoodQuotes(segment), el('h4', {}, 'Topics'), shares(segment.topics), el('h4', {}, 'Languages'), shares(segment.languages, language),
    el('h4', {}, 'How sure'), el('p', {}, `${steadiness(segment.stability)}; ${roughPercent.format(segment.shareCore)} of its members are its core.${segment.naming ? ' ' + segment.naming : ''}`),
    el('h4', {}, 'What counted when it was found'), shares(segment.weights));
  node.append(...[nearest(segment), more].filter(Boolean));
  return node;
}
function segments() {
  const target = byId('cards');
  if (report.segments.length === 0) target.replaceWith(el('p', { class: 'note' }, report.noSegments || 'No segments were found.'));
  else target.append(...report.segments.map(card));
}

const children = new Map();
for (const topic of report.topics) {
  const key = topic.parent ?? '';
  if (!children.has(key)) children.set(key, []);
  children.get(key).push(topic);
}
for (const list of children.values()) list.sort((a, b) => b.posts - a.posts || a.id.localeCompare(b.id));
const named = (children.size ? report.topics : []).filter(t => t.level === report.readerLevel).sort((a, b) => b.posts - a.posts);
// Neighbouring hues go to topics far apart in size: the golden angle keeps any few of them distinct.
const colours = new Map(named.map((topic, i) => [topic.id, `hsl(${(i * 137.508) % 360} ${i % 2 ? 60 : 70}% ${i % 3 === 0 ? 46 : 56}%)`]));

function branch(topic) {
  const below = children.get(topic.id) ?? [];
  const dot = colours.has(topic.id) ? el('i', { class: 'dot', style: `background:${colours.get(topic.id)}`, 'aria-hidden': true }) : null;
  const line = el('summary', {},
    el('span', {}, el('span', { class: 'name' }, dot, topic.name), ' ', el('span', { class: 'more' }, topic.phrases.slice(3, 7).join(', '))),
    el('span', { class: 'count' }, `${plural(topic.posts, 'post', 'posts')}, ${plural(topic.members, 'member', 'members')}`));
  const inside = el('div', { class: 'inside' }, chips(topic.phrases), ...[topicMood(topic.id)].filter(Boolean), ...topic.quotes.map(quote), el('p', { class: 'hint' }, steadiness(topic.stability)));
  if (colours.has(topic.id)) {
    const show = el('button', { type: 'button' }, 'Show on the map');
    show.addEventListener('click', () => { window.pickTopic?.(topic.id); byId('map').scrollIntoView(); });
    inside.append(show);
  }
  const details = el('details', { id: 'topic-' + topic.id }, line, inside);
  if (below.length) details.append(el('ul', {}, ...below.map(child => el('li', {}, branch(child)))));
  return details;
}
function tree() {
  const top = children.get('') ?? [];
  byId('tree').append(el('ul', {}, ...top.map(topic => el('li', {}, branch(topic)))));
  const all = () => [...byId('tree').querySelectorAll('details')];
  byId('open-all').addEventListener('click', () => all().forEach(d => { d.open = true; }));
  byId('close-all').addEventListener('click', () => all().forEach(d => { d.open = false; }));
  const words = new Map(report.topics.map(t => ['topic-' + t.id, [t.name, ...t.phrases].join(' ').toLocaleLowerCase(locale)]));
  byId('find').addEventListener('input', event => {
    const wanted = event.target.value.trim().toLocaleLowerCase(locale);
    let hits = 0;
    const visit = details => {
      const own = wanted === '' || words.get(details.id).includes(wanted);
      const below = [...details.querySelectorAll(':scope > ul > li > details')].map(visit).some(Boolean);
      if (own && wanted !== '') hits++;
      details.parentElement.hidden = !(own || below);
      if (wanted !== '') details.open = below;
      return own || below;
    };
    [...byId('tree').querySelectorAll(':scope > ul > li > details')].forEach(visit);
    byId('found').textContent = wanted === '' ? '' : plural(hits, 'topic', 'topics');
  });
}

function method() {
  const m = report.method;
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const rows = [['Encoder', m.model], ['Seed', m.seed], ['Version', 'TextSeg ' + m.version],
    ['Posts grouped by', m.topicClusterer], ['Members grouped by', m.segmentClusterer], ['Made', day.format(new Date(report.made))],
    ['Silhouette of the topics', m.silhouette.toFixed(3)], ['Steadiness of the topics', steadiness(m.stability)],
    ...m.stageSeconds.map(s => [`Seconds: ${s.name}`, seconds.format(s.share)])];
  byId('how').append(
    el('p', { class: 'hint' }, (m.topicClusterer.startsWith('graph')
      ? 'Each post becomes a vector; posts that are near each other are linked; groups are dense parts of that net (Leiden).'
      : 'Each post becomes a vector, and posts with near vectors are grouped.') + ' The same input and seed give the same report.'),
    el('table', {}, el('tbody', {}, ...rows.map(([label, value]) => el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, value))))));
}
