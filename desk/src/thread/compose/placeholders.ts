// The places in a ready answer, filled with what is known of this thread. What is not known is never made up: it gives way to the
// words the answer has for that, or stays, to be written over before it can be sent. Pure.

export const placeholders = [
  'contact.name',
  'contact.identifier',
  'contact.phone',
  'agent.name',
  'business.name',
  'business.number',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** Undefined: not known. */
export type Fills = Record<Placeholder, string | undefined>;

const place = /\{\{\s*([a-z]+\.[a-z]+)\s*(?:\|([^{}]*))?\}\}/g;

/** `{{contact.name}}`, or `{{contact.name|there}}` with the words for where it is not known. */
export function fill(body: string, fills: Fills): { text: string; missing: Placeholder[] } {
  const missing = new Set<Placeholder>();
  const text = body.replace(place, (whole, name: string, instead: string | undefined) => {
    if (!isPlaceholder(name)) return whole;
    const known = fills[name];
    if (known !== undefined && known !== '') return known;
    if (instead !== undefined) return instead.trim();
    missing.add(name);
    return `{{${name}}}`;
  });
  return { text, missing: [...missing] };
}

/** The first place nobody has filled: what is sent with one in it reads like a machine’s mistake. */
export function firstGap(text: string): { from: number; to: number; name: Placeholder } | undefined {
  for (const { 0: whole, 1: name = '', index } of text.matchAll(place))
    if (isPlaceholder(name)) return { from: index, to: index + whole.length, name };
  return undefined;
}

/** Places an answer names that there are not: told to whoever writes it. */
export function unknownPlaces(body: string): string[] {
  return [...body.matchAll(/\{\{([^{}]*)\}\}/g)]
    .map(([, inside = '']) => (inside.split('|')[0] ?? '').trim())
    .filter((name) => !isPlaceholder(name));
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((one) => one === name);
}
