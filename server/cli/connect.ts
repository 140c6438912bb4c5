// `connect`: registers a business number, so that its webhooks have somewhere to go.

import { parseE164, parsePortfolioId } from '@throughline/identity';
import { inTransaction } from '../db/connect.ts';
import { route } from '../inbox/store.ts';
import { register, setGroup } from '../numbers/store.ts';
import { type Command, needed, UsageError, withDatabase } from './command.ts';

export const connectCommand: Command = {
  help: `throughline connect --portfolio ID --waba ID --number PHONE_NUMBER_ID=DISPLAY_PHONE [--name NAME]
                     [--group ID]

  --portfolio   Meta's business portfolio id
  --waba        the WhatsApp Business account id
  --number      Meta's phone_number_id, "=", and the number as people dial it: 200000000000002=+15550001111
                several times for several numbers
  --name        what agents read; the number itself where left out
  --group       Meta's group of business portfolios, where yours belongs to one: with the policy "related" (GET /api/v1/policy),
                the same WhatsApp account in another portfolio of the group is shown beside a person; nobody is joined by it

Safe to repeat: an existing number gets the new display and name.`,
  flags: {
    portfolio: { type: 'string' },
    waba: { type: 'string' },
    number: { type: 'string', multiple: true },
    name: { type: 'string' },
    group: { type: 'string' },
  },
  run: async ({ values, print, say }) => {
    const portfolioId = parsePortfolioId(needed(values, 'portfolio'));
    if (!portfolioId) throw new UsageError('--portfolio must be an id of letters and digits, as Meta shows it.');
    const wabaId = needed(values, 'waba');
    if (!/^\d{1,30}$/.test(wabaId)) throw new UsageError('--waba must be digits, as Meta shows it.');
    const given = Array.isArray(values.number) ? values.number.map(String) : [];
    if (given.length === 0) throw new UsageError('--number is needed, as PHONE_NUMBER_ID=DISPLAY_PHONE.');
    const numbers = given.map(readNumber);
    const group = typeof values.group === 'string' ? parsePortfolioId(values.group) : undefined;
    if (values.group !== undefined && !group)
      throw new UsageError('--group must be an id of letters and digits, as Meta shows it.');
    const name = typeof values.name === 'string' ? values.name : undefined;
    return await withDatabase(say, (db) =>
      inTransaction(db, async (tx) => {
        for (const number of numbers) {
          const outcome = await register(tx, {
            ...number,
            portfolioId,
            wabaId,
            name: name ?? number.displayPhone,
            portfolioName: portfolioId,
          });
          if (outcome.kind === 'waba_elsewhere')
            throw new Error(
              `WhatsApp Business account ${wabaId} is connected under portfolio ${outcome.portfolioId} already. A WABA belongs to one portfolio.`,
            );
          print(`${outcome.created ? 'Connected' : 'Updated'} ${number.displayPhone} (${number.phoneNumberId}).`, {
            ...number,
            portfolioId,
            wabaId,
            created: outcome.created,
          });
        }
        if (group) await setGroup(tx, portfolioId, group);
        const waiting = await route(tx, wabaId, portfolioId);
        if (waiting > 0) say(`${waiting} webhooks were waiting for this account; they are applied now.`);
        return 0;
      }),
    );
  },
};

function readNumber(text: string) {
  const [phoneNumberId = '', display = ''] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];
  const displayPhone = parseE164(display);
  if (!text.includes('=') || !/^\d{1,30}$/.test(phoneNumberId) || !displayPhone)
    throw new UsageError(
      `--number ${text} is not PHONE_NUMBER_ID=DISPLAY_PHONE, such as 200000000000002=+15550001111.`,
    );
  return { phoneNumberId, displayPhone };
}
