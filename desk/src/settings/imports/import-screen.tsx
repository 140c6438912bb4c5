import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Import } from '@throughline/contract';
import { ArrowLeft, Download } from 'lucide-react';
import { useState } from 'react';
import { goOn, importQuery, importsKey, reportAddress } from '../../api/imports.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { numberText } from '../../words/numbers.ts';
import { say } from '../../words/say.tsx';
import { ColumnsPart } from './columns-part.tsx';
import { toneOf } from './import-words.ts';
import { OutcomePart } from './outcome-part.tsx';

/** One list: its columns named, what would happen, then what did. */
export function ImportScreen({ importId }: { importId: string }) {
  const may = useMay();
  const brings = may('contacts:import');
  const answer = useQuery({ ...importQuery(importId), enabled: brings });
  const [renames, setRenames] = useState(false);
  const list = answer.data;
  const naming = list?.state === 'mapping' || (list?.state === 'checked' && renames);
  return (
    <SettingsFrame
      title={list?.name ?? say('imports.title')}
      chips={list && <Chip tone={toneOf(list.state)}>{say('imports.state', { state: list.state })}</Chip>}
      width="wide"
      intro={
        <Link to="/settings/imports" className="inline-flex items-center gap-1 font-semibold text-accent">
          <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('imports.back')}
        </Link>
      }
      actions={list && !naming && <Deeds list={list} onRename={() => setRenames(true)} />}
    >
      {!brings && <NoPermission />}
      {brings && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && list === undefined && (
        <ErrorState
          title={say('imports.oneFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {list && naming && <ColumnsPart key={list.id} list={list} onChecked={() => setRenames(false)} />}
      {list && !naming && <Progress list={list} />}
      {list && !naming && list.state !== 'reading' && <OutcomePart list={list} />}
    </SettingsFrame>
  );
}

function Progress({ list: { state, done, rows } }: { list: Import }) {
  if (state !== 'checking' && state !== 'running') return null;
  return (
    <div className="mb-5">
      <p id="import-done" role="status" className="mb-1 text-ink-2 tabular-nums">
        {say('imports.progress', { done: numberText(done), total: numberText(rows) })}
      </p>
      <progress
        aria-labelledby="import-done"
        value={done}
        max={Math.max(1, rows)}
        className="block h-1.5 w-full max-w-100 accent-accent"
      />
    </div>
  );
}

function Deeds({ list, onRename }: { list: Import; onRename: () => void }) {
  const { id, name, state, counts } = list;
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const deed = useMutation({
    mutationFn: (what: 'run' | 'cancel') => goOn(id, what),
    onSuccess: (after, what) => {
      setAsks(false);
      if (what === 'cancel') tell(say('imports.stopped'));
      client.setQueryData(importQuery(id).queryKey, after);
      return client.invalidateQueries({ queryKey: importsKey });
    },
  });
  const changes = counts.created + counts.updated;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'checked' && <Button onPress={onRename}>{say('imports.change')}</Button>}
      {(state === 'checked' || state === 'done') && (
        <a href={reportAddress(id)} download className="btn">
          <Download aria-hidden size={15} strokeWidth={1.75} /> {say('imports.report')}
        </a>
      )}
      {(state === 'checking' || state === 'running') && (
        <Button isPending={deed.isPending} onPress={() => deed.mutate('cancel')}>
          {say('imports.stop')}
        </Button>
      )}
      {state === 'checked' && (
        <Button look="main" isDisabled={changes === 0} onPress={() => setAsks(true)}>
          {say('imports.run')}
        </Button>
      )}
      {deed.error && !asks && <Banner tone="danger">{deed.error.message}</Banner>}
      <ConfirmDialog
        title={say('imports.runAsk', { name: `\u2068${name}\u2069` })}
        confirm={say('imports.run')}
        isOpen={asks}
        isBusy={deed.isPending}
        failure={deed.error?.message}
        onConfirm={() => deed.mutate('run')}
        onClose={() => setAsks(false)}
      >
        <p>{say('imports.runExplained', { created: counts.created, updated: counts.updated })}</p>
      </ConfirmDialog>
    </div>
  );
}
