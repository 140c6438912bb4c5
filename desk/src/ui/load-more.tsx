import { say } from '../words/say.tsx';
import { Button } from './button.tsx';

interface Props {
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

/** The next page of what goes on: after a list, nothing where it ends. */
export function LoadMore({ hasMore, isLoading, onMore }: Props) {
  if (!hasMore) return null;
  return (
    <Button className="mt-4 self-start" isPending={isLoading} onPress={onMore}>
      {say('ui.showMore')}
    </Button>
  );
}
