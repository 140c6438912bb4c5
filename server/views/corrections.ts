// What corrections come to, before and after, for whoever looks before they are carried out.

import type { CorrectionEffect } from '@throughline/contract';
import type { Transaction } from '../db/connect.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { identityChange, type Said } from './identity-change.ts';

type Unfit = 'nobody_left' | 'contact_unknown' | 'field_unknown' | 'field_unfit';
type Effect<What extends CorrectionEffect['what']> = Omit<Extract<CorrectionEffect, { what: What }>, 'refused'>;

/** What one came to, as flows/rectify-person.ts tells. */
type Rectified =
  | (Effect<'name'> & { refused: Unfit | null })
  | (Effect<'field'> & { refused: Unfit | null })
  | { what: 'split' | 'never_merge'; spoken: Said }
  | { what: 'split' | 'never_merge'; refused: Unfit };

/** In the transaction that carried them out: it reads whom they moved. */
export async function correctionEffects(
  tx: Transaction,
  viewer: Viewer,
  done: readonly Rectified[],
): Promise<CorrectionEffect[]> {
  const effects: CorrectionEffect[] = [];
  for (const one of done) effects.push(await effectOf(tx, viewer, one));
  return effects;
}

async function effectOf(tx: Transaction, viewer: Viewer, one: Rectified): Promise<CorrectionEffect> {
  if ('spoken' in one) {
    const { before, after, moves, refused } = await identityChange(tx, viewer, one.spoken);
    const shown = (people: typeof before) =>
      people.map(({ id, displayName, identifier, numberHidden }) => ({ id, displayName, identifier, numberHidden }));
    return { what: one.what, before: shown(before), after: shown(after), moves, refused };
  }
  const refused = one.refused && { code: one.refused, title: unfitWords(viewer, one.refused) };
  if (one.what === 'name' || one.what === 'field') return { ...one, refused };
  return { what: one.what, before: [], after: [], moves: [], refused };
}

const unfitWords = (viewer: Viewer, unfit: Unfit) => say(viewer, `correction.${unfit}`);
