// Passkeys: signing in with what the device keeps, unlocked by its owner. A plugin of better-auth by ourselves, since the ready one
// (1.7.6) asks for older versions of better-auth's own parts than better-auth does. The cryptography is @simplewebauthn/server's.
//
// A passkey belongs to the host name it was made on. A bare address is none: on http://127.0.0.1 there are no passkeys, on
// http://localhost there are.

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Database } from '../db/connect.ts';
import { inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { addPasskey, notePasskeyUse, passkeyByCredential, passkeysOf } from './passkey-rows.ts';

const challengeCookie = 'passkey_challenge';
const Answer = z.object({ id: z.string().max(1_400), rawId: z.string(), type: z.string() }).loose();

export function passkeys(db: Database) {
  return {
    id: 'passkeys',
    endpoints: {
      passkeySignInOptions: createAuthEndpoint('/passkey/sign-in-options', { method: 'POST' }, async (ctx) => {
        const options = await generateAuthenticationOptions({ rpID: hostOf(ctx), userVerification: 'required' });
        await keepChallenge(ctx, options.challenge);
        return ctx.json(options);
      }),

      passkeySignIn: createAuthEndpoint(
        '/passkey/sign-in',
        { method: 'POST', body: z.object({ response: Answer }) },
        async (ctx) => {
          const challenge = await takeChallenge(ctx);
          const response = ctx.body.response as unknown as AuthenticationResponseJSON;
          const known = await passkeyByCredential(db, response.id);
          if (!known) throw refused('PASSKEY_UNKNOWN', 'This passkey is not known here. Sign in another way.');
          const verified = await verifyAuthenticationResponse({
            response,
            expectedChallenge: challenge,
            expectedOrigin: originOf(ctx),
            expectedRPID: hostOf(ctx),
            credential: {
              id: known.credentialId,
              publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
              counter: known.counter,
            },
          }).catch(() => undefined);
          if (!verified?.verified) throw refused('PASSKEY_REFUSED', 'This passkey could not be checked. Try again.');
          const counter = verified.authenticationInfo.newCounter;
          const used = await inTransaction(db, (tx) =>
            notePasskeyUse(tx, { id: known.id, was: known.counter, counter }),
          );
          // Two answers with one counter: a copied key, or the same answer twice.
          if (!used) throw refused('PASSKEY_REFUSED', 'This passkey could not be checked. Try again.');
          const user = await ctx.context.internalAdapter.findUserById(known.userId);
          if (!user) throw refused('PASSKEY_UNKNOWN', 'This passkey is not known here. Sign in another way.');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ status: true });
        },
      ),

      passkeyAddOptions: createAuthEndpoint(
        '/passkey/add-options',
        { method: 'POST', use: [sessionMiddleware] },
        async (ctx) => {
          const { user } = ctx.context.session;
          const known = await passkeysOf(db, user.id);
          if (known.length >= limits.passkeysOfAPerson)
            throw new APIError('BAD_REQUEST', {
              code: 'TOO_MANY_PASSKEYS',
              message: `There are ${known.length} passkeys. Remove one first.`,
            });
          const options = await generateRegistrationOptions({
            rpName: 'Throughline',
            rpID: hostOf(ctx),
            userID: new Uint8Array(Buffer.from(user.id)),
            userName: user.email,
            userDisplayName: user.name,
            attestationType: 'none',
            excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
            authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
          });
          await keepChallenge(ctx, options.challenge);
          return ctx.json(options);
        },
      ),

      passkeyAdd: createAuthEndpoint(
        '/passkey/add',
        {
          method: 'POST',
          use: [sessionMiddleware],
          body: z.object({ response: Answer, name: z.string().trim().min(1).max(60).optional() }),
        },
        async (ctx) => {
          const { user } = ctx.context.session;
          const challenge = await takeChallenge(ctx);
          const verified = await verifyRegistrationResponse({
            response: ctx.body.response as unknown as RegistrationResponseJSON,
            expectedChallenge: challenge,
            expectedOrigin: originOf(ctx),
            expectedRPID: hostOf(ctx),
            requireUserVerification: true,
          }).catch(() => undefined);
          if (!verified?.verified) throw refused('PASSKEY_REFUSED', 'This passkey could not be checked. Try again.');
          const { aaguid, credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
          const id = await inTransaction(db, (tx) =>
            addPasskey(tx, {
              userId: user.id,
              name: ctx.body.name ?? null,
              publicKey: Buffer.from(credential.publicKey).toString('base64url'),
              credentialId: credential.id,
              counter: credential.counter,
              deviceType: credentialDeviceType,
              backedUp: credentialBackedUp,
              transports: credential.transports?.join(',') ?? null,
              aaguid,
            }),
          );
          return ctx.json({ id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** The page that asks. better-auth has checked that it is one of ours. */
function originOf(ctx: GenericEndpointContext): string {
  return new URL(ctx.headers?.get('origin') ?? ctx.context.baseURL).origin;
}

const address = z.union([z.ipv4(), z.ipv6()]);

function hostOf(ctx: GenericEndpointContext): string {
  const { hostname } = new URL(originOf(ctx));
  if (address.safeParse(hostname.replace(/^\[|\]$/g, '')).success)
    throw new APIError('BAD_REQUEST', {
      code: 'PASSKEYS_NEED_A_NAME',
      message:
        'Passkeys need a host name. Open Throughline by its name instead of its address, here as http://localhost.',
    });
  return hostname;
}

/** Kept here, not in the cookie: a challenge is answered once. */
async function keepChallenge(ctx: GenericEndpointContext, challenge: string): Promise<void> {
  const id = crypto.randomUUID();
  const expiresAt = new Date(Date.now() + limits.passkeyChallengeMs);
  await ctx.context.internalAdapter.createVerificationValue({
    identifier: `passkey-${id}`,
    value: challenge,
    expiresAt,
  });
  const cookie = ctx.context.createAuthCookie(challengeCookie, { maxAge: limits.passkeyChallengeMs / 1000 });
  await ctx.setSignedCookie(cookie.name, id, ctx.context.secret, cookie.attributes);
}

async function takeChallenge(ctx: GenericEndpointContext): Promise<string> {
  const cookie = ctx.context.createAuthCookie(challengeCookie);
  const id = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  const kept = id ? await ctx.context.internalAdapter.consumeVerificationValue(`passkey-${id}`) : null;
  if (!kept || new Date(kept.expiresAt).getTime() < Date.now())
    throw refused('PASSKEY_TOO_LATE', 'That took too long. Try again.');
  return kept.value;
}

function refused(code: string, message: string): APIError {
  return new APIError('UNAUTHORIZED', { code, message });
}
