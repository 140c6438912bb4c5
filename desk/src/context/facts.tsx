import type { Contact } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { agoText, dayWord, fullTime } from '../words/time.ts';

const marketing = {
  resumed: { words: 'context.optedIn', chip: 'chip-good' },
  stopped: { words: 'context.stopped', chip: 'bg-warn-soft! text-warn!' },
  unset: { words: 'context.noWordYet', chip: '' },
} as const satisfies Record<Contact['marketing'], { words: Key; chip: string }>;

export function Facts({ contact }: { contact: Contact }) {
  const now = useNow();
  const { words, chip } = marketing[contact.marketing];
  const joined = contact.mergedFrom.length;
  return (
    <dl className="grid grid-cols-[92px_1fr] gap-y-1.5">
      {contact.username !== undefined && (
        <>
          <dt className="text-ink-3">{say('context.username')}</dt>
          <dd className="wrap-anywhere">
            <bdi>@{contact.username}</bdi>
          </dd>
        </>
      )}
      {contact.preferences.length === 0 && (
        <>
          <dt className="text-ink-3">{say('context.marketing')}</dt>
          <dd>
            <span className={`chip ${chip}`}>{say(words)}</span>
          </dd>
        </>
      )}
      <dt className="text-ink-3">{say('context.firstSeen')}</dt>
      <dd title={fullTime(contact.firstSeenAt)}>{dayWord(contact.firstSeenAt, now)}</dd>
      <dt className="text-ink-3">{say('context.lastSeen')}</dt>
      <dd title={fullTime(contact.lastSeenAt)}>{agoText(contact.lastSeenAt, now)}</dd>
      {joined > 0 && (
        <>
          <dt className="text-ink-3">{say('context.joined')}</dt>
          <dd>{say('context.joinedFrom', { joined })}</dd>
        </>
      )}
    </dl>
  );
}
