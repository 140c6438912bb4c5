import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationDetail } from '@throughline/contract';
import { ArrowLeft, Check, PanelRight, RotateCcw, Search } from 'lucide-react';
import { Suspense } from 'react';
import { contactQuery } from '../api/queries.ts';
import { useActions } from '../command/actions.ts';
import { useRevealed } from '../context/revealed.ts';
import { ShowNumbers } from '../context/show-numbers.tsx';
import { DueChip } from '../inbox/due-chip.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { commandKey, useKey } from '../shell/keys.ts';
import { lazily } from '../shell/lazily.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { identifierText } from '../words/identifiers.ts';
import { say, show } from '../words/say.tsx';
import { AskButton } from './ask-button.tsx';
import { Here } from './here.tsx';
import { shownIn } from './thread-identity.ts';
import { useWork } from './use-work.ts';

const WorkControls = lazily(async () => (await import('./work-controls.tsx')).WorkControls);
const ThreadDeeds = lazily(async () => (await import('./thread-deeds.tsx')).ThreadDeeds);

interface Props {
  conversation: ConversationDetail;
  onFind: () => void;
  onContext: () => void;
}

export function ThreadHeader({ conversation, onFind, onContext }: Props) {
  const { contact, businessNumber, state } = conversation;
  const { data } = useQuery(contactQuery(conversation.contactId));
  const { identifier: known, numberHidden } = shownIn(conversation, data?.accounts.length ?? 1);
  const current = useRevealed(contact.id)?.find(({ role }) => role === 'current')?.value;
  const inFull = known.kind === 'phone' && known.masked === true ? current : undefined;
  const identifier = inFull === undefined ? known : { kind: known.kind, value: inFull };
  const isOpen = state !== 'resolved';
  const change = useWork(conversation);
  const may = useMay();
  const now = useNow();
  const toggle = () => change.mutate({ state: isOpen ? 'resolved' : 'open' });
  useKey('resolve', toggle);
  useActions([
    {
      id: 'thread.state',
      group: 'thread',
      name: isOpen ? say('thread.resolve') : say('thread.reopen'),
      keys: 'E',
      run: toggle,
    },
    { id: 'thread.find', group: 'thread', name: say('find.title'), keys: `${commandKey} F`, run: onFind },
  ]);
  const isCrowded = numberHidden || conversation.due !== null;
  const mayManage = may('conversations:manage');
  const named = contact.displayName !== identifierText(identifier);
  return (
    <header className="@container border-b border-line bg-surface">
      <div className="flex h-15 items-center gap-1 px-2 desk:gap-3 desk:px-4.5">
        <Link to="/inbox" search={true} aria-label={say('thread.backToList')} className="icon-btn desk:hidden">
          <ArrowLeft aria-hidden size={19} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </Link>
        <span className="@max-[42rem]:hidden">
          <Avatar id={contact.id} name={contact.displayName} size="s" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-l font-[650] tracking-[-.005em]">
            <bdi className="cut">{contact.displayName}</bdi>
          </h2>
          <p className="flex min-w-0 items-center gap-1.5 overflow-hidden text-s text-ink-3">
            {named && <Identifier value={identifier} className="min-w-12 truncate" />}
            {known.kind === 'phone' && known.masked && (
              <ShowNumbers contactId={contact.id} name={contact.displayName} />
            )}
            {numberHidden && (
              <HiddenChip words={say('thread.numberHidden')} fold={conversation.due === null ? 'phone' : 'crowded'} />
            )}
            {conversation.number?.last?.state === 'pending' && (
              <span className="chip max-desk:hidden">{say('thread.numberAsked')}</span>
            )}
            <DueChip due={conversation.due} now={now} />
            {named && (
              <span aria-hidden className="@max-[42rem]:hidden">
                ·
              </span>
            )}
            <span className={`flex min-w-0 shrink-999 gap-1 ${isCrowded ? '@max-[42rem]:hidden' : ''}`}>
              {show('thread.toBusiness', { name: <bdi className="truncate">{businessNumber.name}</bdi> })}
            </span>
          </p>
        </div>
        <Here conversationId={conversation.id} />
        <AskButton conversation={conversation} />
        <Suspense>
          <ThreadDeeds conversation={conversation} identifier={identifier} change={change} />
        </Suspense>
        {mayManage && (
          <Suspense fallback={<span className="w-40 max-desk:w-11" />}>
            <WorkControls conversation={conversation} change={change} onFind={onFind} />
          </Suspense>
        )}
        <button
          type="button"
          className={`icon-btn ${mayManage ? 'max-desk:hidden' : ''}`}
          aria-label={say('find.title')}
          aria-keyshortcuts="Control+F"
          title={say('find.title')}
          onClick={onFind}
        >
          <Search aria-hidden size={17} strokeWidth={1.75} />
        </button>
        <button
          type="button"
          title={isOpen ? say('thread.resolve') : say('thread.reopen')}
          className={`btn shrink-0 ${isOpen ? 'btn-main' : ''}`}
          aria-keyshortcuts="E"
          disabled={change.isPending}
          onClick={toggle}
        >
          {isOpen ? (
            <Check aria-hidden size={16} strokeWidth={2} />
          ) : (
            <RotateCcw aria-hidden size={15} strokeWidth={1.75} />
          )}
          <span className="max-desk:sr-only">{isOpen ? say('thread.resolve') : say('thread.reopen')}</span>
        </button>
        <button
          type="button"
          className="icon-btn wide:hidden"
          aria-label={say('thread.aboutCustomer')}
          onClick={onContext}
        >
          <PanelRight aria-hidden size={18} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </button>
      </div>
      {change.isError && (
        <p role="alert" className="bg-danger-soft px-4.5 py-1.5 text-s text-danger">
          {change.error.message}
        </p>
      )}
    </header>
  );
}
