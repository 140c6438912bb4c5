import { useQueryClient } from '@tanstack/react-query';
import { noteLongest } from '@throughline/contract/bounds';
import { AtSign } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { newKey } from '../../api/new-key.ts';
import { colleaguesQuery, writeNote } from '../../api/together.ts';
import { placeItem } from '../../desk.ts';
import { say } from '../../words/say.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { insertAt } from './insert-at.ts';
import type { FormProps } from './reply-form.tsx';
import { calledIn, useColleagues } from './use-colleagues.ts';
import { WritingField } from './writing-field.tsx';

const at = { sign: '@', spaces: 3 };

export function NoteForm({ conversation, field, text, onText }: FormProps) {
  const client = useQueryClient();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  // The same for as long as the text is: a second press after a lost answer keeps one note.
  const key = useRef(newKey());
  const over = text.trim().length - noteLongest;
  const ready = text.trim() !== '' && over <= 0 && !busy;
  const keep = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem('');
    try {
      // Whoever is quicker than the list still calls those they name.
      const colleagues = await client.ensureQueryData(colleaguesQuery);
      const mentions = calledIn(text, colleagues.data).slice(0, 20);
      const note = await writeNote(conversation.id, { text: text.trim(), mentions }, key.current);
      placeItem(note);
      key.current = newKey();
      onText('');
    } catch (error) {
      setProblem(say('together.noteFailed', { why: error instanceof Error ? error.message : '' }));
    }
    setBusy(false);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      field.current?.blur();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void keep();
    }
  };
  const write = (next: string) => {
    if (next !== text) key.current = newKey();
    onText(next);
  };
  const words = over > 0 ? say('together.noteTooLong', { over }) : problem;
  return (
    <>
      <WritingField
        field={field}
        text={text}
        onText={write}
        label={say('together.noteLabel')}
        placeholder={say('together.writeNote')}
        keyShortcut="N"
        describedBy={words === '' ? undefined : 'note-problem'}
        calls={at}
        listLabel={say('together.colleagues')}
        useSuggestions={useColleagues}
        nothingFits={say('together.nothingFits')}
        onKeyDown={onKeyDown}
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        <button
          type="button"
          aria-label={say('together.colleagues')}
          title={say('together.colleagues')}
          className="icon-btn"
          onClick={() => insertAt(field, '@', write)}
        >
          <AtSign aria-hidden size={18} strokeWidth={1.75} />
        </button>
        <EmojiButton onChoose={(emoji) => insertAt(field, emoji, write)} />
        <span id="note-problem" role="alert" className="ms-auto me-2 min-w-0 text-s font-medium text-danger">
          {words}
        </span>
        <button type="button" className="btn btn-main" disabled={!ready} onClick={() => void keep()}>
          {say('together.keepNote')}
        </button>
      </div>
    </>
  );
}
