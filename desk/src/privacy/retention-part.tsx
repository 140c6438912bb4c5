import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Retention, RetentionPreview } from '@throughline/contract';
import { useId, useState } from 'react';
import { tell } from '../shell/told.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Setting, SettingsBox } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { numberText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { previewRetention, retentionQuery, setRetention } from './privacy-queries.ts';

type Clock = keyof Retention;

interface Bounds {
  clock: Clock;
  name: string;
  least: number;
  most: number;
  /** Days that stand there when it is switched on. */
  usual: number;
  /** Always deleted after a time. */
  isEnding?: true;
}

const clocks: readonly Bounds[] = [
  { clock: 'inactiveDays', name: 'inactive', least: 30, most: 3650, usual: 60 },
  { clock: 'conversationsDays', name: 'conversations', least: 30, most: 3650, usual: 730 },
  { clock: 'filesDays', name: 'files', least: 1, most: 3650, usual: 365 },
  { clock: 'campaignsDays', name: 'campaigns', least: 30, most: 3650, usual: 365 },
  { clock: 'parkedDays', name: 'parked', least: 8, most: 3650, usual: 90 },
  { clock: 'rawDays', name: 'raw', least: 8, most: 365, usual: 14, isEnding: true },
  { clock: 'eventsDays', name: 'events', least: 7, most: 366, usual: 30, isEnding: true },
  { clock: 'deliveriesDays', name: 'deliveries', least: 1, most: 90, usual: 7, isEnding: true },
];

/** How long things are kept: changed together, after a look at what would go. */
export function RetentionPart({ portfolioId }: { portfolioId: string }) {
  const id = useId();
  const answer = useQuery(retentionQuery(portfolioId));
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-semibold">
        {say('privacy.kept')}
      </h3>
      <p className="mb-2 text-ink-2">{say('privacy.keptHint')}</p>
      {answer.isPending && <Skeleton shape="lines" count={8} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('privacy.settingsFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data && <Clocks key={JSON.stringify(answer.data)} portfolioId={portfolioId} kept={answer.data} />}
    </section>
  );
}

function Clocks({ portfolioId, kept }: { portfolioId: string; kept: Retention }) {
  const [draft, setDraft] = useState(kept);
  const look = useMutation({ mutationFn: () => previewRetention(portfolioId, draft) });
  const isFit = clocks.every(({ clock, least, most }) => {
    const days = draft[clock];
    return days === null || (Number.isInteger(days) && days >= least && days <= most);
  });
  const isChanged = clocks.some(({ clock }) => draft[clock] !== kept[clock]);
  return (
    <>
      <SettingsBox>
        {clocks.map((one) => (
          <ClockRow
            key={one.clock}
            bounds={one}
            days={draft[one.clock]}
            onChange={(days) => setDraft({ ...draft, [one.clock]: days })}
          />
        ))}
      </SettingsBox>
      {look.isError && (
        <Banner tone="danger" className="mt-3" isLive>
          {look.error.message}
        </Banner>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="main" isPending={look.isPending} isDisabled={!isChanged || !isFit} onPress={() => look.mutate()}>
          {say('privacy.seeWhatGoes')}
        </Button>
        {isChanged && (
          <Button look="quiet" onPress={() => setDraft(kept)}>
            {say('privacy.asBefore')}
          </Button>
        )}
      </div>
      {look.data && <Choosing portfolioId={portfolioId} draft={draft} seen={look.data} onClose={look.reset} />}
    </>
  );
}

interface RowProps {
  bounds: Bounds;
  days: number | null;
  onChange: (days: number | null) => void;
}

function ClockRow({ bounds: { name, least, most, usual, isEnding }, days, onChange }: RowProps) {
  const title = say('privacy.clock', { clock: name });
  const bounds = say('privacy.daysBounds', { least: numberText(least), most: numberText(most) });
  const unfit = days !== null && !(days >= least && days <= most);
  return (
    <Setting id={name} title={title} explains={say('privacy.clockHint', { clock: name })}>
      <div className="flex w-44 flex-col gap-2">
        {!isEnding && (
          <Switch
            label={days === null ? say('privacy.endless') : say('privacy.deleteAfter')}
            describedBy={`about-${name}`}
            isOn={days !== null}
            onChange={(on) => onChange(on ? usual : null)}
          />
        )}
        {days !== null && (
          <NumberField
            label={say('privacy.daysOf', { what: title })}
            hidesLabel
            value={days}
            minValue={least}
            maxValue={most}
            step={1}
            formatOptions={{ style: 'unit', unit: 'day', unitDisplay: 'long' }}
            problem={unfit ? bounds : undefined}
            hint={bounds}
            onChange={onChange}
          />
        )}
      </div>
    </Setting>
  );
}

interface ChoosingProps {
  portfolioId: string;
  draft: Retention;
  seen: RetentionPreview;
  onClose: () => void;
}

/** Says what will be gone in minutes, before it is. */
function Choosing({ portfolioId, draft, seen, onClose }: ChoosingProps) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => setRetention(portfolioId, draft),
    onSuccess: (now) => {
      tell(say('privacy.clocksSaved'));
      client.setQueryData(retentionQuery(portfolioId).queryKey, now);
      onClose();
    },
  });
  const going = clocks.filter(({ clock }) => seen.counts[clock] > 0);
  const deletes = going.length > 0;
  return (
    <ConfirmDialog
      title={say('privacy.clocksAsk')}
      confirm={say('privacy.clocksSave')}
      isOpen
      isBusy={save.isPending}
      failure={save.isError ? save.error.message : undefined}
      {...(deletes && { isDanger: true, typed: say('privacy.clocksTyped') })}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {deletes ? (
        <>
          <p>{say('privacy.goesNow')}</p>
          <ul className="list-disc ps-5 marker:text-ink-3">
            {going.map(({ clock, name }) => (
              <li key={clock}>
                {say('privacy.goes', {
                  name: say('privacy.clock', { clock: name }),
                  count: numberText(seen.counts[clock]),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{say('privacy.nothingGoes')}</p>
      )}
    </ConfirmDialog>
  );
}
