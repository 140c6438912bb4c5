import type { CampaignState } from '@throughline/contract';
import { say } from '../words/say.tsx';
import { stateWords } from './campaign-words.ts';

const looks: Record<CampaignState, string> = {
  draft: '',
  checking: 'bg-info-soft! text-info!',
  ready: 'bg-info-soft! text-info!',
  scheduled: 'bg-info-soft! text-info!',
  running: 'chip-good',
  paused: 'bg-warn-soft! text-warn!',
  done: 'chip-good',
  cancelled: '',
};

export function StateChip({ state }: { state: CampaignState }) {
  return <span className={`chip ${looks[state]}`}>{say(stateWords[state])}</span>;
}
