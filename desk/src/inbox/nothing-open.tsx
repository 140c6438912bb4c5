import { MessageSquareText } from 'lucide-react';
import { EmptyState } from '../ui/states.tsx';
import { say, show } from '../words/say.tsx';

export function NothingOpen() {
  return (
    <main className="grid flex-1 place-items-center">
      <EmptyState icon={MessageSquareText} title={say('inbox.noneOpen')} detail={say('inbox.noneOpenDetail')}>
        <span className="flex items-center gap-1.5 text-s text-ink-3">
          <span>{show('inbox.showsKeys', { key: <kbd>?</kbd> })}</span>
        </span>
      </EmptyState>
    </main>
  );
}
