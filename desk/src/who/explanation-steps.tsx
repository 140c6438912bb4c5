import type { ExplanationStep } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { clockTime, fullTime, shortDate } from '../words/time.ts';
import { Disclosed } from './disclosed.tsx';
import { learnedLater } from './learned-later.ts';
import { SayForm } from './say-form.tsx';

interface Props {
  steps: ExplanationStep[];
  contactId: string;
  mayTellApart: boolean;
  onDone: () => void;
}

/** What led to it, in the order of events: the thread's own line, a knot a step. */
export function Steps({ steps, contactId, mayTellApart, onDone }: Props) {
  const now = useNow();
  return (
    <ol className="flex flex-col">
      {steps.map((step) => {
        const later = learnedLater(step, now);
        return (
          <li
            key={step.id}
            data-testid="step"
            className="relative pb-4 ps-6 last:pb-0 not-last:before:absolute not-last:before:start-[5px] not-last:before:top-3 not-last:before:-bottom-1 not-last:before:w-0.5 not-last:before:bg-accent-line"
          >
            <span
              aria-hidden
              className="absolute start-px top-1.25 size-2.5 rounded-full border-2 border-accent bg-surface"
            />
            <p className="plain-bidi rtl:text-right">
              <b className="font-semibold">{step.title}</b> <span className="text-ink-2">{step.detail}</span>
            </p>
            <p className="text-s text-ink-3">
              <time dateTime={step.at} title={fullTime(step.at)}>
                {shortDate(step.at, now)}, {clockTime(step.at)}
              </time>
              {later !== undefined && ` · ${later}`}
            </p>
            {mayTellApart && step.tellApart && (
              <Disclosed
                label={say('who.notSame')}
                spoken={say('who.notSameStep', { step: step.title })}
                className="mt-1 text-s"
              >
                {(close) => (
                  <SayForm
                    contactId={contactId}
                    saying={{ kind: 'split', step: step.id }}
                    onDone={onDone}
                    onCancel={close}
                  />
                )}
              </Disclosed>
            )}
          </li>
        );
      })}
    </ol>
  );
}
