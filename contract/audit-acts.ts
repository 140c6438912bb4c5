// Every act the audit log knows, what it means, and what is kept of it. Closed: what is not in this table cannot be written.
// Without zod, so that the desk, which reads the table, is not sent the schemas.

interface About {
  area: AuditArea;
  /** For whoever reads an export: one sentence, the act in the past. */
  means: string;
  /** What may be kept of it. Codes, ids, counts and names of our own things: never a message's text, a customer's name or number. */
  detail: readonly string[];
}

export const auditAreas = [
  'sign_in',
  'people',
  'keys',
  'who_is_who',
  'contacts',
  'work',
  'campaigns',
  'settings',
  'data',
] as const;
type AuditArea = (typeof auditAreas)[number];

export const auditActs = {
  signed_in: { area: 'sign_in', means: 'Somebody signed in.', detail: ['by', 'secondFactor'] },
  sign_in_failed: { area: 'sign_in', means: 'Somebody tried to sign in and was refused.', detail: ['by', 'reason'] },
  signed_out: { area: 'sign_in', means: 'Somebody signed out.', detail: [] },
  session_revoked: { area: 'sign_in', means: 'A session was ended from elsewhere.', detail: ['sessions'] },
  password_changed: { area: 'sign_in', means: 'Somebody changed their own password.', detail: [] },
  password_set: {
    area: 'sign_in',
    means: 'A password was set for somebody, by a one-time link or by an operator.',
    detail: ['by'],
  },
  second_factor_added: {
    area: 'sign_in',
    means: 'Codes from an authenticator app are asked for from now on.',
    detail: [],
  },
  second_factor_removed: {
    area: 'sign_in',
    means: 'Codes from an authenticator app are no longer asked for.',
    detail: [],
  },
  backup_codes_made: { area: 'sign_in', means: 'New backup codes were made; the old ones ended.', detail: [] },
  passkey_added: { area: 'sign_in', means: 'A passkey was added.', detail: ['passkey'] },
  passkey_removed: { area: 'sign_in', means: 'A passkey was removed.', detail: ['passkey'] },
  sign_in_policy_changed: {
    area: 'sign_in',
    means: 'Who must use a second factor was changed.',
    detail: ['roles', 'before'],
  },

  user_created: { area: 'people', means: 'Somebody was given access.', detail: ['role', 'by'] },
  user_changed: { area: 'people', means: 'A name was changed.', detail: [] },
  role_changed: { area: 'people', means: 'Somebody was given another role.', detail: ['role', 'before', 'by'] },
  user_suspended: { area: 'people', means: 'Somebody may not sign in until reactivated.', detail: [] },
  user_reactivated: { area: 'people', means: 'Somebody may sign in again.', detail: [] },
  user_removed: { area: 'people', means: "Somebody's access was removed for good.", detail: ['role'] },
  link_made: {
    area: 'people',
    means: 'A one-time link was made, to join or to set a password.',
    detail: ['purpose', 'role'],
  },
  link_used: { area: 'people', means: 'A one-time link was used.', detail: ['purpose'] },

  key_created: { area: 'keys', means: 'An API key was made.', detail: ['role', 'portfolios', 'expiresAt'] },
  key_revoked: { area: 'keys', means: 'An API key was ended.', detail: [] },

  contacts_merged: { area: 'who_is_who', means: 'Two contacts were said to be one person.', detail: ['with', 'word'] },
  contact_split: { area: 'who_is_who', means: 'A contact was said to be two people.', detail: ['account', 'word'] },
  contacts_kept_apart: {
    area: 'who_is_who',
    means: 'Two contacts were said never to be one person.',
    detail: ['with', 'word'],
  },
  word_taken_back: {
    area: 'who_is_who',
    means: 'What somebody had said about who is who was taken back.',
    detail: ['word'],
  },
  number_given_up: { area: 'who_is_who', means: "A number was said to be no longer a contact's.", detail: ['word'] },
  review_settled: { area: 'who_is_who', means: 'A question about who is who was answered.', detail: ['answer'] },
  policy_changed: {
    area: 'who_is_who',
    means: 'How readily people are taken for one person was changed.',
    detail: ['changed'],
  },

  retention_changed: { area: 'settings', means: 'How long things are kept was changed.', detail: ['changed'] },

  contact_corrected: {
    area: 'contacts',
    means: 'What is held of a contact was corrected, as they asked.',
    detail: ['changed'],
  },
  contact_blocked: { area: 'contacts', means: 'A contact was blocked.', detail: [] },
  contact_unblocked: { area: 'contacts', means: 'A contact was unblocked.', detail: [] },
  phone_revealed: {
    area: 'contacts',
    means: 'A masked phone number was shown to somebody.',
    detail: ['conversation', 'reason'],
  },
  contact_book_changed: {
    area: 'contacts',
    means: "What is kept in Meta's contact book was changed.",
    detail: ['setting'],
  },
  contact_book_deleted: { area: 'contacts', means: "Meta was asked to forget a contact's number.", detail: ['errand'] },

  team_created: { area: 'work', means: 'A team was made.', detail: [] },
  team_changed: { area: 'work', means: 'A team or its members were changed.', detail: ['changed', 'added', 'removed'] },
  team_removed: { area: 'work', means: 'A team was removed.', detail: [] },
  routing_changed: { area: 'work', means: 'How conversations find somebody was changed.', detail: ['changed'] },
  work_settings_changed: {
    area: 'work',
    means: 'Business hours, targets or other rules of work were changed.',
    detail: ['changed'],
  },

  campaign_started: { area: 'campaigns', means: 'A campaign was started.', detail: [] },
  campaign_paused: { area: 'campaigns', means: 'A campaign was paused.', detail: [] },
  campaign_resumed: { area: 'campaigns', means: 'A paused campaign went on.', detail: [] },
  campaign_canceled: { area: 'campaigns', means: 'A campaign was ended before its end.', detail: [] },
  campaign_removed: { area: 'campaigns', means: 'A draft of a campaign was removed.', detail: [] },
  campaign_settings_changed: { area: 'campaigns', means: 'How campaigns are sent was changed.', detail: ['changed'] },

  setting_changed: {
    area: 'settings',
    means: 'A setting of the whole workspace was changed.',
    detail: ['setting', 'value', 'before'],
  },
  tag_created: { area: 'settings', means: 'A tag was made.', detail: [] },
  tag_changed: {
    area: 'settings',
    means: 'A tag was renamed, recolored, archived or brought back.',
    detail: ['changed', 'before'],
  },
  field_created: { area: 'settings', means: 'A field was made.', detail: [] },
  field_changed: {
    area: 'settings',
    means: 'A field was changed, moved, archived or brought back.',
    detail: ['changed', 'before'],
  },

  webhook_created: {
    area: 'data',
    means: 'A webhook was made: what happens leaves for its address.',
    detail: ['accounts'],
  },
  webhook_changed: { area: 'data', means: 'A webhook was changed, paused or resumed.', detail: ['what', 'state'] },
  webhook_secret_rotated: { area: 'data', means: 'A webhook was given another secret.', detail: [] },
  webhook_replayed: { area: 'data', means: 'Events were delivered to a webhook again.', detail: ['events'] },
  webhook_deleted: { area: 'data', means: 'A webhook was deleted.', detail: [] },

  export_asked: {
    area: 'data',
    means: 'A file of data was asked for.',
    detail: ['what', 'format', 'accounts'],
  },
  export_cancelled: { area: 'data', means: 'A file of data was called off, or destroyed.', detail: ['what'] },
  export_schedule_created: {
    area: 'data',
    means: 'A file of data is made again and again from now on.',
    detail: ['what', 'format', 'accounts'],
  },
  export_schedule_changed: { area: 'data', means: 'A schedule of exports was paused or resumed.', detail: ['state'] },
  export_schedule_deleted: { area: 'data', means: 'A schedule of exports was deleted, with its files.', detail: [] },
  contacts_imported: { area: 'data', means: 'A list of people was taken in.', detail: ['rows'] },
  integration_created: {
    area: 'data',
    means: 'An integration was made: what customers write leaves for its address, and it may write to them.',
    detail: ['mode'],
  },
  integration_changed: {
    area: 'data',
    means: 'An integration was changed, paused or resumed.',
    detail: ['what', 'state', 'mode'],
  },
  integration_secret_rotated: { area: 'data', means: 'An integration was given another secret.', detail: [] },
  integration_token_replaced: {
    area: 'data',
    means: 'An integration was given another access token; the one of before opens nothing any more.',
    detail: [],
  },
  integration_replayed: { area: 'data', means: 'Webhooks were told to an integration again.', detail: ['events'] },
  integration_removed: { area: 'data', means: 'An integration was removed.', detail: [] },

  canary_set: {
    area: 'data',
    means: 'It was chosen whether, when and through which systems the canary goes.',
    detail: ['what', 'enabled'],
  },
  canary_run: { area: 'data', means: 'The canary was sent through other systems.', detail: [] },

  exported: { area: 'data', means: 'Data left by a download.', detail: ['what', 'format', 'rows', 'filters'] },
  parked_replayed: { area: 'data', means: 'Something set aside was put through the door again.', detail: [] },
} as const satisfies Record<string, About>;

export type AuditAct = keyof typeof auditActs;
