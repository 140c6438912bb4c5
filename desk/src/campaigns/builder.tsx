import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '@throughline/contract';
import { templateNamedQuery } from '../templates/template-queries.ts';
import { AudienceStep } from './audience-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { CheckStep } from './check-step.tsx';
import { ScheduleStep } from './schedule-step.tsx';
import { TemplateStep } from './template-step.tsx';
import { ValuesStep } from './values-step.tsx';

/** Putting a campaign together, in steps on one page. Every change is saved at once. */
export function Builder({ campaign }: { campaign: Campaign }) {
  const { template, businessNumber } = campaign;
  const known = useQuery({
    ...templateNamedQuery(businessNumber.id, template?.name ?? '', template?.language ?? ''),
    enabled: template !== null,
  });
  return (
    <div className="flex flex-col gap-4">
      <BasicsStep campaign={campaign} />
      <TemplateStep campaign={campaign} problems={[]} />
      <AudienceStep campaign={campaign} problems={[]} />
      {template !== null && (
        <ValuesStep
          key={`${template.name} ${template.language}`}
          campaign={campaign}
          slots={known.data?.slots ?? []}
          problems={[]}
        />
      )}
      <ScheduleStep campaign={campaign} problems={[]} />
      <CheckStep campaign={campaign} mayManage />
    </div>
  );
}
