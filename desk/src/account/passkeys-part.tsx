import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '@throughline/contract';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { removePasskey, renamePasskey } from '../api/access.ts';
import { RequestProblem } from '../api/client.ts';
import { addPasskey, canUsePasskeys } from '../api/passkeys.ts';
import { tell } from '../shell/told.tsx';
import { useNow } from '../shell/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { shortDate } from '../words/time.ts';
import { AccountPart, inPart } from './part.tsx';

type Passkey = OwnAccount['passkeys'][number];

export function PasskeysPart({ account }: { account: OwnAccount }) {
  const [adds, setAdds] = useState(false);
  const [removing, setRemoving] = useState<Passkey | undefined>();
  const [renaming, setRenaming] = useState<Passkey | undefined>();
  const now = useNow();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['account'] });
  const remove = useMutation({
    mutationFn: (id: string) => removePasskey(id),
    onSuccess: () => {
      setRemoving(undefined);
      return again();
    },
  });
  const nameOf = (passkey: Passkey) => passkey.name ?? say('access.passkeyUnnamed');
  return (
    <AccountPart
      title={say('access.passkeys')}
      explains={say(canUsePasskeys() ? 'access.passkeysExplained' : 'access.passkeysUnable')}
      actions={canUsePasskeys() && <Button onPress={() => setAdds(true)}>{say('access.addPasskey')}</Button>}
    >
      {account.passkeys.length > 0 && (
        <List label={say('access.passkeys')} className={inPart}>
          {account.passkeys.map((passkey) => (
            <ListRow
              key={passkey.id}
              start={<KeyRound aria-hidden size={17} strokeWidth={1.75} className="text-ink-3" />}
              title={<bdi>{nameOf(passkey)}</bdi>}
              chips={passkey.synced && <Chip>{say('access.passkeySynced')}</Chip>}
              detail={say('access.passkeyAdded', { when: shortDate(passkey.createdAt, now) })}
              end={
                <>
                  <Button look="quiet" onPress={() => setRenaming(passkey)}>
                    {say('access.rename')}
                  </Button>
                  <Button look="quiet" onPress={() => setRemoving(passkey)}>
                    {say('access.remove')}
                  </Button>
                </>
              }
            />
          ))}
        </List>
      )}
      <Dialog title={say('access.addPasskey')} isOpen={adds} onOpenChange={setAdds} size="s">
        <AddForm
          onDone={() => {
            setAdds(false);
            tell(say('access.passkeyReady'));
            void again();
          }}
        />
      </Dialog>
      {renaming && (
        <Dialog
          title={say('access.renamePasskey', { name: nameOf(renaming) })}
          isOpen
          onOpenChange={() => setRenaming(undefined)}
          size="s"
        >
          <RenameForm
            passkey={renaming}
            onDone={() => {
              setRenaming(undefined);
              void again();
            }}
          />
        </Dialog>
      )}
      <ConfirmDialog
        title={say('access.removePasskey', { name: removing === undefined ? '' : nameOf(removing) })}
        confirm={say('access.remove')}
        isDanger
        isOpen={removing !== undefined}
        isBusy={remove.isPending}
        failure={remove.error?.message}
        onConfirm={() => removing && remove.mutate(removing.id)}
        onClose={() => {
          setRemoving(undefined);
          remove.reset();
        }}
      >
        {say('access.removePasskeyExplained')}
      </ConfirmDialog>
    </AccountPart>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('');
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const problem =
    add.error instanceof RequestProblem ? add.error.message : add.isError ? say('access.passkeyFailed') : undefined;
  return (
    <form onSubmit={submit}>
      <Fields>
        <TextField label={say('access.passkeyName')} value={name} onChange={setName} maxLength={60} autoFocus />
        <FormEnd problem={problem}>
          <Button look="main" type="submit" isPending={add.isPending}>
            {say('access.addPasskey')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}

function RenameForm({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const [name, setName] = useState(passkey.name ?? '');
  const rename = useMutation({ mutationFn: () => renamePasskey(passkey.id, name.trim()), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') rename.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        <TextField
          label={say('access.passkeyName')}
          value={name}
          onChange={setName}
          maxLength={60}
          isRequired
          autoFocus
        />
        <FormEnd problem={rename.error?.message}>
          <Button look="main" type="submit" isPending={rename.isPending}>
            {say('common.save')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
