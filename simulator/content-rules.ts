// Which message bodies the send endpoint takes (Meta, "Messages API reference", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import { interactiveFault, invalid, missing } from './interactive-rules.ts';
import { asObject } from './lines.ts';
import { isMediaKind, mediaKinds } from './media-rules.ts';
import type { Json } from './payloads.ts';
import { listOf } from './template-words.ts';

const TYPES = [...mediaKinds, 'contacts', 'interactive', 'location', 'reaction', 'template', 'text'];
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

export function contentFault(body: Json): MetaFault | undefined {
  const type = body.type ?? 'text';
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    return faultOf(100, `(#100) Param type must be one of {${TYPES.map((one) => one.toUpperCase()).join(', ')}}`);
  }
  const given = body[type];
  if (given === undefined || given === null)
    return faultOf(131008, `Parameter '${type}' is mandatory for type '${type}'`);
  if (type === 'contacts') return cardsFault(given);
  if (typeof given !== 'object' || Array.isArray(given)) return invalid(type, 'an object');
  return innerFault(type, asObject(given));
}

function innerFault(type: string, inner: Json): MetaFault | undefined {
  if (isMediaKind(type)) return mediaFault(type, inner);
  switch (type) {
    case 'text':
      if (typeof inner.body !== 'string' || inner.body.length === 0) return missing('text.body');
      return inner.body.length > MAX_TEXT ? invalid('text.body', `at most ${MAX_TEXT} characters`) : undefined;
    case 'template':
      if (typeof inner.name !== 'string') return missing('template.name');
      return typeof asObject(inner.language).code === 'string' ? undefined : missing('template.language.code');
    case 'reaction':
      if (typeof inner.message_id !== 'string') return missing('reaction.message_id');
      return inner.emoji === undefined || typeof inner.emoji === 'string'
        ? undefined
        : invalid('reaction.emoji', 'an emoji, or an empty text to take it back');
    case 'location': {
      const [latitude, longitude] = [inner.latitude, inner.longitude].map((one) => Number(one ?? Number.NaN));
      if (Number.isNaN(latitude) || Number.isNaN(longitude)) return missing('location.latitude and location.longitude');
      const onEarth = Math.abs(latitude ?? 0) <= 90 && Math.abs(longitude ?? 0) <= 180;
      return onEarth ? undefined : invalid('location', 'a place on earth');
    }
    default:
      return interactiveFault(inner);
  }
}

function mediaFault(type: string, inner: Json): MetaFault | undefined {
  const named = [inner.id, inner.link].filter((one) => typeof one === 'string' && one.length > 0);
  if (named.length === 0) return missing(`${type}.id or ${type}.link`);
  const captioned = type !== 'audio' && type !== 'sticker';
  if (inner.caption === undefined) return undefined;
  if (!captioned) return invalid(`${type}.caption`, 'left out');
  return typeof inner.caption === 'string' && inner.caption.length <= MAX_CAPTION
    ? undefined
    : invalid(`${type}.caption`, `a text of at most ${MAX_CAPTION} characters`);
}

/** A card has a formatted name and at least one part of it. */
function cardsFault(given: unknown): MetaFault | undefined {
  const cards = listOf(given);
  if (cards.length === 0) return invalid('contacts', 'a list of cards');
  for (const card of cards) {
    const { formatted_name: whole, ...parts } = asObject(card.name);
    if (typeof whole !== 'string' || whole === '') return missing('contacts.name.formatted_name');
    if (!Object.values(parts).some((part) => typeof part === 'string' && part !== ''))
      return missing('contacts.name.first_name or another part of the name');
  }
  return undefined;
}
