// `doctor`: what needs attention, named.

import { readConfig } from '../config.ts';
import { assertDurable } from '../db/connect.ts';
import { loggingProblems } from '../db/logging.ts';
import { databaseBehind, ledgerElsewhere } from '../flows/keep-ledger.ts';
import type { MediaDepth } from '../media/sweeping.ts';
import { portfolioIds } from '../numbers/store.ts';
import { openLedger } from '../privacy/ledger.ts';
import { queueDepths } from '../views/queue-depths.ts';
import { type Command, UsageError, withDatabase } from './command.ts';

export const doctorCommand: Command = {
  help: `throughline doctor
throughline doctor --rebuild [--repair] [--portfolio ID]

  --rebuild     compare everybody with the evidence about them instead
  --repair      and bring to what the evidence says whoever differs
  --portfolio   this portfolio only

Exit code 0: all is well. 1: something needs attention; each is named.`,
  flags: { rebuild: { type: 'boolean' }, repair: { type: 'boolean' }, portfolio: { type: 'string' } },
  run: async (call) => {
    if (call.values.rebuild) return await (await import('./rebuild.ts')).rebuildAll(call);
    if (call.values.repair || call.values.portfolio)
      throw new UsageError('--repair and --portfolio go with --rebuild.');
    const { print, say } = call;
    const config = readConfig(process.env);
    const report = await withDatabase(say, async (db) => {
      const ledger = openLedger(config.erasureLedger);
      const erasures = (await ledgerElsewhere(db, ledger)) ?? (await databaseBehind(db, ledger));
      const durable = await assertDurable(db).then(
        () => undefined,
        (error: Error) => error.message,
      );
      const [{ inbox, outbound, media }, portfolios] = await Promise.all([queueDepths(db), portfolioIds(db)]);
      const logging = await loggingProblems(db);
      return { durable, erasures, logging, inbox, outbound, media, portfolios: portfolios.length };
    });
    const problems = [
      ...(report.durable ? [report.durable] : []),
      ...(report.erasures ? [`${report.erasures} The service does not open before.`] : []),
      ...report.logging,
      ...(config.appSecrets.length === 0 ? ['META_APP_SECRET is not set: webhooks are refused.'] : []),
      ...(config.verifyToken === undefined
        ? ['META_VERIFY_TOKEN is not set: Meta cannot verify the webhook address.']
        : []),
      ...(config.graph.accessToken === '' ? ['META_ACCESS_TOKEN is not set: nothing can be sent.'] : []),
      ...(report.portfolios === 0 ? ['No business number is connected: see throughline connect --help.'] : []),
      ...(report.inbox.oldestS > 60
        ? [
            `${report.inbox.waiting} webhooks are waiting, the oldest for ${Math.round(report.inbox.oldestS)} s: is the service running?`,
          ]
        : []),
      ...(report.outbound.oldestS > 300
        ? [
            `${report.outbound.waiting} messages are waiting to be sent, the oldest for ${Math.round(report.outbound.oldestS)} s.`,
          ]
        : []),
      ...mediaProblems(report.media, config.media.quotaBytes),
      ...(report.inbox.parked > 0
        ? [`${report.inbox.parked} items are parked: see the desk, or throughline replay.`]
        : []),
    ];
    print(problems.length === 0 ? 'All is well.' : problems.map((one) => `- ${one}`).join('\n'), {
      problems,
      ...report,
    });
    return problems.length === 0 ? 0 : 1;
  },
};

function mediaProblems({ waiting, oldestS, heldBack, usedBytes }: MediaDepth, quotaBytes: number): string[] {
  const giga = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  if (heldBack > 0 || usedBytes >= quotaBytes)
    return [
      `${heldBack} files are not fetched because the space for them is used up (${giga(usedBytes)} of ${giga(quotaBytes)}). WhatsApp keeps them for 7 days: raise MEDIA_QUOTA_BYTES, free disk space, or set MEDIA_RETENTION_DAYS.`,
    ];
  if (usedBytes > quotaBytes * 0.9)
    return [`Files take ${giga(usedBytes)} of the ${giga(quotaBytes)} set by MEDIA_QUOTA_BYTES: it will soon be full.`];
  return oldestS > 3600
    ? [`${waiting} files of customers have not been fetched yet, the oldest for ${Math.round(oldestS / 3600)} hours.`]
    : [];
}
