// A template is chosen by name and filled in: checked against our copy of Meta's, so that what Meta would refuse is refused here,
// with what to do about it. Reads only.
//
// A template we have never seen is let through where its components were built by the caller: it may have been approved a moment
// ago, and Meta's own answer is the better one. With values it cannot be, since nobody knows where they go.

import type { PortfolioId } from '@throughline/identity';
import {
  componentProblems,
  type FilledTemplate,
  fillTemplate as fill,
  needsPhone,
  readTemplate,
  type ShownTemplate,
  shownTemplate,
  type TemplateCategory,
  type TemplateProblem,
  type TemplateValues,
} from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';
import { filesNamed } from '../templates/rules-named-files.ts';
import { whyNotSendable } from '../templates/rules-sendable.ts';
import { languagesOf, templateNamed } from '../templates/store.ts';
import type { Sentence } from '../words/sentence.ts';

export interface TemplateAsk {
  name: string;
  language: string;
  values?: TemplateValues | undefined;
  components?: readonly Record<string, unknown>[] | undefined;
}

export type TemplateOutcome =
  | {
      kind: 'filled';
      category: TemplateCategory;
      components: Record<string, unknown>[];
      /** How it reads; with places left open where the components were built by the caller. */
      text: ShownTemplate;
      /** Files of ours in the components, each with the path at which Meta's own id belongs. */
      files: FilledTemplate['files'];
      /** Meta delivers it to a phone only (131062). */
      needsPhone: boolean;
    }
  /** Not known here: sent as it is, and Meta says. */
  | { kind: 'unchecked'; components: Record<string, unknown>[] }
  | { kind: 'template_unknown'; languages: string[] }
  | { kind: 'template_not_sendable'; why: Sentence }
  | { kind: 'template_values_missing'; problems: TemplateProblem[] }
  | { kind: 'needs_phone' };

/** `reach`: how the person can be reached, where that is known. `fileKinds`: what each file of ours named in the values is. */
export async function fillTemplate(
  db: Reader,
  number: { portfolioId: PortfolioId; wabaId: string },
  ask: TemplateAsk,
  { reach, fileKinds }: { reach?: 'phone' | 'account'; fileKinds?: ReadonlyMap<string, string> } = {},
): Promise<TemplateOutcome> {
  const row = await templateNamed(db, number, ask);
  const template = row && readTemplate(row.definition);
  if (!row || !template) return await unknown(db, number, ask);
  const why = whyNotSendable(row);
  if (why) return { kind: 'template_not_sendable', why };
  const phoneOnly = needsPhone({ ...template, category: row.category });
  if (reach === 'account' && phoneOnly) return { kind: 'needs_phone' };
  if (ask.components) {
    const problems = componentProblems(template, ask.components);
    if (problems.length > 0) return { kind: 'template_values_missing', problems };
    const text = shownTemplate(template, new Map());
    return {
      kind: 'filled',
      category: row.category,
      components: [...ask.components],
      text,
      files: filesNamed(ask.components),
      needsPhone: phoneOnly,
    };
  }
  const { components, text, files, problems } = fill(template, ask.values ?? {}, fileKinds);
  return problems.length > 0
    ? { kind: 'template_values_missing', problems }
    : { kind: 'filled', category: row.category, components, text, files, needsPhone: phoneOnly };
}

async function unknown(
  db: Reader,
  number: { portfolioId: PortfolioId; wabaId: string },
  { name, values, components }: TemplateAsk,
): Promise<TemplateOutcome> {
  if (values === undefined) return { kind: 'unchecked', components: [...(components ?? [])] };
  return { kind: 'template_unknown', languages: await languagesOf(db, number, name) };
}
