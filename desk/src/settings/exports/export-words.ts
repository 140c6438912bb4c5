// How exports are told of.

import type { Export, ExportFormat, ExportKind, ExportSchedule } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { locale, say } from '../../words/say.tsx';
import { dayNames } from '../week-words.ts';

export const kindWords = (kind: ExportKind) => say('exports.kind', { kind });
export const formatWords = (format: ExportFormat) => say('exports.formatOf', { format });

export function toneOf(state: Export['state']): Tone {
  if (state === 'ready') return 'good';
  if (state === 'failed') return 'danger';
  if (state === 'withdrawn') return 'warn';
  return state === 'running' || state === 'queued' ? 'info' : 'plain';
}

/** "Every Monday at 06:30", on the clocks of its place. */
export function rhythmWords({ every, day, clock }: Pick<ExportSchedule, 'every' | 'day' | 'clock'>): string {
  const at = new Date(`2026-01-01T${clock}:00Z`);
  const time = at.toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const weekday = dayNames()[(day ?? 1) - 1] ?? '';
  return say('exports.rhythm', { every, clock: time, weekday, day: day ?? 1 });
}
