// Says what an answer to a save holds beside what Studio reads of it: outcomes that were taken from a form, which the canvas
// shows only when it is read anew, and what a publication should be looked at for.
(() => {
  'use strict';

  const { api } = document.body.dataset;
  const notice = document.getElementById('studio-answers');
  if (!notice) return;
  const way = notice.querySelector('.ways');
  let taken = 0;

  const inner = window.fetch;
  window.fetch = async (resource, options) => {
    const response = await inner(resource, options);
    if (response.ok && options?.method === 'POST' && new URL(response.url || location.href).pathname === `${api}/workflow-definitions`) {
      const { outcomesTaken = [], warnings = [] } = await response.clone().json();
      if (outcomesTaken.length) say(notice.dataset.taken, [], true);
      else if (warnings.length) say(notice.dataset.but, warnings, false);
      else if (taken) notice.hidden = true;
      taken = outcomesTaken.length;
    }
    return response;
  };

  notice.querySelector('.close').addEventListener('click', () => { notice.hidden = true; });
  way.addEventListener('click', async event => {
    if (event.target.dataset.do !== 'show') return;
    event.target.disabled = true;
    await window.studioSaves.settled();
    location.reload();
  });

  function say(title, lines, hasWay) {
    notice.querySelector('strong').textContent = title;
    notice.querySelector('ul').replaceChildren(...lines.map(line => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }));
    way.hidden = !hasWay;
    notice.hidden = false;
  }
})();
