import type { MessageItem } from '@throughline/contract';
import { Copy, Download, Reply, SmilePlus, Undo2 } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { cancelMessage } from '../api/messages.ts';
import { heldConversation, outbox, placeItem } from '../desk.ts';
import { lazily } from '../shell/lazily.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';
import { quote } from './quoting.ts';
import { heldNow } from './reply-rules.ts';
import { type Reaction, wordsOf } from './rows.ts';

const ReactionPicker = lazily(async () => (await import('./reaction-picker.tsx')).ReactionPicker);

interface Props {
  item: MessageItem;
  reactions: Reaction[];
  /** The one a Tab comes to. */
  isEntry: boolean;
}

/** What may be done with one message: seen under the pointer, and reached by keys. */
export function MessageActions({ item, reactions, isEntry }: Props) {
  const [picking, setPicking] = useState(false);
  const react = useRef<HTMLButtonElement>(null);
  const may = useMay()('conversations:reply');
  const out = item.direction === 'out';
  // What never reached the customer can be neither answered nor reacted to.
  const told = item.status !== 'queued' && item.status !== 'failed' && item.status !== 'cancelled';
  const own = reactions.find(({ by }) => by === 'business')?.emoji;
  const choose = (emoji: string | null) => {
    outbox.send(item.conversationId, { type: 'reaction', reaction: { message: item.id, emoji } });
    setPicking(false);
  };
  const words = item.text?.body ?? item.media?.caption;
  const tab = isEntry ? 0 : -1;
  return (
    <span
      data-actions
      className={`absolute -top-4 z-1 flex rounded-md border border-line bg-raised p-0.5 opacity-0 shadow-1 transition-opacity group-hover/bubble:opacity-100 focus-within:opacity-100 ${picking ? 'opacity-100' : ''} ${out ? 'start-1' : 'end-1'}`}
    >
      {may && told && (
        <>
          <Deed
            tab={tab}
            label={own === undefined ? say('thread.react') : say('thread.changeReaction', { emoji: own })}
            ref={react}
            onPress={() => setPicking(true)}
          >
            <SmilePlus aria-hidden size={15} strokeWidth={1.75} />
          </Deed>
          <Deed
            tab={tab}
            label={say('thread.answerWords', { words: wordsOf(item).slice(0, 60) })}
            title={say('thread.answer')}
            onPress={() => quote(item)}
          >
            <Reply aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" />
          </Deed>
        </>
      )}
      {may && item.status === 'queued' && (
        <Deed tab={tab} label={say('thread.takeBack')} onPress={() => void takeBack(item)}>
          <Undo2 aria-hidden size={15} strokeWidth={1.75} />
        </Deed>
      )}
      {words !== undefined && words !== '' && (
        <Deed tab={tab} label={say('thread.copyText')} onPress={() => void copy(words)}>
          <Copy aria-hidden size={15} strokeWidth={1.75} />
        </Deed>
      )}
      {item.media?.state === 'ready' && item.media.type !== 'document' && (
        <Deed tab={tab} label={say('thread.saveFile')} onPress={() => void save(item)}>
          <Download aria-hidden size={15} strokeWidth={1.75} />
        </Deed>
      )}
      {picking && (
        <Suspense>
          <ReactionPicker
            anchor={react}
            own={own}
            held={whyNot(item.conversationId)}
            onChoose={choose}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </span>
  );
}

interface DeedProps {
  tab: number;
  label: string;
  title?: string;
  ref?: React.Ref<HTMLButtonElement>;
  onPress: () => void;
  children: React.ReactNode;
}

function Deed({ tab, label, title, ref, onPress, children }: DeedProps) {
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={tab}
      aria-label={label}
      title={title ?? label}
      onClick={onPress}
      className="grid size-6.5 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}

/** A reaction is a message: outside the window it cannot go. */
function whyNot(conversationId: string): string | undefined {
  const conversation = heldConversation(conversationId);
  const held = conversation && heldNow(conversation, Date.now());
  if (!held) return undefined;
  return held === 'window_closed' ? say('thread.reactionHeld') : say('thread.noWayShort');
}

async function takeBack(item: MessageItem): Promise<void> {
  await cancelMessage(item).then(placeItem, (error: Error) => tell(error.message));
}

async function copy(words: string): Promise<void> {
  await navigator.clipboard?.writeText(words);
  tell(say('thread.textCopied'));
}

async function save({ media }: MessageItem): Promise<void> {
  const { saveFile } = await import('./kinds/use-fresh-media.ts');
  if (media) await saveFile(media).catch((error: Error) => tell(error.message));
}
