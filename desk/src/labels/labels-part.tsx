// What is noted of a person or of a conversation: tags, and fields of one's own.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contact, ConversationDetail, FieldValue, Tag } from '@throughline/contract';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { place } from '../api/apply-changes.ts';
import { createTag, fieldsQuery, type Labeled, setTag, setValue, tagsQuery } from '../api/labels.ts';
import { newKey } from '../api/new-key.ts';
import { keys } from '../api/queries.ts';
import { Part } from '../context/part.tsx';
import { useMay } from '../shell/use-may.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { say } from '../words/say.tsx';
import { FieldEdit } from './field-edit.tsx';
import { TagDot } from './tag-chip.tsx';

interface Props {
  of: Labeled;
  title: string;
  tags: Tag[];
  values: FieldValue[];
}

export function LabelsPart({ of, title, tags, values }: Props) {
  const may = useMay();
  const mayEdit = may(of.kind === 'contact' ? 'contacts:manage' : 'conversations:manage');
  const fields = useQuery(fieldsQuery).data?.data.filter((field) => field.subject === of.kind && !field.archived) ?? [];
  const change = useLabeling(of);
  if (!mayEdit && tags.length === 0 && values.length === 0) return null;
  return (
    <Part title={title}>
      {tags.length > 0 && (
        <ul aria-label={say('labels.tags')} className="mb-2 flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag.id} className={`chip min-h-7 max-w-full text-s! ${mayEdit ? 'pe-0.5!' : ''}`}>
              <TagDot color={tag.color} />
              <bdi className="truncate">{tag.name}</bdi>
              {mayEdit && (
                <Button
                  aria-label={say('labels.removeTag', { name: tag.name })}
                  className="grid size-6 place-items-center rounded-full text-ink-3 hover:text-ink"
                  onPress={() => change.mutate(() => setTag(of, tag.id, false))}
                >
                  <X aria-hidden size={13} strokeWidth={1.75} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <AddTag of={of} tags={tags} onAdd={(ask) => change.mutate(ask)} />}
      {fields.length > 0 && (
        <dl className="mt-3 grid grid-cols-[92px_1fr] items-start gap-x-2 gap-y-1">
          {fields.map((field) => (
            <FieldEdit
              key={field.id}
              field={field}
              value={values.find((one) => one.field === field.id)?.value ?? null}
              isReadOnly={!mayEdit}
              onSave={(value) => change.mutateAsync(() => setValue(of, field.id, value))}
            />
          ))}
        </dl>
      )}
      {change.isError && (
        <p role="alert" className="mt-2 text-s text-danger">
          {change.error.message}
        </p>
      )}
    </Part>
  );
}

const adds = 'new:';

/** Chosen from those there are; whoever may, makes one by typing its name. */
function AddTag({ of, tags, onAdd }: { of: Labeled; tags: Tag[]; onAdd: (ask: Ask) => void }) {
  const mayCreate = useMay()('labels:manage');
  const all = useQuery(tagsQuery).data?.data ?? [];
  const [typed, setTyped] = useState('');
  const [round, setRound] = useState(0);
  const client = useQueryClient();
  const offered = all.filter((tag) => !tag.archived && !tags.some((one) => one.id === tag.id));
  const wanted = typed.trim();
  const fitting = offered.filter((tag) => tag.name.toLowerCase().includes(wanted.toLowerCase()));
  const isNew = wanted !== '' && !all.some((tag) => !tag.archived && tag.name.toLowerCase() === wanted.toLowerCase());
  const options = [
    ...fitting.map(({ id, name }) => ({ id, label: name })),
    ...(mayCreate && isNew ? [{ id: `${adds}${wanted}`, label: say('labels.createTag', { name: wanted }) }] : []),
  ];
  return (
    <ComboBox
      // A new one each time, so that what was chosen does not stay in the field.
      key={round}
      label={say('labels.addTag')}
      hidesLabel
      placeholder={say('labels.addTag')}
      nothing={say('labels.noTags')}
      options={options}
      value={null}
      onType={setTyped}
      onChange={(chosen) => {
        if (chosen === null) return;
        onAdd(async () => {
          if (!chosen.startsWith(adds)) return await setTag(of, chosen, true);
          const tag = await createTag({ name: chosen.slice(adds.length), color: 'slate' }, newKey());
          void client.invalidateQueries({ queryKey: keys.labels });
          return await setTag(of, tag.id, true);
        });
        setTyped('');
        setRound(round + 1);
      }}
    />
  );
}

type Ask = () => Promise<Contact | ConversationDetail>;

/** Puts the answer where it is shown. */
function useLabeling({ kind, id }: Labeled) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask) => ask(),
    onSuccess: (answer) => {
      if ('reply' in answer) place(client, answer);
      else client.setQueryData(keys.contact(id), answer);
      void client.invalidateQueries({ queryKey: keys.people });
      if (kind === 'contact') void client.invalidateQueries({ queryKey: keys.contact(id) });
    },
  });
}
