import { type RefObject, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { say } from '../words/say.tsx';

const usual = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;
const more = '🎉 🔥 👏 ✅ 👌 💯 🙌 🤝 😊 😍 🤔 😅 👀 💪 🌟 ☕ 🚲 📦 🚚 🛠️ 🕒 💙 💚 🧡'.split(' ');

interface Props {
  anchor: RefObject<HTMLElement | null>;
  /** What stands of ours now. */
  own: string | undefined;
  /** Why none may be given now. */
  held: string | undefined;
  onChoose: (emoji: string | null) => void;
  onClose: () => void;
}

/** The usual ones at once, more behind a button, and any other by typing it. */
export function ReactionPicker({ anchor, own, held, onChoose, onClose }: Props) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const own2 = own === undefined || usual.some((one) => one === own) ? [] : [own];
  return (
    <Popover triggerRef={anchor} isOpen onOpenChange={(open) => open || onClose()} placement="top" className="menu">
      <Dialog aria-label={say('thread.react')} className="outline-none">
        {held !== undefined ? (
          <p className="max-w-60 p-1.5">{held}</p>
        ) : (
          <>
            <div className="flex items-center gap-0.5">
              {[...usual, ...own2].map((emoji) => (
                <Emoji key={emoji} emoji={emoji} isOn={emoji === own} onChoose={onChoose} />
              ))}
              {!all && (
                <button
                  type="button"
                  className="btn-quiet btn size-9! p-0!"
                  aria-label={say('thread.more')}
                  onClick={() => setAll(true)}
                >
                  …
                </button>
              )}
            </div>
            {all && (
              <>
                <div className="mt-1 grid grid-cols-8 border-t border-line pt-1">
                  {more.map((emoji) => (
                    <Emoji key={emoji} emoji={emoji} isOn={emoji === own} onChoose={onChoose} />
                  ))}
                </div>
                <form
                  className="mt-1 flex gap-2 border-t border-line pt-2"
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (isEmoji(typed)) onChoose(typed.trim());
                  }}
                >
                  <input
                    aria-label={say('thread.anotherEmoji')}
                    placeholder={say('thread.another')}
                    value={typed}
                    onChange={(event) => setTyped(event.target.value)}
                    className="field h-8! min-w-0"
                  />
                  <button type="submit" className="btn" disabled={!isEmoji(typed)}>
                    {say('thread.react')}
                  </button>
                </form>
              </>
            )}
            {own !== undefined && (
              <button type="button" className="btn btn-quiet mt-1 w-full border-t-line!" onClick={() => onChoose(null)}>
                {say('thread.takeReactionBack', { emoji: own })}
              </button>
            )}
          </>
        )}
      </Dialog>
    </Popover>
  );
}

function Emoji({ emoji, isOn, onChoose }: { emoji: string; isOn: boolean; onChoose: (emoji: string | null) => void }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={isOn ? say('thread.takeEmojiBack', { emoji }) : emoji}
      onClick={() => onChoose(isOn ? null : emoji)}
      className={`grid size-9 place-items-center rounded-md text-[18px] hover:bg-sunken ${isOn ? 'bg-accent-soft' : ''}`}
    >
      {emoji}
    </button>
  );
}

/** One emoji and nothing else: WhatsApp takes no words for a reaction. */
function isEmoji(text: string): boolean {
  const one = text.trim();
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(one)];
  return letters.length === 1 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(one);
}
