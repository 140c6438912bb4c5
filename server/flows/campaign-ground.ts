// What the rows of a campaign are decided on, loaded once for many: its number, its template, what the portfolio chose.

import type { Policy } from '@throughline/identity';
import { needsPhone, readTemplate } from '@throughline/whatsapp';
import { type CampaignRecord, type CampaignSettings, settingsOf } from '../campaigns/store.ts';
import type { Reader } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import { type BusinessNumber, numbersOf } from '../numbers/store.ts';
import { whyNotSendable } from '../templates/rules-sendable.ts';
import { templateNamed } from '../templates/store.ts';
import { kept, sentence } from '../words/sentence.ts';
import type { CampaignTemplate } from './campaign-template.ts';

export interface Ground {
  number: BusinessNumber;
  template: CampaignTemplate;
  policy: Policy;
  settings: CampaignSettings;
}

/** `standing`: why nothing of it can be sent now, as a sentence is kept. */
export async function campaignGround(
  db: Reader,
  campaign: Pick<CampaignRecord, 'portfolioId' | 'phoneNumberId' | 'templateName' | 'templateLanguage'>,
  defaults: Policy,
): Promise<{ kind: 'ground'; ground: Ground } | { kind: 'standing'; why: string }> {
  const { portfolioId, phoneNumberId, templateName, templateLanguage } = campaign;
  const number = (await numbersOf(db, portfolioId)).find((one) => one.phoneNumberId === phoneNumberId);
  if (!number) return { kind: 'standing', why: 'The business number it goes from is not connected any more.' };
  if (templateName === null || templateLanguage === null) return { kind: 'standing', why: 'No template is chosen.' };
  const row = await templateNamed(db, number, { name: templateName, language: templateLanguage });
  const definition = row && readTemplate(row.definition);
  if (!definition)
    return {
      kind: 'standing',
      why: kept(sentence('campaign.template_gone', { name: templateName, language: templateLanguage })),
    };
  const not = whyNotSendable(row);
  if (not !== undefined)
    return { kind: 'standing', why: kept(sentence('campaign.template', { name: templateName, why: not })) };
  const [policy, settings] = await Promise.all([policyOf(db, portfolioId, defaults), settingsOf(db, portfolioId)]);
  const template = { name: templateName, language: templateLanguage, definition, needsPhone: needsPhone(definition) };
  return { kind: 'ground', ground: { number, template, policy, settings } };
}
