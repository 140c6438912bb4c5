import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '@throughline/contract';
import { useState } from 'react';
import { TemplateBubble } from '../templates/template-bubble.tsx';
import { TemplateOptions } from '../templates/template-options.tsx';
import { templateNamedQuery } from '../templates/template-queries.ts';
import { categoryWords, languageName } from '../templates/template-words.ts';
import { say } from '../words/say.tsx';
import { useChange } from './campaign-queries.ts';
import { Step } from './step.tsx';

export function TemplateStep({ campaign, problems }: { campaign: Campaign; problems: string[] }) {
  const { id, template, businessNumber } = campaign;
  const [choosing, setChoosing] = useState(false);
  const saving = useChange(id);
  const done = template === null ? undefined : `${template.name}, ${languageName(template.language)}`;
  return (
    <Step title={say('campaigns.template')} done={done} problems={problems} failure={saving.error?.message}>
      {template === null || choosing ? (
        <TemplateOptions
          businessNumber={businessNumber.id}
          onChoose={({ name, language }) => {
            setChoosing(false);
            saving.mutate({ template: { name, language: { code: language } } });
          }}
        />
      ) : (
        <Chosen campaign={campaign} template={template} />
      )}
      {template !== null && (
        <button type="button" className="text-btn mt-2" onClick={() => setChoosing(!choosing)}>
          {choosing ? say('campaigns.keepChosen') : say('campaigns.chooseAnother')}
        </button>
      )}
    </Step>
  );
}

function Chosen({ campaign, template }: { campaign: Campaign; template: NonNullable<Campaign['template']> }) {
  const { data: known } = useQuery(templateNamedQuery(campaign.businessNumber.id, template.name, template.language));
  return (
    <div className="max-w-110">
      {template.text === null ? (
        <p className="text-ink-2">{say('campaigns.unknownTemplate')}</p>
      ) : (
        <TemplateBubble text={template.text} label={say('campaigns.asWillBeSeen')} />
      )}
      {known && (
        <p className="mt-1 text-s text-ink-3">
          {known.category === 'marketing' ? say('campaigns.marketing') : say(categoryWords[known.category])}
        </p>
      )}
      {known?.why != null && <p className="mt-2 rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">{known.why}</p>}
    </div>
  );
}
