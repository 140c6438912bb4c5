// Messages in one line for people's eyes, and how one message names another.

import { mintWamid } from './ids.ts';
import type { Face, Json } from './payloads.ts';
import type { BusinessNumber, Line } from './state.ts';

/** A message in one line: its text where it has one, else what it is. */
export function summaryOf(content: { type: string } & Json): string {
  const inner = asObject(content[content.type]);
  if (Array.isArray(content[content.type])) return cardsLine(content[content.type]);
  const text = [inner.body, inner.caption, asObject(inner.body).text, inner.text].find(
    (one) => typeof one === 'string',
  );
  switch (content.type) {
    case 'text':
      return String(text ?? '');
    case 'reaction':
      return typeof inner.emoji === 'string' ? `reacted ${inner.emoji}` : 'took a reaction back';
    case 'template':
      return `[template ${String(inner.name)}]`;
    case 'edit':
      return 'edited a message';
    case 'revoke':
      return 'deleted a message';
    case 'interactive':
      return replyTitle(inner) ?? String(text ?? '[interactive]');
    case 'button':
      return String(inner.text);
    case 'location':
      return [`[location]`, inner.name, inner.address].filter((one) => typeof one === 'string').join(' ');
    case 'order':
      return `[order] ${Array.isArray(inner.product_items) ? inner.product_items.length : 0} products`;
    case 'document':
      return `[document] ${String(inner.filename ?? text ?? '')}`.trim();
    default:
      return text === undefined ? `[${content.type}]` : `[${content.type}] ${String(text)}`;
  }
}

const replyTitle = (inner: Json): string | undefined => {
  const reply = asObject(inner[String(inner.type)]);
  const title = inner.type === 'nfm_reply' ? reply.body : reply.title;
  return typeof title === 'string' ? title : undefined;
};

function cardsLine(cards: unknown): string {
  const names = Array.isArray(cards) ? cards.map((card) => asObject(asObject(card).name).formatted_name) : [];
  return `[contacts] ${names.join(', ')}`;
}

/** `context.from` of a quote: the author's number, which for one's own words is hidden like anywhere else. */
export function quoterOf(number: BusinessNumber, quoted: Line | undefined, face: Face): string | undefined {
  if (quoted?.direction !== 'inbound') return number.displayPhone;
  return face.phoneVisible ? face.phone : undefined;
}

/** The same message under an id scoped to the other identifier: same tail, other front (seen in production). */
export function twinOf(line: Line, face: Face): string {
  const own = mintWamid(face.userId, line.tail, line.direction);
  return own === line.wamid ? mintWamid(face.phone, line.tail, line.direction) : own;
}

export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
