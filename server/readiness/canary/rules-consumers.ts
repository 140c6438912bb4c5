// Who is told of the made-up customer, and in which steps. Pure.

import type { CanarySkip, CanaryStep, EventType, RelayMode, SubscriptionState } from '@throughline/contract';
import { eventSteps, relaySteps } from './rules-story.ts';
import type { NewConsumer } from './shapes.ts';

interface Told {
  id: string;
  name: string;
  state: SubscriptionState;
}

interface Webhook extends Told {
  types: readonly EventType[] | null;
}

interface Behind extends Told {
  mode: RelayMode;
  numbers: readonly string[] | null;
  fields: readonly string[] | null;
}

export interface Surroundings {
  webhooks: readonly Webhook[];
  integrations: readonly Behind[];
  /** Business numbers it can come in on, by Meta's ids. */
  lines: readonly string[];
  leftOut: readonly string[];
  /** Keys that acknowledged it before; none where the feed is not told. */
  readers: readonly { id: string; name: string }[];
}

/** Webhooks, then integrations, then readers, each in the order given. */
export function consumersIn({ webhooks, integrations, lines, leftOut, readers }: Surroundings): NewConsumer[] {
  const skip = (one: Told, otherwise: CanarySkip | null): CanarySkip | null => {
    if (leftOut.includes(one.id)) return 'left_out';
    return one.state === 'active' ? otherwise : one.state;
  };
  return [
    ...webhooks.map((one) => {
      const skipped = skip(one, lines.length === 0 ? 'no_line' : null);
      return { id: one.id, kind: 'webhook' as const, name: one.name, mode: null, steps: stepsFor(one), skipped };
    }),
    ...integrations.map((one) => {
      const skipped = skip(one, lineFor(one, lines) === undefined ? 'no_line' : isTold(one) ? null : 'not_wanted');
      return { id: one.id, kind: 'relay' as const, name: one.name, mode: one.mode, steps: relaySteps, skipped };
    }),
    ...readers.map(({ id, name }) => {
      return { id, kind: 'reader' as const, name, mode: null, steps: [], skipped: null };
    }),
  ];
}

/** Everybody is told whom to forget, as of real customers. */
function stepsFor({ types }: Webhook): CanaryStep[] {
  return eventSteps
    .filter(({ type }) => types === null || type === 'contact.erased' || types.includes(type))
    .map(({ step }) => step);
}

/** All that the made-up customer does is of this field. */
function isTold({ fields }: Behind): boolean {
  return fields === null || fields.includes('messages');
}

export function lineFor({ numbers }: Pick<Behind, 'numbers'>, lines: readonly string[]): string | undefined {
  return lines.find((line) => numbers === null || numbers.includes(line));
}
