import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrivacyLaw, PrivacySettings } from '@throughline/contract';
import { useId, useState } from 'react';
import { keys } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { Banner } from '../ui/banner.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Setting, SettingsBox } from '../ui/settings-frame.tsx';
import { Switch } from '../ui/switch.tsx';
import { say } from '../words/say.tsx';
import { setPrivacySettings } from './privacy-queries.ts';

const laws: readonly PrivacyLaw[] = ['gdpr', 'ccpa', 'other'];

/** By which law requests are due, and whether somebody else must approve them. */
export function AnsweringPart({ settings, isReadOnly }: { settings: PrivacySettings; isReadOnly: boolean }) {
  const { portfolioId, law, fourEyes, dropped } = settings;
  const id = useId();
  const client = useQueryClient();
  const [alone, setAlone] = useState(false);
  const save = useMutation({
    mutationFn: (change: Partial<Pick<PrivacySettings, 'law' | 'fourEyes'>>) =>
      setPrivacySettings(portfolioId, { law, fourEyes, ...change }),
    onSuccess: () => {
      tell(say('settings.saved'));
      setAlone(false);
      return client.invalidateQueries({ queryKey: [...keys.privacy, 'settings'] });
    },
  });
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 font-semibold">
        {say('privacy.requests')}
      </h3>
      <SettingsBox>
        <Setting id="law" title={say('privacy.law')} explains={say('privacy.lawHint')}>
          <RadioGroup
            label={say('privacy.law')}
            hidesLabel
            options={laws.map((one) => ({ id: one, label: say('privacy.lawName', { law: one }) }))}
            value={save.isPending ? (save.variables.law ?? law) : law}
            isDisabled={isReadOnly || save.isPending}
            onChange={(chosen) => save.mutate({ law: chosen })}
          />
        </Setting>
        <Setting id="four-eyes" title={say('privacy.fourEyes')} explains={say('privacy.fourEyesHint')}>
          <Switch
            label={say('privacy.fourEyes')}
            hidesLabel
            describedBy="about-four-eyes"
            isOn={fourEyes}
            isDisabled={isReadOnly || save.isPending}
            onChange={(on) => (on ? save.mutate({ fourEyes: true }) : setAlone(true))}
          />
        </Setting>
      </SettingsBox>
      <p className="mt-2 text-s text-ink-3">{say('privacy.dropped', { count: dropped })}</p>
      {save.isError && !alone && (
        <Banner tone="danger" className="mt-3" isLive>
          {save.error.message}
        </Banner>
      )}
      <ConfirmDialog
        title={say('privacy.fourEyesOff')}
        confirm={say('privacy.turnOff')}
        isOpen={alone}
        isBusy={save.isPending}
        failure={save.isError ? save.error.message : undefined}
        onConfirm={() => save.mutate({ fourEyes: false })}
        onClose={() => setAlone(false)}
      >
        {say('privacy.fourEyesOffDetail')}
      </ConfirmDialog>
    </section>
  );
}
