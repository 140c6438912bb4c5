import { Paperclip } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { say } from '../../words/say.tsx';

interface Props {
  /** undefined: nothing may be sent now, and a file dropped here does nothing. */
  onFiles: ((files: File[]) => void) | undefined;
  children: ReactNode;
}

/** A whole thread takes files that are dropped on it. */
export function FileDrop({ onFiles, children }: Props) {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only as many leavings as enterings are a real one.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  };
  const leave = () => {
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Else the browser would leave the desk for the file.
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles?.([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who does not drag has the button and the clipboard
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={enter}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {over && onFiles && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/90"
        >
          <p className="flex items-center gap-2 text-l font-semibold text-accent">
            <Paperclip size={20} strokeWidth={1.75} /> {say('compose.dropToAttach')}
          </p>
        </div>
      )}
    </div>
  );
}
