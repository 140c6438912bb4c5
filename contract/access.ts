// Who may come in, and what they may do: people, API keys, sessions, roles, and what signing in asks for.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { Role } from './service.ts';

export const Session = z
  .object({
    id: Id,
    device: z
      .object({
        browser: z.string().nullable().describe('Firefox, Chrome ...; null where the browser did not say.'),
        system: z.string().nullable().describe('Windows, Android ...'),
      })
      .describe('As the browser described itself when it signed in.'),
    address: z.string().nullable(),
    via: z.enum(['password', 'passkey', 'single_sign_on']),
    startedAt: at,
    lastSeenAt: at,
    current: z.boolean().describe('The one this was asked with.'),
  })
  .meta({ id: 'Session' });

export const User = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: Role,
    state: z.enum(['active', 'invited', 'suspended']).describe('invited: has not chosen a way to sign in yet.'),
    signIn: z.object({
      password: z.boolean(),
      secondFactor: z.boolean().describe('Codes from an authenticator app.'),
      passkeys: z.number().int(),
      singleSignOn: z.boolean(),
    }),
    sessions: z.number().int().describe('Open now.'),
    lastSeenAt: at.nullable(),
    createdAt: at,
  })
  .meta({ id: 'User' });

export const OneTimeLink = z
  .object({
    url: z.string().describe('Works once. Nobody can read it again: pass it on now.'),
    expiresAt: at,
  })
  .meta({ id: 'OneTimeLink' });

export const UserInvited = z.object({ user: User, link: OneTimeLink }).meta({ id: 'UserInvited' });

const name = z.string().trim().min(1).max(100);
export const InviteUser = z.object({ name, email: z.email().max(200), role: Role }).meta({ id: 'InviteUser' });
export const ChangeUser = z
  .object({ name: name.optional(), role: Role.optional(), suspended: z.boolean().optional() })
  .meta({ id: 'ChangeUser' });

export const Key = z
  .object({
    id: Id,
    name: z.string(),
    role: Role,
    portfolios: z.array(z.string()).nullable().describe('null: all, those connected later included.'),
    prefix: z.string().describe('How the key begins.'),
    createdAt: at,
    lastUsedAt: at.nullable(),
    expiresAt: at.nullable(),
    revokedAt: at.nullable(),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .meta({ id: 'Key' });

export const CreateKey = z
  .object({
    name,
    role: Role,
    portfolios: z.array(z.string().max(64)).min(1).max(100).optional().describe('Left out: all of them.'),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'CreateKey' });
export const KeyCreated = z
  .object({ key: Key, secret: z.string().describe('Shown this once.') })
  .meta({ id: 'KeyCreated' });

export const RoleTable = z
  .object({
    roles: z.array(Role),
    scopes: z.array(z.object({ scope: z.string(), roles: z.array(Role) })),
  })
  .meta({ id: 'RoleTable', description: 'Which role may do what.' });

export const SignInPolicy = z
  .object({
    secondFactorRoles: z.array(Role).max(10).describe('They may do nothing before they have a second factor.'),
  })
  .meta({ id: 'SignInPolicy' });

export const SignInWays = z
  .object({
    passkeys: z.boolean(),
    singleSignOn: z.object({ name: z.string() }).nullable(),
    firstRun: z.boolean().describe('Nobody has access yet: the service printed a link for the first administrator.'),
  })
  .meta({ id: 'SignInWays' });

export const OwnAccount = z
  .object({
    name: z.string(),
    email: z.string(),
    role: Role,
    password: z.boolean(),
    secondFactor: z.boolean(),
    backupCodes: z.number().int().nullable().describe('How many are left; null without a second factor.'),
    passkeys: z.array(z.object({ id: Id, name: z.string().nullable(), createdAt: at, synced: z.boolean() })),
    singleSignOn: z.boolean(),
    secondFactorNeeded: z.boolean().describe('The policy asks for one, and this session has none.'),
  })
  .meta({ id: 'OwnAccount' });

const token = z.string().min(20).max(100);
export const ReadLink = z.object({ token }).meta({ id: 'ReadLink' });
export const LinkRead = z
  .object({
    purpose: z.enum(['first_admin', 'join', 'password']),
    name: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ id: 'LinkRead' });
export const UseLink = z
  .object({
    token,
    name: name.optional().describe('Of the first administrator.'),
    email: z.email().max(200).optional().describe('Of the first administrator.'),
    password: z.string().max(200),
  })
  .meta({ id: 'UseLink' });

export type Session = z.infer<typeof Session>;
export type User = z.infer<typeof User>;
export type Key = z.infer<typeof Key>;
export type RoleTable = z.infer<typeof RoleTable>;
export type OwnAccount = z.infer<typeof OwnAccount>;
export type SignInWays = z.infer<typeof SignInWays>;
export type OneTimeLink = z.infer<typeof OneTimeLink>;
export type LinkRead = z.infer<typeof LinkRead>;
