import { useQuery } from '@tanstack/react-query';
import type { Template } from '@throughline/contract';
import { ArrowLeft, CircleAlert } from 'lucide-react';
import { type SubmitEvent, useEffect, useState } from 'react';
import { say } from '../words/say.tsx';
import { SlotField } from './slot-field.tsx';
import { TemplateBubble } from './template-bubble.tsx';
import { templatePreviewQuery } from './template-queries.ts';
import { givenValues, isFilled, languageName } from './template-words.ts';
import { useLater } from './use-later.ts';

interface Props {
  template: Template;
  conversationId: string | undefined;
  onSend: (values: Record<string, string>) => void;
  onBack: () => void;
}

/** The places on one side, how it will read on the other; what stands in the way is said where it stands. */
export function FillForm({ template, conversationId, onSend, onBack }: Props) {
  const { id, name, language } = template;
  // What a quick reply sends back is for programs; nobody who writes to a customer fills it in.
  const slots = template.slots.filter(({ kind, required }) => required || kind !== 'payload');
  const [values, setValues] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState(false);
  const given = givenValues(values);
  const later = useLater(JSON.stringify(given), 200);
  const preview = useQuery(
    templatePreviewQuery(id, {
      values: JSON.parse(later) as Record<string, string>,
      ...(conversationId === undefined ? {} : { conversation: conversationId }),
    }),
  );
  const problems = preview.data?.problems ?? [];
  const whole = problems.flatMap(({ slot, problem }) => (slot === null ? [problem] : []));
  const problemOf = (key: string) => {
    const found = problems.find(({ slot }) => slot === key)?.problem;
    // What is empty is not wrong yet while somebody is still filling in.
    return asked || (values[key] ?? '') !== '' ? found : undefined;
  };
  const upToDate = later === JSON.stringify(given) && !preview.isFetching;
  // Asked for while the last letters are still being looked at: it goes as soon as they are found right.
  const [wanted, setWanted] = useState(false);
  const ready = upToDate && preview.isSuccess;
  useEffect(() => {
    if (!wanted || !ready) return;
    setWanted(false);
    if (problems.length === 0) onSend(given);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    setWanted(true);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <button type="button" className="icon-btn" aria-label={say('templates.another')} onClick={onBack}>
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </button>
        <bdi className="font-semibold wrap-anywhere">{name}</bdi>
        <span className="text-s text-ink-3">{languageName(language)}</span>
      </div>
      <div className="grid gap-4 min-[640px]:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-2">
          {slots.length === 0 && <p className="text-ink-2">{say('templates.nothingToFill')}</p>}
          {slots.map((slot, index) => (
            <SlotField
              key={slot.key}
              slot={slot}
              value={values[slot.key] ?? ''}
              onChange={(value) => {
                setWanted(false);
                setValues((before) => ({ ...before, [slot.key]: value }));
              }}
              problem={problemOf(slot.key)}
              isFirst={index === 0}
              conversationId={conversationId}
            />
          ))}
        </div>
        <TemplateBubble text={preview.data?.text ?? template.text} label={say('templates.asSeen')} />
      </div>
      <div role="alert">
        {whole.map((problem) => (
          <p key={problem} className="flex gap-2 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
            <CircleAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
            {problem}
          </p>
        ))}
        {preview.isError && (
          <p className="rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">{preview.error.message}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="btn btn-main" disabled={whole.length > 0 || preview.isError}>
          {say('templates.send')}
        </button>
        {asked && !isFilled(slots, values) && (
          <span role="status" className="text-s text-danger">
            {say('templates.stillEmpty')}
          </span>
        )}
      </div>
    </form>
  );
}
