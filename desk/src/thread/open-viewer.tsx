import type { TimelineItem } from '@throughline/contract';
import { Suspense } from 'react';
import { lazily } from '../shell/lazily.ts';
import { useViewed } from './viewer-state.ts';

const Viewer = lazily(async () => (await import('./viewer.tsx')).Viewer);

interface Props {
  conversationId: string;
  items: TimelineItem[] | undefined;
  name: string;
}

/** The large view of a picture, fetched only when the first one is opened. */
export function OpenViewer({ conversationId, items, name }: Props) {
  const viewed = useViewed();
  if (viewed?.conversationId !== conversationId || items === undefined) return null;
  return (
    <Suspense>
      <Viewer items={items} itemId={viewed.itemId} name={name} />
    </Suspense>
  );
}
