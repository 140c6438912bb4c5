import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Policy } from '@throughline/contract';
import { type SubmitEvent, useRef, useState } from 'react';
import { type PolicyChange, policyQuery, setPolicy } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { Segments } from '../ui/radio-group.tsx';
import { Setting } from '../ui/settings-frame.tsx';
import { Switch } from '../ui/switch.tsx';
import { say } from '../words/say.tsx';
import { changeOf, dayBounds, daysProblem, draftOf } from './policy-draft.ts';

/** Each setting, in plain words, with its value. Editable for those who may. */
export function PolicyForm({ policy, portfolio }: { policy: Policy; portfolio: string | undefined }) {
  const client = useQueryClient();
  const readOnly = !useMay()('policy:write');
  const [draft, setDraft] = useState(() => draftOf(policy));
  const days = useRef<HTMLInputElement>(null);
  const problem = daysProblem(draft.days);
  const change = problem === undefined ? changeOf(draft, policy) : undefined;
  const saving = useMutation({
    mutationFn: (chosen: PolicyChange) => setPolicy(chosen, portfolio),
    onSuccess: (after) => {
      client.setQueryData(policyQuery(portfolio).queryKey, after);
      setDraft(draftOf(after));
      tell(say('settings.savedDeciding'));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem !== undefined) days.current?.focus();
    else if (change) saving.mutate(change);
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
        {policy.explained.map(({ setting, title, explains, value }) => (
          <Setting key={setting} title={title} explains={explains} id={setting}>
            {setting === 'adoptionLimitDays' ? (
              <div className="text-end">
                <span className="flex items-center gap-2">
                  <input
                    ref={days}
                    type="number"
                    inputMode="numeric"
                    aria-label={say('settings.inDays', { title })}
                    aria-describedby={`about-${setting}${problem === undefined ? '' : ' days-problem'}`}
                    aria-invalid={problem !== undefined}
                    min={dayBounds.least}
                    max={dayBounds.most}
                    disabled={readOnly || draft.strict}
                    value={draft.strict ? '45' : draft.days}
                    onChange={(event) => setDraft({ ...draft, days: event.target.value })}
                    className="field h-9! w-22! tabular-nums disabled:bg-sunken disabled:text-ink-3"
                  />
                  {say('settings.daysUnit')}
                </span>
                {draft.strict && <p className="mt-1 text-s text-ink-3">{say('settings.whileStrict')}</p>}
              </div>
            ) : setting === 'strict' || setting === 'joinOnSharedNumber' ? (
              <Switch
                hidesLabel
                label={title}
                describedBy={`about-${setting}`}
                isOn={draft[setting]}
                isDisabled={readOnly}
                onChange={(on) => setDraft({ ...draft, [setting]: on })}
              />
            ) : setting === 'acrossPortfolios' ? (
              <Segments
                label={title}
                options={acrossOptions.map(({ id, label }) => ({ id, label: say(label) }))}
                value={draft.acrossPortfolios}
                isDisabled={readOnly}
                onChange={(acrossPortfolios) => setDraft({ ...draft, acrossPortfolios })}
              />
            ) : (
              <span className="font-medium">{value}</span>
            )}
          </Setting>
        ))}
      </div>
      {problem !== undefined && !draft.strict && (
        <p id="days-problem" role="alert" className="mt-3 text-danger">
          {problem}
        </p>
      )}
      {saving.isError && (
        <p role="alert" className="mt-3 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
          {say('settings.notSaved', { why: saving.error.message })}
        </p>
      )}
      {readOnly ? (
        <p className="mt-4 text-ink-3">{say('settings.readOnly')}</p>
      ) : (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="submit" className="btn btn-main" disabled={change === undefined || saving.isPending}>
            {say('common.save')}
          </button>
          {change !== undefined && (
            <button type="button" className="btn" onClick={() => setDraft(draftOf(policy))}>
              {say('settings.undoChanges')}
            </button>
          )}
          <p className="min-w-60 flex-1 text-s text-ink-2">{say('settings.savingDecides')}</p>
        </div>
      )}
    </form>
  );
}

const acrossOptions = [
  { id: 'related', label: 'settings.related' },
  { id: 'apart', label: 'settings.apart' },
] as const;
