// `doctor`: what needs attention, named.

import { storedSecrets } from '../access/secrets.ts';
import { readConfig, withStored } from '../config.ts';
import { assertDurable, type Database } from '../db/connect.ts';
import { loggingProblems } from '../db/logging.ts';
import type { Keyring } from '../db/sealing.ts';
import { fileProblem, knownKeys, missingKeys } from '../encryption-keys.ts';
import { databaseBehind, ledgerElsewhere } from '../flows/keep-ledger.ts';
import { keysInUse } from '../flows/seal-anew.ts';
import { plainBodies } from '../inbox/raw-keys.ts';
import type { MediaDepth } from '../media/sweeping.ts';
import { portfolioIds } from '../numbers/store.ts';
import { openLedger } from '../privacy/ledger.ts';
import { queueDepths } from '../views/queue-depths.ts';
import { type Command, UsageError, withDatabase } from './command.ts';
import { secretUse, useProblems } from './secret-use.ts';

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
    const known = readConfig(process.env);
    const keyring = knownKeys(known.encryption);
    const looked = async (db: Database) => {
      const keysMissing = await missingKeys(db, keyring);
      const config = keysMissing.length > 0 ? known : withStored(known, await storedSecrets(db));
      const sealing = {
        keysMissing,
        plain: keyring ? await plainBodies(db) : 0,
        older: await sealedWithOlder(db, keyring),
      };
      const ownSecret = keysMissing.length > 0 ? undefined : await secretUse(db);
      const ledger = openLedger(config.erasureLedger);
      const erasures = (await ledgerElsewhere(db, ledger)) ?? (await databaseBehind(db, ledger));
      const durable = await assertDurable(db).then(
        () => undefined,
        (error: Error) => error.message,
      );
      const [{ inbox, outbound, media }, portfolios] = await Promise.all([queueDepths(db), portfolioIds(db)]);
      const logging = await loggingProblems(db);
      const counted = {
        durable,
        erasures,
        sealing,
        ownSecret,
        logging,
        inbox,
        outbound,
        media,
        portfolios: portfolios.length,
      };
      return { config, report: counted };
    };
    const { config, report } = await withDatabase(say, looked, 'as they are');
    const openToOthers = await fileProblem(config.encryption);
    const problems = [
      ...(report.durable ? [report.durable] : []),
      ...(report.erasures ? [`${report.erasures} The service does not open before.`] : []),
      ...sealingProblems(report.sealing),
      ...(report.ownSecret ? useProblems(report.ownSecret) : []),
      ...(openToOthers ? [openToOthers] : []),
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

interface Sealing {
  keysMissing: readonly string[];
  /** Bodies of webhooks that are not sealed. */
  plain: number;
  /** Values sealed with a key that is not the newest. */
  older: number;
}

async function sealedWithOlder(db: Database, keyring: Keyring | undefined): Promise<number> {
  const older = (await keysInUse(db)).filter(({ keyId }) => keyId !== keyring?.newest);
  return older.reduce((sum, { rawKeys, secrets }) => sum + rawKeys + secrets, 0);
}

function sealingProblems({ keysMissing, plain, older }: Sealing): string[] {
  if (keysMissing.length > 0)
    return [
      `The encryption key ${keysMissing.join(', ')} is missing, which something in the database is sealed with: the service does not open before it is back. See throughline secrets --help.`,
    ];
  return [
    ...(plain > 0 ? [`${plain} webhooks as they came are not sealed yet: the running service does it.`] : []),
    ...(older > 0
      ? [
          `${older} values are sealed with an older encryption key: restart every node, then run throughline secrets rotate.`,
        ]
      : []),
  ];
}

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
