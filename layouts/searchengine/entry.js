// The search of the search page: an index of the whole site, a list of what is found.
import { makeIndex } from './index.js';
import { words } from './swedish.js';

const own = document.currentScript.src;
const index = makeIndex(self.sokindex);
const field = document.querySelector('.sokruta input');
const status = document.querySelector('.sokruta [role=status]');
const guess = document.querySelector('.sokruta .menade');
const towns = document.querySelector('.kommuntips');
const list = document.querySelector('.traffar');
const letters = document.querySelector('.bokstaver');
const portion = 20;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const link = (page, anchor, text) =>
  make('a', { href: new URL(page.address + (anchor ? '#' + anchor : ''), own).href }, text);

// excerpt shows where in a section the words stand, those marked.
const excerpt = ({ text, terms }) => {
  const wanted = new Set(terms);
  const hit = (word) => words(word).some((w) => index.terms(w).some((term) => wanted.has(term)));
  const pieces = text.split(/(?<=\s)/u);
  const at = Math.max(pieces.findIndex(hit), 0);
  const from = at < 8 ? 0 : at - 6;
  const shown = pieces.slice(from, from + 28);
  const marked = shown.map((piece) => (hit(piece) ? make('mark', {}, piece.trimEnd()) : piece));
  const spaced = marked.flatMap((piece) => (typeof piece === 'string' ? piece : [piece, ' ']));
  return make('p', {}, from ? '… ' : '', ...spaced, from + 28 < pieces.length ? '…' : '');
};

const result = (page) => {
  const best = page.sections[0];
  const item = make('li', {}, make('h2', {}, link(page, '', page.title)));
  if (page.kind) item.append(make('p', { className: 'sort' }, page.kind));
  if (best.text) item.append(excerpt(best));
  const inside = page.sections.filter((section) => section.anchor).slice(0, 3);
  if (inside.length) {
    item.append(make('ul', {}, ...inside.map((section) => make('li', {}, link(page, section.anchor, section.heading)))));
  }
  const years = [...page.others].sort().reverse();
  if (years.length) {
    item.append(make('p', { className: 'sort' }, 'Även ', ...years.flatMap((address, n) => [n ? ', ' : '', link({ address }, '', address.slice(0, 4))])));
  }
  return item;
};

const show = (pages, to) => {
  list.querySelector('.fler')?.remove();
  const from = list.childElementCount;
  list.append(...pages.slice(from, to).map(result));
  if (pages.length <= to) return;
  const more = make('button', { type: 'button', textContent: 'Visa fler' });
  more.addEventListener('click', () => {
    show(pages, to + portion);
    list.children[to].querySelector('a').focus();
  });
  list.append(make('li', { className: 'fler' }, more));
};

const count = (n) => (n === 1 ? '1 sida' : n + ' sidor');

// told says how it went, for eyes and ears.
const told = ({ pages, partly, unknown }) => {
  const nowhere = unknown.length ? 'Ingen sida nämner ' + unknown.map(([word]) => '”' + word + '”').join(' eller ') + '. ' : '';
  if (!pages.length) return nowhere + 'Inga sidor hittades. Pröva ett annat ord, eller registret nedan.';
  if (!partly) return count(pages.length);
  return nowhere + (unknown.length ? 'De andra orden finns på ' : 'Ingen sida har alla orden. Något av dem finns på ') + count(pages.length) + '.';
};

// guesses are questions that may have been meant.
const guesses = ({ unknown }, question) => {
  const known = unknown.filter(([, guess]) => guess);
  if (!known.length) return [];
  const text = known.reduce((whole, [word, guess]) => whole.replace(new RegExp(word, 'iu'), guess), question);
  const button = make('button', { type: 'button', textContent: text });
  button.addEventListener('click', () => {
    field.value = text;
    field.focus();
    answer();
  });
  return ['Menade du ', button, '?'];
};

// The question stands in the address, so that a reader who goes back has it left.
const note = (question) => {
  try {
    history.replaceState(null, '', question ? '#q=' + encodeURIComponent(question) : location.pathname + location.search);
  } catch {
    // Some browsers forbid it on a disk.
  }
};

let shown = '';
const answer = () => {
  const question = field.value.trim();
  if (question === shown) return;
  shown = question;
  note(question);
  list.replaceChildren();
  const found = index.ask(question);
  show(found.pages, portion);
  status.textContent = question ? told(found) : '';
  guess.replaceChildren(...guesses(found, question));
  if (towns) towns.hidden = found.pages.length > 0 && !found.unknown.length;
  letters.hidden = found.pages.length > 0;
};

// The arrow keys go through the results, Escape back to the field.
const step = (event) => {
  const links = [field, ...list.querySelectorAll('h2 a, button')];
  const at = links.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  if (at < 0 || to === undefined || !links[to] || to === at) return;
  event.preventDefault();
  links[to].focus();
};

let waiting;
field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(answer, 120);
});
document.addEventListener('keydown', step);
answer();
