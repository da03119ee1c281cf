'use strict';

// Keys and clicks move one number, the frame shown; show() draws everything from it.

const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);
const n = data.columns;
const truth = new Map(data.truth ? data.truth.indices.map((j, i) => [j, data.truth.values[i]]) : []);
const MARGIN = {left: 56, right: 12, top: 8, bottom: 20};
const MOST_INDICES = 7;
const FLOOR = 1e-16;

let film;
let shown = data.best;
let timer = 0;
let untouched = true;

// ---- the film: see FilmBytes.java for the layout

async function unpack(url) {
  const zipped = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), c => c.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new DataView(await new Response(stream).arrayBuffer());
}

function read(view) {
  let at = 0;
  const take = (bytes, get) => () => { at += bytes; return view[get](at - bytes); };
  const int8 = take(1, 'getInt8'), int16 = take(2, 'getInt16'), uint16 = take(2, 'getUint16');
  const int32 = take(4, 'getInt32'), float32 = take(4, 'getFloat32');
  const all = get => Array.from({length: data.frames}, get);
  const frames = {iteration: all(int32), residual: all(float32), best: all(float32), distinct: all(int32)};
  let support = new Set();
  frames.moves = [];
  frames.support = all(() => {
    const moved = Array.from({length: uint16()}, uint16);
    const next = new Set(support);
    for (const j of moved) if (!next.delete(j)) next.add(j);
    frames.moves.push({entered: moved.filter(j => next.has(j)), left: moved.filter(j => support.has(j))});
    support = next;
    return [...next].sort((i, j) => i - j);
  });
  const coefficients = new Int8Array(n);
  frames.estimate = frames.support.map(s => s.map(j => (coefficients[j] += int8(), coefficients[j] * data.bound / data.levels)));
  if (data.explores) {
    const exponent = all(int16);
    let codes = new Int8Array(n);
    frames.exploration = exponent.map((e, t) => {
      const scale = 2 ** ((t === 0 ? e : exponent[t - 1]) - e);
      const next = new Int8Array(n);
      for (let j = 0; j < n; j++) {
        next[j] = Math.max(-127, Math.min(127, Math.round(codes[j] * scale))) + int8();
      }
      codes = next;
      return {codes, unit: 2 ** e};
    });
  }
  return frames;
}

// ---- numbers and sets as text

const number = value => String(Number(value.toPrecision(3)));

function list(indices) {
  if (indices.length === 0) return 'none';
  const more = indices.length - MOST_INDICES;
  return indices.slice(0, MOST_INDICES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function parts(t) {
  const now = new Set(film.support[t]);
  return {
    found: film.support[t].filter(j => !data.truth || truth.has(j)),
    wrong: film.support[t].filter(j => data.truth && !truth.has(j)),
    missed: [...truth.keys()].filter(j => !now.has(j)),
  };
}

function entriesOf(t) {
  const x = new Map(film.support[t].map((j, i) => [j, film.estimate[t][i]]));
  const kept = film.exploration ? film.exploration[t] : null;
  return {x: j => x.get(j) || 0, explored: j => kept.codes[j] * kept.unit};
}

function readingOf(t, {found, wrong, missed}) {
  const sets = data.truth
    ? `${found.length} of ${truth.size} found, ${wrong.length} wrong, ${missed.length} missed`
    : `${found.length} in S_t`;
  const best = film.iteration[film.residual.findIndex(r => r <= film.best[t])];
  const bestAt = best === undefined ? '' : ` (t = ${best})`;
  return `${sets}. Relative residual ${number(film.residual[t])}, best so far ${number(film.best[t])}${bestAt}. `
    + `Supports so far: ${film.distinct[t]}.`;
}

// ---- drawing

const SVG = 'http://www.w3.org/2000/svg';

const MARKS = {
  right: (x, y) => `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`,
  wrong: (x, y) => `M${x} ${y - 4}l4 4l-4 4l-4 -4z`,
  ring: (x, y) => `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`,
};

class Chart {
  constructor(id, [left, right], [bottom, top]) {
    this.svg = document.querySelector(`#${id} svg`);
    this.svg.replaceChildren();
    const box = this.svg.getBoundingClientRect();
    this.right = box.width - MARGIN.right;
    this.bottom = box.height - MARGIN.bottom;
    this.x = v => round(MARGIN.left + (this.right - MARGIN.left) * (v - left) / (right - left));
    this.y = v => round(this.bottom - (this.bottom - MARGIN.top) * (v - bottom) / (top - bottom));
    this.column = px => left + (px - MARGIN.left) / (this.right - MARGIN.left) * (right - left);
  }

  path(kind, d) {
    if (d) this.add('path', {class: kind, d});
  }

  add(tag, attributes, text) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    this.svg.append(element);
  }

  ticksX(values) {
    for (const v of values) {
      const anchor = this.x(v) > this.right - 20 ? 'end' : 'middle';
      this.add('text', {x: this.x(v), y: this.bottom + 15, 'text-anchor': anchor}, v);
    }
  }

  ticksY(values, label) {
    for (const v of values) {
      this.path('grid', `M${MARGIN.left} ${this.y(v)}H${this.right}`);
      this.add('text', {x: MARGIN.left - 6, y: this.y(v) + 4, 'text-anchor': 'end'}, label(v));
    }
  }

  stems(kind, entries) {
    this.path(kind, entries.map(([j, v]) => `M${this.x(j)} ${this.y(0)}V${this.y(v)}`).join(''));
  }

  marks(kind, entries) {
    this.path(kind, entries.map(([j, v]) => MARKS[kind](this.x(j), this.y(v))).join(''));
  }
}

const round = v => Math.round(v * 10) / 10;

/** The smallest of the mantissas times a power of ten that is not below the value. */
function roundUp(value, mantissas) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (mantissas.find(m => m * power >= value * (1 - 1e-9)) || 10);
}

const ROUND = [1, 2, 5];
const FINER = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

function steps(first, last, count) {
  const step = Math.max(1, roundUp((last - first) / count, ROUND));
  const values = [];
  for (let v = Math.ceil(first / step) * step; v <= last; v += step) values.push(v);
  return values;
}

function columnChart(id, bound) {
  const chart = new Chart(id, [-1, n], [-bound, bound]);
  const tick = roundUp(bound / 2, ROUND);
  chart.ticksY([-tick, 0, tick], number);
  chart.ticksX(steps(0, n - 1, 8));
  return chart;
}

function drawExploration(t, {found, wrong, missed}) {
  const {explored} = entriesOf(t);
  const at = indices => indices.map(j => [j, explored(j)]);
  const everything = at([...Array(n).keys()]);
  const largest = Math.max(...everything.map(([, v]) => Math.abs(v)));
  const threshold = Math.min(...film.support[t].map(j => Math.abs(explored(j))));
  const chart = columnChart('exploration', largest > 0 ? roundUp(largest, FINER) : 1);
  const marked = new Set([...found, ...wrong, ...missed]);
  chart.stems('neither', everything.filter(([j]) => !marked.has(j)));
  chart.stems('stem-truth', at(missed));
  chart.stems('stem-right', at(found));
  chart.stems('stem-wrong', at(wrong));
  for (const v of [threshold, -threshold]) chart.path('threshold', `M${MARGIN.left} ${chart.y(v)}H${chart.right}`);
  chart.marks('ring', at(missed));
  chart.marks('right', at(found));
  chart.marks('wrong', at(wrong));
  chart.svg.setAttribute('aria-label', `Exploration vector in iteration ${film.iteration[t]}: largest magnitude about `
    + `${number(largest)}, smallest on the support about ${number(threshold)}`);
}

function drawEstimate(t, {found, wrong}) {
  const {x} = entriesOf(t);
  const at = indices => indices.map(j => [j, x(j)]);
  const chart = columnChart('estimate', data.bound);
  const rings = [...truth];
  chart.stems('stem-truth', rings);
  chart.stems('stem-right', at(found));
  chart.stems('stem-wrong', at(wrong));
  chart.marks('ring', rings);
  chart.marks('right', at(found));
  chart.marks('wrong', at(wrong));
  const cut = film.estimate[t].filter(v => Math.abs(v) >= data.bound).length;
  caption('estimate', captions.estimate + (cut ? `; ${cut} beyond the chart` : ''));
  chart.svg.setAttribute('aria-label', `Estimate in iteration ${film.iteration[t]}: ${film.support[t].length} entries, `
    + `${cut} beyond the chart`);
}

const log = value => Math.log10(Math.max(value, FLOOR));

function drawResidual(t) {
  const last = film.iteration[data.frames - 1];
  const low = Math.floor(log(Math.min(...film.residual)));
  const high = Math.max(low + 1, Math.ceil(log(Math.max(...film.residual))));
  const chart = new Chart('residual', [film.iteration[0], Math.max(last, 1)], [low, high]);
  const decades = Math.ceil((high - low) / 4);
  chart.ticksY(Array.from({length: Math.floor((high - low) / decades) + 1}, (_, i) => high - i * decades),
    v => (v > -3 && v < 3 ? number(10 ** v) : `1e${v}`));
  chart.ticksX(steps(0, last, 8));
  const line = values => values.map((v, i) => `${i ? 'L' : 'M'}${chart.x(film.iteration[i])} ${chart.y(log(v))}`).join('');
  chart.path('now', line(film.residual));
  chart.path('best', line(film.best));
  const [x, y] = [chart.x(film.iteration[t]), chart.y(log(film.residual[t]))];
  chart.path('cursor', `M${x} ${MARGIN.top}V${chart.bottom}`);
  chart.path('right', MARKS.right(x, y));
  chart.svg.setAttribute('aria-label', `Residual over ${last + 1} iterations on a log scale; now ${number(film.residual[t])}`);
  return chart;
}

function caption(id, text) {
  document.querySelector(`#${id} figcaption`).textContent = text;
}

const captions = {
  exploration: 'Exploration vector X_t, column by column (units of y); dashed: the k-th largest |X_t|',
  estimate: data.truth ? 'Estimate x_t (filled) and truth x* (rings)' : 'Estimate x_t',
  residual: 'Relative residual of x_t (grey) and the best so far (black)',
};

function element(tag, text) {
  return Object.assign(document.createElement(tag), {textContent: text});
}

function mark(kind) {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', kind);
  path.setAttribute('d', MARKS[kind](6, 6));
  icon.setAttribute('aria-hidden', 'true');
  icon.append(path);
  return icon;
}

function drawSets(t, {found, wrong, missed}) {
  const sets = data.truth
    ? [['found', 'right', 'found: S_t and S*', found], ['wrong', 'wrong', 'wrong: S_t only', wrong], ['missed', 'ring', 'missed: S* only', missed]]
    : [['found', 'right', 'in S_t', found]];
  $('sets').replaceChildren(...sets.map(([name, kind, label, indices]) => {
    const group = element('div', '');
    const term = element('dt', `${indices.length} ${label}`);
    term.prepend(mark(kind));
    group.className = name;
    group.append(term, element('dd', list(indices)));
    return group;
  }));
  const {entered, left} = film.moves[t];
  $('moves').textContent = `This step: in ${list(entered)}; out ${list(left)}.`;
}

function show() {
  const sets = parts(shown);
  const t = film.iteration[shown];
  const last = film.iteration[data.frames - 1];
  $('slider').value = shown;
  $('slider').setAttribute('aria-valuetext', `iteration ${t} of ${last}`);
  $('position').textContent = `t = ${t} of ${last}`;
  $('reading').textContent = readingOf(shown, sets);
  $('explorer').dataset.iteration = t;
  drawSets(shown, sets);
  if (data.explores) drawExploration(shown, sets);
  drawEstimate(shown, sets);
  drawResidual(shown);
}

// ---- moving

function go(frame) {
  untouched = false;
  shown = Math.max(0, Math.min(data.frames - 1, frame));
  show();
}

function pause() {
  clearInterval(timer);
  timer = 0;
  $('play').textContent = 'Play';
  $('reading').setAttribute('aria-live', 'polite');
}

function play() {
  $('play').textContent = 'Pause';
  $('reading').setAttribute('aria-live', 'off');
  timer = setInterval(() => {
    go(shown + 1);
    if (shown === data.frames - 1) pause();
  }, 1000 / Number($('speed').value));
}

/** The first frame seen is the best one; a film that was not touched yet starts at its beginning. */
function toggle() {
  if (timer) return pause();
  if (untouched || shown === data.frames - 1) go(0);
  play();
}

function jump(frame) {
  pause();
  go(frame);
}

const KEYS = {
  ArrowLeft: () => shown - 1,
  ArrowRight: () => shown + 1,
  PageDown: () => shown - 10,
  PageUp: () => shown + 10,
  Home: () => 0,
  End: () => data.frames - 1,
  b: () => data.best,
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.id === 'speed') return;
  if (event.key === ' ') {
    if (event.target.tagName === 'BUTTON') return;
    toggle();
  } else if (KEYS[event.key]) {
    const frame = KEYS[event.key]();
    jump(event.shiftKey && event.key.startsWith('Arrow') ? shown + 10 * (frame - shown) : frame);
  } else {
    return;
  }
  event.preventDefault();
}

function seek(event) {
  if (event.type === 'pointermove' && event.buttons === 0) return;
  const t = drawResidual(shown).column(event.offsetX);
  const distances = film.iteration.map(i => Math.abs(i - t));
  jump(distances.indexOf(Math.min(...distances)));
}

function probe(event) {
  const box = event.currentTarget.getBoundingClientRect();
  const width = box.width - MARGIN.left - MARGIN.right;
  const j = Math.round(-1 + (event.clientX - box.left - MARGIN.left) / width * (n + 1));
  if (j < 0 || j >= n) return;
  const {x, explored} = entriesOf(shown);
  const place = [film.support[shown].includes(j) ? 'in S_t' : 'not in S_t'];
  if (data.truth) place.push(truth.has(j) ? 'in S*' : 'not in S*');
  const values = data.explores ? [`X_t about ${number(explored(j))}`] : [];
  values.push(`x_t about ${number(x(j))}`);
  if (data.truth) values.push(`x* = ${number(truth.get(j) || 0)}`);
  $('probe').textContent = `Column ${j}: ${place.join(', ')}; ${values.join(', ')}.`;
}

async function start() {
  film = read(await unpack(data.film));
  $('title').textContent = `${data.solver} on ${data.description}`;
  $('slider').max = data.frames - 1;
  for (const [id, text] of Object.entries(captions)) caption(id, text);
  if (!data.explores) $('exploration').remove();
  if (data.stride > 1) {
    $('probe').textContent += ` After the first ${data.head} iterations every ${data.stride}th is kept.`;
  }
  $('first').onclick = () => jump(0);
  $('back').onclick = () => jump(shown - 1);
  $('play').onclick = toggle;
  $('forward').onclick = () => jump(shown + 1);
  $('last').onclick = () => jump(data.frames - 1);
  $('best').onclick = () => jump(data.best);
  $('slider').oninput = () => jump(Number($('slider').value));
  $('speed').onchange = () => { if (timer) { clearInterval(timer); play(); } };
  document.addEventListener('keydown', onKey);
  const residual = document.querySelector('#residual svg');
  residual.onpointerdown = seek;
  residual.onpointermove = seek;
  for (const id of ['exploration', 'estimate']) {
    const svg = document.querySelector(`#${id} svg`);
    if (svg) svg.onpointermove = probe;
  }
  new ResizeObserver(show).observe($('explorer'));
}

start();
