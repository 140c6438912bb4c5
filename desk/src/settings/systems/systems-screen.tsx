import { type QueryKey, type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '@throughline/contract';
import { type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Scope, useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { agoText } from '../../words/time.ts';
import { type Shown, ShownOnce } from './shown-once.tsx';
import type { SystemFormProps } from './system-form.tsx';
import { failureWords, healthOf, type System } from './system-words.ts';

interface Props<One extends System, Draft, Made> {
  words: { title: string; intro: string; create: string; failed: string; none: string; noneDetail: string };
  icon: LucideIcon;
  scopes: { read: Scope; manage: Scope };
  answer: UseQueryResult<Page<One>>;
  queryKey: QueryKey;
  /** Its name, leading to its own screen. */
  link: (one: One) => ReactNode;
  /** What tells the systems of a list apart but for their names. */
  about: Column<One>;
  form: (props: SystemFormProps<Draft>) => ReactNode;
  create: (draft: Draft) => Promise<Made>;
  shown: (made: Made) => Shown;
}

/** Systems that are told things: how each is, and the way to a new one, whose secrets are shown once. */
export function SystemsScreen<One extends System, Draft, Made>(props: Props<One, Draft, Made>) {
  const { words, icon, scopes, answer, link, about } = props;
  const may = useMay();
  const now = useNow();
  const rows = answer.data?.data;
  const columns: readonly [Column<One>, ...Column<One>[]] = [
    { id: 'name', name: say('webhooks.name'), cell: (one) => <NameCell link={link(one)} url={one.url} /> },
    about,
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell system={one} /> },
    {
      id: 'last',
      name: say('webhooks.lastTaken'),
      cell: ({ health }) =>
        health.lastSuccessAt === null ? say('webhooks.never') : agoText(health.lastSuccessAt, now),
    },
    {
      id: 'waiting',
      name: say('webhooks.waiting'),
      align: 'end',
      cell: ({ waiting, behind }) => say('webhooks.count', { count: waiting + behind }),
    },
  ];
  return (
    <SettingsFrame
      title={words.title}
      intro={words.intro}
      width="wide"
      actions={may(scopes.manage) && <Create {...props} />}
    >
      {!may(scopes.read) && <NoPermission />}
      {may(scopes.read) && answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && rows === undefined && (
        <ErrorState title={words.failed} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {rows?.length === 0 && <EmptyState icon={icon} title={words.none} detail={words.noneDetail} />}
      {rows && rows.length > 0 && <Table label={words.title} columns={columns} rows={rows} rowId={(one) => one.id} />}
    </SettingsFrame>
  );
}

function Create<One extends System, Draft, Made>(props: Props<One, Draft, Made>) {
  const { words, queryKey, form, create, shown } = props;
  const client = useQueryClient();
  const [creates, setCreates] = useState(false);
  const [once, setOnce] = useState<Shown | undefined>();
  const creation = useMutation({
    mutationFn: create,
    onSuccess: (made) => {
      setCreates(false);
      setOnce(shown(made));
      return client.invalidateQueries({ queryKey });
    },
  });
  return (
    <>
      <Button look="main" icon={Plus} onPress={() => setCreates(true)}>
        {words.create}
      </Button>
      <Sheet title={words.create} isOpen={creates} onOpenChange={setCreates}>
        {form({
          submit: words.create,
          isBusy: creation.isPending,
          problem: creation.error?.message,
          onSubmit: (draft) => creation.mutate(draft),
        })}
      </Sheet>
      {once && <ShownOnce {...once} onClose={() => setOnce(undefined)} />}
    </>
  );
}

function NameCell({ link, url }: { link: ReactNode; url: string }) {
  return (
    <span className="block min-w-0">
      {link}
      <bdi dir="ltr" className="block text-s font-normal break-all text-ink-3">
        {url}
      </bdi>
    </span>
  );
}

function StateCell({ system }: { system: System }) {
  const { words, tone } = healthOf(system);
  const { lastFailure } = system.health;
  return (
    <span>
      <Chip tone={tone}>{words}</Chip>
      {tone !== 'good' && lastFailure !== null && (
        <span className="mt-1 block text-s text-ink-3">{failureWords(lastFailure, null)}</span>
      )}
    </span>
  );
}
