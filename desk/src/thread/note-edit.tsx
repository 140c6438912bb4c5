import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NoteItem } from '@throughline/contract';
import { useRef, useState } from 'react';
import { colleaguesQuery, deleteNote, editNote } from '../api/together.ts';
import { placeItem } from '../desk.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { say } from '../words/say.tsx';
import { calledIn, useColleagues } from './compose/use-colleagues.ts';
import { WritingField } from './compose/writing-field.tsx';

interface Props {
  item: NoteItem;
  onClose: () => void;
}

const at = { sign: '@', spaces: 3 };

export function NoteEdit({ item, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(item.text.body);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      const colleagues = await client.ensureQueryData(colleaguesQuery);
      // Who was called by a name they no longer have is still called.
      const known = [...colleagues.data, ...item.mentions];
      const called = new Map(calledIn(text, known).map((one) => [one.id, one]));
      return editNote(item, { text: text.trim(), mentions: [...called.values()].slice(0, 20) });
    },
    onSuccess: (after) => {
      placeItem(after);
      onClose();
    },
  });
  const ready = text.trim() !== '' && !save.isPending;
  return (
    <div className="-mx-2 mt-1 min-w-70 rounded-md border border-edge bg-surface">
      <WritingField
        field={field}
        text={text}
        onText={setText}
        label={say('together.editNote')}
        placeholder={say('together.writeNote')}
        keyShortcut="N"
        calls={at}
        listLabel={say('together.colleagues')}
        useSuggestions={useColleagues}
        nothingFits={say('together.nothingFits')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            if (ready) save.mutate();
          }
        }}
      />
      <div className="flex flex-wrap items-center justify-end gap-2 p-1.5">
        <span role="alert" className="me-auto text-s text-danger">
          {save.isError && save.error.message}
        </span>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          {say('together.cancel')}
        </button>
        <button type="button" className="btn btn-main" disabled={!ready} onClick={() => save.mutate()}>
          {say('together.saveNote')}
        </button>
      </div>
    </div>
  );
}

export function NoteDelete({ item, onClose }: Props) {
  const remove = useMutation({
    mutationFn: () => deleteNote(item),
    onSuccess: (after) => {
      placeItem(after);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={say('together.deleteTitle')}
      confirm={say('together.deleteNote')}
      isDanger
      isOpen
      isBusy={remove.isPending}
      failure={remove.error?.message}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {say('together.deleteExplained')}
    </ConfirmDialog>
  );
}
