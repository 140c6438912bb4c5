import type { PrivacyRequestDetail } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { clockTime, momentText } from '../words/time.ts';
import { Section } from './section.tsx';
import { useStep } from './use-step.ts';

/** Whether whoever asks is the person, and how that is found out. */
export function ProofPart({ request, manages }: { request: PrivacyRequestDetail; manages: boolean }) {
  const { id, proof, state, code } = request;
  const send = useStep(id);
  const [seeing, setSeeing] = useState(false);
  const unproven = state === 'received' || state === 'verifying';
  return (
    <Section title={say('privacy.proof')}>
      <p className="text-ink-2">
        {proof ? say('privacy.proofBy', { by: proof.by, when: momentText(proof.at) }) : say('privacy.proofNone')}
      </p>
      {code && (
        <p className="mt-2 text-ink-2">
          {say('privacy.codeSent', { when: clockTime(code.expiresAt), left: code.attemptsLeft })}
        </p>
      )}
      {manages && state === 'verifying' && code && <CodeForm requestId={id} />}
      {send.isError && (
        <Banner tone="danger" className="mt-3" isLive>
          {send.error.message}
        </Banner>
      )}
      {manages && unproven && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button isPending={send.isPending} onPress={() => send.mutate({ step: 'verify/code' })}>
            {say('privacy.sendCode')}
          </Button>
          <Button onPress={() => setSeeing(true)}>{say('privacy.otherProof')}</Button>
        </div>
      )}
      <Dialog title={say('privacy.otherProof')} isOpen={seeing} onOpenChange={setSeeing} size="s">
        <SeenForm requestId={id} onDone={() => setSeeing(false)} />
      </Dialog>
    </Section>
  );
}

function CodeForm({ requestId }: { requestId: string }) {
  const check = useStep(requestId);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate({ step: 'verify', body: { code } }, { onError: () => setCode('') });
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-2">
      <TextField
        label={say('privacy.code')}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        value={code}
        onChange={setCode}
        problem={check.isError ? check.error.message : undefined}
      />
      <Button type="submit" look="main" isPending={check.isPending} isDisabled={code.trim().length < 4}>
        {say('privacy.checkCode')}
      </Button>
    </form>
  );
}

function SeenForm({ requestId, onDone }: { requestId: string; onDone: () => void }) {
  const prove = useStep(requestId);
  const [by, setBy] = useState<'document' | 'other'>('document');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate({ step: 'prove', body: { by, note: note.trim() } }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Fields>
        <RadioGroup
          label={say('privacy.otherProof')}
          hidesLabel
          options={[
            { id: 'document', label: say('privacy.isDocument') },
            { id: 'other', label: say('privacy.isOther') },
          ]}
          value={by}
          onChange={setBy}
        />
        <TextArea
          label={say('privacy.seen')}
          hint={say('privacy.noteHint')}
          value={note}
          onChange={setNote}
          maxLength={500}
          problem={prove.isError ? prove.error.message : undefined}
        />
      </Fields>
      <FormEnd>
        <Button type="submit" look="main" isPending={prove.isPending} isDisabled={note.trim().length < 3}>
          {say('privacy.otherProof')}
        </Button>
      </FormEnd>
    </form>
  );
}
