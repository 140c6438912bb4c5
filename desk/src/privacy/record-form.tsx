import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type {
  PrivacyKind,
  PrivacyLanguage,
  PrivacyLaw,
  PrivacyRequestDetail,
  PrivacySubject,
} from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { call, keyed } from '../api/client.ts';
import { newKey } from '../api/new-key.ts';
import { keys } from '../api/queries.ts';
import { Identifier } from '../shell/identifier.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { identifierText } from '../words/identifiers.ts';
import { languages } from '../words/language.ts';
import { say } from '../words/say.tsx';
import { privacySettingsQuery } from './privacy-queries.ts';

const kinds: readonly PrivacyKind[] = ['access', 'erase', 'rectify', 'restrict', 'object'];
const laws: readonly PrivacyLaw[] = ['gdpr', 'ccpa', 'other'];

/** What is asked for, by which law, and for which of the accounts. */
export function RecordForm({ subject }: { subject: PrivacySubject }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [kind, setKind] = useState<PrivacyKind>('access');
  const settings = useQuery(privacySettingsQuery(subject.portfolioId));
  const [chosenLaw, setLaw] = useState<PrivacyLaw>();
  const law = chosenLaw ?? settings.data?.law ?? 'gdpr';
  const [language, setLanguage] = useState<PrivacyLanguage | 'last'>('last');
  const [note, setNote] = useState('');
  const [accounts, setAccounts] = useState<string[]>(subject.accounts.map(({ id }) => id));
  const record = useMutation({
    mutationFn: () =>
      call<PrivacyRequestDetail>('/api/v1/privacy/requests', {
        method: 'POST',
        body: {
          ...{ kind, law, accounts, contactId: subject.contact.id },
          ...(note.trim() !== '' && { note: note.trim() }),
          ...(language !== 'last' && { language }),
        },
        ...keyed(key),
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: keys.privacy });
      void navigate({ to: '/privacy/$requestId', params: { requestId: id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <form onSubmit={submit} className="flex max-w-120 flex-col gap-5">
      <p className="flex flex-wrap items-center gap-2 text-b">
        <bdi className="font-semibold">{subject.contact.displayName}</bdi>
        {subject.contact.displayName !== identifierText(subject.contact.identifier) && (
          <Identifier value={subject.contact.identifier} className="text-ink-2" />
        )}
      </p>
      <RadioGroup
        label={say('privacy.kindName')}
        options={kinds.map((one) => ({ id: one, label: say('privacy.kind', { kind: one }) }))}
        value={kind}
        onChange={setKind}
      />
      <Select
        label={say('privacy.law')}
        options={laws.map((one) => ({ id: one, label: say('privacy.lawName', { law: one }) }))}
        value={law}
        onChange={setLaw}
      />
      <Select
        label={say('privacy.language')}
        hint={say('privacy.languageHint')}
        options={[
          { id: 'last', label: say('privacy.languageAuto') },
          ...languages.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={language}
        onChange={setLanguage}
      />
      {subject.accounts.length > 1 && (
        <CheckboxGroup
          label={say('privacy.accounts')}
          hint={say('privacy.accountsHint')}
          value={accounts}
          onChange={setAccounts}
        >
          {subject.accounts.map((one) => (
            <Checkbox key={one.id} value={one.id} label={<bdi>{identifierText(one.identifier)}</bdi>} />
          ))}
        </CheckboxGroup>
      )}
      <TextArea
        label={say('privacy.note')}
        hint={say('privacy.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={500}
      />
      {record.isError && (
        <Banner tone="danger" isLive>
          {record.error.message}
        </Banner>
      )}
      <Button
        type="submit"
        look="main"
        className="self-start"
        isPending={record.isPending}
        isDisabled={accounts.length === 0}
      >
        {say('privacy.record')}
      </Button>
    </form>
  );
}
