import { useMutation } from '@tanstack/react-query';
import type { TemplateSlot } from '@throughline/contract';
import { Paperclip } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { uploadFile } from '../api/uploads.ts';
import { Field } from '../thread/compose/field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { percentText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { ownTimeZone, zoneName } from '../words/zones.ts';
import { momentOf } from './template-words.ts';

interface Props {
  slot: TemplateSlot;
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
  isFirst: boolean;
  /** For whom a file is uploaded; without it a file is named by its link. */
  conversationId: string | undefined;
}

/** One place of a template, in the form its kind is filled in. */
export function SlotField({ slot, value, onChange, problem, isFirst, conversationId }: Props) {
  const label = slot.required ? slot.label : say('templates.mayStayEmpty', { label: slot.label });
  const hint = slot.example === null ? undefined : say('templates.forExample', { example: slot.example });
  const common = { label, value, onChange, problem, isFirst };
  switch (slot.kind) {
    case 'media':
      return conversationId === undefined ? (
        <Field {...common} dir="ltr" placeholder="https://" hint={say('templates.linkHint')} />
      ) : (
        <MediaSlot {...common} media={slot.media ?? 'document'} conversationId={conversationId} />
      );
    case 'location':
      return <Field {...common} placeholder={say('templates.placeExample')} hint={say('templates.placeHint')} />;
    case 'time':
      return <TimeSlot {...common} />;
    default:
      return <Field {...common} hint={hint} max={2000} {...(slot.kind === 'code' && { dir: 'ltr' as const })} />;
  }
}

const accepted = { image: 'image/jpeg,image/png', video: 'video/mp4,video/3gpp', document: '' } as const;

interface MediaProps extends Omit<Props, 'slot' | 'conversationId'> {
  label: string;
  media: NonNullable<TemplateSlot['media']>;
  conversationId: string;
}

function MediaSlot({ label, media, onChange, problem, conversationId }: MediaProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const [share, setShare] = useState(0);
  const uploading = useMutation({
    mutationFn: (file: File) =>
      uploadFile(file, { conversationId, onProgress: setShare, signal: new AbortController().signal }),
    onSuccess: (uploaded) => onChange(uploaded.id),
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    onChange('');
    uploading.mutate(file);
  };
  const wrong = uploading.error?.message ?? problem;
  return (
    <div>
      <p id={id} className="mb-1 font-medium">
        {label}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className="btn" aria-describedby={id} onClick={() => input.current?.click()}>
          <Paperclip aria-hidden size={15} strokeWidth={1.75} />{' '}
          {name === undefined ? say('templates.chooseFile') : say('templates.anotherFile')}
        </button>
        {name !== undefined && <bdi className="min-w-0 wrap-anywhere">{name}</bdi>}
        {uploading.isPending && <span className="text-s text-ink-3 tabular-nums">{percentText(share * 100)}</span>}
      </div>
      <input
        ref={input}
        type="file"
        accept={accepted[media]}
        hidden
        onChange={(event) => take(event.target.files?.[0])}
      />
      <p role="status" className="mt-0.5 text-s text-danger">
        {wrong ?? ''}
      </p>
    </div>
  );
}

/** The field is on the clocks of whoever fills it in; what it answers is a moment, the same everywhere. */
function TimeSlot({ label, onChange, problem, isFirst }: Omit<MediaProps, 'media' | 'conversationId'>) {
  const [local, setLocal] = useState<string | null>(null);
  return (
    <DateField
      label={label}
      withTime
      value={local}
      onChange={(next) => {
        setLocal(next);
        onChange(momentOf(next ?? ''));
      }}
      hint={say('templates.yourTimeZone', { zone: zoneName(ownTimeZone()) })}
      problem={problem}
      isFirst={isFirst}
    />
  );
}
