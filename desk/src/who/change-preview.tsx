import type { IdentityChange } from '@throughline/contract';
import { ArrowDown, CircleAlert, TriangleAlert } from 'lucide-react';
import { PersonCard } from '../shell/person-card.tsx';
import { say } from '../words/say.tsx';
import { isRedrawn } from './saying-words.ts';

/** What would happen, before it does: who there is now and then, what moves, and what to be sure of. */
export function ChangePreview({ change }: { change: IdentityChange }) {
  if (change.refused !== null) {
    return (
      <p className="flex gap-2 rounded-md bg-danger-soft px-3 py-2.5 text-danger">
        <CircleAlert aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0" />
        <span>
          <b className="font-semibold">{say('who.cannotBeDone')}</b> {change.refused.title}
        </span>
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {isRedrawn(change) && (
        <div className="flex flex-col gap-2 rounded-md bg-canvas p-2.5">
          <People title={say('who.now')} people={change.before} />
          <ArrowDown aria-hidden size={16} strokeWidth={1.75} className="mx-auto text-ink-3" />
          <People title={say('who.after')} people={change.after} />
        </div>
      )}
      {change.moves.length > 0 && (
        <ul className="list-disc ps-5 text-ink-2 marker:text-ink-3">
          {change.moves.map((move) => (
            <li key={move}>
              <span>{move}</span>
            </li>
          ))}
        </ul>
      )}
      {change.warnings.map(({ code, title }) => (
        <p key={code} className="flex gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
          <TriangleAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
          <span>{title}</span>
        </p>
      ))}
    </div>
  );
}

function People({ title, people }: { title: string; people: IdentityChange['before'] }) {
  return (
    <section aria-label={title}>
      <p className="mb-1 text-xs font-semibold text-ink-3">{title}</p>
      <ul className="grid grid-cols-1 gap-2 min-[420px]:grid-cols-2">
        {people.map((person) => (
          <li key={person.id} className={people.length === 1 ? 'col-span-full' : ''}>
            <PersonCard person={person} accounts={person.accounts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
