import { useQuery } from '@tanstack/react-query';
import type { Contact, ExplanationStep } from '@throughline/contract';
import { Suspense, useState } from 'react';
import { explanationQuery } from '../api/who-is-who.ts';
import { lazily } from '../shell/lazily.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import type { Pairing } from '../who/pair-sheet.tsx';
import { say } from '../words/say.tsx';
import { dayWord, fullTime } from '../words/time.ts';
import { Part } from './part.tsx';

const ExplanationSheet = lazily(async () => (await import('../who/explanation-sheet.tsx')).ExplanationSheet);
const PairSheet = lazily(async () => (await import('../who/pair-sheet.tsx')).PairSheet);

/** Of a long story the panel tells the end; the sheet tells all of it. */
const toldSteps = 2;

/** Why this is one person, in two lines; and where to say that it is not, or that somebody else is too. */
export function OnePerson({ contact }: { contact: Contact }) {
  const may = useMay();
  const explains = may('identity:explain');
  const [open, setOpen] = useState<'how' | Pairing>();
  const { data } = useQuery({ ...explanationQuery(contact.id, undefined), enabled: explains });
  if (!explains) return null;
  const steps = data?.steps.slice(-toldSteps) ?? [];
  const onOpenChange = (isOpen: boolean) => isOpen || setOpen(undefined);
  return (
    <Part title={say('context.onePerson')}>
      {steps.length > 0 ? (
        <ol className="rounded-md border border-line bg-canvas px-3 py-2.5">
          {steps.map((step) => (
            <StepLine key={step.id} step={step} />
          ))}
        </ol>
      ) : (
        data && <p className="text-s text-ink-2">{say('context.oneAccount')}</p>
      )}
      <button type="button" className="text-btn mt-2 text-start text-s" onClick={() => setOpen('how')}>
        {may('identity:merge') ? say('context.splitOrJoin') : say('context.howWeKnow')}
      </button>
      <Suspense>
        {open === 'how' && (
          <ExplanationSheet contactId={contact.id} isOpen onOpenChange={onOpenChange} onPair={setOpen} />
        )}
        {(open === 'merge' || open === 'never-merge') && (
          <PairSheet contact={contact} kind={open} isOpen onOpenChange={onOpenChange} />
        )}
      </Suspense>
    </Part>
  );
}

/** A knot on the line, as in the thread. */
function StepLine({ step }: { step: ExplanationStep }) {
  const now = useNow();
  return (
    <li className="relative pb-2.5 ps-5 text-s last:pb-0 not-last:before:absolute not-last:before:start-[5px] not-last:before:top-3 not-last:before:-bottom-1 not-last:before:w-0.5 not-last:before:bg-accent-line">
      <span aria-hidden className="absolute start-px top-1 size-2.5 rounded-full border-2 border-accent bg-surface" />
      <span className="block wrap-anywhere">{step.title}</span>
      <time dateTime={step.at} title={fullTime(step.at)} className="block text-ink-3">
        {dayWord(step.at, now)}
      </time>
    </li>
  );
}
