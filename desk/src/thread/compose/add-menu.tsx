import type { SendReply } from '@throughline/contract';
import { Paperclip } from 'lucide-react';
import { Suspense, useRef } from 'react';
import { lazily } from '../../shell/lazily.ts';
import { say } from '../../words/say.tsx';

const MoreMenu = lazily(async () => (await import('./more-menu.tsx')).MoreMenu);

interface Props {
  onFiles: (files: File[]) => void;
  onSend: (content: SendReply) => void;
}

/** Files at once, anything else behind a menu. */
export function AddMenu({ onFiles, onSend }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        aria-label={say('compose.attach')}
        title={say('compose.attachHint')}
        className="icon-btn"
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden size={18} strokeWidth={1.75} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        data-testid="file-input"
        className="hidden"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Suspense fallback={<span className="icon-btn" />}>
        <MoreMenu onSend={onSend} />
      </Suspense>
    </>
  );
}
