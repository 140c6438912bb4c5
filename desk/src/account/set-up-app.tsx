import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { renderSVG } from 'uqr';
import { confirmApp, enableApp } from '../api/access.ts';
import { tell } from '../shell/told.tsx';
import { Button } from '../ui/button.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordGate } from './password-gate.tsx';

interface Made {
  totpURI: string;
  backupCodes: string[];
}

/** Password, QR code and first code, backup codes: in this order, so that nobody is locked out half-way. */
export function SetUpApp({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<Made | undefined>();
  const [isConfirmed, setConfirmed] = useState(false);
  if (made === undefined) return <PasswordGate deed={say('access.continue')} work={enableApp} onDone={setMade} />;
  if (isConfirmed) return <BackupCodes codes={made.backupCodes} onDone={onDone} />;
  return (
    <Scan
      uri={made.totpURI}
      onDone={() => {
        tell(say('access.appAdded'));
        setConfirmed(true);
      }}
    />
  );
}

function Scan({ uri, onDone }: { uri: string; onDone: () => void }) {
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => confirmApp(code.replaceAll(' ', '')), onSuccess: onDone });
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        <p className="text-ink-2">{say('access.scan')}</p>
        <img
          alt={say('access.qrName')}
          className="mx-auto size-44 rounded-md border border-line bg-white p-2"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 0 }))}`}
        />
        <p className="text-s text-ink-2">
          {say('access.manual')}
          <code dir="ltr" className="mt-1 block rounded-sm bg-sunken px-2 py-1.5 text-ink wrap-anywhere select-all">
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </code>
        </p>
        <TextField
          label={say('access.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          value={code}
          onChange={setCode}
          isRequired
          autoFocus
        />
        <FormEnd problem={confirm.error?.message}>
          <Button look="main" type="submit" isPending={confirm.isPending}>
            {say('access.confirmCode')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
