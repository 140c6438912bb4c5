import { useMutation } from '@tanstack/react-query';
import type { PrivacySubject } from '@throughline/contract';
import { UserRoundSearch } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Identifier } from '../shell/identifier.tsx';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../ui/states.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { dayText } from '../words/time.ts';
import { findSubjects } from './privacy-queries.ts';
import { RecordForm } from './record-form.tsx';

/** First whom it is about, each holder of a name or number apart; then what is asked for. */
export function NewRequestScreen() {
  const may = useMay();
  const [chosen, setChosen] = useState<PrivacySubject>();
  return (
    <Page title={say('privacy.new')} back={{ to: '/privacy', label: say('privacy.back') }}>
      {!may('privacy:manage') && <NoPermission />}
      {may('privacy:manage') && !chosen && <Finding onChoose={setChosen} />}
      {chosen && <RecordForm subject={chosen} />}
    </Page>
  );
}

function Finding({ onChoose }: { onChoose: (subject: PrivacySubject) => void }) {
  const [q, setQ] = useState('');
  const found = useMutation({ mutationFn: findSubjects });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (q.trim().length > 1) found.mutate(q.trim());
  };
  return (
    <>
      <form onSubmit={submit} className="mb-5 flex flex-wrap items-center gap-2">
        <SearchField
          label={say('privacy.search')}
          placeholder={say('privacy.search')}
          value={q}
          onChange={setQ}
          className="min-w-50 flex-1"
        />
        <Button type="submit" look="main" isPending={found.isPending}>
          {say('privacy.find')}
        </Button>
        <p className="w-full text-s text-ink-3">{say('privacy.searchHint')}</p>
      </form>
      {found.isPending && <Skeleton shape="rows" />}
      {found.isError && (
        <ErrorState title={say('privacy.failed')} detail={found.error.message} onRetry={() => found.mutate(q.trim())} />
      )}
      {found.data?.data.length === 0 && (
        <EmptyState icon={UserRoundSearch} title={say('privacy.nobody')} detail={say('privacy.nobodyDetail')} />
      )}
      {found.data && found.data.data.length > 0 && (
        <ul aria-label={say('privacy.found')} className="divide-y divide-line rounded-md border border-line bg-surface">
          {found.data.data.map((one) => (
            <Subject key={one.contact.id} subject={one} onChoose={() => onChoose(one)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Subject({ subject, onChoose }: { subject: PrivacySubject; onChoose: () => void }) {
  const { contact, held, openRequests } = subject;
  const value = held ? identifierText({ kind: held.what, value: held.value }) : '';
  const named = contact.displayName !== identifierText(contact.identifier);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="flex min-w-50 flex-1 flex-col items-start gap-1">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          <bdi>{contact.displayName}</bdi>
          {named && <Identifier value={contact.identifier} className="font-normal text-ink-2" />}
        </p>
        {held && (
          <p className={`text-s ${held.now ? 'text-ink-2' : 'text-warn'}`}>
            {held.now
              ? say('privacy.has', { value })
              : say('privacy.had', { value, day: held.until === null ? '' : dayText(held.until) })}
          </p>
        )}
        {openRequests > 0 && <Chip tone="warn">{say('privacy.openAlready', { count: openRequests })}</Chip>}
      </div>
      <Button onPress={onChoose}>{say('privacy.choose', { name: contact.displayName })}</Button>
    </li>
  );
}
