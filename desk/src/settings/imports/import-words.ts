// How imports are told of.

import type { Field, Import, ImportTarget } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { say } from '../../words/say.tsx';

export function toneOf(state: Import['state']): Tone {
  if (state === 'done') return 'good';
  if (state === 'cancelled') return 'plain';
  return state === 'mapping' || state === 'checked' ? 'warn' : 'info';
}

const plain = ['phone', 'name', 'username', 'tags', 'opt_in', 'opt_out'] as const;

/** A target as the id of an option, and back. */
export function optionOf(target: ImportTarget | null): string {
  if (!target) return 'none';
  return 'field' in target ? `${target.kind} ${target.field}` : target.kind;
}

export function targetOf(option: string): ImportTarget | null {
  if (option === 'none') return null;
  const [kind = '', field = ''] = option.split(' ');
  return (field === '' ? { kind } : { kind, field }) as ImportTarget;
}

/** All a column may be. Only a field of text can hold what another system calls somebody. */
export function optionsFor(fields: readonly Field[]) {
  const own = fields.filter(({ subject, archived }) => subject === 'contact' && !archived);
  return [
    { id: 'none', label: say('imports.leaveOut') },
    ...plain.map((kind) => ({ id: kind as string, label: say('imports.target', { kind }) })),
    ...own.map(({ id, name }) => ({ id: `field ${id}`, label: say('imports.field', { name }) })),
    ...own
      .filter(({ kind }) => kind === 'text')
      .map(({ id, name }) => ({ id: `external_id ${id}`, label: say('imports.externalId', { name }) })),
  ];
}
