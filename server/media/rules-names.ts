// The name a file is downloaded under.

const most = 120;
/** Controls, marks of the direction of writing (an ending can hide behind one), and what some system does not take in a name. */
const reserved = /[\p{Cc}\p{Bidi_Control}"*/:<>?\\|]/gu;

/**
 * A name every system can save under: no folders, no controls, nothing that turns the direction of writing and so hides an ending.
 * Undefined where nothing is left.
 */
export function safeName(name: string | null | undefined): string | undefined {
  const base = (name ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .replace(reserved, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  if (clean === '') return undefined;
  const letters = [...clean];
  if (letters.length <= most) return clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, most - ending.length).join('') + ending;
}

/** `Content-Disposition` by RFC 6266: the name in plain letters, and in full by RFC 5987. */
export function dispositionOf(inline: boolean, name: string | undefined): string {
  const how = inline ? 'inline' : 'attachment';
  if (name === undefined) return how;
  const plain = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%]/g, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return plain === name ? `${how}; filename="${plain}"` : `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
