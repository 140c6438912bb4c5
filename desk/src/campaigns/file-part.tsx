import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Campaign } from '@throughline/contract';
import { FileSpreadsheet, Upload } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { sizeText } from '../words/files.ts';
import { percentText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { campaignQuery, uploadList, useChange } from './campaign-queries.ts';
import { ColumnsPart } from './columns-part.tsx';
import { guessedMapping } from './mapping.ts';

/** A list of numbers: dropped or chosen, read at once, with what is wrong in it by line. */
export function FilePart({ campaign }: { campaign: Campaign }) {
  const { id, file, audience } = campaign;
  const client = useQueryClient();
  const changing = useChange(id);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const uploading = useMutation({
    mutationFn: (chosen: File) => {
      stop.current = new AbortController();
      return uploadList(id, chosen, { onProgress: setShare, signal: stop.current.signal });
    },
    onMutate: () => setShare(0),
    onSuccess: async (read) => {
      const guessed = guessedMapping(read);
      await changing.mutateAsync({
        ...(audience?.kind !== 'file' && { audience: { kind: 'file' as const } }),
        ...(guessed && { mapping: guessed }),
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: campaignQuery(id).queryKey }),
  });
  const cancelled = uploading.error instanceof DOMException && uploading.error.name === 'AbortError';
  const failure = cancelled ? undefined : (uploading.error?.message ?? changing.error?.message);
  return (
    <>
      <Drop isBusy={uploading.isPending} onFile={(chosen) => uploading.mutate(chosen)} hasFile={file !== null} />
      {uploading.isPending && (
        <div className="mt-3 flex items-center gap-3">
          <progress
            aria-label={say('campaigns.uploadProgress')}
            value={share}
            max={1}
            className="h-1.5 flex-1 accent-accent"
          />
          <span className="text-s text-ink-3 tabular-nums">
            {share < 1 ? percentText(share * 100) : say('campaigns.beingRead')}
          </span>
          <button type="button" className="text-btn" onClick={() => stop.current?.abort()}>
            {say('common.stop')}
          </button>
        </div>
      )}
      {failure !== undefined && (
        <p role="alert" className="mt-3 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
          {failure}
        </p>
      )}
      {file !== null && !uploading.isPending && (
        <div className="mt-3">
          <p className="flex flex-wrap items-center gap-x-2">
            <FileSpreadsheet aria-hidden size={17} strokeWidth={1.75} className="text-ink-3" />
            <bdi className="font-medium wrap-anywhere">{file.name}</bdi>
            <span className="text-s text-ink-3">
              {say('campaigns.rowCount', { count: file.rows })} · {sizeText(file.sizeBytes)}
            </span>
          </p>
          <BadRows file={file} />
          <ColumnsPart campaign={campaign} file={file} />
        </div>
      )}
    </>
  );
}

interface DropProps {
  isBusy: boolean;
  hasFile: boolean;
  onFile: (file: File) => void;
}

function Drop({ isBusy, hasFile, onFile }: DropProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who does not drag has the button
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border-2 border-dashed px-4 py-4 ${over ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
    >
      <Upload aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <p id={id} className="min-w-44 flex-1 text-ink-2">
        {say(hasFile ? 'campaigns.dropAnother' : 'campaigns.dropFile')}
      </p>
      <button
        type="button"
        className="btn"
        disabled={isBusy}
        aria-describedby={id}
        onClick={() => input.current?.click()}
      >
        {say('templates.chooseFile')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file again, after it was mended, is a change too.
          event.target.value = '';
        }}
      />
    </div>
  );
}

function BadRows({ file }: { file: NonNullable<Campaign['file']> }) {
  if (file.problemCount === 0) return null;
  return (
    <details className="mt-2 rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">
      <summary className="cursor-pointer font-medium">
        {say('campaigns.badLines', { count: file.problemCount })}
      </summary>
      <ul className="mt-1 max-h-48 overflow-y-auto">
        {file.problems.map(({ line, problem }) => (
          <li key={`${line}-${problem}`} className="py-0.5 tabular-nums">
            {say('campaigns.lineProblem', { line, problem })}
          </li>
        ))}
      </ul>
      {file.problemCount > file.problems.length && (
        <p className="text-s">{say('campaigns.firstProblems', { count: file.problems.length })}</p>
      )}
    </details>
  );
}
