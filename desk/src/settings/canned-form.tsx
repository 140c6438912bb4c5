import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReply, CannedScope } from '@throughline/contract';
import { type SubmitEvent, useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { fieldProblem, RequestProblem } from '../api/client.ts';
import { colleaguesQuery, saveCanned, togetherKeys } from '../api/together.ts';
import { useMay } from '../shell/use-may.ts';
import { type Fills, fill, placeholders, unknownPlaces } from '../thread/compose/placeholders.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { listText } from '../words/lists.ts';
import { say } from '../words/say.tsx';

const example: Fills = {
  'contact.name': 'Ana Prueba',
  'contact.identifier': '@ana.prueba',
  'contact.phone': '+1 555 010 0199',
  'agent.name': 'Maya',
  'business.name': 'Lagos Bikes',
  'business.number': '+1 555 000 1111',
};

/** One ready answer, with how it will read. */
export function CannedForm({ one, onClose }: { one: CannedReply | undefined; onClose: () => void }) {
  const mayShare = useMay()('canned-replies:manage');
  const { data: colleagues } = useQuery(colleaguesQuery);
  const client = useQueryClient();
  const key = useCallKey();
  const [shortcut, setShortcut] = useState(one?.shortcut ?? '');
  const [title, setTitle] = useState(one?.title ?? '');
  const [body, setBody] = useState(one?.body ?? '');
  const [scope, setScope] = useState<CannedScope>(one?.scope ?? (mayShare ? 'everyone' : 'me'));
  const [team, setTeam] = useState<string | null>(one?.team?.id ?? null);
  const teams = (colleagues?.data ?? []).filter(({ kind }) => kind === 'team');
  const request = {
    scope,
    teamId: scope === 'team' ? team : null,
    shortcut: shortcut.trim(),
    title: title.trim(),
    body,
  };
  const save = useMutation({
    mutationFn: () => saveCanned(one?.id, request, key(request)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: togetherKeys.canned });
      onClose();
    },
  });
  const unknown = unknownPlaces(body);
  const ready =
    request.shortcut !== '' && request.title !== '' && body.trim() !== '' && (scope !== 'team' || team !== null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready && unknown.length === 0 && !save.isPending) save.mutate();
  };
  const isAtShortcut =
    save.error instanceof RequestProblem && save.error.errors.some(({ field }) => field.endsWith('shortcut'));
  const atShortcut = save.error && isAtShortcut ? fieldProblem(save.error, 'shortcut') : undefined;
  return (
    <Dialog
      title={one ? say('together.cannedEdit', { shortcut: one.shortcut }) : say('together.cannedNew')}
      isOpen
      onOpenChange={(open) => open || onClose()}
      size="l"
    >
      <form onSubmit={submit}>
        <Fields>
          <TextField
            label={say('together.cannedShortcut')}
            hint={say('together.cannedShortcutHint')}
            problem={atShortcut}
            value={shortcut}
            onChange={setShortcut}
            maxLength={40}
            autoComplete="off"
          />
          <TextField label={say('together.cannedTitle')} value={title} onChange={setTitle} maxLength={100} />
          <TextArea
            label={say('together.cannedBody')}
            hint={say('together.cannedPlaces', {
              places: listText(placeholders.map((name) => `{{${name}}}`)),
              example: '{{contact.name|there}}',
            })}
            problem={unknown.length > 0 ? say('together.cannedUnknownPlace', { names: listText(unknown) }) : undefined}
            value={body}
            onChange={setBody}
            maxLength={4_096}
            rows={5}
          />
          {body.includes('{{') && unknown.length === 0 && (
            <div>
              <p className="mb-1 text-s text-ink-3">{say('together.exampleAs')}</p>
              <p dir="auto" className="w-fit rounded-lg bg-bubble-out px-3 py-2 whitespace-pre-wrap wrap-anywhere">
                {fill(body, example).text}
              </p>
            </div>
          )}
          {mayShare && (
            <RadioGroup
              label={say('together.cannedShelf')}
              value={scope}
              onChange={setScope}
              options={[
                { id: 'everyone', label: say('together.cannedEveryone') },
                ...(teams.length > 0 ? [{ id: 'team' as const, label: say('together.cannedTeam') }] : []),
                { id: 'me', label: say('together.cannedMe') },
              ]}
            />
          )}
          {scope === 'team' && (
            <Select
              label={say('together.cannedWhichTeam')}
              options={teams.map(({ id, name }) => ({ id, label: name }))}
              value={team}
              onChange={setTeam}
            />
          )}
        </Fields>
        <div className="mt-5">
          <FormEnd problem={atShortcut === undefined ? save.error?.message : undefined}>
            <Button onPress={onClose}>{say('together.cancel')}</Button>
            <Button type="submit" look="main" isPending={save.isPending} isDisabled={!ready || unknown.length > 0}>
              {say('together.cannedSave')}
            </Button>
          </FormEnd>
        </div>
      </form>
    </Dialog>
  );
}
