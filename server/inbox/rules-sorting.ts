// What becomes of each item of a webhook: applied, kept for later, or parked with a reason a supervisor understands.

import type {
  CallItem,
  EchoItem,
  MessageItem,
  PreferenceItem,
  RotationItem,
  StatusItem,
  TemplateItem,
  WebhookItem,
} from '@throughline/whatsapp';
import { limits } from '../limits.ts';

export type ParkReason =
  | 'portfolio_unknown'
  | 'number_unknown'
  | 'not_readable'
  | 'no_identifier'
  | 'group_message'
  | 'time_impossible'
  | 'failed';

/** Items there is something to be done with. */
export type Applicable = MessageItem | EchoItem | StatusItem | RotationItem | CallItem | PreferenceItem;

export type Fate =
  | { kind: 'apply'; item: Applicable }
  /** About a template: no person's, and true whenever it comes. */
  | { kind: 'template'; item: TemplateItem }
  | { kind: 'keep' }
  | { kind: 'park'; reason: ParkReason; detail: string };

/** `numbers` are the business numbers of the portfolio the webhook came for; `receivedAt` is when, in milliseconds. */
export function fateOf(
  item: WebhookItem,
  { numbers, receivedAt }: { numbers: ReadonlySet<string>; receivedAt: number },
): Fate {
  if (item.kind === 'unreadable')
    return {
      kind: 'park',
      reason: 'not_readable',
      detail: `${item.problem}. Kept as it came; replay it after an update that can read it.`,
    };
  if (item.kind === 'template') return { kind: 'template', item };
  if (item.kind === 'other' || item.kind === 'app-contact') return { kind: 'keep' };
  const impossible = timeProblem(item.at, receivedAt);
  if (impossible) return { kind: 'park', reason: 'time_impossible', detail: impossible };
  if (item.kind !== 'status' && item.kind !== 'rotation' && !knowsNumber(item, numbers))
    return {
      kind: 'park',
      reason: 'number_unknown',
      detail: `Business number ${item.origin.phoneNumberId ?? '(none named)'} is not connected. Connect it with \`throughline connect\`, then replay.`,
    };
  if ((item.kind === 'message' || item.kind === 'echo') && item.groupId !== undefined)
    return {
      kind: 'park',
      reason: 'group_message',
      detail: 'A message in a group. Groups are not shown yet, and a group must not mix with a private thread.',
    };
  if (item.kind === 'rotation' || item.kind === 'status') return { kind: 'apply', item };
  if (isNobody(partyOf(item)))
    return {
      kind: 'park',
      reason: 'no_identifier',
      detail: 'It names nobody: no phone and no account. Kept as it came; replay it if it can be completed.',
    };
  return { kind: 'apply', item };
}

/**
 * A time nothing can have happened at. Who holds a number follows from the order of times, so one false time would move
 * people; a long past is none: backlogs come a week late, and a synced history tells of half a year.
 */
function timeProblem(at: number, receivedAt: number): string | undefined {
  const said = new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/:\d\d\.000Z$/, ' UTC');
  if (at < limits.earliestEventAt) return `Its time is ${said}, before WhatsApp existed. Kept as it came.`;
  if (at > receivedAt + limits.eventAheadMs)
    return `Its time is ${said}, more than a day after it came. Kept as it came; replay it once that time has passed, if it is right.`;
  return undefined;
}

export function partyOf(item: MessageItem | EchoItem | CallItem | PreferenceItem) {
  switch (item.kind) {
    case 'message':
    case 'preference':
      return item.from;
    case 'echo':
      return item.to;
    case 'call':
      return item.party;
  }
}

function isNobody({ phone, bsuid, parent }: MessageItem['from']): boolean {
  return phone === undefined && bsuid === undefined && parent === undefined;
}

function knowsNumber(item: WebhookItem, numbers: ReadonlySet<string>): boolean {
  return item.origin.phoneNumberId !== undefined && numbers.has(item.origin.phoneNumberId);
}
