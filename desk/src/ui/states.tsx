// What stands where nothing can be shown: nothing there, nothing reached, or nothing for this person. Each in words, each
// with a way on where there is one.

import { CircleAlert, Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../words/say.tsx';

interface Props {
  title: string;
  detail: ReactNode;
  children?: ReactNode;
}

/** There is nothing (yet): what would stand here, and how it comes. */
export function EmptyState({ icon, ...rest }: Props & { icon: LucideIcon }) {
  return <State icon={icon} {...rest} />;
}

interface ErrorProps extends Omit<Props, 'children'> {
  /** The words of the button, where it is not trying again. */
  action?: string;
  /** It is all there is on the page, so its title is the page's. */
  isPage?: boolean;
  onRetry: () => void;
}

/** It could not be loaded. `detail`: what the server, or the line to it, said. */
export function ErrorState({ title, detail, action = say('ui.tryAgain'), isPage = false, onRetry }: ErrorProps) {
  return (
    <div role="alert">
      <State icon={CircleAlert} tone="text-danger" title={title} detail={detail} isPage={isPage}>
        <button type="button" className="btn" onClick={onRetry}>
          {action}
        </button>
      </State>
    </div>
  );
}

/** One's role does not see this. Who could change that is said, not guessed. */
export function NoPermission({
  title = say('ui.noPermission.title'),
  isPage = false,
}: {
  title?: string;
  isPage?: boolean;
}) {
  return <State icon={Lock} title={title} detail={say('ui.noPermission.detail')} isPage={isPage} />;
}

function State({
  icon: Icon,
  tone = 'text-ink-3',
  title,
  detail,
  isPage = false,
  children,
}: Props & { icon: LucideIcon; tone?: string; isPage?: boolean }) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-1.5 px-5 py-10 text-center">
      <Icon aria-hidden className={`mb-1 ${tone}`} size={26} strokeWidth={1.75} />
      <Title className="text-b font-semibold">{title}</Title>
      <p className="text-s text-ink-2 wrap-anywhere">{detail}</p>
      {children !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
