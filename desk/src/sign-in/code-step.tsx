import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { verifyCode } from '../api/access.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { DoorPage } from './door-page.tsx';

/** After the password: a code from the app, or a backup code. */
export function CodeStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp');
  const [code, setCode] = useState('');
  const [trusts, setTrusts] = useState(false);
  const verify = useMutation({
    mutationFn: () => verifyCode(kind, code.replaceAll(' ', ''), trusts),
    onSuccess: onDone,
  });
  const fromApp = kind === 'totp';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate();
  };
  const turn = () => {
    setKind(fromApp ? 'backup-code' : 'totp');
    setCode('');
    verify.reset();
  };
  return (
    <DoorPage title={say('access.codeTitle')} intro={say(fromApp ? 'access.codeExplained' : 'access.backupExplained')}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          key={kind}
          label={say(fromApp ? 'access.code' : 'access.backupCode')}
          value={code}
          onChange={setCode}
          inputMode={fromApp ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          dir="ltr"
          autoFocus
          isRequired
        />
        <Checkbox label={say('access.trust')} isSelected={trusts} onChange={setTrusts} />
        {verify.isError && (
          <Banner tone="danger" isLive>
            {verify.error.message}
          </Banner>
        )}
        <Button look="main" type="submit" className="min-h-10" isPending={verify.isPending}>
          {say('access.continue')}
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-2">
        <Button look="quiet" onPress={turn}>
          {say(fromApp ? 'access.useBackup' : 'access.useApp')}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {say('access.startOver')}
        </Button>
      </div>
    </DoorPage>
  );
}
