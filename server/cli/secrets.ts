// `secrets`: what is kept sealed in the database, and the keys it is sealed with.

import { removeSecret, type SecretName, secretNames, secretsListed, setSecret } from '../access/secrets.ts';
import { readConfig } from '../config.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { addKey, knownKeys, missingKeys } from '../encryption-keys.ts';
import { abandonSealed, keysInUse, sealAnew } from '../flows/seal-anew.ts';
import { type Call, type Command, UsageError, withDatabase } from './command.ts';
import { restOnNewest, secretUse, useInWords } from './secret-use.ts';
import { readStdin } from './stdin.ts';

export const secretsCommand: Command = {
  help: `throughline secrets                    what is kept, when it was set, and under which key; never the value
throughline secrets set NAME           reads the value from stdin: throughline secrets set META_ACCESS_TOKEN < token
throughline secrets remove NAME
throughline secrets rotate [--new-key] seals everything anew under the newest key, and second factors under THROUGHLINE_SECRET
throughline secrets abandon --confirm  gives up what is sealed with keys that are lost for good

NAME is one of ${secretNames.join(', ')}. What the environment says goes first; a running
service reads them at its next start.

  --new-key   puts a new key before the others in the file of keys first (encryption-keys in the home, or ENCRYPTION_KEY_FILE).
              With ENCRYPTION_KEY put the new one first there yourself, restart every node, then rotate.

Rotating may be broken off and run again. An older key may go from the file once rotate says that nothing is sealed with it any
more, every node has been restarted since, and rotate has been run once more after that.

THROUGHLINE_SECRET is replaced in three steps: put the new one there and the old one first in THROUGHLINE_SECRET_PREVIOUS (in a
home: a line before the others in its file secret) and restart every node; rotate; and take the old one away once throughline
secrets says that nothing rests on it, seven days later, when the last session signed with it has ended.

Lost for good: secrets must be set again, and webhooks as they came are gone, those nobody had applied yet with them; what had
been applied stays. Throughline opens the database again afterwards.`,
  flags: { 'new-key': { type: 'boolean' }, confirm: { type: 'boolean' } },
  run: async (call) => {
    const [what = 'list', name] = call.rest;
    switch (what) {
      case 'list':
        return await list(call);
      case 'set':
        return await set(call, nameOf(name));
      case 'remove':
        return await remove(call, nameOf(name));
      case 'rotate':
        return await rotate(call);
      case 'abandon':
        return await abandon(call);
      default:
        throw new UsageError(`There is nothing called "${what}" to do with secrets.`);
    }
  },
};

async function list({ print, say }: Call): Promise<number> {
  const { secrets, keys, own } = await withDatabase(
    say,
    async (db) => {
      const isOpen = (await missingKeys(db, knownKeys(readConfig(process.env).encryption))).length === 0;
      const own = isOpen ? await secretUse(db) : undefined;
      return { secrets: await secretsListed(db), keys: await keysInUse(db), own };
    },
    'as they are',
  );
  const lines = [
    ...secrets.map(
      ({ name, keyId, changedAt }) => `${name.padEnd(20)} set ${changedAt.toISOString()}, under key ${keyId}`,
    ),
    ...keys.map(({ keyId, ...count }) => `Key ${keyId}: ${inWords(count)}`),
    ...(own ? useInWords(own) : []),
  ];
  print(lines.length === 0 ? 'Nothing is kept sealed yet.' : lines.join('\n'), { secrets, keys, own: own ?? null });
  return 0;
}

async function set({ print, say }: Call, name: SecretName): Promise<number> {
  const value = await readStdin();
  if (value === '') throw new UsageError('Nothing came on stdin: give the value there, so that no history keeps it.');
  await withDatabase(say, (db) => inTransaction(db, (tx) => setSecret(tx, name, value)), 'or a new one');
  print(`${name} is kept sealed. The service reads it at its next start.`, { name });
  return 0;
}

async function remove({ print, say }: Call, name: SecretName): Promise<number> {
  const removed = await withDatabase(say, (db) => inTransaction(db, (tx) => removeSecret(tx, name)));
  print(removed ? `${name} is kept no more.` : `${name} was not kept.`, { name, removed });
  return removed ? 0 : 1;
}

async function rotate({ values, print, say }: Call): Promise<number> {
  const { encryption } = readConfig(process.env);
  if (values['new-key'] && encryption.keys.length > 0)
    throw new UsageError(
      'The keys come from ENCRYPTION_KEY: put the new one first there, restart every node, then rotate.',
    );
  // Looked at before a key is added: a file without the key in use must not get one.
  if (values['new-key']) await withDatabase(say, async () => {});
  if (values['new-key']) say(`The newest key is ${await addKey(encryption.file)} now.`);
  const { sealed, keys, people } = await withDatabase(say, async (db) => ({
    sealed: await sealAnew(db),
    keys: await keysInUse(db),
    people: await restOnNewest(db),
  }));
  const left =
    keys.length > 1
      ? 'Something was sealed with an older key meanwhile: restart every node, and run this again.'
      : undefined;
  const anew = [`Sealed anew: ${inWords(sealed)}.`];
  if (people > 0)
    anew.push(
      `Second factors sealed under THROUGHLINE_SECRET: those of ${people} ${people === 1 ? 'person' : 'people'}.`,
    );
  print([...anew, ...(left ? [left] : [])].join('\n'), { ...sealed, secondFactors: people, keys });
  return left ? 1 : 0;
}

async function abandon({ values, print, say }: Call): Promise<number> {
  const known = knownKeys(readConfig(process.env).encryption);
  const lostOf = async (db: Database) => await missingKeys(db, known);
  return await withDatabase(
    say,
    async (db) => {
      const lost = await lostOf(db);
      if (lost.length === 0) {
        print('No key is missing: there is nothing to give up.', { lost });
        return 0;
      }
      if (!values.confirm)
        throw new UsageError(`The keys ${lost.join(', ')} are missing. --confirm gives up what is sealed with them.`);
      const { secrets, webhooks, rows, waiting } = await inTransaction(db, (tx) => abandonSealed(tx, lost));
      const toSet = secrets.filter((name) => secretNames.some((one) => one === name));
      print(
        [
          `Given up: ${rows} webhooks or parts of them, ${waiting} of which nobody had applied yet.`,
          ...(toSet.length > 0 ? [`To be set again: ${toSet.join(', ')}.`] : []),
          ...(toSet.length < secrets.length
            ? [
                'The first THROUGHLINE_SECRET was among them. Where another has taken its place since, put it last into THROUGHLINE_SECRET_PREVIOUS before the next start: else events that come again count twice, and who was erased is not known any more.',
              ]
            : []),
          ...(webhooks > 0
            ? [`Paused until each is given another secret in the desk: ${webhooks} addresses events go to.`]
            : []),
        ].join('\n'),
        { lost, secrets, webhooks, rows, waiting },
      );
      return 0;
    },
    'as they are',
  );
}

function inWords({ rawKeys, secrets }: { rawKeys: number; secrets: number }): string {
  return `${secrets} ${secrets === 1 ? 'secret' : 'secrets'}, ${rawKeys} ${rawKeys === 1 ? 'key' : 'keys'} of days`;
}

function nameOf(text: string | undefined): SecretName {
  const name = secretNames.find((one) => one === text);
  if (!name) throw new UsageError(`Say which: ${secretNames.join(', ')}.`);
  return name;
}
