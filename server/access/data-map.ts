// What the access room holds of people: those who work here, and for a day the answers they were given. See db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

const dates = { created_at: 'none', updated_at: 'none' } as const;

export const dataMap: RoomMap = {
  access_users: {
    what: 'Somebody who may come in.',
    columns: {
      ...{
        id: 'pseudonym',
        name: 'colleague:name',
        email: 'colleague:email',
        email_verified: 'none',
        image: 'colleague:name',
      },
      ...{ role: 'none', two_factor_enabled: 'none', suspended_at: 'none' },
      ...dates,
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_sessions: {
    what: 'That somebody is signed in.',
    columns: {
      ...{ id: 'none', user_id: 'pseudonym', token: 'secret', expires_at: 'none', ip_address: 'colleague:address' },
      ...{ user_agent: 'colleague:device', via: 'none', last_seen_at: 'none' },
      ...dates,
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_accounts: {
    what: 'How somebody proves who they are.',
    columns: {
      ...{
        id: 'none',
        user_id: 'pseudonym',
        provider_id: 'none',
        account_id: 'colleague:name',
        access_token: 'secret',
      },
      ...{ refresh_token: 'secret', id_token: 'secret', access_token_expires_at: 'none' },
      ...{ refresh_token_expires_at: 'none', scope: 'none', password: 'secret' },
      ...dates,
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_verifications: {
    what: 'A step of signing in under way.',
    columns: { id: 'none', identifier: 'colleague:email', value: 'secret', expires_at: 'none', ...dates },
    rows: 'nobody',
    kept: 'access',
  },
  access_second_factors: {
    what: 'Codes from an authenticator app.',
    columns: {
      ...{ id: 'none', user_id: 'pseudonym', secret: 'secret', backup_codes: 'secret', verified: 'none' },
      ...{ failed_verification_count: 'none', locked_until: 'none' },
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_passkeys: {
    what: 'A passkey.',
    columns: {
      ...{
        id: 'none',
        user_id: 'pseudonym',
        name: 'colleague:device',
        public_key: 'none',
        credential_id: 'colleague:device',
      },
      ...{ counter: 'none', device_type: 'none', backed_up: 'none', transports: 'none', aaguid: 'none' },
      created_at: 'none',
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_links: {
    what: 'A one-time link.',
    columns: {
      ...{ id: 'none', hash: 'secret', purpose: 'none', user_id: 'pseudonym', created_at: 'none', expires_at: 'none' },
      used_at: 'none',
    },
    rows: 'nobody',
    kept: 'access',
  },
  access_policy: {
    what: 'What signing in asks for.',
    columns: { id: 'none', second_factor_roles: 'none', changed_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  api_keys: {
    what: 'A key for programs.',
    columns: {
      ...{ id: 'pseudonym', name: 'none', role: 'none', portfolio_ids: 'none', hash: 'secret', prefix: 'none' },
      ...{ created_at: 'none', last_used_at: 'none', expires_at: 'none', revoked_at: 'none' },
    },
    rows: 'nobody',
    kept: 'access',
  },
  secrets: {
    what: 'A secret an operator keeps here, sealed with their key.',
    columns: { name: 'none', sealed: 'secret', changed_at: 'none' },
    rows: 'nobody',
    kept: 'access',
  },
  masked_roles: {
    what: 'A role that sees numbers masked.',
    columns: { role: 'none', since: 'none', by: 'colleague:name' },
    rows: 'nobody',
    kept: 'settings',
  },
  idempotency: {
    what: 'What an unsafe call was answered, for a day.',
    columns: {
      ...{ actor: 'pseudonym', key: 'none', request_hash: 'pseudonym', created_at: 'none' },
      answer: { $: 'customer:content' },
    },
    key: ['actor', 'key'],
    rows: { walk: 'answers' },
    erase: 'delete',
    export: { leftOut: 'Answers to programs for a day; what they say is given under its own headings.' },
    kept: 'queues',
  },
};
