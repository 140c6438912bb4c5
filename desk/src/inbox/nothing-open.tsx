import { MessageSquareText } from 'lucide-react';
import { Empty } from '../shell/states.tsx';

export function NothingOpen() {
  return (
    <main className="grid flex-1 place-items-center">
      <Empty
        icon={MessageSquareText}
        title="No conversation open"
        detail="Choose one from the list, or move with J and K and open with Enter."
      >
        <span className="flex items-center gap-1.5 text-s text-ink-3">
          <kbd>?</kbd> shows every key
        </span>
      </Empty>
    </main>
  );
}
