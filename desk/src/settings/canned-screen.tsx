import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReply } from '@throughline/contract';
import { MessageSquareText, Plus } from 'lucide-react';
import { useState } from 'react';
import { cannedQuery, removeCanned, togetherKeys } from '../api/together.ts';
import { useMay } from '../shell/use-may.ts';
import { plain } from '../thread/compose/triggers.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { CannedForm } from './canned-form.tsx';

/** The shelf of ready answers: those of everybody, of one's teams, and one's own. */
export function CannedScreen() {
  const may = useMay();
  const mayRead = may('canned-replies:read');
  const mayWrite = may('canned-replies:write');
  const answer = useQuery({ ...cannedQuery, enabled: mayRead });
  const [q, setQ] = useState('');
  const [editing, setEditing] = useState<CannedReply | 'new'>();
  const [removing, setRemoving] = useState<CannedReply>();
  const all = answer.data?.data ?? [];
  const sought = plain(q.trim());
  const shown = all.filter(({ shortcut, title, body }) => plain(`${shortcut} ${title} ${body}`).includes(sought));
  return (
    <SettingsFrame
      title={say('together.canned')}
      intro={say('together.cannedIntro')}
      actions={
        mayWrite && (
          <Button look="main" icon={Plus} onPress={() => setEditing('new')}>
            {say('together.cannedNew')}
          </Button>
        )
      }
    >
      {!mayRead && <NoPermission />}
      {mayRead && answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('together.cannedFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data !== undefined && all.length === 0 && (
        <EmptyState
          icon={MessageSquareText}
          title={say('together.cannedEmpty')}
          detail={say('together.cannedEmptyDetail')}
        />
      )}
      {all.length > 0 && (
        <>
          <SearchField
            label={say('together.cannedSearch')}
            placeholder={say('together.cannedSearch')}
            value={q}
            onChange={setQ}
            className="mb-3"
          />
          {shown.length === 0 ? (
            <p className="p-4 text-ink-2">{say('together.cannedNoneFound', { q: q.trim() })}</p>
          ) : (
            <List label={say('together.canned')}>
              {shown.map((one) => (
                <Canned key={one.id} one={one} onChange={() => setEditing(one)} onRemove={() => setRemoving(one)} />
              ))}
            </List>
          )}
        </>
      )}
      {editing !== undefined && (
        <CannedForm one={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {removing !== undefined && <Remove one={removing} onClose={() => setRemoving(undefined)} />}
    </SettingsFrame>
  );
}

function Canned({ one, onChange, onRemove }: { one: CannedReply; onChange: () => void; onRemove: () => void }) {
  const shelf =
    one.scope === 'me'
      ? say('together.cannedMe')
      : one.scope === 'team'
        ? (one.team?.name ?? '')
        : say('together.cannedEveryone');
  return (
    <ListRow
      title={<bdi>{one.title}</bdi>}
      chips={
        <>
          <code className="text-s text-ink-3">/{one.shortcut}</code>
          <Chip>{shelf}</Chip>
        </>
      }
      detail={
        <>
          <p dir="auto" className="line-clamp-2 whitespace-pre-wrap">
            {one.body}
          </p>
          <p className="mt-0.5 text-xs text-ink-3">{say('together.cannedUses', { count: one.uses })}</p>
        </>
      }
      end={
        one.mayChange && (
          <>
            <Button look="quiet" onPress={onChange} aria-label={say('together.cannedEdit', { shortcut: one.shortcut })}>
              {say('together.cannedChange')}
            </Button>
            <Button
              look="quiet"
              onPress={onRemove}
              aria-label={say('together.cannedRemoveTitle', { shortcut: one.shortcut })}
            >
              {say('together.cannedRemove')}
            </Button>
          </>
        )
      }
    />
  );
}

function Remove({ one, onClose }: { one: CannedReply; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeCanned(one.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: togetherKeys.canned });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={say('together.cannedRemoveTitle', { shortcut: one.shortcut })}
      confirm={say('together.cannedRemove')}
      isDanger
      isOpen
      isBusy={remove.isPending}
      failure={remove.error?.message}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {say('together.cannedRemoveExplained')}
    </ConfirmDialog>
  );
}
