// Answers a reader who points at a drawing: says what the table beside it says of the
// mark, by pointer, touch and keyboard, and hides and shows series. It draws nothing
// and calculates nothing. Published without these comments: see page/script.go.
//
// A mark bears data-serie and data-punkt, and the cell that it stands for has
// data-m="serie.punkt"; chart.MarksOf says how they are numbered.
(() => {
  const { act } = document.currentScript;
  const charts = new Map();
  const tip = make('div', 'tips');
  tip.setAttribute('aria-hidden', 'true');
  // The same words for those who don't see the tip.
  const voice = make('div', 'gomd');
  voice.setAttribute('role', 'status');
  document.body.append(voice);
  let open = null;

  function make(name, className, ...content) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...content);
    return element;
  }

  // Neighbours of one series name it together, on their group.
  const serieOf = (part) => part.closest('[data-serie]').dataset.serie;
  const drawingOf = (target) => target.closest?.('.bred, .smal');

  // The marks of a drawing in the order of the table, one per cell.
  function chart(drawing) {
    if (!charts.has(drawing)) {
      const figure = drawing.parentNode;
      const marks = new Map();
      for (const cell of figure.querySelectorAll('[data-m]')) {
        const mark = { drawing, cell, row: cell.parentNode.rowIndex, column: cell.cellIndex, parts: [] };
        for (const name of cell.dataset.m.split(' ')) marks.set(name, mark);
      }
      for (const part of drawing.querySelectorAll('[data-punkt]:not([data-del])')) {
        marks.get(serieOf(part) + '.' + part.dataset.punkt)?.parts.push(part);
      }
      charts.set(drawing, [...new Set(marks.values())].filter((mark) => mark.parts.length));
      offerSeries(figure);
    }
    return charts.get(drawing).filter((mark) => !mark.parts[0].closest('.dold'));
  }

  // The words of a cell, as a screen reader would say them.
  function words(node) {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('sup, svg, [aria-hidden]').forEach((part) => part.remove());
    copy.querySelectorAll('.bas').forEach((part) => part.prepend(', '));
    return copy.textContent.replace(/[ \n\t]+/g, ' ').trim();
  }

  const heading = (cell) => words(cell.closest('table').tHead.rows[0].cells[cell.cellIndex]);

  // What is said of a mark: its row's other cells too when the mark stands for the row.
  function lines(cell) {
    const row = [...cell.parentNode.cells];
    const alone = row.filter((each) => each.dataset.m).length === 1;
    const cells = (alone ? row.slice(1) : [cell]).filter(words);
    const notes = cells.flatMap((each) => [...each.querySelectorAll('.not')]);
    return [
      words(row[0]),
      ...cells.map((each) => heading(each) + ': ' + words(each)),
      ...notes.map((note) => words(document.getElementById(note.hash.slice(1)))),
    ];
  }

  function show(mark, x) {
    if (open !== mark) {
      close();
      const [name, ...rest] = lines(mark.cell);
      tip.replaceChildren(make('b', '', name), ...rest.map((line) => make('span', '', line)));
      mark.drawing.parentNode.append(tip);
      mark.parts[0].classList.add('vald');
      open = mark;
    }
    place(mark, x);
  }

  // Above the mark where there is room, else below; never outside the figure.
  function place(mark, x) {
    const frame = mark.drawing.parentNode.getBoundingClientRect();
    const box = mark.parts[0].getBoundingClientRect();
    const left = (x ?? (box.left + box.right) / 2) - frame.left - tip.offsetWidth / 2;
    const above = box.top - tip.offsetHeight - 8;
    tip.style.left = Math.max(0, Math.min(left, frame.width - tip.offsetWidth)) + 'px';
    tip.style.top = (above < 0 ? box.bottom + 8 : above) - frame.top + 'px';
  }

  function close() {
    open?.parts[0].classList.remove('vald');
    tip.remove();
    open = null;
  }

  // The mark under the pointer, or the nearest within a finger's reach.
  function hit(drawing, event) {
    const away = (mark) => Math.min(...mark.parts.map((part) => {
      const box = part.getBoundingClientRect();
      return Math.hypot(Math.max(box.left - event.clientX, 0, event.clientX - box.right),
        Math.max(box.top - event.clientY, 0, event.clientY - box.bottom));
    }));
    const marks = chart(drawing);
    const under = marks.find((mark) => mark.parts.includes(event.target));
    return under ?? marks.map((mark) => [away(mark), mark]).filter(([far]) => far < 24).sort((a, b) => a[0] - b[0])[0]?.[1];
  }

  // The tip stays until another mark is met or the drawing is left, so that it can be
  // read and pointed at.
  function point(event) {
    const drawing = drawingOf(event.target);
    if (!drawing) return tip.contains(event.target) || close();
    const mark = hit(drawing, event);
    if (mark) show(mark, event.clientX);
  }

  function press(event) {
    const item = event.target.closest?.('[data-del=forklaring]');
    if (item) return buttonFor(item.closest('.figur'), item.dataset.serie)?.click();
    const drawing = drawingOf(event.target);
    if (drawing && !hit(drawing, event)) close();
    point(event);
    if (open) voice.textContent = lines(open.cell).join('. ');
  }

  function focus({ target }) {
    const drawing = drawingOf(target);
    if (drawing !== target || !target.matches(':focus-visible')) return;
    go(chart(drawing)[0]);
  }

  function go(mark) {
    if (!mark) return;
    show(mark);
    voice.textContent = lines(mark.cell).join('. ');
  }

  // Arrows move as in the table: along the row or the column, or through all marks
  // where these hold one only.
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

  function key(event) {
    if (event.key === 'Escape') return close();
    const drawing = drawingOf(event.target);
    if (drawing !== event.target || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = chart(drawing);
    const at = open ?? marks[0];
    const step = steps[event.key];
    if (event.key === 'Home') go(marks[0]);
    else if (event.key === 'End') go(marks.at(-1));
    else if (step) {
      const line = marks.filter((mark) => (step[0] ? mark.column === at.column : mark.row === at.row));
      const list = line.length > 1 ? line : marks;
      go(list[list.indexOf(at) + step[0] + step[1]]);
    } else return;
    event.preventDefault();
  }

  const buttonFor = (figure, serie) => figure.querySelector('.serier [value="' + serie + '"]');

  // A button for each series, named as in the table.
  function offerSeries(figure) {
    const kind = figure.dataset.serier;
    if (!kind || figure.querySelector('.serier')) return;
    const names = new Map();
    for (const cell of figure.querySelectorAll('[data-m]')) {
      const serie = cell.dataset.m.split('.')[0];
      if (!names.has(serie)) names.set(serie, kind === 'rader' ? words(cell.parentNode.cells[0]) : heading(cell));
    }
    const group = make('div', 'serier', 'Visa:');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'Visa eller dölj i diagrammet');
    for (const [serie, name] of names) {
      const button = make('button', '', name);
      button.type = 'button';
      button.value = serie;
      button.setAttribute('aria-pressed', 'true');
      button.onclick = () => toggle(figure, button, kind === 'rader' ? names.size : 0);
      group.append(button);
    }
    figure.querySelector('.smal').after(group);
  }

  // A line is a series of its own, as many after its points as there are series.
  function toggle(figure, button, lineAfter) {
    const hide = button.getAttribute('aria-pressed') === 'true';
    button.setAttribute('aria-pressed', String(!hide));
    for (const part of figure.querySelectorAll('[data-serie]')) {
      const mine = [button.value, lineAfter ? String(+button.value + lineAfter) : ''].includes(part.dataset.serie);
      const { del } = part.dataset;
      if (mine && del !== 'markering') part.classList.toggle(del ? 'blek' : 'dold', hide);
    }
    close();
  }

  addEventListener('pointermove', (event) => event.pointerType === 'touch' || point(event), { passive: true });
  addEventListener('click', press);
  addEventListener('focusin', focus);
  addEventListener('focusout', close);
  addEventListener('keydown', key);
  if (act.type === 'focusin') focus(act);
  else point(act);
})();
