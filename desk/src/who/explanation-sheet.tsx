import { useQuery } from '@tanstack/react-query';
import type { Explanation } from '@throughline/contract';
import { type ReactNode, useState } from 'react';
import { explanationQuery } from '../api/who-is-who.ts';
import { useDelayed } from '../shell/use-delayed.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { DateField } from '../ui/date-field.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say, show } from '../words/say.tsx';
import { AccountCard } from './account-card.tsx';
import { dayValue, endOfDay } from './as-of.ts';
import { Disclosed } from './disclosed.tsx';
import { Steps } from './explanation-steps.tsx';
import type { Pairing } from './pair-sheet.tsx';
import { SaidList } from './said-list.tsx';
import { SayForm } from './say-form.tsx';

interface Props {
  contactId: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Goes on to say that somebody else is the same person, or never is. */
  onPair: (kind: Pairing) => void;
}

/** Why Throughline takes somebody for one person: now, or on a day asked for. */
export function ExplanationSheet({ contactId, isOpen, onOpenChange, onPair }: Props) {
  return (
    <Sheet title={say('context.howWeKnow')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Asked contactId={contactId} onDone={() => onOpenChange(false)} onPair={onPair} />
    </Sheet>
  );
}

interface AskedProps {
  contactId: string;
  onDone: () => void;
  onPair: (kind: Pairing) => void;
}

function Asked({ contactId, onDone, onPair }: AskedProps) {
  const now = useNow();
  const today = dayValue(now);
  const [day, setDay] = useState(today);
  const asOf = endOfDay(day, now);
  const answer = useQuery({ ...explanationQuery(contactId, asOf), placeholderData: (held) => held });
  const slow = useDelayed(answer.isPending, 300);
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <DateField
          label={say('who.whoOn')}
          latest={today}
          value={day === '' ? null : day}
          onChange={(chosen) => setDay(chosen ?? '')}
          className="min-w-40 flex-1"
        />
        {asOf !== undefined && (
          <button type="button" className="btn h-10" onClick={() => setDay(today)}>
            {say('who.backToToday')}
          </button>
        )}
      </div>
      <div aria-busy={answer.isPlaceholderData} className={answer.isPlaceholderData ? 'opacity-60' : ''}>
        {slow && <div role="status" aria-label={say('who.loading')} className="skeleton mt-5 h-60" />}
        {answer.isError && (
          <ErrorState title={say('who.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
        )}
        {answer.data && !answer.isError && (
          <Story explanation={answer.data} contactId={contactId} onDone={onDone} onPair={onPair} />
        )}
      </div>
    </>
  );
}

interface StoryProps extends AskedProps {
  explanation: Explanation;
}

function Story({ explanation, contactId, onDone, onPair }: StoryProps) {
  const { asOf, known, accounts, steps, said, displayName } = explanation;
  // The past is for reading; whoever would change something changes it as it is now.
  const may = useMay()('identity:merge') && asOf === null;
  if (!known) {
    return <p className="mt-5 rounded-md bg-canvas px-3 py-2.5 text-ink-2">{say('who.nothingKnown')}</p>;
  }
  const one = accounts.length === 1;
  return (
    <>
      <Section title={asOf === null ? say('who.madeOf') : say('who.wasMadeOf')}>
        <p className="mb-2 text-ink-2">
          {show(asOf === null ? 'who.isMadeOf' : 'who.wasMade', {
            name: (
              <b key="name" className="font-semibold text-ink">
                <bdi>{displayName}</bdi>
              </b>
            ),
            count: accounts.length,
          })}
        </p>
        <ul className="flex flex-col gap-2">
          {accounts.map((account) => (
            <li key={account.id}>
              <AccountCard account={account}>
                {may && !one && (
                  <Disclosed
                    label={say('who.takeOut')}
                    spoken={say('who.takeNameOut', { name: account.displayName })}
                    className="mt-2"
                  >
                    {(close) => (
                      <SayForm
                        contactId={contactId}
                        saying={{ kind: 'split', account: account.id }}
                        onDone={onDone}
                        onCancel={close}
                      />
                    )}
                  </Disclosed>
                )}
              </AccountCard>
            </li>
          ))}
        </ul>
      </Section>
      {steps.length > 0 && (
        <Section title={say('who.howItCame')}>
          <Steps steps={steps} contactId={contactId} mayTellApart={may} onDone={onDone} />
        </Section>
      )}
      {said.length > 0 && (
        <Section title={say('who.whatPeopleSaid')}>
          <SaidList said={said} contactId={contactId} mayTakeBack={may} onDone={onDone} />
        </Section>
      )}
      {may && (
        <Section title={say('who.someoneElse')}>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="btn" onClick={() => onPair('merge')}>
              {say('context.samePerson')}
            </button>
            <button type="button" className="btn" onClick={() => onPair('never-merge')}>
              {say('context.neverSame')}
            </button>
          </div>
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2.5 text-s font-semibold text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
