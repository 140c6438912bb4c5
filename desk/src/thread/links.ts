export interface Piece {
  text: string;
  href: string | undefined;
  /** Where in the text it begins. */
  at: number;
}

const address = /https?:\/\/[^\s<>"]+/gi;

/** Text cut into plain stretches and web addresses; only http and https are ever links. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const href = withoutTail(match[0]);
    if (!URL.canParse(href)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: undefined, at: end });
    pieces.push({ text: href, href, at: match.index });
    end = match.index + href.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: undefined, at: end });
  return pieces;
}

/** The stop or bracket after an address belongs to the sentence, unless the address opened the bracket. */
function withoutTail(found: string): string {
  const href = found.replace(/[.,;:!?'»”]+$/, '');
  return href.endsWith(')') && !href.includes('(') ? withoutTail(href.slice(0, -1)) : href;
}

/** An address somebody else gave, as a link may carry it; undefined for anything but http and https. */
export function safeHref(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
