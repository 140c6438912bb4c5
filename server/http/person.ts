import type { Actor } from '../access/actor.ts';

/** The person behind a request; a key is none. */
export function personIn({ kind, id, name }: Actor): { id: string; name: string } | undefined {
  return kind === 'user' ? { id, name } : undefined;
}
