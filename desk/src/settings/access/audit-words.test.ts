import { type AuditEntry, auditActs } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { scopes } from '../../../../server/access/permissions.ts';
import { audit } from '../../words/en/audit.ts';
import { scopes as scopeWords } from '../../words/en/scopes.ts';
import { detailWords } from './audit-words.ts';

const detailOf = (act: AuditEntry['act'], detail: AuditEntry['detail']) => detailWords({ act, detail } as AuditEntry);

/** Kept for programs: ids of customers, of words said, of errands. */
const idsAlone = ['with', 'word', 'account', 'conversation', 'errand'];

describe('the words of access', () => {
  it('has one sentence for each scope of the server, and for none that is gone', () => {
    const said = Object.keys(scopeWords).filter((key) => key !== 'scopes.unknown');
    expect(said.sort()).toEqual(scopes.map((scope) => `scopes.${scope}`).sort());
  });

  it('has one for each act and for each detail an act may keep', () => {
    const acts = Object.keys(auditActs).map((act) => `audit.${act}`);
    const details = new Set(Object.values(auditActs).flatMap(({ detail }) => [...detail] as string[]));
    const wanted = [...acts, ...[...details].filter((name) => !idsAlone.includes(name)).map((n) => `audit.with.${n}`)];
    const said = Object.keys(audit).filter((key) => !/^audit\.(value\.|named$)/.test(key));
    expect(said.sort()).toEqual(wanted.sort());
  });
});

describe('what was kept of an act', () => {
  it('is said in words: how, which role, and what it was before', () => {
    expect(detailOf('signed_in', { by: 'single_sign_on', secondFactor: null })).toEqual(['By: single sign-on']);
    expect(detailOf('role_changed', { role: 'privacy_officer', before: 'agent' })).toEqual([
      'Role: Privacy officer',
      'Before: Agent',
    ]);
    expect(detailOf('sign_in_policy_changed', { roles: ['admin', 'auditor'], before: [] })).toEqual([
      'Roles: Administrator, Auditor',
      'Before: nobody',
    ]);
    expect(detailOf('policy_changed', { changed: ['strict: true', 'adoptionLimitDays: 400'] })).toEqual([
      'Changed: strict about quiet numbers: on, how long a number may be quiet: 400',
    ]);
  });

  it('leaves ids out, and shows a name or a code without words as it is', () => {
    expect(detailOf('contacts_merged', { word: '6ad49b21-8a3c-4e0d-8a48-9f5b0a4d7c11', with: 'x' })).toEqual([]);
    expect(detailOf('passkey_added', { passkey: 'strict' })).toEqual(['Passkey: strict']);
    expect(detailOf('sign_in_failed', { by: 'password', reason: 'a_new_reason' })).toEqual([
      'By: password',
      'Reason: a_new_reason',
    ]);
  });
});
