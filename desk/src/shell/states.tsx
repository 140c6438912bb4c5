import { Link } from '@tanstack/react-router';
import { say } from '../words/say.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main className="grid h-full place-items-center text-center">
      <div className="flex flex-col items-center gap-2 p-6">
        <h1 className="text-xl font-semibold">{say('shell.noPage')}</h1>
        <p className="text-ink-2">{say('shell.noPageDetail')}</p>
        <Link to="/inbox" className="btn mt-2">
          {say('shell.toInbox')}
        </Link>
      </div>
    </main>
  );
}
