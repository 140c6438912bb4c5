// The statements on passkeys.

import type { Reader, Transaction } from '../db/connect.ts';

export interface PasskeyRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string | null;
  /** COSE, in base64url. */
  readonly publicKey: string;
  readonly credentialId: string;
  readonly counter: number;
  readonly deviceType: string;
  readonly backedUp: boolean;
  readonly transports: string | null;
  readonly aaguid: string | null;
}

export async function passkeyByCredential(reader: Reader, credentialId: string): Promise<PasskeyRow | undefined> {
  const [row] = await reader.sql<PasskeyRow[]>`
    select id, user_id as "userId", name, public_key as "publicKey", credential_id as "credentialId", counter,
           device_type as "deviceType", backed_up as "backedUp", transports, aaguid
    from access_passkeys where credential_id = ${credentialId}`;
  return row;
}

export interface PasskeyListed {
  readonly id: string;
  readonly name: string | null;
  readonly credentialId: string;
  readonly createdAt: Date;
  readonly synced: boolean;
}

export async function passkeysOf(reader: Reader, userId: string): Promise<PasskeyListed[]> {
  return await reader.sql<PasskeyListed[]>`
    select id, name, credential_id as "credentialId", created_at as "createdAt", backed_up as synced
    from access_passkeys where user_id = ${userId} order by created_at, id`;
}

export async function addPasskey(tx: Transaction, passkey: Omit<PasskeyRow, 'id'>): Promise<string> {
  const [row] = await tx.sql<{ id: string }[]>`
    insert into access_passkeys (user_id, name, public_key, credential_id, counter, device_type, backed_up, transports, aaguid)
    values (${passkey.userId}, ${passkey.name}, ${passkey.publicKey}, ${passkey.credentialId}, ${passkey.counter},
            ${passkey.deviceType}, ${passkey.backedUp}, ${passkey.transports}, ${passkey.aaguid})
    returning id`;
  if (row === undefined) throw new Error('insert into access_passkeys returned no row');
  return row.id;
}

/** @returns false where somebody else used it in between: two answers to one state of the device. */
export async function notePasskeyUse(
  tx: Transaction,
  { id, was, counter }: { id: string; was: number; counter: number },
): Promise<boolean> {
  const done = await tx.sql`update access_passkeys set counter = ${counter} where id = ${id} and counter = ${was}`;
  return done.count > 0;
}

export async function renamePasskey(
  tx: Transaction,
  { id, userId, name }: { id: string; userId: string; name: string },
): Promise<boolean> {
  const done = await tx.sql`update access_passkeys set name = ${name} where id = ${id} and user_id = ${userId}`;
  return done.count > 0;
}

/** @returns its name; undefined where the person has no such passkey. */
export async function removePasskey(
  tx: Transaction,
  { id, userId }: { id: string; userId: string },
): Promise<{ name: string | null } | undefined> {
  const [row] = await tx.sql<{ name: string | null }[]>`
    delete from access_passkeys where id = ${id} and user_id = ${userId} returning name`;
  return row;
}
