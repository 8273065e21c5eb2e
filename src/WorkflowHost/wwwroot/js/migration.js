// Shows how far a migration is, and the whole page again once it is done.
(() => {
  const card = document.getElementById('migration');
  if (!card) return;
  const bar = card.querySelector('progress');
  const look = async () => {
    const answer = await fetch(card.dataset.migration, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer && answer.ok) {
      const at = await answer.json();
      if (at.state !== 'applying' && at.state !== 'undoing') return location.reload();
      const done = at.state === 'undoing' ? at.takenBack : at.moved + at.leftBehind;
      bar.max = done + at.remaining;
      bar.value = done;
      card.querySelector('[data-done]').textContent = done;
      card.querySelector('[data-total]').textContent = done + at.remaining;
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
})();
