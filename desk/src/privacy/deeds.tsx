import type { PrivacyRefusal, PrivacyRequestDetail } from '@throughline/contract';
import { useState } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { say } from '../words/say.tsx';
import { dayText } from '../words/time.ts';
import { useStep } from './use-step.ts';

const reasons: readonly PrivacyRefusal[] = [
  'not_proven',
  'nothing_held',
  'unfounded',
  'excessive',
  'must_keep',
  'others_rights',
  'other',
];

type Asking = 'run' | 'approve' | 'refuse' | 'extend' | 'cancel';

/** What can be done with a request now. What cannot be undone is asked about first. */
export function Deeds({ request }: { request: PrivacyRequestDetail }) {
  const { id, kind, state, held, due } = request;
  const step = useStep(id);
  const [asking, setAsking] = useState<Asking>();
  if (state === 'running')
    return (
      <Banner tone="info" className="mt-6" isLive>
        {say('privacy.running')}
      </Banner>
    );
  const ask = (what: Asking) => () => {
    step.reset();
    setAsking(what);
  };
  return (
    <div className="mt-7">
      {due.confirmBy !== null && (
        <Banner
          tone="warn"
          className="mb-4"
          actions={<Button onPress={() => step.mutate({ step: 'confirm' })}>{say('privacy.confirm')}</Button>}
        >
          {say('privacy.confirmBy', { day: dayText(due.confirmBy) })}
        </Banner>
      )}
      {state === 'awaiting_approval' && !request.mayApprove && (
        <Banner tone="warn" className="mb-4">
          {say('privacy.approveWait')}
        </Banner>
      )}
      <Switch
        label={say('privacy.hold')}
        hint={say('privacy.holdHint')}
        isOn={held}
        onChange={(on) => step.mutate({ step: 'hold', body: { held: on } })}
        className="mb-4"
      />
      {step.isError && asking === undefined && (
        <Banner tone="danger" className="mb-4" isLive>
          {step.error.message}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        {state === 'verified' && (
          <Button look={kind === 'erase' ? 'danger' : 'main'} onPress={ask('run')}>
            {say('privacy.run', { kind })}
          </Button>
        )}
        {request.mayApprove && (
          <Button look="main" onPress={ask('approve')}>
            {say('privacy.approve')}
          </Button>
        )}
        <Button onPress={ask('refuse')}>{say('privacy.refuse')}</Button>
        {!due.extended && <Button onPress={ask('extend')}>{say('privacy.extend')}</Button>}
        <Button look="quiet" onPress={ask('cancel')}>
          {say('privacy.cancel')}
        </Button>
      </div>
      <Asked asking={asking} request={request} step={step} onClose={() => setAsking(undefined)} />
    </div>
  );
}

interface AskedProps {
  asking: Asking | undefined;
  request: PrivacyRequestDetail;
  step: ReturnType<typeof useStep>;
  onClose: () => void;
}

function Asked({ asking, request: { kind }, step, onClose }: AskedProps) {
  const [reason, setReason] = useState<PrivacyRefusal>('not_proven');
  const dialog = (what: Asking) => ({
    isOpen: asking === what,
    isBusy: step.isPending,
    failure: step.isError ? step.error.message : undefined,
    onClose,
  });
  const take = (body?: object) => () =>
    asking && step.mutate({ step: asking, ...(body && { body }) }, { onSuccess: onClose });
  const goes = kind === 'erase' ? { isDanger: true, typed: say('privacy.typed') } : {};
  return (
    <>
      {(['run', 'approve'] as const).map((what) => (
        <ConfirmDialog
          key={what}
          {...dialog(what)}
          {...goes}
          title={say('privacy.runAsk', { kind })}
          confirm={what === 'run' ? say('privacy.run', { kind }) : say('privacy.approve')}
          onConfirm={take({ confirm: true })}
        >
          {say('privacy.runDetail', { kind })}
        </ConfirmDialog>
      ))}
      <ConfirmDialog
        {...dialog('refuse')}
        title={say('privacy.refuse')}
        confirm={say('privacy.refuse')}
        onConfirm={take({ reason })}
      >
        <Select
          label={say('privacy.refuseWhy')}
          options={reasons.map((one) => ({ id: one, label: say('privacy.refusal', { reason: one }) }))}
          value={reason}
          onChange={setReason}
        />
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog('extend')}
        title={say('privacy.extend')}
        confirm={say('privacy.extend')}
        onConfirm={take()}
      >
        {say('privacy.extendDetail')}
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog('cancel')}
        title={say('privacy.cancel')}
        confirm={say('privacy.cancel')}
        onConfirm={take()}
      >
        {say('privacy.cancelDetail')}
      </ConfirmDialog>
    </>
  );
}
