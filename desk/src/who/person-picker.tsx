import { useQuery } from '@tanstack/react-query';
import type { Contact } from '@throughline/contract';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { peopleQuery } from '../api/who-is-who.ts';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { useNow } from '../shell/use-now.ts';
import { usePaused } from '../shell/use-paused.ts';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';

const pauseMs = 200;

/** Finds somebody by name, number or username. */
export function PersonPicker({ except, onPick }: { except: string; onPick: (person: Contact) => void }) {
  const [text, setText] = useState('');
  const q = usePaused(text.trim(), pauseMs);
  const answer = useQuery({ ...peopleQuery(q), placeholderData: (held) => held });
  const people = useDeferredValue(answer.data?.data.filter(({ id }) => id !== except));
  const slow = useDelayed(answer.isPending, 300);
  return (
    <>
      <label className="flex h-10 items-center gap-2 rounded-md border border-edge bg-surface px-3 text-ink-3 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent">
        <Search aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the sheet was opened to search; the dialog would focus its Close button otherwise
          autoFocus
          type="text"
          inputMode="search"
          aria-label={say('who.searchPeople')}
          placeholder={say('inbox.searchHint')}
          autoComplete="off"
          spellCheck={false}
          dir={text === '' ? undefined : 'auto'}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none! placeholder:text-ink-3"
        />
      </label>
      <p role="status" className="sr-only">
        {people === undefined ? '' : say('who.found', { count: people.length })}
      </p>
      {slow && <div className="skeleton mt-3 h-40" />}
      {answer.isError && <p className="mt-3 text-danger">{answer.error.message}</p>}
      {people?.length === 0 && <p className="mt-5 text-center text-ink-2">{say('who.nobodyFound')}</p>}
      <ul className="-mx-2 mt-2 flex flex-col">
        {people?.map((person) => (
          <li key={person.id}>
            <Person person={person} onPick={onPick} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Person({ person, onPick }: { person: Contact; onPick: (person: Contact) => void }) {
  const now = useNow();
  const named = person.displayName !== identifierText(person.identifier);
  return (
    <button
      type="button"
      data-testid="person"
      className="flex w-full items-center gap-3 rounded-md px-2 py-2 text-start -outline-offset-2! hover:bg-canvas"
      onClick={() => onPick(person)}
    >
      <Avatar id={person.id} name={person.displayName} size="s" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-semibold">{person.displayName}</bdi>
        <span className="flex items-center gap-1.5 text-s text-ink-3">
          {named && <Identifier value={person.identifier} className="truncate" />}
          {person.numberHidden && <HiddenChip words={say('inbox.hidden')} />}
        </span>
      </span>
      <span className="shrink-0 text-s text-ink-3">{say('who.seen', { day: dayWord(person.lastSeenAt, now) })}</span>
    </button>
  );
}
