import { Smile } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { lazily } from '../../shell/lazily.ts';
import { say } from '../../words/say.tsx';

const EmojiPicker = lazily(async () => (await import('./emoji-picker.tsx')).EmojiPicker);

/** The emoji come when they are asked for: they are a book of their own. */
export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={say('together.emoji')}
        title={say('together.emoji')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className="icon-btn"
        onClick={() => setOpen(!isOpen)}
      >
        <Smile aria-hidden size={18} strokeWidth={1.75} />
      </button>
      {isOpen && (
        <Suspense>
          <EmojiPicker
            anchor={button}
            onClose={() => setOpen(false)}
            onChoose={(emoji) => {
              setOpen(false);
              // Once the focus is back: what is chosen goes where the caret was.
              requestAnimationFrame(() => onChoose(emoji));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
