import { useQuery } from '@tanstack/react-query';
import type { Correction, CorrectionEffect, PrivacyRequestDetail } from '@throughline/contract';
import { ArrowRight, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { fieldsQuery } from '../api/labels.ts';
import { contactQuery } from '../api/queries.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { correctionsQuery } from './privacy-queries.ts';
import { isOpen } from './request-words.ts';
import { Section } from './section.tsx';
import { useStep } from './use-step.ts';

/** What is to be corrected, each as it is and as it will be; nothing is changed by looking. */
export function CorrectionsPart({ request, manages }: { request: PrivacyRequestDetail; manages: boolean }) {
  const { id, corrections, subject } = request;
  const open = isOpen(request);
  const named = useStep(id);
  const seen = useQuery({ ...correctionsQuery(id, corrections), enabled: open && corrections.length > 0 });
  const effects = seen.data?.corrections ?? [];
  const change = (next: Correction[]) =>
    named.mutate({ step: 'corrections', method: 'PUT', body: { corrections: next } });
  const changes = open && manages && subject !== null;
  return (
    <Section title={say('privacy.corrections')}>
      {open && <p className="mb-3 text-ink-2">{say('privacy.correctionsHint')}</p>}
      {corrections.length === 0 && <p className="text-ink-3">{say('privacy.correctionsNone')}</p>}
      {open && seen.isPending && corrections.length > 0 && <Skeleton shape="lines" count={corrections.length} />}
      {seen.isError && (
        <Banner tone="danger" isLive>
          {seen.error.message}
        </Banner>
      )}
      <ul aria-label={say('privacy.corrections')} className="flex flex-col gap-2">
        {corrections.map((one, place) => (
          <Corrected
            // biome-ignore lint/suspicious/noArrayIndexKey: two corrections may be the same; their place is what they are
            key={place}
            correction={one}
            effect={effects[place]}
            {...(changes && { onRemove: () => change(corrections.filter((_, other) => other !== place)) })}
          />
        ))}
      </ul>
      {named.isError && (
        <Banner tone="danger" className="mt-3" isLive>
          {named.error.message}
        </Banner>
      )}
      {changes && <Adding contactId={request.contactId} onAdd={(one) => change([...corrections, one])} step={named} />}
    </Section>
  );
}

interface AddingProps {
  contactId: string;
  onAdd: (correction: Correction) => void;
  step: ReturnType<typeof useStep>;
}

function Adding({ contactId, onAdd, step }: AddingProps) {
  const [adding, setAdding] = useState(false);
  const contact = useQuery({ ...contactQuery(contactId), enabled: adding });
  const fields = useQuery({ ...fieldsQuery, enabled: adding });
  const own = fields.data?.data.filter(({ subject, archived }) => subject === 'contact' && !archived);
  return (
    <>
      <Button icon={Plus} className="mt-3" onPress={() => setAdding(true)}>
        {say('privacy.correct')}
      </Button>
      <Dialog title={say('privacy.correct')} isOpen={adding} onOpenChange={setAdding} size="s">
        {contact.data && own ? (
          <CorrectionForm
            contact={contact.data}
            fields={own}
            isBusy={step.isPending}
            problem={contact.error?.message}
            onAdd={(one) => {
              onAdd(one);
              setAdding(false);
            }}
          />
        ) : (
          <Skeleton shape="lines" count={4} />
        )}
      </Dialog>
    </>
  );
}

interface CorrectedProps {
  correction: Correction;
  /** undefined: not looked up yet, or done long ago. */
  effect: CorrectionEffect | undefined;
  onRemove?: () => void;
}

function Corrected({ correction, effect, onRemove }: CorrectedProps) {
  const fields = useQuery({ ...fieldsQuery, enabled: correction.what === 'field' });
  const field = correction.what === 'field' && fields.data?.data.find(({ id }) => id === correction.fieldId);
  const what = field ? field.name : say('privacy.correction', { what: correction.what });
  return (
    <li className="flex items-start gap-2 rounded-md border border-line bg-surface p-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">
          <bdi>{what}</bdi>
        </p>
        {effect ? <Effect effect={effect} /> : <Plain correction={correction} />}
        {effect?.refused && (
          <Banner tone="danger" className="mt-2">
            {effect.refused.title}
          </Banner>
        )}
      </div>
      {onRemove && <IconButton icon={X} label={say('privacy.correctRemove', { what })} onPress={onRemove} />}
    </li>
  );
}

function Effect({ effect }: { effect: CorrectionEffect }) {
  if (effect.what === 'name' || effect.what === 'field')
    return <Change before={valueText(effect.was)} after={valueText(effect.becomes)} />;
  if (effect.refused) return null;
  return (
    <>
      {isRedrawn(effect) ? (
        <Change before={<People people={effect.before} />} after={<People people={effect.after} />} />
      ) : (
        <People people={effect.after} />
      )}
      <ul className="mt-2 list-disc ps-5 text-ink-2 marker:text-ink-3">
        {effect.moves.map((move) => (
          <li key={move}>{move}</li>
        ))}
      </ul>
    </>
  );
}

/** Whether there are others than before, or as many of other names. */
function isRedrawn({ before, after }: Linked): boolean {
  const names = (people: Linked['before']) => people.map(({ id, displayName }) => `${id} ${displayName}`).join();
  return names(before) !== names(after);
}

function Change({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <dl className="mt-1 flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-0">
        <dt className="text-xs font-semibold text-ink-3">{say('privacy.now')}</dt>
        <dd className="wrap-anywhere text-ink-2">{before}</dd>
      </div>
      <ArrowRight aria-hidden size={15} strokeWidth={1.75} className="mt-5 shrink-0 text-ink-3 rtl:-scale-x-100" />
      <div className="min-w-0">
        <dt className="text-xs font-semibold text-ink-3">{say('privacy.then')}</dt>
        <dd className="font-medium wrap-anywhere">{after}</dd>
      </div>
    </dl>
  );
}

type Linked = Extract<CorrectionEffect, { moves: string[] }>;

function People({ people }: { people: Linked['before'] }) {
  return (
    <ul>
      {people.map(({ id, displayName, identifier }) => (
        <li key={id} className="flex flex-wrap gap-x-1.5">
          <bdi>{displayName}</bdi>
          {displayName !== identifierText(identifier) && (
            <bdi className="font-normal text-ink-2">{identifierText(identifier)}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}

/** As it was named, where nobody can tell any more what it was before. */
function Plain({ correction }: { correction: Correction }) {
  if (correction.what === 'name') return <p className="text-ink-2">{valueText(correction.name)}</p>;
  return correction.what === 'field' ? <p className="text-ink-2">{valueText(correction.value)}</p> : null;
}

function valueText(value: string | number | boolean | null): ReactNode {
  if (value === null || value === '') return <span className="text-ink-3">{say('privacy.empty')}</span>;
  if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no');
  return <bdi>{value}</bdi>;
}
