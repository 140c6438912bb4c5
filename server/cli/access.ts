// `key` and `user`: who may come in.

import { Role } from '@throughline/contract';
import { parsePortfolioId } from '@throughline/identity';
import { createKey, listKeys, revokeKey } from '../access/keys.ts';
import { linkAddress } from '../access/links.ts';
import { setPassword } from '../access/people.ts';
import { readConfig } from '../config.ts';
import { inTransaction } from '../db/connect.ts';
import { makeUserLink } from '../flows/make-user-link.ts';
import { noteAct } from '../flows/note-act.ts';
import { saveUser } from '../flows/save-user.ts';
import { tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Call, type Command, needed, UsageError, type Values, withDatabase } from './command.ts';
import { readStdin } from './stdin.ts';

const operator = { kind: 'operator' as const };
const roles = Role.options.join(', ');

export const keyCommand: Command = {
  help: `throughline key create --name NAME --role ROLE [--portfolio ID]...   prints the key, once, and nothing else
throughline key list
throughline key revoke ID

Roles: ${roles}.`,
  flags: { name: { type: 'string' }, role: { type: 'string' }, portfolio: { type: 'string', multiple: true } },
  run: async (call) => {
    const [verb, id] = call.rest;
    if (verb === 'create') return await createOne(call);
    if (verb === 'list') return await listAll(call);
    if (verb === 'revoke') return await revokeOne(call, id);
    throw new UsageError('Say which: key create, key list or key revoke.');
  },
};

async function createOne({ values, print, say }: Call): Promise<number> {
  const name = needed(values, 'name');
  const role = roleIn(values);
  const given = Array.isArray(values.portfolio) ? values.portfolio.map(String) : [];
  const portfolios = given.map((text) => {
    const id = parsePortfolioId(text);
    if (!id) throw new UsageError(`--portfolio ${text} is not a portfolio id.`);
    return id;
  });
  const { id, key } = await withDatabase(say, (db) =>
    inTransaction(db, async (tx) => {
      const made = await createKey(tx, { name, role, ...(portfolios.length > 0 && { portfolios }) });
      const reach = portfolios.length > 0 ? String(portfolios.length) : 'all';
      await noteAct(tx, operator, {
        act: 'key_created',
        subject: { kind: 'key', id: made.id, name },
        detail: { role, portfolios: reach, expiresAt: null },
      });
      return made;
    }),
  );
  print(key, { id, key, name, role });
  return 0;
}

async function listAll({ print, say }: Call): Promise<number> {
  const keys = await withDatabase(say, listKeys);
  const lines = keys.map(
    (key) => `${key.id}  ${key.prefix}…  ${key.role.padEnd(15)}  ${key.name}${key.revokedAt ? '  (revoked)' : ''}`,
  );
  print(lines.join('\n') || 'No keys yet.', keys);
  return 0;
}

async function revokeOne({ print, say }: Call, id: string | undefined): Promise<number> {
  if (!id || !/^[0-9a-f-]{36}$/.test(id))
    throw new UsageError('Say which key, by its id: throughline key list shows them.');
  const revoked = await withDatabase(say, (db) =>
    inTransaction(db, async (tx) => {
      const ended = await revokeKey(tx, id);
      if (ended) await noteAct(tx, operator, { act: 'key_revoked', subject: { kind: 'key', id } });
      return ended;
    }),
  );
  if (!revoked) throw new Error('There is no such key, or it was revoked before.');
  print('Revoked. It may work for some seconds more.', { id, revoked });
  return 0;
}

export const userCommand: Command = {
  help: `throughline user create --email E --name N --role ROLE --password-stdin < file
throughline user password --email E --password-stdin < file
throughline user link [--email E]

A one-time link is printed by user link: for the first administrator, where there is nobody yet; else for the person with this e-mail, to
choose a password. It works once, for a day.

The password is read from standard input. Creating somebody again changes name and role, and the password where one is given.
Roles: ${roles}.`,
  flags: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  run: async ({ values, rest, print, say }) => {
    const [verb] = rest;
    if (verb === 'link') return await printLink({ values, rest, print, say });
    if (verb !== 'create' && verb !== 'password')
      throw new UsageError('Say which: user create, user password or user link.');
    const email = needed(values, 'email');
    const password = values['password-stdin'] ? await readStdin() : undefined;
    const outcome = await withDatabase(say, (db) =>
      inTransaction(db, async (tx) => {
        if (verb === 'create')
          return await saveUser(tx, operator, {
            email,
            name: needed(values, 'name'),
            role: roleIn(values),
            ...(password !== undefined && { password }),
          });
        if (password === undefined) throw new UsageError('Give the password on standard input, with --password-stdin.');
        const outcome = await setPassword(tx, { email, password });
        if (outcome.kind === 'set')
          await noteAct(tx, operator, {
            act: 'password_set',
            subject: { kind: 'user', id: outcome.id },
            detail: { by: 'operator' },
          });
        return outcome;
      }),
    );
    if (outcome.kind === 'refused')
      throw new UsageError(
        outcome.errors.map(({ field, problem }) => `${field}: ${tell(inEnglish, problem)}`).join('\n'),
      );
    print(
      outcome.kind === 'set' ? `New password for ${email}.` : `${outcome.created ? 'Created' : 'Updated'} ${email}.`,
      { email, ...outcome },
    );
    return 0;
  },
};

async function printLink({ values, print, say }: Call): Promise<number> {
  const email = typeof values.email === 'string' ? values.email : undefined;
  const outcome = await withDatabase(say, (db) => inTransaction(db, (tx) => makeUserLink(tx, email, new Date())));
  if (outcome.kind === 'email_needed')
    throw new UsageError('There are people here already: say whose link, with --email.');
  if (outcome.kind === 'unknown') throw new UsageError('Nobody here has this e-mail address.');
  const url = linkAddress(readConfig(process.env).publicUrl, outcome.token);
  print(url, { url, purpose: outcome.purpose, expiresAt: outcome.expiresAt });
  return 0;
}

function roleIn(values: Values): Role {
  const role = Role.safeParse(needed(values, 'role')).data;
  if (!role) throw new UsageError(`--role must be one of: ${roles}.`);
  return role;
}
