import type { Me } from '@throughline/contract';
import { say } from '../../words/say.tsx';

export type RoleName = Me['role'];
const roleNames: readonly RoleName[] = ['admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor'];

export function roleName(role: RoleName): string {
  return say('access.forRole', { role });
}

export function roleOptions(): { id: RoleName; label: string }[] {
  return roleNames.map((id) => ({ id, label: roleName(id) }));
}

export function isRoleName(value: unknown): value is RoleName {
  return (roleNames as readonly unknown[]).includes(value);
}
