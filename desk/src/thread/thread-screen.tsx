import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestProblem } from '../api/client.ts';
import { conversationQuery } from '../api/queries.ts';
import { ContextPanel } from '../context/context-panel.tsx';
import { useKey } from '../shell/keys.ts';
import { useDelayed } from '../shell/use-delayed.ts';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { attachFiles } from './compose/attach-files.ts';
import { FileDrop } from './compose/file-drop.tsx';
import { Composer } from './composer.tsx';
import { heldNow } from './reply-rules.ts';
import { ThreadHeader } from './thread-header.tsx';
import { ThreadSkeleton } from './thread-skeleton.tsx';
import { Timeline } from './timeline.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { useSeeMentions } from './use-see-mentions.ts';

export function ThreadScreen({ conversationId }: { conversationId: string }) {
  const answer = useQuery(conversationQuery(conversationId));
  const navigate = useNavigate();
  const [contextOpen, setContextOpen] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const { at } = useSearch({ from: '/desk/inbox' });
  const arrived = useCallback(
    () => void navigate({ to: '.', search: ({ at: _gone, ...rest }) => rest, replace: true }),
    [navigate],
  );
  useKey('find', () => setFinding(true));
  const slow = useDelayed(answer.isPending, 300);
  const conversation = answer.data;
  useMarkRead(conversation);
  useSeeMentions(conversation?.id);
  // Joined into another conversation since the address was made: go where it went on.
  const currentId = conversation?.id;
  useEffect(() => {
    if (currentId === undefined || currentId === conversationId) return;
    void navigate({ to: '/inbox/$conversationId', params: { conversationId: currentId }, search: true, replace: true });
  }, [currentId, conversationId, navigate]);

  // Where the list gave way to the thread, the focus went with it: take it up here.
  const main = useRef<HTMLElement>(null);
  // So too where it became somebody else's, and the details that held the focus with it.
  const whose = conversation?.contactId;
  useEffect(() => {
    if (whose && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [whose]);

  if (answer.isPending) return <main className="flex min-w-0 flex-1">{slow && <ThreadSkeleton />}</main>;
  if (conversation === undefined) {
    const gone = answer.error instanceof RequestProblem && answer.error.status === 404;
    return (
      <main className="grid flex-1 place-items-center">
        <ErrorState
          title={gone ? say('thread.noSuch') : say('thread.failedToLoad')}
          detail={answer.error?.message ?? ''}
          action={gone ? say('thread.backToInbox') : say('common.tryAgain')}
          onRetry={() => void (gone ? navigate({ to: '/inbox', search: true }) : answer.refetch())}
        />
      </main>
    );
  }
  const takesFiles = heldNow(conversation, Date.now()) === null;
  return (
    <>
      <main
        ref={main}
        tabIndex={-1}
        aria-label={say('thread.conversationWith', { name: conversation.contact.displayName })}
        className="flex min-h-0 min-w-0 flex-1 flex-col outline-none"
      >
        <h1 className="sr-only desk:hidden">{say('inbox.title')}</h1>
        <ThreadHeader
          conversation={conversation}
          onFind={() => setFinding(true)}
          onContext={() => setContextOpen(true)}
        />
        <FileDrop onFiles={takesFiles ? (files) => attachFiles(conversation.id, files) : undefined}>
          <Timeline
            conversation={conversation}
            at={at}
            onArrived={arrived}
            isFinding={isFinding}
            onFound={() => setFinding(false)}
          />
          <Composer conversation={conversation} />
        </FileDrop>
      </main>
      <ContextPanel conversation={conversation} isOpen={contextOpen} onOpenChange={setContextOpen} />
    </>
  );
}
