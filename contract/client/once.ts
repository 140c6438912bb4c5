// Calls that take an Idempotency-Key: made again under the same key, they are not done twice.

export const once: ReadonlySet<string> = new Set([
  'POST /contacts/{id}/merge',
  'POST /contacts/{id}/never-merge',
  'POST /contacts/{id}/split',
  'POST /contacts/{id}/preferences',
  'POST /contacts/{id}/block',
  'POST /conversations/{id}/messages',
  'POST /conversations/{id}/number-requests',
  'POST /messages',
  'POST /campaigns',
  'PATCH /campaigns/{id}',
  'POST /subscriptions/{id}/replay',
  'POST /readiness/canary/runs',
  'POST /privacy/requests',
  'POST /tags',
] satisfies (keyof typeof import('./routes.ts')['routes'])[]);
