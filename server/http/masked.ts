// The last gate before an answer leaves: for a reader who sees numbers masked, every customer's number in it is. Views say numbers in
// sentences by their reader already; what they answer as data passes here, so that no view can forget it. What people wrote to each
// other is content, and stays as it was written (decision 0041).

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { looksLikePhone, maskDigit, maskedSpelling, maskedText } from '../words/phones.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Where somebody asked to see the number, and that was written down. */
    phones?: 'revealed';
  }
}

export function maskPhones(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, _reply, payload) => (masks(request) ? masked(payload) : payload));
}

export function masks(request: FastifyRequest): boolean {
  return request.reader?.phones === 'masked' && request.routeOptions.config.phones !== 'revealed';
}

/** Numbers of ours, and what was written rather than noted as a number. */
const untouched = new Set(['display', 'businessNumber', 'body', 'caption', 'before', 'emoji', 'url']);
/** The parts of a message that are its content; its cards are numbers noted, and its line follows them. */
const content = new Set([
  'text',
  'media',
  'interactive',
  'choice',
  'form',
  'order',
  'template',
  'referral',
  'location',
]);
/** A number in whatever spelling. */
const spelled = new Set(['phone', 'normalized', 'written']);
const names = new Set(['displayName', 'profileName', 'name', 'formatted', 'title']);

/** The same answer, its numbers masked; one that stood by itself says that it is. */
export function masked(payload: unknown): unknown {
  if (Array.isArray(payload)) return payload.map(masked);
  if (typeof payload === 'string') return maskedText(payload);
  if (typeof payload !== 'object' || payload === null || payload instanceof Date) return payload;
  const own = payload as Record<string, unknown>;
  const shown = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, maskedPart(own, key, value)]));
  const hides = typeof shown.value === 'string' && shown.value !== own.value && shown.value.includes(maskDigit);
  return hides ? { ...shown, masked: true } : shown;
}

function maskedPart(own: Record<string, unknown>, key: string, value: unknown): unknown {
  const written = own.kind === 'message' || own.kind === 'note';
  if (
    (typeof value === 'string' && untouched.has(key)) ||
    (written && content.has(key)) ||
    (written && key === 'summary' && !own.cards)
  )
    return value;
  if (key === 'samples') return samples(value, own.guess === 'phone');
  if (typeof value !== 'string') return masked(value);
  if (spelled.has(key)) return maskedSpelling(value);
  // The number as a card has it printed, beside the same as a number.
  if (key === 'text' && typeof own.phone === 'string') return maskedSpelling(value);
  return names.has(key) && looksLikePhone(value) ? maskedSpelling(value) : maskedText(value);
}

/** Cells of a file: those of its column of numbers, and whatever else looks like one. */
function samples(cells: unknown, numbers: boolean): unknown {
  if (!Array.isArray(cells)) return masked(cells);
  return cells.map((cell) =>
    typeof cell === 'string' && (numbers || looksLikePhone(cell)) ? maskedSpelling(cell) : masked(cell),
  );
}

/** Of a table of people: numbers in any cell, and names that are nothing but a number. */
export async function* maskedTable(rows: AsyncIterable<(string | null)[]>): AsyncGenerator<(string | null)[]> {
  for await (const [name = null, ...cells] of rows)
    yield [name, ...cells].map((cell, place) =>
      cell !== null && place === 0 && looksLikePhone(cell) ? maskedSpelling(cell) : cell && maskedText(cell),
    );
}
