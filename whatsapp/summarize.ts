import type { MessageContent } from './items.ts';

/** One readable line for a conversation list or a quote. Never an id. */
export function summarize(content: MessageContent): string {
  switch (content.type) {
    case 'text':
      return oneLine(content.body) || 'Empty message';
    case 'image':
      return withText('Photo', content.caption);
    case 'video':
      return withText('Video', content.caption);
    case 'audio':
      return content.voice ? 'Voice message' : 'Audio';
    case 'document':
      return withText('Document', content.filename ?? content.caption);
    case 'sticker':
      return 'Sticker';
    case 'location':
      return withText('Location', content.name ?? content.address);
    case 'contacts':
      return summarizeCards(content.cards.map((card) => card.name));
    case 'reaction':
      return content.emoji === null ? 'Took back a reaction' : `Reacted ${content.emoji}`;
    case 'button':
      return `Chose: ${oneLine(content.label)}`;
    case 'interactive':
      if (content.form) return 'Form answered';
      return content.sent ? oneLine(content.label) : `Chose: ${oneLine(content.label)}`;
    case 'order':
      return withText(`Order of ${counted(content.itemCount, 'item')}`, content.text);
    case 'edit':
      return withText('Edited a message', content.body);
    case 'revoke':
      return 'Deleted a message';
    case 'template':
      return `Template: ${oneLine(content.name)}`;
    case 'unsupported':
      return unsupported(content);
    case 'unknown':
      return `Message of a type not known yet: ${spokenType(content.wireType) ?? 'no name'}`;
  }
}

/** Meta, "Unsupported messages webhook reference", read 2026-09. */
function unsupported({ code, kind }: Extract<MessageContent, { type: 'unsupported' }>): string {
  if (code === 131060) return 'A message WhatsApp could not pass on. Ask the person to send it again.';
  const what = kind && kind !== 'unknown' ? spokenType(kind) : undefined;
  return what === undefined
    ? 'A kind of message WhatsApp does not pass on to businesses. Ask the person to send it in another way.'
    : `A message of the kind "${what}", which WhatsApp does not pass on to businesses. Ask the person to send it in another way.`;
}

function withText(what: string, text: string | undefined): string {
  const line = oneLine(text ?? '');
  return line ? `${what}: ${line}` : what;
}

/** Text of any length as a line of a list. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, longest * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line;
}

const longest = 300;

function summarizeCards(names: string[]): string {
  const [first] = names;
  if (first === undefined) return 'Shared a contact';
  if (names.length === 1) return `Shared a contact: ${oneLine(first)}`;
  return `Shared ${names.length} contacts: ${oneLine(names.join(', '))}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `request_welcome` as "request welcome". A wire type that is not a plain word may be anything, so it is not shown. */
export function spokenType(wireType: string): string | undefined {
  return /^[a-z][a-z_]{0,40}$/.test(wireType) ? wireType.replaceAll('_', ' ') : undefined;
}
