import type { Template } from '@throughline/contract';
import { say } from '../words/say.tsx';
import { statusWords } from './template-words.ts';

const looks: Record<Template['status'], string> = {
  approved: 'chip-good',
  pending: 'bg-info-soft! text-info!',
  paused: 'bg-warn-soft! text-warn!',
  rejected: 'bg-danger-soft! text-danger!',
  disabled: 'bg-danger-soft! text-danger!',
  deleted: '',
  other: '',
};

export function StatusChip({ status }: { status: Template['status'] }) {
  return <span className={`chip ${looks[status]}`}>{say(statusWords[status])}</span>;
}
