import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { numbersQuery } from '../templates/template-queries.ts';
import { Field, FormEnd } from '../thread/compose/field.tsx';
import { say } from '../words/say.tsx';
import { campaignQuery, createCampaign } from './campaign-queries.ts';
import { NumberField } from './number-field.tsx';

/** A name and a number make a draft; everything else is put together on its page. */
export function NewCampaign() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useCallKey();
  const numbers = useQuery(numbersQuery).data?.data ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState(false);
  const from = chosen ?? numbers[0]?.id ?? '';
  const creating = useMutation({
    mutationFn: () => createCampaign({ name: name.trim(), from }, keyOf({ name: name.trim(), from })),
    onSuccess: (campaign) => {
      client.setQueryData(campaignQuery(campaign.id).queryKey, campaign);
      void navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.id } });
    },
  });
  const missing = asked && name.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== '' && from !== '') creating.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={say('campaigns.name')}
        value={name}
        onChange={setName}
        max={120}
        isFirst
        hint={say('campaigns.nameHint')}
        problem={missing ? say('campaigns.giveName') : undefined}
      />
      <NumberField numbers={numbers} value={from} onChange={setChosen} />
      <FormEnd label={say('campaigns.goOn')} problem={creating.error?.message} />
    </form>
  );
}
