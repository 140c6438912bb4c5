import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Contact } from '@throughline/contract';
import { useEffect, useRef } from 'react';
import { TagChip } from '../labels/tag-chip.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { useMedia } from '../shell/use-media.ts';
import { say } from '../words/say.tsx';
import { agoText, fullTime } from '../words/time.ts';

const shownTags = 3;

interface Props {
  people: Contact[];
  now: number;
  hasMore: boolean;
  onMore: () => void;
}

/** A table where there is room, rows where there is not; only what is in sight is drawn. */
export function PeopleList({ people, now, hasMore, onMore }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const wide = useMedia('(min-width: 56.25rem)');
  const virtualizer = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (wide ? 49 : 73),
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height where there is another amount of room
  useEffect(() => virtualizer.measure(), [virtualizer, wide]);
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= people.length - 10) onMore();
  }, [hasMore, last, people.length, onMore]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 desk:px-4">
      {wide && (
        <div
          aria-hidden
          className={`sticky top-0 z-1 border-b border-line bg-canvas py-2 text-xs font-semibold text-ink-3 ${columns}`}
        >
          <span>{say('people.name')}</span>
          <span>{say('people.identifier')}</span>
          <span>{say('people.tags')}</span>
          <span className="text-end">{say('people.lastSeen')}</span>
        </div>
      )}
      <ul aria-label={say('people.title')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, key, start, size }) => {
          const person = people[index];
          return (
            person && (
              <li
                key={key}
                className="absolute inset-x-0 top-0"
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <PersonRow person={person} now={now} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

const columns = 'grid grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,3fr)_8rem] items-center gap-4 px-2.5';
const row =
  'flex items-center gap-3 px-2 desk:grid desk:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,3fr)_8rem] desk:gap-4 desk:px-2.5';

function PersonRow({ person, now }: { person: Contact; now: number }) {
  return (
    <Link
      to="/people/$contactId"
      params={{ contactId: person.id }}
      className={`h-full border-b border-line -outline-offset-2! hover:bg-sunken ${row}`}
    >
      <span className="flex min-w-0 items-center gap-3 max-desk:flex-1">
        <Avatar id={person.id} name={person.displayName} size="s" />
        <span className="min-w-0">
          <span className="block truncate font-semibold">
            <bdi className="cut">{person.displayName}</bdi>
          </span>
          <span className="flex items-center gap-1.5 text-s text-ink-3 desk:hidden">
            <Identifier value={person.identifier} className="truncate" />
            {person.numberHidden && <HiddenChip words={say('inbox.hidden')} />}
          </span>
        </span>
      </span>
      <span className="flex min-w-0 items-center gap-2 max-desk:hidden">
        <Identifier value={person.identifier} className="truncate tabular-nums" />
        {person.numberHidden && <HiddenChip words={say('people.numberHidden')} />}
      </span>
      <span className="flex min-w-0 items-center gap-1 overflow-hidden max-desk:hidden">
        {person.tags.slice(0, shownTags).map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
        {person.tags.length > shownTags && (
          <span className="text-s text-ink-3">{say('people.moreTags', { count: person.tags.length - shownTags })}</span>
        )}
      </span>
      <time
        dateTime={person.lastSeenAt}
        title={fullTime(person.lastSeenAt)}
        className="shrink-0 text-end text-s text-ink-3"
      >
        {agoText(person.lastSeenAt, now)}
      </time>
    </Link>
  );
}
