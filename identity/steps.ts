// What a fold did, one step after the other, with ids that last as long as the evidence does. What explain.ts reads.

import type { Anchor, EvidenceId, Word } from './evidence.ts';
import type { Rule } from './notices.ts';
import type { Resolution } from './resolution.ts';
import { type HolderId, holderAt } from './state.ts';
import type { Change, Traced } from './trace.ts';
import { standing } from './words.ts';

declare const stepId: unique symbol;
/** The evidence's id, a colon, and which of its changes this is, from 0. Names nobody, and is the same after every refold. */
export type StepId = string & { readonly [stepId]: true };

export interface Step {
  id: StepId;
  evidenceId: EvidenceId;
  /** Milliseconds, Meta's clock; ours for what people said. */
  at: number;
  tie: string;
  rule: Rule;
  /** Whom it happened to, as they are known now. */
  holderId: HolderId;
  /** `said`: people put two together, or told them apart, and their word stands. */
  change: Change | { type: 'said'; word: Word };
  /**
   * Two became one here: what they were known by just before. A split that names both (`a`, from `b`), or a mark that they are
   * never one, tells them apart again as if they had never met.
   */
  joins?: { a: Anchor; b: Anchor };
}

/** Everything the fold did, in event order, then what people said and have not taken back. From a refold: an `extend` knows only its arrivals. */
export function stepsOf({ trace, state, retired }: Resolution): Step[] {
  const now = successors(trace, retired);
  const known = new KnownBy();
  const counted = new Map<EvidenceId, number>();
  const steps = trace.map((traced): Step => {
    const index = counted.get(traced.evidenceId) ?? 0;
    counted.set(traced.evidenceId, index + 1);
    const joins = known.take(traced);
    const { evidenceId, at, tie, rule, change } = traced;
    const id = `${evidenceId}:${index}` as StepId;
    return { id, evidenceId, at, tie, rule, holderId: now(change.holderId), change, ...(joins && { joins }) };
  });
  const said = standing(state.words).flatMap((word): Step[] => {
    const holderId = 'about' in word ? undefined : holderAt(state, word.a);
    if (!holderId) return [];
    const id = `${word.id}:0` as StepId;
    return [{ id, evidenceId: word.id, at: word.at, tie: '', rule: 'R30', holderId, change: { type: 'said', word } }];
  });
  return [...steps, ...said];
}

/**
 * The two that became one in this step, by its id, or at this fact, by the evidence's: the last two then. Undefined where nobody
 * became one, or the evidence is decided otherwise by now.
 */
export function joinAt(resolution: Resolution, id: string): { a: Anchor; b: Anchor } | undefined {
  const joining = stepsOf(resolution).filter((step) => step.joins);
  return (joining.find((step) => step.id === id) ?? joining.findLast((step) => step.evidenceId === id))?.joins;
}

/** Two that each may have had a life of their own became one, which is worth a doubt; not the new id Meta itself gave an account. */
export function isDoubtful({ joins, change, rule }: Step): boolean {
  return joins !== undefined && (change.type === 'joined' || !attested.has(rule));
}

/** Who somebody is now that was met in the fold, or known before it. */
export function successors(
  trace: readonly Traced[],
  retired: ReadonlyMap<HolderId, HolderId>,
): (id: HolderId) => HolderId {
  const next = new Map(retired);
  for (const { change } of trace) if (change.type === 'joined') next.set(change.goneId, change.holderId);
  return (id) => {
    let now = id;
    for (
      let into = next.get(now), steps = 0;
      into !== undefined && steps <= next.size;
      into = next.get(now), steps += 1
    )
      now = into;
    return now;
  };
}

/** Meta's own word that one became the other. */
const attested: ReadonlySet<Rule> = new Set(['R17', 'R18', 'R19', 'R30', 'R34']);

/** Walks the trace and remembers what each holder had been known by before the evidence at hand. */
class KnownBy {
  private readonly anchors = new Map<HolderId, { anchor: Anchor; evidenceId: EvidenceId }[]>();

  /** Takes the next change. Answers the two it made one, where it did. */
  take(traced: Traced): { a: Anchor; b: Anchor } | undefined {
    const { change, at, tie } = traced;
    switch (change.type) {
      case 'joined':
        this.of(change.holderId).push(...this.of(change.goneId));
        return { a: change.a, b: change.b };
      case 'leased':
        this.add(traced, { kind: 'phone', value: change.phone, at, tie });
        return undefined;
      case 'named': {
        const anchor = { kind: change.kind, value: change.value } as Anchor;
        const before = this.joinedTo(traced, change.kind);
        this.add(traced, anchor);
        return before && { a: before, b: anchor };
      }
      default:
        return undefined;
    }
  }

  /** What the holder was known by, where this name made it one with somebody. A parent learned of a known account joins nobody. */
  private joinedTo({ evidenceId, rule, change }: Traced, kind: 'bsuid' | 'parent'): Anchor | undefined {
    const own = this.of(change.holderId);
    const before = own.filter((one) => one.evidenceId !== evidenceId).map(({ anchor }) => anchor);
    const first =
      before.find((one) => one.kind === 'bsuid') ?? before.find((one) => one.kind === 'parent') ?? before[0];
    if (kind === 'bsuid' || first === undefined) return first;
    const told = own.some((one) => one.evidenceId === evidenceId && one.anchor.kind === 'bsuid');
    return !told && (first.kind === 'phone' || rule === 'R20' || rule === 'R23') ? first : undefined;
  }

  private add({ evidenceId, change }: Traced, anchor: Anchor): void {
    this.of(change.holderId).push({ anchor, evidenceId });
  }

  private of(id: HolderId) {
    const known = this.anchors.get(id) ?? [];
    this.anchors.set(id, known);
    return known;
  }
}
