// The index, made when the search is loaded, of the text that the program has taken
// from the finished pages: {sidor: [[address, title, kind, age]], delar: [[page, anchor, heading, text]]}.
import MiniSearch from 'minisearch';
import { fold, small, splitter, stem, words } from './swedish.js';

export const makeIndex = ({ sidor, delar }) => {
  const vocabulary = new Map(); // a stem and a word that has it, to show
  for (const [page, anchor, heading, text] of delar) {
    for (const word of words((anchor ? '' : sidor[page][1]) + ' ' + heading + ' ' + text)) {
      if (word.length > 3 && !(vocabulary.get(stem(word))?.length <= word.length)) vocabulary.set(stem(word), word);
    }
  }
  const { parts, asked } = splitter(vocabulary);
  const terms = (word) => [stem(word), ...parts(word)];
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    tokenize: words,
    processTerm: terms,
    // A page's title counts once, with its first section.
    extractField: (n, field) => {
      if (field === 'id') return n;
      const [page, anchor, heading, text] = delar[n];
      return { title: anchor ? '' : sidor[page][1], heading, text }[field];
    },
  });
  index.addAll(delar.map((_, n) => n));
  const years = new Set(sidor.map(([address]) => yearOf(address)).filter(Boolean));
  return { ask: (text) => ask({ index, parts: asked, delar, sidor, vocabulary, years }, text), terms };
};

// A word is sought as it is, as the beginning of others, with a slip of the finger,
// and, for less, by the parts of the compound it is.
const wordQuery = (parts, word, last) => ({
  combineWith: 'OR',
  queries: [
    // What is being written may be cut anywhere, so that its stem says little.
    ...(last ? [{ queries: [fold(word)], prefix: word.length > 1, boost: { title: 4, heading: 2 } }] : []),
    { queries: [stem(word)], prefix: word.length > 2, fuzzy: word.length > 5 ? 0.2 : false, boost: { title: 4, heading: 2 } },
    ...parts(word).map((part) => ({ queries: [part], boost: { title: 2, heading: 0.6, text: 0.2 } })),
  ],
});

// yearOf is the year that a page is about; undefined for one that belongs to none.
const yearOf = (address) => /^\d{4}(?=\/)/.exec(address)?.[0];

// lasting is the part of an address that is the same from year to year.
const lasting = (address) => address.replace(/^\d{4}(?=\/.)/, '');

// ask gives pages, the best first, each with its best sections. The same page of other years stands with the one that
// is found first. partly tells that no page has all the words; unknown are the words that no page has, each with a word
// that is like it, if there is one.
const ask = (site, text) => {
  const said = words(text);
  // A year says whose pages are meant, and stands in few of their texts.
  const year = said.find((word) => site.years.has(word));
  const others = said.filter((word) => word !== year);
  const all = others.length ? others : said;
  const telling = all.filter((word) => !small.has(word));
  const asked = telling.length ? telling : all;
  if (!asked.length) return { pages: [], partly: false, unknown: [] };
  const queries = asked.map((word, n) => wordQuery(site.parts, word, n === asked.length - 1));
  const together = search(site, queries, 'AND', year);
  if (together.length) return { pages: byPage(site, together), partly: false, unknown: [] };
  // No section has all the words: then pages that have them in different sections, and last those that have some.
  const each = queries.map((query) => search(site, [query], 'OR', year));
  const pagesOf = each.map((found) => new Set(found.map(({ id }) => site.delar[id][0])));
  const some = search(site, queries, 'OR', year);
  const whole = some.filter(({ id }) => pagesOf.every((pages) => pages.has(site.delar[id][0])));
  const unknown = asked.filter((_, n) => !each[n].length).map((word) => [word, alike(site, word)]);
  return { pages: byPage(site, whole.length ? whole : some), partly: !whole.length && some.length > 0, unknown };
};

const search = ({ index, delar, sidor }, queries, combineWith, year) => index.search({ combineWith, queries }, {
  tokenize: (term) => [term],
  processTerm: (term) => term,
  boostDocument: (n) => weight(sidor[delar[n][0]], year),
});

// weight is how much a page counts: what is true now, or of the year that is asked for, comes before what was, and what
// is reported before how to report it, since the handbook's examples hold invented figures.
const weight = ([address, , , age], year) =>
  (year ? (yearOf(address) === year ? 1 : 0.1) : 0.85 ** age) * (address.startsWith('handbok/') ? 0.1 : 1);

// alike is the known word that a word may be a misspelling of; "" when none is near. Short words are near too many.
const alike = (site, word) => {
  if (word.length < 7) return '';
  const found = search(site, [{ queries: [stem(word)], fuzzy: 0.3 }], 'OR');
  const near = found.flatMap(({ terms }) => terms.map((term) => site.vocabulary.get(term) ?? ''));
  return near.find((known) => Math.abs(known.length - word.length) < 3) ?? '';
};

const byPage = ({ delar, sidor }, found) => {
  const pages = new Map();
  for (const { id, terms } of found) {
    const [page, anchor, heading, text] = delar[id];
    const [address, title, kind] = sidor[page];
    const key = lasting(address);
    if (!pages.has(key)) pages.set(key, { address, title, kind, sections: [], others: new Set() });
    const one = pages.get(key);
    if (one.address === address) one.sections.push({ anchor, heading, text, terms });
    else one.others.add(address);
  }
  return [...pages.values()];
};
