import { Role } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { may, type Scope, scopes, scopesOf } from './permissions.ts';

const writes = scopes.filter((scope) => !scope.endsWith(':read') && scope !== 'identity:explain');

describe('permissions', () => {
  it('let an administrator do everything', () => {
    expect([...scopesOf('admin')]).toEqual([...scopes]);
  });

  it('let an auditor read everything and change nothing', () => {
    const auditor = scopesOf('auditor');
    expect(scopes.filter((scope) => auditor.has(scope))).toEqual(scopes.filter((scope) => !writes.includes(scope)));
  });

  it('keep backend ids from those who talk with customers', () => {
    const readers = Role.options.filter((role) => scopesOf(role).has('identity:read'));
    expect(readers).toEqual(['admin', 'privacy_officer', 'developer', 'auditor']);
  });

  it('let an agent answer and manage conversations, and see why somebody is who they are, and no more', () => {
    const allowed: Scope[] = [
      'contacts:read',
      'contacts:manage',
      'conversations:read',
      'conversations:reply',
      'conversations:manage',
      'notes:write',
      'canned-replies:read',
      'canned-replies:write',
      'identity:explain',
      'phones:reveal',
      'policy:read',
      'templates:read',
      'teams:read',
      'labels:read',
      'docs:read',
    ];
    expect([...scopesOf('agent')].sort()).toEqual(allowed.sort());
  });

  it('give a supervisor all an agent has, and parked items', () => {
    const supervisor = scopesOf('supervisor');
    expect([...scopesOf('agent')].every((scope) => supervisor.has(scope))).toBe(true);
    expect(supervisor).toContain('parked:replay');
    expect(supervisor).toContain('identity:explain');
  });

  it('leave to supervisors and administrators who is one person, and to administrators by which policy', () => {
    const having = (scope: Scope) => Role.options.filter((role) => scopesOf(role).has(scope));
    expect(having('identity:merge')).toEqual(['admin', 'supervisor']);
    expect(having('reviews:settle')).toEqual(['admin', 'supervisor']);
    expect(having('reviews:read')).toEqual(['admin', 'supervisor', 'privacy_officer', 'developer', 'auditor']);
    expect(having('policy:read')).toEqual(Role.options);
    expect(having('policy:write')).toEqual(['admin']);
    expect(having('templates:manage')).toEqual(['admin', 'supervisor']);
  });

  it('leave it to privacy officers and administrators to have Meta forget a number', () => {
    const having = (scope: Scope) => Role.options.filter((role) => scopesOf(role).has(scope));
    expect(having('contact-book:delete')).toEqual(['admin', 'privacy_officer']);
    expect(having('contact-book:write')).toEqual(['admin']);
    expect(having('contact-book:read')).toEqual(['admin', 'supervisor', 'privacy_officer', 'auditor']);
    expect(having('contacts:manage')).toEqual(['admin', 'supervisor', 'agent', 'privacy_officer']);
  });

  it('let people be taken away as a file only by those who answer for it', () => {
    const having = (scope: Scope) => Role.options.filter((role) => scopesOf(role).has(scope));
    expect(having('contacts:export')).toEqual(['admin', 'supervisor', 'privacy_officer']);
    expect(having('labels:manage')).toEqual(['admin', 'supervisor']);
    expect(having('labels:read')).toEqual(Role.options);
  });

  it('keep conversations from a privacy officer, who works with contacts', () => {
    const officer = { scopes: scopesOf('privacy_officer') };
    expect(may(officer, 'contacts:read')).toBe(true);
    expect(may(officer, 'identity:read')).toBe(true);
    expect(may(officer, 'conversations:read')).toBe(false);
  });

  it('let everybody read the documentation', () => {
    for (const role of Role.options) expect(may({ scopes: scopesOf(role) }, 'docs:read')).toBe(true);
  });
});
