// A list narrowed by one's own fields: what is chosen stands beside the button, each with a way to take it off.

import { useQuery } from '@tanstack/react-query';
import type { Field } from '@throughline/contract';
import { ListFilter, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import { fieldsQuery } from '../api/labels.ts';
import { lazily } from '../shell/lazily.ts';
import { locale, say } from '../words/say.tsx';
import { isRange, readFilters, readRange, writeFilters } from './field-filter.ts';
import { written } from './field-words.ts';

const ChooseFilters = lazily(async () => (await import('./choose-filters.tsx')).ChooseFilters);

interface Props {
  /** Whose fields are offered: the list shows these. */
  subjects: readonly Field['subject'][];
  filters: readonly string[];
  onChange: (filters: string[]) => void;
  /** Only the icon: where there is little room. */
  small?: boolean;
  className?: string;
}

/** Nothing where there are no fields. */
export function FieldFilters({ subjects, filters, onChange, small = false, className = '' }: Props) {
  const all = useQuery(fieldsQuery).data?.data ?? [];
  const fields = all.filter(({ subject, archived }) => subjects.includes(subject) && !archived);
  const [isOpen, setOpen] = useState(false);
  const chosen = readFilters(filters);
  if (fields.length === 0) return null;
  const without = (id: string) => onChange(writeFilters(new Map([...chosen].filter(([other]) => other !== id))));
  return (
    <>
      <button
        type="button"
        className={small ? `icon-btn size-8! ${filters.length > 0 ? 'bg-accent-soft! text-accent!' : ''}` : 'btn h-10'}
        aria-label={filters.length === 0 ? say('filters.open') : say('filters.chosen', { count: filters.length })}
        onClick={() => setOpen(true)}
      >
        <ListFilter aria-hidden size={small ? 17 : 15} strokeWidth={1.75} />
        {!small && say('filters.open')}
      </button>
      {filters.length > 0 && (
        <ul aria-label={say('filters.list')} className={`flex min-w-0 flex-wrap gap-1.5 ${className}`}>
          {fields
            .filter(({ id }) => chosen.has(id))
            .map((field) => (
              <Chosen
                key={field.id}
                words={filterText(field, chosen.get(field.id) ?? '')}
                onRemove={() => without(field.id)}
              />
            ))}
        </ul>
      )}
      {isOpen && (
        <Suspense>
          <ChooseFilters
            fields={fields}
            chosen={chosen}
            onClose={() => setOpen(false)}
            onChoose={(values) => onChange(writeFilters(values))}
          />
        </Suspense>
      )}
    </>
  );
}

function Chosen({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <li className="chip chip-info min-h-7 max-w-full pe-0.5! text-s!">
      <bdi className="truncate">{words}</bdi>
      <button
        type="button"
        aria-label={say('filters.remove', { what: words })}
        className="grid size-6 place-items-center rounded-full hover:text-ink"
        onClick={onRemove}
      >
        <X aria-hidden size={13} strokeWidth={1.75} />
      </button>
    </li>
  );
}

/** "Size: 3 to 7", "Plan: gold". */
function filterText(field: Field, value: string): string {
  const { name } = field;
  if (field.kind === 'text') return say('filters.text', { name, value });
  if (!isRange(field)) return say('filters.is', { name, value: shown(field, value) });
  const [from, to] = readRange(value).map((one) => (one === '' ? '' : shown(field, one)));
  if (!from) return say('filters.to', { name, to: to ?? '' });
  if (!to) return say('filters.from', { name, from });
  return from === to ? say('filters.is', { name, value: from }) : say('filters.range', { name, from, to });
}

function shown(field: Field, value: string): string {
  const known = field.kind === 'yes_no' ? value === 'true' : field.kind === 'number' ? Number(value) : value;
  return written(field, known, locale()) ?? value;
}
