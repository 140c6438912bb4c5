import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Field, FieldSubject } from '@throughline/contract';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, ListPlus, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { changeField, fieldsQuery } from '../api/labels.ts';
import { keys } from '../api/queries.ts';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SettingsBox, SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { FieldForm, kindWords, subjectWords } from './field-form.tsx';

const subjects: FieldSubject[] = ['contact', 'conversation'];

export function FieldsScreen() {
  const mayManage = useMay()('labels:manage');
  const answer = useQuery(fieldsQuery);
  const [editing, setEditing] = useState<string>();
  const [archiving, setArchiving] = useState<Field>();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ id, ...rest }: { id: string; archived?: boolean; place?: number }) => changeField(id, rest),
    onSuccess: () => {
      setArchiving(undefined);
      void client.invalidateQueries({ queryKey: keys.labels });
    },
  });
  const fields = answer.data?.data ?? [];
  return (
    <SettingsFrame
      title={say('labels.fields')}
      intro={say('labels.fieldsIntro')}
      actions={
        mayManage && (
          <Button look="main" icon={Plus} onPress={() => setEditing('new')}>
            {say('labels.newField')}
          </Button>
        )
      }
    >
      {answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && (
        <ErrorState title={say('labels.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {editing === 'new' && <FieldForm onDone={() => setEditing(undefined)} />}
      {answer.data && fields.length === 0 && editing === undefined && (
        <EmptyState icon={ListPlus} title={say('labels.noFieldsTitle')} detail={say('labels.noFieldsDetail')} />
      )}
      {subjects.map((subject) => {
        const own = fields.filter((field) => field.subject === subject);
        return (
          own.length > 0 && (
            <section key={subject} aria-labelledby={`of-${subject}`} className="mb-6">
              <h2 id={`of-${subject}`} className="mb-2 text-s font-semibold text-ink-3">
                {say(subjectWords[subject])}
              </h2>
              <SettingsBox>
                {own.map((field, at) =>
                  editing === field.id ? (
                    <FieldForm key={field.id} field={field} onDone={() => setEditing(undefined)} />
                  ) : (
                    <FieldRow
                      key={field.id}
                      field={field}
                      mayManage={mayManage}
                      before={own[at - 1]}
                      after={own[at + 1]}
                      onEdit={() => setEditing(field.id)}
                      onMove={(place) => change.mutate({ id: field.id, place })}
                      onArchive={() =>
                        field.archived ? change.mutate({ id: field.id, archived: false }) : setArchiving(field)
                      }
                    />
                  ),
                )}
              </SettingsBox>
            </section>
          )
        );
      })}
      {change.isError && archiving === undefined && (
        <p role="alert" className="mt-3 text-danger">
          {change.error.message}
        </p>
      )}
      {archiving && (
        <ConfirmDialog
          title={say('labels.archiveFieldTitle', { name: archiving.name })}
          confirm={say('labels.archive')}
          isOpen
          isBusy={change.isPending}
          failure={change.isError ? change.error.message : undefined}
          onConfirm={() => change.mutate({ id: archiving.id, archived: true })}
          onClose={() => setArchiving(undefined)}
        >
          <p>{say('labels.archiveFieldText')}</p>
        </ConfirmDialog>
      )}
    </SettingsFrame>
  );
}

interface RowProps {
  field: Field;
  mayManage: boolean;
  before: Field | undefined;
  after: Field | undefined;
  onEdit: () => void;
  onMove: (place: number) => void;
  onArchive: () => void;
}

function FieldRow({ field, mayManage, before, after, onEdit, onMove, onArchive }: RowProps) {
  const { name, kind, required, archived } = field;
  return (
    <div className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <div className="min-w-40 flex-1">
        <bdi className={`font-medium wrap-anywhere ${archived ? 'text-ink-3' : ''}`}>{name}</bdi>
        <p className="text-s text-ink-3">{say(kindWords[kind])}</p>
      </div>
      {required && !archived && <span className="chip">{say('labels.isRequired')}</span>}
      {archived && <span className="chip">{say('labels.archived')}</span>}
      {mayManage && !archived && (
        <span className="flex">
          <IconButton
            icon={ArrowUp}
            label={say('labels.moveUp', { name })}
            isDisabled={!before}
            onPress={() => before && onMove(before.place)}
          />
          <IconButton
            icon={ArrowDown}
            label={say('labels.moveDown', { name })}
            isDisabled={!after}
            onPress={() => after && onMove(after.place)}
          />
          <IconButton icon={Pencil} label={say('labels.rename', { name })} onPress={onEdit} />
          <IconButton icon={Archive} label={say('labels.archive')} onPress={onArchive} />
        </span>
      )}
      {mayManage && archived && (
        <IconButton icon={ArchiveRestore} label={say('labels.bringBack')} onPress={onArchive} />
      )}
    </div>
  );
}
