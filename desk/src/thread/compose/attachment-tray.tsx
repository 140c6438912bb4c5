import { FileText, LoaderCircle, Mic, Music, RotateCw, Video, X } from 'lucide-react';
import { useState } from 'react';
import { sizeText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { type Attachment, detach, previewOf, retryUpload, setVoice } from './attachments.ts';

const icons = { image: FileText, sticker: FileText, video: Video, audio: Music, document: FileText } as const;

/** The files of the message being written: each with how far it has come, or what is wrong with it. */
export function AttachmentTray({ conversationId, files }: { conversationId: string; files: Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={say('compose.attached')} className="flex max-h-44 flex-wrap gap-2 overflow-y-auto px-3 pt-2">
      {files.map((file) => (
        <Attached key={file.key} file={file} conversationId={conversationId} />
      ))}
    </ul>
  );
}

function Attached({ file, conversationId }: { file: Attachment; conversationId: string }) {
  const { key, name, size, state, share, problem } = file;
  const wrong = state === 'failed' || state === 'refused';
  return (
    <li
      data-state={state}
      className={`flex max-w-full items-center gap-2.5 rounded-md border bg-canvas p-1.5 pe-1 ${wrong ? 'max-w-90 border-danger' : 'w-64 border-line'}`}
    >
      <Thumb file={file} />
      <div className="min-w-0 flex-1 text-s">
        <bdi className="block truncate font-medium">{name}</bdi>
        {state === 'uploading' && (
          <progress
            aria-label={say('compose.uploading', { name })}
            max={1}
            value={share}
            className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          />
        )}
        {state === 'ready' && <span className="text-ink-3">{sizeText(size)}</span>}
        {wrong && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        {file.voice !== undefined && !wrong && (
          <label className="flex min-h-6 items-center gap-1.5">
            <input
              type="checkbox"
              checked={file.voice}
              onChange={(event) => setVoice(conversationId, key, event.target.checked)}
              className="accent-accent"
            />
            <Mic aria-hidden size={13} strokeWidth={1.75} /> {say('compose.voiceMessage')}
          </label>
        )}
        {state === 'failed' && (
          <button type="button" className="text-btn" onClick={() => retryUpload(conversationId, key)}>
            <RotateCw aria-hidden size={12} strokeWidth={2} className="me-1 inline align-[-1px]" />
            {say('common.tryAgain')}
          </button>
        )}
      </div>
      <button
        type="button"
        aria-label={state === 'uploading' ? say('compose.cancelFile', { name }) : say('compose.takeFileOut', { name })}
        onClick={() => detach(conversationId, key)}
        className="grid size-6 shrink-0 place-items-center self-start rounded-sm text-ink-3 hover:text-ink"
      >
        <X aria-hidden size={15} strokeWidth={1.75} />
      </button>
    </li>
  );
}

function Thumb({ file }: { file: Attachment }) {
  const preview = previewOf(file.key) ?? (file.uploaded && previewOf(file.uploaded.id));
  const [isBroken, setIsBroken] = useState(false);
  if (preview !== undefined && !isBroken) {
    return (
      <img
        src={preview}
        alt=""
        onError={() => setIsBroken(true)}
        className="size-11 shrink-0 rounded-sm object-cover"
      />
    );
  }
  const Icon = file.state === 'uploading' ? LoaderCircle : icons[file.type];
  return (
    <span className="grid size-11 shrink-0 place-items-center rounded-sm bg-sunken text-ink-3">
      <Icon aria-hidden size={19} strokeWidth={1.75} className={file.state === 'uploading' ? 'animate-spin' : ''} />
    </span>
  );
}
