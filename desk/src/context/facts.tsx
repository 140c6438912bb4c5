import type { Contact } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import { agoShort, dayWord, fullTime } from '../words/time.ts';

const marketing: Record<Contact['marketing'], { words: string; chip: string }> = {
  resumed: { words: 'opted in', chip: 'chip-good' },
  stopped: { words: 'stopped', chip: 'bg-warn-soft! text-warn!' },
  unset: { words: 'no word yet', chip: '' },
};

export function Facts({ contact }: { contact: Contact }) {
  const now = useNow();
  const { words, chip } = marketing[contact.marketing];
  const joined = contact.mergedFrom.length;
  return (
    <dl className="grid grid-cols-[92px_1fr] gap-y-1.5">
      {contact.username !== undefined && (
        <>
          <dt className="text-ink-3">Username</dt>
          <dd className="wrap-anywhere">
            <bdi>@{contact.username}</bdi>
          </dd>
        </>
      )}
      {contact.preferences.length === 0 && (
        <>
          <dt className="text-ink-3">Marketing</dt>
          <dd>
            <span className={`chip ${chip}`}>{words}</span>
          </dd>
        </>
      )}
      <dt className="text-ink-3">First seen</dt>
      <dd title={fullTime(contact.firstSeenAt)}>{dayWord(contact.firstSeenAt, now)}</dd>
      <dt className="text-ink-3">Last seen</dt>
      <dd title={fullTime(contact.lastSeenAt)}>{ago(agoShort(contact.lastSeenAt, now))}</dd>
      {joined > 0 && (
        <>
          <dt className="text-ink-3">Joined</dt>
          <dd>{joined === 1 ? 'from one other record' : `from ${joined} other records`}</dd>
        </>
      )}
    </dl>
  );
}

function ago(short: string): string {
  return /( min| h)$/.test(short) ? `${short} ago` : short;
}
