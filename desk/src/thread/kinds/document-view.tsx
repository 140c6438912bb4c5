import { useMutation } from '@tanstack/react-query';
import type { Media } from '@throughline/contract';
import { Download, FileText } from 'lucide-react';
import { kindText, sizeText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { saveFile } from './use-fresh-media.ts';

/** A document is saved, never opened here. */
export function DocumentView({ media }: { media: Media }) {
  const saving = useMutation({ mutationFn: () => saveFile(media) });
  const filename = media.filename ?? say('kinds.document');
  const kind = kindText(media.mimeType, media.filename);
  const facts = media.sizeBytes === undefined ? kind : `${kind} · ${sizeText(media.sizeBytes)}`;
  return (
    <>
      <button
        type="button"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
        className="flex w-75 max-w-full items-center gap-3 rounded-md border border-line bg-canvas px-3 py-2.5 text-start transition-colors hover:border-line-strong"
      >
        <span className="grid size-9 shrink-0 place-items-center rounded-sm bg-accent-soft text-accent">
          <FileText aria-hidden size={19} strokeWidth={1.75} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="sr-only">{say('common.save')} </span>
          <bdi className="line-clamp-2 font-medium wrap-anywhere">{filename}</bdi>
          <span className="block text-s text-ink-3">{facts}</span>
        </span>
        <Download aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      </button>
      <span role="status" className="block text-s text-danger">
        {saving.isError && saving.error.message}
      </span>
    </>
  );
}
