// The views of everything but words are fetched once the desk is open, ahead of need, and kept out of its first script.

import { lazily } from '../../shell/lazily.ts';

const load = () => import('./rich-content.tsx');

export const RichContent = lazily(async () => (await load()).RichContent);

export function loadRichContent(): void {
  void load();
}
