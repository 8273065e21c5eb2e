// What a person types is kept in this browser until it is sent, encrypted with a key only their session knows.
// Without WebCrypto (plain HTTP on a network) it is kept for this tab only.
window.formDrafts = (name, keyText) => {
  const slot = `draft:${name}`;
  const canEncrypt = Boolean(window.crypto?.subtle);
  const shelf = canEncrypt ? localStorage : sessionStorage;
  const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const text = buffer => btoa(Array.from(new Uint8Array(buffer), b => String.fromCharCode(b)).join(''));
  const key = canEncrypt && crypto.subtle.importKey('raw', bytes(keyText), 'AES-GCM', false, ['encrypt', 'decrypt']);

  // `about` says what the draft began with, so that it can go on with that.
  async function keep(data, about) {
    const plain = JSON.stringify({ at: Date.now(), data, ...about });
    if (!canEncrypt) return shelf.setItem(slot, plain);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key, new TextEncoder().encode(plain));
    shelf.setItem(slot, `${text(iv)}.${text(sealed)}`);
  }

  // Null when there is none, or when another person wrote it.
  async function find() {
    const kept = shelf.getItem(slot);
    if (!kept) return null;
    try {
      if (!canEncrypt) return JSON.parse(kept);
      const [iv, sealed] = kept.split('.').map(bytes);
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await key, sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return null;
    }
  }

  return { keep, find, forget: () => shelf.removeItem(slot) };
};
