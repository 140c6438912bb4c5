import { usePresent } from '../api/presences.ts';
import { Avatar } from '../shell/avatar.tsx';
import { allText } from '../words/lists.ts';
import { say } from '../words/say.tsx';

/** Who else has this thread open: their faces in its head, and in words for those who listen. */
export function Here({ conversationId }: { conversationId: string }) {
  const people = usePresent(conversationId);
  const names = people.map(({ name }) => name);
  const words =
    people.length === 0
      ? ''
      : people.length === 1
        ? say('together.here', { name: names[0] ?? '' })
        : say('together.hereMany', { count: people.length, names: allText(names) });
  return (
    <div className="flex shrink-0 items-center">
      <p role="status" className="sr-only">
        {words}
      </p>
      <span aria-hidden title={words} className="flex">
        {people.slice(0, 3).map(({ id, name, state }) => (
          <span
            key={id}
            className={`-ms-1.5 rounded-full border-2 first:ms-0 ${state === 'typing' ? 'border-warn' : 'border-surface'}`}
          >
            <Avatar id={id} name={name} size="s" />
          </span>
        ))}
        {people.length > 3 && <span className="ms-1 self-center text-s text-ink-3">+{people.length - 3}</span>}
      </span>
    </div>
  );
}

/** Over the composer: somebody else is at it too. */
export function Collision({ conversationId }: { conversationId: string }) {
  const people = usePresent(conversationId);
  const typing = people.filter(({ state }) => state === 'typing').map(({ name }) => name);
  if (people.length === 0) return null;
  const [first = ''] = typing.length > 0 ? typing : people.map(({ name }) => name);
  const words =
    typing.length > 1
      ? say('together.typingMany', { names: allText(typing) })
      : typing.length === 1
        ? say('together.typing', { name: first })
        : people.length === 1
          ? say('together.here', { name: first })
          : say('together.hereMany', { count: people.length, names: allText(people.map(({ name }) => name)) });
  return (
    <p
      data-testid="collision"
      className={`mx-auto flex max-w-190 items-center gap-2 px-1 pb-1.5 text-s ${typing.length > 0 ? 'font-medium text-warn' : 'text-ink-3'}`}
    >
      <span aria-hidden className={`size-2 rounded-full ${typing.length > 0 ? 'bg-warn' : 'bg-accent'}`} />
      <span className="min-w-0 truncate">{words}</span>
    </p>
  );
}
