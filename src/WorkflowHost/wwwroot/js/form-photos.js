// Pictures lie inside the answers (storage base64), and a phone's are larger than a submission may be: here they are made
// smaller before they are kept. What is still too large the server refuses by the field's own bound (properties.storedMax).
(() => {
  const Base64 = Formio.Providers.getProvider('storage', 'base64');
  const enough = 450 * 1024;
  const longestSides = [1600, 1200, 900, 600];

  async function smaller(file) {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    let made = file;
    for (const side of longestSides) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      made = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.8));
      if (made.size <= enough) break;
    }
    return made;
  }

  function SmallPictures(formio) {
    const provider = Base64(formio);
    return {
      ...provider,
      async uploadFile(file, name, ...rest) {
        const isLarge = file.type?.startsWith('image/') && file.size > enough;
        // A kind of picture the browser cannot read is kept as it came.
        const kept = isLarge ? await smaller(file).catch(() => file) : file;
        return provider.uploadFile(kept, name, ...rest);
      },
    };
  }

  SmallPictures.title = Base64.title;
  Formio.Providers.addProvider('storage', 'base64', SmallPictures);
})();
