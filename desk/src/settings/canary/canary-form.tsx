import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Canary } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { setCanary } from '../../api/canary.ts';
import { keys } from '../../api/queries.ts';
import { integrationsQuery } from '../../api/relay.ts';
import { webhooksQuery } from '../../api/webhooks.ts';
import { timeZones } from '../../campaigns/regions.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { say } from '../../words/say.tsx';

interface Props {
  canary: Canary;
  isOpen: boolean;
  onClose: () => void;
}

/** Whether, when and through which systems the test customer goes. */
export function CanarySheet({ canary, isOpen, onClose }: Props) {
  return (
    <Sheet title={say('canary.settings')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <CanaryForm canary={canary} onClose={onClose} />
    </Sheet>
  );
}

function CanaryForm({ canary, onClose }: Pick<Props, 'canary' | 'onClose'>) {
  const client = useQueryClient();
  const { portfolioId, leftOut } = canary;
  const systems = useSystems(portfolioId);
  const [wanted, setWanted] = useState(() => startOf(canary));
  const set = (change: Partial<typeof wanted>) => setWanted({ ...wanted, ...change });
  const save = useMutation({
    mutationFn: () => setCanary({ ...wanted, portfolio: portfolioId }),
    onSuccess: () => {
      tell(say('canary.saved'));
      onClose();
      return client.invalidateQueries({ queryKey: keys.readiness });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  const shown = systems.map(({ id }) => id);
  const hidden = leftOut.filter((id) => !shown.includes(id));
  return (
    <form onSubmit={send}>
      <Fields>
        <Checkbox
          label={say('canary.enabled')}
          hint={say('canary.enabledHint')}
          isSelected={wanted.enabled}
          onChange={(enabled) => set({ enabled })}
        />
        {wanted.enabled && (
          <>
            <TimeField
              label={say('canary.clock')}
              value={wanted.clock}
              onChange={(clock) => set({ clock: clock ?? wanted.clock })}
            />
            <ComboBox
              label={say('canary.zone')}
              nothing={say('canary.noZone')}
              value={wanted.zone}
              onChange={(zone) => set({ zone: zone ?? wanted.zone })}
              options={[...new Set([wanted.zone, ...timeZones()])].map((id) => ({ id, label: id }))}
            />
          </>
        )}
        {systems.length > 0 && (
          <CheckboxGroup
            label={say('canary.through')}
            hint={say('canary.throughHint')}
            value={shown.filter((id) => !wanted.leftOut.includes(id))}
            onChange={(told) => set({ leftOut: [...hidden, ...shown.filter((id) => !told.includes(id))] })}
          >
            {systems.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={<bdi>{name}</bdi>} />
            ))}
          </CheckboxGroup>
        )}
        <Checkbox
          label={say('canary.feed')}
          hint={say('canary.feedHint')}
          isSelected={wanted.feed}
          onChange={(feed) => set({ feed })}
        />
        <FormEnd problem={save.error?.message}>
          <Button look="main" type="submit" isPending={save.isPending}>
            {say('canary.save')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}

/** Of one that was never set, on the clocks of whoever sets it. */
function startOf({ enabled, clock, zone, feed, leftOut, last }: Canary) {
  const isNew = !enabled && last === null && zone === 'UTC';
  return { enabled, clock, zone: isNew ? (timeZones()[0] ?? zone) : zone, feed, leftOut };
}

function useSystems(portfolioId: string): { id: string; name: string }[] {
  const may = useMay();
  const webhooks = useQuery({ ...webhooksQuery, enabled: may('subscriptions:read') }).data?.data ?? [];
  const integrations = useQuery({ ...integrationsQuery, enabled: may('relay:read') }).data?.data ?? [];
  return [...webhooks, ...integrations].filter((one) => one.portfolioId === portfolioId);
}
