// What the menu shows for what was typed: deeds, people, conversations, messages, each as one line.

import type { SearchAnswer, SearchHit } from '@throughline/contract';
import { ChevronRight, CornerDownRight, StickyNote } from 'lucide-react';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say, show } from '../words/say.tsx';
import { shortDate } from '../words/time.ts';
import type { Offer } from './actions.ts';
import type { Entry } from './entry.ts';
import { HitText } from './hit-text.tsx';
import { recentPlaces } from './recent.ts';

export interface Group {
  id: string;
  name: string;
  entries: Entry[];
}

interface Shown {
  actions: readonly Offer[];
  found: SearchAnswer | undefined;
  isSearching: boolean;
  open: (conversationId: string, messageId?: string) => void;
  openPerson: (contactId: string) => void;
}

export function groupsOf({ actions, found, isSearching, open, openPerson }: Shown): Group[] {
  const deeds = actions.map(actionEntry);
  const people = (found?.contacts ?? []).map((person) => ({
    id: `person-${person.id}`,
    content: <PersonLine person={person} />,
    isPlace: true,
    run: () => openPerson(person.id),
  }));
  const conversations = (found?.conversations ?? []).map((one) => ({
    id: `conversation-${one.id}`,
    content: <PersonLine person={one.contact} aside={one.businessNumber.name} />,
    isPlace: true,
    run: () => open(one.id),
  }));
  const messages = (found?.messages ?? []).map((hit) => ({
    id: `message-${hit.id}`,
    content: <MessageLine hit={hit} />,
    run: () => open(hit.conversationId, hit.id),
  }));
  const groups: Group[] = [
    { id: 'recent', name: say('command.recent'), entries: isSearching ? [] : recentPlaces() },
    { id: 'conversations', name: say('command.conversations'), entries: conversations },
    { id: 'people', name: say('command.people'), entries: people },
    { id: 'messages', name: say('command.messages'), entries: messages },
    { id: 'deeds', name: say('command.deeds'), entries: deeds },
  ];
  // A deed that was typed by name is what was meant; people are found by anything.
  const ordered =
    isSearching && deeds.length > 0 && deeds.length <= 3 ? [...groups.slice(-1), ...groups.slice(0, -1)] : groups;
  return ordered.filter(({ entries }) => entries.length > 0);
}

export function actionEntry(offer: Offer): Entry {
  const { id, name, keys } = offer;
  const asks = 'answers' in offer;
  return {
    id,
    run: asks ? () => {} : offer.run,
    ...(asks && { asks: offer }),
    content: (
      <>
        <CornerDownRight aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-ink-3 rtl:-scale-x-100" />
        <span dir="auto" className="min-w-0 flex-1 text-start">
          {name}
        </span>
        {keys !== undefined && <kbd>{keys}</kbd>}
        {asks && (
          <ChevronRight aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-ink-3 rtl:-scale-x-100" />
        )}
      </>
    ),
  };
}

function PersonLine({
  person,
  aside,
}: {
  person: SearchAnswer['contacts'][number] | SearchHit['contact'];
  aside?: string;
}) {
  const named = person.displayName !== identifierText(person.identifier);
  return (
    <>
      <Avatar id={person.id} name={person.displayName} size="s" />
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <bdi className="truncate font-semibold">{person.displayName}</bdi>
        {named && <Identifier value={person.identifier} className="truncate text-s text-ink-3" />}
        {person.numberHidden && <HiddenChip words={say('inbox.hidden')} />}
      </span>
      {aside !== undefined && <bdi className="shrink-0 text-s text-ink-3">{aside}</bdi>}
    </>
  );
}

/** The customer never saw it: that stands beside what it says. */
function NoteMark({ author }: { author: string }) {
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-1 rounded-sm border border-note-line bg-note px-1.5 text-xs text-warn">
      <StickyNote aria-hidden size={11} strokeWidth={2} />
      <span className="truncate">{show('command.noteBy', { author: <bdi>{author}</bdi> })}</span>
    </span>
  );
}

function MessageLine({ hit }: { hit: SearchHit }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="flex items-baseline gap-2 text-s text-ink-3">
        <bdi className="truncate font-medium text-ink-2">{hit.contact.displayName}</bdi>
        {hit.type === 'note' && <NoteMark author={hit.author ?? ''} />}
        <time dateTime={hit.at} className="ms-auto shrink-0">
          {shortDate(hit.at, Date.now())}
        </time>
      </span>
      <span className="line-clamp-2 wrap-anywhere">
        <HitText hit={hit} />
      </span>
    </span>
  );
}
