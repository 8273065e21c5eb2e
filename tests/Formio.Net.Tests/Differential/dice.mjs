// A seeded source of choices (mulberry32), so that a seed names a run.
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = n => Math.floor(next() * n);
  return {
    below,
    pick: list => list[below(list.length)],
    chance: p => next() < p,
    some: (list, most) => {
      const rest = [...list], taken = [];
      for (let n = below(most + 1); n > 0 && rest.length; n--) taken.push(...rest.splice(below(rest.length), 1));
      return taken;
    },
  };
}
