import { useState } from 'react';
import { changeWriting, type Notices, undoChoices, useWritingSettings } from '../thread/compose/writing-settings.ts';
import { Select } from '../ui/select.tsx';
import { Setting, SettingsBox, SettingsFrame } from '../ui/settings-frame.tsx';
import { say } from '../words/say.tsx';

/** How one writes and is told here: of this browser, for this person. */
export function WritingScreen() {
  const { undoSeconds, notices } = useWritingSettings();
  const [refused, setRefused] = useState(false);
  const chooseNotices = async (next: Notices) => {
    const allowed = next === 'off' || (await mayNotify());
    setRefused(!allowed);
    changeWriting({ notices: allowed ? next : 'off' });
  };
  return (
    <SettingsFrame title={say('together.writing')} intro={say('together.writingIntro')}>
      <SettingsBox>
        <Setting id="undo" title={say('together.undoTime')} explains={say('together.undoTimeExplained')}>
          <Select
            label={say('together.undoTime')}
            hidesLabel
            fits
            options={undoChoices.map((n) => ({ id: String(n), label: say('together.seconds', { n }) }))}
            value={String(undoSeconds)}
            onChange={(value) => changeWriting({ undoSeconds: Number(value) })}
          />
        </Setting>
        <Setting id="notices" title={say('together.notices')} explains={say('together.noticesExplained')}>
          <div>
            <Select
              label={say('together.notices')}
              hidesLabel
              fits
              options={[
                { id: 'off', label: say('together.noticesOff') },
                { id: 'plain', label: say('together.noticesPlain') },
                { id: 'text', label: say('together.noticesText') },
              ]}
              value={notices}
              onChange={(value) => void chooseNotices(value)}
            />
            <p role="status" className="mt-1 max-w-60 text-s text-danger">
              {refused && say('together.noticesRefused')}
            </p>
          </div>
        </Setting>
      </SettingsBox>
    </SettingsFrame>
  );
}

async function mayNotify(): Promise<boolean> {
  if (!('Notification' in globalThis)) return false;
  return (await Notification.requestPermission()) === 'granted';
}
