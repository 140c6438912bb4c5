// The views of everything but words are fetched once the desk is open, ahead of need, and kept out of its first script.

import { lazy } from 'react';

const load = () => import('./rich-content.tsx');

export const RichContent = lazy(() => load().then(({ RichContent: component }) => ({ default: component })));

export function loadRichContent(): void {
  void load();
}
