import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { keys } from '../api/queries.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { fetchArchive, newPassphrase, saveAs } from './privacy-queries.ts';
import { Section } from './section.tsx';

/** The copy of everything, sealed with a passphrase that is shown once and kept nowhere. */
export function ArchivePart({ requestId, until }: { requestId: string; until: string }) {
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
  return (
    <Section title={say('privacy.archive')}>
      <p className="mb-3 text-ink-2">{say('privacy.archiveUntil', { when: momentText(until) })}</p>
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
