import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PrivacyRequestDetail } from '@throughline/contract';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { keys } from '../api/queries.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { numberText, percentText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { fetchArchive, newPassphrase, privacyRequestQuery, saveAs } from './privacy-queries.ts';
import { Section } from './section.tsx';

/** The copy of everything, sealed with a passphrase that is shown once and kept nowhere. */
export function ArchivePart({ request, until }: { request: PrivacyRequestDetail; until: string }) {
  const { id: requestId, download } = request;
  const [passphrase, setPassphrase] = useState<string>();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: async (words: string) =>
      saveAs(`data-${requestId.slice(0, 8)}.zip`, await fetchArchive(requestId, words)),
    onSuccess: (_saved, words) => {
      setPassphrase(words);
      // What was done has one line more.
      void client.invalidateQueries({ queryKey: keys.privacy });
    },
  });
  // How far it has come is asked for as long as it comes.
  useQuery({ ...privacyRequestQuery(requestId), enabled: take.isPending, refetchInterval: 1_000 });
  if (Date.parse(until) < Date.now())
    return (
      <Section title={say('privacy.archive')}>
        <p className="text-ink-2">{say('privacy.archiveOver', { when: momentText(until) })}</p>
      </Section>
    );
  return (
    <Section title={say('privacy.archive')}>
      <p className="mb-3 text-ink-2">{say('privacy.archiveUntil', { when: momentText(until) })}</p>
      {download && <Progress download={download} />}
      <Button look="main" icon={Download} isPending={take.isPending} onPress={() => take.mutate(newPassphrase())}>
        {say('privacy.download')}
      </Button>
      {take.isError && (
        <Banner tone="danger" className="mt-3" isLive>
          {take.error.message}
        </Banner>
      )}
      {passphrase !== undefined && (
        <Banner tone="info" title={say('privacy.passphrase')} className="mt-3" isLive>
          <p>
            <code dir="ltr" className="text-b font-semibold select-all">
              {passphrase}
            </code>
          </p>
          <p>{say('privacy.passphraseHint')}</p>
        </Banner>
      )}
    </Section>
  );
}

function Progress({ download }: { download: NonNullable<PrivacyRequestDetail['download']> }) {
  const { state, done, total, percent, at } = download;
  const counts = { done: numberText(done), total: numberText(total), percent: percentText(percent) };
  if (state === 'taken')
    return <p className="mb-3 text-ink-2">{say('privacy.takenAt', { when: momentText(at), total: counts.total })}</p>;
  if (state === 'cut')
    return (
      <Banner tone="warn" className="mb-3">
        {say('privacy.cutAt', counts)}
      </Banner>
    );
  return (
    <div className="mb-3">
      <p id="making" role="status" className="mb-1 text-ink-2">
        {say('privacy.making', counts)}
      </p>
      <progress
        aria-labelledby="making"
        value={percent}
        max={100}
        className="h-2 w-full max-w-100 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}
