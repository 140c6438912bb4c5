import type { Template } from '@throughline/contract';
import { X } from 'lucide-react';
import { useState } from 'react';
import { say } from '../words/say.tsx';
import { FillForm } from './fill-form.tsx';
import { TemplateOptions } from './template-options.tsx';

interface Props {
  /** Id of the business number it would go from. */
  businessNumber: string;
  /** Who it is for: then it also says whether it can go there, and files can be uploaded. */
  conversationId?: string;
  onSend: (name: string, language: string, values: Record<string, string>) => void;
  onCancel: () => void;
}

/** Look for a template, fill it in, see how it reads. Sending is the caller's. */
export function TemplatePicker({ businessNumber, conversationId, onSend, onCancel }: Props) {
  const [chosen, setChosen] = useState<Template>();
  return (
    <section aria-label={say('thread.sendTemplate')} className="flex flex-col gap-2">
      <div className="flex items-center justify-between">
        <h2 className="font-semibold">{say('thread.sendTemplate')}</h2>
        <button type="button" className="icon-btn" aria-label={say('templates.closeTemplates')} onClick={onCancel}>
          <X aria-hidden size={17} strokeWidth={1.75} />
        </button>
      </div>
      {chosen === undefined ? (
        <TemplateOptions businessNumber={businessNumber} onChoose={setChosen} />
      ) : (
        <FillForm
          key={chosen.id}
          template={chosen}
          conversationId={conversationId}
          onSend={(values) => onSend(chosen.name, chosen.language, values)}
          onBack={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
