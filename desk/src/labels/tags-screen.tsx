import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Tag, TagColor } from '@throughline/contract';
import { Archive, ArchiveRestore, Pencil, Plus, Tags as TagsIcon } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { changeTag, createTag, tagsQuery } from '../api/labels.ts';
import { newKey } from '../api/new-key.ts';
import { keys } from '../api/queries.ts';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { SettingsBox, SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { TagDot } from './tag-chip.tsx';

const colors = {
  slate: 'labels.color.slate',
  sky: 'labels.color.sky',
  teal: 'labels.color.teal',
  moss: 'labels.color.moss',
  sand: 'labels.color.sand',
  coral: 'labels.color.coral',
  rose: 'labels.color.rose',
  violet: 'labels.color.violet',
} as const satisfies Record<TagColor, Key>;

export function TagsScreen() {
  const mayManage = useMay()('labels:manage');
  const answer = useQuery(tagsQuery);
  const [editing, setEditing] = useState<string>();
  const [archiving, setArchiving] = useState<Tag>();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.labels });
  const archive = useMutation({
    mutationFn: ({ id, archived }: Pick<Tag, 'id' | 'archived'>) => changeTag(id, { archived }),
    onSuccess: () => {
      setArchiving(undefined);
      void refresh();
    },
  });
  const tags = answer.data?.data ?? [];
  const sorted = [...tags.filter(({ archived }) => !archived), ...tags.filter(({ archived }) => archived)];
  return (
    <SettingsFrame
      title={say('labels.tags')}
      intro={say('labels.tagsIntro')}
      actions={
        mayManage && (
          <Button look="main" icon={Plus} onPress={() => setEditing('new')}>
            {say('labels.newTag')}
          </Button>
        )
      }
    >
      {answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && (
        <ErrorState title={say('labels.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {editing === 'new' && <TagForm onDone={() => setEditing(undefined)} />}
      {answer.data && tags.length === 0 && editing === undefined && (
        <EmptyState icon={TagsIcon} title={say('labels.noTagsTitle')} detail={say('labels.noTagsDetail')} />
      )}
      {tags.length > 0 && (
        <SettingsBox>
          {sorted.map((tag) =>
            editing === tag.id ? (
              <TagForm key={tag.id} tag={tag} onDone={() => setEditing(undefined)} />
            ) : (
              <div key={tag.id} className="flex min-h-12 items-center gap-3 px-4 py-2">
                <TagDot color={tag.color} />
                <bdi className={`min-w-0 flex-1 truncate font-medium ${tag.archived ? 'text-ink-3' : ''}`}>
                  {tag.name}
                </bdi>
                {tag.archived && <span className="chip">{say('labels.archived')}</span>}
                {mayManage && !tag.archived && (
                  <>
                    <IconButton
                      icon={Pencil}
                      label={say('labels.rename', { name: tag.name })}
                      onPress={() => setEditing(tag.id)}
                    />
                    <IconButton icon={Archive} label={say('labels.archive')} onPress={() => setArchiving(tag)} />
                  </>
                )}
                {mayManage && tag.archived && (
                  <IconButton
                    icon={ArchiveRestore}
                    label={say('labels.bringBack')}
                    onPress={() => archive.mutate({ id: tag.id, archived: false })}
                  />
                )}
              </div>
            ),
          )}
        </SettingsBox>
      )}
      {archive.isError && archiving === undefined && (
        <p role="alert" className="mt-3 text-danger">
          {archive.error.message}
        </p>
      )}
      {archiving && (
        <ConfirmDialog
          title={say('labels.archiveTagTitle', { name: archiving.name })}
          confirm={say('labels.archive')}
          isOpen
          isBusy={archive.isPending}
          failure={archive.isError ? archive.error.message : undefined}
          onConfirm={() => archive.mutate({ id: archiving.id, archived: true })}
          onClose={() => setArchiving(undefined)}
        >
          <p>{say('labels.archiveTagText')}</p>
        </ConfirmDialog>
      )}
    </SettingsFrame>
  );
}

function TagForm({ tag, onDone }: { tag?: Tag; onDone: () => void }) {
  const [name, setName] = useState(tag?.name ?? '');
  const [color, setColor] = useState<TagColor>(tag?.color ?? 'slate');
  const [key] = useState(newKey);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => (tag ? changeTag(tag.id, { name, color }) : createTag({ name, color }, key)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.labels });
      onDone();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="mb-3 flex flex-wrap items-end gap-3 rounded-md border border-line bg-surface p-4"
    >
      <TextField
        label={say('labels.name')}
        value={name}
        onChange={setName}
        maxLength={40}
        autoFocus
        problem={save.isError ? save.error.message : undefined}
        className="min-w-48 flex-1"
      />
      <Select
        label={say('labels.color')}
        options={Object.entries(colors).map(([id, label]) => ({ id: id as TagColor, label: say(label) }))}
        value={color}
        onChange={setColor}
        className="w-36"
      />
      <div className="flex gap-2">
        <Button type="submit" look="main" isPending={save.isPending} isDisabled={name.trim() === ''}>
          {tag ? say('labels.save') : say('labels.add')}
        </Button>
        <Button onPress={onDone}>{say('labels.cancel')}</Button>
      </div>
    </form>
  );
}
