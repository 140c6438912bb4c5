import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '@throughline/contract';
import { useState } from 'react';
import { numbersQuery } from '../templates/template-queries.ts';
import { Field } from '../thread/compose/field.tsx';
import { say } from '../words/say.tsx';
import { useChange } from './campaign-queries.ts';
import { NumberField } from './number-field.tsx';
import { Step } from './step.tsx';

export function BasicsStep({ campaign }: { campaign: Campaign }) {
  const [name, setName] = useState(campaign.name);
  const numbers = useQuery(numbersQuery).data?.data ?? [campaign.businessNumber];
  const saving = useChange(campaign.id);
  const trimmed = name.trim();
  return (
    <Step title={say('campaigns.nameAndNumber')} done={campaign.businessNumber.name} failure={saving.error?.message}>
      <div className="grid gap-x-4 gap-y-3 min-[640px]:grid-cols-2">
        <Field
          label={say('campaigns.name')}
          value={name}
          onChange={setName}
          onBlur={() => trimmed !== '' && trimmed !== campaign.name && saving.mutate({ name: trimmed })}
          max={120}
          problem={trimmed === '' ? say('campaigns.giveName') : undefined}
        />
        <NumberField
          numbers={numbers}
          value={campaign.businessNumber.id}
          onChange={(from) => saving.mutate({ from })}
        />
      </div>
    </Step>
  );
}
