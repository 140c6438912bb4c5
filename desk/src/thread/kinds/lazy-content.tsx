// The views of everything but words are fetched as a conversation opens, and kept out of the desk's first script.

import { lazily } from '../../shell/lazily.ts';

const load = () => import('./rich-content.tsx');

export const RichContent = lazily(async () => (await load()).RichContent);

export function loadRichContent(): void {
  void load();
}
