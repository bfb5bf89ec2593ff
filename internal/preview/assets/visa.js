// Added to every page by the local server: reloads the page when it has changed,
// keeping the reader's place, and lays what is wrong in the files over it.
(() => {
  'use strict';
  const { stamp, waiting } = document.currentScript.dataset;
  const store = 'samverkan-plats';
  const foldStore = 'samverkan-ihop';

  // --- the reader's place ---

  let reloading = false;

  // The last element with an id above the top of the window: a change before it must
  // not move what is being read.
  function anchor() {
    let found = null;
    for (const e of document.querySelectorAll('main [id]')) {
      const top = e.getBoundingClientRect().top;
      if (e.getClientRects().length && top <= 1) found = { id: e.id, top };
    }
    return found;
  }

  function reload() {
    const open = [...document.querySelectorAll('details')].map((d) => d.open);
    const place = { path: location.pathname, x: scrollX, y: scrollY, anchor: anchor(), open };
    try { sessionStorage.setItem(store, JSON.stringify(place)); } catch { /* private window: the browser's own way */ }
    reloading = true;
    history.scrollRestoration = 'manual';
    location.reload();
  }

  function restore() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(store));
      sessionStorage.removeItem(store);
    } catch { /* nothing was kept */ }
    if (!place || place.path !== location.pathname) return;
    const details = [...document.querySelectorAll('details')];
    if (details.length === place.open.length) details.forEach((d, i) => { d.open = place.open[i]; });
    const held = place.anchor && document.getElementById(place.anchor.id);
    const y = held ? scrollY + held.getBoundingClientRect().top - place.anchor.top : place.y;
    scrollTo({ left: place.x, top: y, behavior: 'instant' });
  }

  // The browser's own way is for every other visit. Not before: it would act on this one.
  addEventListener('pagehide', () => { if (!reloading) history.scrollRestoration = 'auto'; });

  // --- what is wrong ---

  // A root of its own, so that the site's style sheet and ours leave each other alone.
  const host = document.createElement('samverkan-fynd');
  const root = host.attachShadow({ mode: 'open' });
  const style = make('link');
  style.rel = 'stylesheet';
  style.href = '/_samverkan/visa.css';
  const voice = make('p', 'gomd');
  voice.setAttribute('role', 'status');
  const box = make('section', 'ruta');
  box.setAttribute('aria-labelledby', 'rubrik');
  box.lang = 'sv';
  box.hidden = true;
  root.append(style, voice, box);

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  const place = (p) => [p.file, p.line, p.line && p.col].filter(Boolean).join(':');

  function item(f) {
    const head = make('p', 'plats', ...(f.file ? [make('code', '', place(f)), ' '] : []), make('b', '', f.severity));
    const text = make('p', 'text', f.message, ' ', make('span', 'kod', `[${f.code}]`));
    const hint = f.hint ? [make('p', 'tips', `Tips: ${f.hint}`)] : [];
    const notes = (f.notes || []).map((n) => make('p', 'not', make('code', '', place(n)), ' ', n.message));
    return make('li', f.serious ? 'fel' : 'varning', head, text, ...hint, ...notes);
  }

  function heading(state) {
    const serious = state.findings.filter((f) => f.serious).length;
    const rest = state.findings.length - serious;
    const parts = [];
    if (serious) parts.push(`${serious} fel`);
    if (rest) parts.push(rest === 1 ? '1 sak att se över' : `${rest} saker att se över`);
    return parts.join(', ');
  }

  let shown = '';

  function show(state) {
    box.classList.toggle('bygger', state.building);
    const now = JSON.stringify([state.failed, state.findings]);
    if (waiting !== undefined || now === shown) return;
    shown = now;
    box.hidden = state.findings.length === 0;
    box.classList.toggle('stopp', state.failed);
    const title = heading(state);
    const serious = state.findings.some((f) => f.serious);
    const told = state.failed ? `${title}. Den senaste webbplatsen som gick att bygga visas.` : title;
    voice.textContent = told || (voice.textContent ? 'Inget att anmärka.' : '');
    if (box.hidden) return box.replaceChildren();
    const h = make('h2', '', title);
    h.id = 'rubrik';
    const button = make('button');
    button.type = 'button';
    button.setAttribute('aria-controls', 'lista');
    const list = make('ol', 'fynd', ...state.findings.map(item));
    list.tabIndex = 0; // so that it can be scrolled by keyboard
    list.setAttribute('aria-labelledby', 'rubrik');
    const body = make('div', 'kropp', list);
    body.id = 'lista';
    if (state.failed) body.prepend(make('p', 'lage', 'Under ligger den senaste webbplatsen som gick att bygga.'));
    const fold = (folded) => {
      body.hidden = folded;
      button.textContent = folded ? 'Visa' : 'Fäll ihop';
      button.setAttribute('aria-expanded', String(!folded));
    };
    button.onclick = () => {
      fold(!body.hidden);
      try { sessionStorage.setItem(foldStore, body.hidden ? now : ''); } catch { /* then not */ }
    };
    box.onkeydown = (e) => { if (e.key === 'Escape' && !body.hidden) { button.click(); button.focus(); } };
    let folded = null;
    try { folded = sessionStorage.getItem(foldStore); } catch { /* then not */ }
    fold(!serious || folded === now); // what doesn't stop the site doesn't hide it either
    box.replaceChildren(make('header', '', h, button), body);
  }

  // --- the server ---

  let source = null;

  function listen() {
    if (source) return;
    source = new EventSource(`/_samverkan/handelser?sida=${encodeURIComponent(location.pathname)}`);
    source.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (state.stamp !== stamp) {
        hang();
        reload();
        return;
      }
      show(state);
    };
  }

  function hang() {
    source?.close();
    source = null;
  }

  // A browser allows six connections to a server. A page that nobody sees gives its up.
  const attend = () => (document.visibilityState === 'visible' ? listen() : hang());
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', hang);
  addEventListener('pageshow', attend);

  document.body.append(host);
  if (document.readyState === 'complete') restore();
  else addEventListener('load', restore, { once: true });
  attend();
})();
