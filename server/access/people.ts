// People: made here by somebody who may, never by themselves. Signing in is in sign-in.ts.

import type { Role } from '@throughline/contract';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Transaction } from '../db/connect.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import { endSessionsOf, lockPerson, type PersonRow, savePassword, savePerson } from './store.ts';

export const passwordLengthMin = 10;
/** The cost of hashing grows with the length; a sentence fits. */
export const passwordLengthMax = 128;
const nameLengthMax = 100;

/** What is wrong, field by field, as a problem's `errors` take it. */
export interface Refused {
  readonly kind: 'refused';
  readonly errors: readonly { field: 'email' | 'name' | 'password'; problem: Sentence }[];
}
export type SaveUserOutcome = { readonly kind: 'saved'; readonly id: string; readonly created: boolean } | Refused;
export type SetPasswordOutcome = { readonly kind: 'set'; readonly id: string } | Refused;

export interface UserRequest {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Needed for a new person; for a known one, absent keeps the password there is. */
  readonly password?: string;
}

/**
 * Makes a person, or brings a known one (the same e-mail, however it is typed) to this name, role and password.
 * A role counts from the person's next request. A password that is new ends the person's sessions.
 */
export async function createUser(tx: Transaction, request: UserRequest): Promise<SaveUserOutcome> {
  const email = request.email.trim().toLowerCase();
  const name = request.name.trim();
  const errors: { field: 'email' | 'name' | 'password'; problem: Sentence }[] = [];
  if (!z.email().safeParse(email).success) errors.push({ field: 'email', problem: sentence('problem.no_email') });
  if (name.length === 0 || name.length > nameLengthMax)
    errors.push({ field: 'name', problem: sentence('problem.name_length', { most: nameLengthMax }) });
  const weakness = request.password === undefined ? undefined : passwordProblem(request.password);
  if (weakness !== undefined) errors.push({ field: 'password', problem: weakness });
  if (errors.length > 0) return { kind: 'refused', errors };

  const before = await lockPerson(tx, email);
  if (before === undefined && request.password === undefined)
    return refused('password', sentence('problem.password_needed'));
  const id = await savePerson(tx, { email, name, role: request.role });
  if (request.password !== undefined) await bringPassword(tx, before ?? { id, passwordHash: null }, request.password);
  return { kind: 'saved', id, created: before === undefined };
}

/** Gives a person another password and ends the sessions opened with the old one. */
export async function setPassword(
  tx: Transaction,
  request: { email: string; password: string },
): Promise<SetPasswordOutcome> {
  const weakness = passwordProblem(request.password);
  if (weakness !== undefined) return refused('password', weakness);
  const person = await lockPerson(tx, request.email.trim().toLowerCase());
  if (person === undefined) return refused('email', sentence('problem.email_unknown'));
  await bringPassword(tx, person, request.password);
  return { kind: 'set', id: person.id };
}

/** @returns what is wrong with it, as a sentence for the person who chose it. */
export function passwordProblem(password: string): Sentence | undefined {
  if (password.length < passwordLengthMin) return sentence('problem.password_short', { least: passwordLengthMin });
  if (password.length > passwordLengthMax) return sentence('problem.password_long', { most: passwordLengthMax });
  if (password.trim().length === 0) return sentence('problem.password_blank');
  return undefined;
}

/** The same password again changes nothing, so that a program which sets it at every start signs nobody out. */
async function bringPassword(tx: Transaction, person: PersonRow, password: string): Promise<void> {
  if (person.passwordHash !== null && (await verifyPassword({ hash: person.passwordHash, password }))) return;
  await savePassword(tx, person.id, await hashPassword(password));
  await endSessionsOf(tx, person.id);
}

function refused(field: 'email' | 'name' | 'password', problem: Sentence): Refused {
  return { kind: 'refused', errors: [{ field, problem }] };
}
