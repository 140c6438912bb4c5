// Everything from the keyboard: people, conversations, what was written, and every deed offered where one is.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { searchQuery } from '../api/search.ts';
import { say } from '../words/say.tsx';
import { offered, type Question } from './actions.ts';
import type { Entry } from './entry.ts';
import { actionEntry, type Group, groupsOf } from './groups.tsx';
import { matching } from './matching.ts';
import { recentIds, takeEntry } from './recent.ts';

const pauseMs = 120;

export function CommandMenu({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const navigate = useNavigate();
  const actions = useRef(offered()).current;
  const recent = useRef(recentIds()).current;
  const [asked, setAsked] = useState<Question>();
  const answer = useQuery({ ...searchQuery(asked ? '' : query), placeholderData: keepPreviousData });
  const groups = useMemo(
    () =>
      asked
        ? answersTo(asked, text)
        : groupsOf({
            actions: matching(actions, text, recent),
            found: text.trim() === '' ? undefined : answer.data,
            isSearching: text.trim() !== '',
            open: (conversationId, messageId) =>
              void navigate({
                to: '/inbox/$conversationId',
                params: { conversationId },
                search: messageId === undefined ? {} : { at: messageId },
              }),
            openPerson: (contactId) => void navigate({ to: '/people/$contactId', params: { contactId } }),
          }),
    [actions, asked, text, recent, answer.data, navigate],
  );
  const ask = (question: Question | undefined) => {
    setAsked(question);
    setText('');
  };
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 bg-scrim px-3 pt-[min(12vh,6rem)]"
    >
      <Modal className="mx-auto w-full max-w-150 overflow-hidden rounded-lg border border-line bg-raised shadow-2">
        <Dialog aria-label={say('command.title')} className="outline-none">
          <Combo
            text={text}
            onText={setText}
            groups={groups}
            asked={asked}
            onAsk={ask}
            isBusy={asked === undefined && (answer.isFetching || query !== text.trim())}
            failure={answer.isError && asked === undefined ? answer.error.message : undefined}
            onClose={onClose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function answersTo({ id, name, answers }: Question, text: string): Group[] {
  const entries = matching(answers, text, []).map(actionEntry);
  return entries.length === 0 ? [] : [{ id, name, entries }];
}

interface ComboProps {
  text: string;
  onText: (text: string) => void;
  groups: readonly Group[];
  /** What the entries are answers to. */
  asked: Question | undefined;
  onAsk: (question: Question | undefined) => void;
  isBusy: boolean;
  failure: string | undefined;
  onClose: () => void;
}

function Combo({ text, onText, groups, asked, onAsk, isBusy, failure, onClose }: ComboProps) {
  const id = useId();
  const entries = groups.flatMap((group) => group.entries);
  const [chosen, setChosen] = useState<string>();
  const current = entries.find((entry) => entry.id === chosen) ?? entries[0];
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.asks) {
      setChosen(undefined);
      return onAsk(entry.asks);
    }
    onClose();
    takeEntry(entry);
  };
  const step = (by: number) => {
    const at = entries.indexOf(current as Entry);
    const next = entries[(at + by + entries.length) % entries.length];
    setChosen(next?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') run(current);
    else if (asked && event.key === 'Backspace' && text === '') onAsk(undefined);
    else return;
    event.preventDefault();
  };
  const optionId = (entry: Entry) => `${id}-${entry.id}`;
  const quiet = entries.length === 0 && !isBusy && failure === undefined;
  useShown(current && optionId(current));
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        {asked ? (
          <button
            type="button"
            className="icon-btn -ms-2"
            aria-label={say('command.back')}
            onClick={() => onAsk(undefined)}
          >
            <ArrowLeft aria-hidden size={17} strokeWidth={1.75} className="rtl:-scale-x-100" />
          </button>
        ) : (
          <Search aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-ink-3" />
        )}
        <input
          // Another question, another field: it has the focus anew.
          key={asked?.id ?? ''}
          // biome-ignore lint/a11y/noAutofocus: the menu is opened to be typed into
          autoFocus
          role="combobox"
          aria-label={asked?.name ?? say('command.label')}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current && optionId(current)}
          placeholder={asked?.name ?? say('command.hint')}
          autoComplete="off"
          spellCheck={false}
          dir={text === '' ? undefined : 'auto'}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setChosen(undefined);
          }}
          onKeyDown={onKeyDown}
          className="h-13 min-w-0 flex-1 bg-transparent text-b outline-none! placeholder:text-ink-3"
        />
        <kbd aria-hidden>Esc</kbd>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={say('command.results')}
        className="max-h-[min(60vh,28rem)] overflow-y-auto overscroll-contain p-1.5"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group.id} role="group" aria-label={group.name}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-semibold text-ink-3">
              {group.name}
            </p>
            {group.entries.map((entry) => (
              <Option
                key={entry.id}
                id={optionId(entry)}
                isChosen={entry === current}
                onPoint={() => setChosen(entry.id)}
                onPress={() => run(entry)}
              >
                {entry.content}
              </Option>
            ))}
          </div>
        ))}
        {quiet && <p className="px-3 py-6 text-center text-ink-2">{say('command.nothing', { text: text.trim() })}</p>}
      </div>
      {failure !== undefined && (
        <p role="alert" className="border-t border-line bg-warn-soft px-4 py-2 text-s text-warn">
          {say('command.failed')}
        </p>
      )}
      <p role="status" className="sr-only">
        {isBusy ? '' : say('command.count', { count: entries.length })}
      </p>
    </>
  );
}

interface OptionProps {
  id: string;
  isChosen: boolean;
  onPoint: () => void;
  onPress: () => void;
  children: ReactNode;
}

/** Chosen from the input, which keeps the focus; the pointer may do it too. */
function Option({ id, isChosen, onPoint, onPress, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the input has the focus and the keys
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      onPointerMove={onPoint}
      onClick={onPress}
      className={`flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 ${isChosen ? 'bg-accent-soft' : ''}`}
    >
      {children}
    </div>
  );
}

function useShown(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}

/** What was typed, once nobody has typed on for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
