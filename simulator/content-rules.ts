// Which message bodies the send endpoint takes (Meta, "Messages API reference", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';

const MEDIA = ['audio', 'document', 'image', 'sticker', 'video'];
const TYPES = [...MEDIA, 'contacts', 'interactive', 'location', 'reaction', 'template', 'text'];
const MAX_TEXT = 4096;

export function contentFault(body: Json): MetaFault | undefined {
  const type = body.type ?? 'text';
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    return faultOf(100, `(#100) Param type must be one of {${TYPES.map((one) => one.toUpperCase()).join(', ')}}`);
  }
  const given = body[type];
  if (given === undefined || given === null)
    return faultOf(131008, `Parameter '${type}' is mandatory for type '${type}'`);
  if (type === 'contacts')
    return Array.isArray(given) && given.length > 0 ? undefined : invalid('contacts', 'a list of cards');
  if (typeof given !== 'object' || Array.isArray(given)) return invalid(type, 'an object');
  return innerFault(type, asObject(given));
}

function innerFault(type: string, inner: Json): MetaFault | undefined {
  if (type === 'text') {
    if (typeof inner.body !== 'string' || inner.body.length === 0) return missing('text.body');
    return inner.body.length > MAX_TEXT ? invalid('text.body', `at most ${MAX_TEXT} characters`) : undefined;
  }
  if (MEDIA.includes(type)) {
    const named = typeof inner.id === 'string' || typeof inner.link === 'string';
    return named ? undefined : missing(`${type}.id or ${type}.link`);
  }
  if (type === 'template') {
    if (typeof inner.name !== 'string') return missing('template.name');
    return typeof asObject(inner.language).code === 'string' ? undefined : missing('template.language.code');
  }
  if (type === 'reaction') return typeof inner.message_id === 'string' ? undefined : missing('reaction.message_id');
  if (type === 'location') {
    const placed = [inner.latitude, inner.longitude].every((one) => one !== undefined && Number.isFinite(Number(one)));
    return placed ? undefined : missing('location.latitude and location.longitude');
  }
  if (typeof inner.type !== 'string') return missing('interactive.type');
  if (inner.type === 'contact_request') {
    return invalid('interactive.type', 'request_contact_info: that is its name since 2026-05-28');
  }
  if (typeof asObject(inner.body).text !== 'string') return missing('interactive.body.text');
  return typeof inner.action === 'object' && inner.action !== null ? undefined : missing('interactive.action');
}

const missing = (name: string): MetaFault => faultOf(131008, `Required parameter ${name} is missing`);
const invalid = (name: string, wanted: string): MetaFault => faultOf(131009, `Parameter ${name} must be ${wanted}`);
