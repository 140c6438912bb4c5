// Everything is bounded, and every bound is here.

export const limits = {
  /** Meta, "Create a webhook endpoint", read 2026-09: payloads up to 3 MB. */
  webhookBytes: 3 * 1024 * 1024,
  apiBodyBytes: 256 * 1024,
  groupCommitRequests: 500,
  groupCommitBytes: 16 * 1024 * 1024,
  /** Webhooks in memory waiting for their commit; beyond it the door answers 503 and Meta retries. */
  inboxBufferBytes: 256 * 1024 * 1024,
  /** Webhooks a lane takes at once: 1,000 applied a third more a second than 300 (`npm run bench -- apply`, 2,700 and 2,050). */
  laneBatch: 1_000,
  /** And no further once they hold this much: a webhook may hold a thousand messages, and a transaction must end soon. */
  laneBatchBytes: 1024 * 1024,
  lanesAtOnce: 2,
  /** How long a webhook of an unconnected WABA waits before it is shown as parked. */
  unroutedAfterMs: 5_000,
  /** Evidence of one neighborhood that has come since it was last packed: beyond it, it is packed again. */
  looseEvidence: 64,
  /** Rows of evidence packed in one transaction, which holds the portfolio's lane: about 50 ms. */
  packedAtOnce: 5_000,
  /** Between two transactions of a background job that holds lanes: the inbox goes first. */
  laneBreathMs: 50,
  /** Neighborhoods decided again in one transaction after an update of the rules or the policy. */
  decidedAgainAtOnce: 32,
  /** Of those that cannot be decided again, how many are remembered, so as not to stand in the way of the others. */
  passedOver: 1_000,
  /** Neighborhoods of a portfolio compared with their evidence at a time, for how long at most, and up to how much evidence each. */
  checkedAtOnce: 48,
  checkMs: 500,
  checkedEvidence: 5_000,
  inboxRetentionDays: 14,
  /** How far an event's time may lie after its webhook came: clocks differ, and by more than this only where one is wrong. */
  eventAheadMs: 24 * 60 * 60 * 1000,
  /** WhatsApp began in 2009; nothing on it happened before. Milliseconds since the epoch. */
  earliestEventAt: Date.UTC(2009, 0, 1),
  earlyStatusRetentionDays: 8,
  /** How long a status waits for its send to be recorded before supervisors see it as an orphan; a lost send is settled in far less. */
  orphanAfterMs: 10 * 60 * 1000,
  changesRetentionHours: 24,
  sendsAtOnce: 24,
  sendTimeoutMs: 20_000,
  /** Meta, "Throughput", read 2026-09: 80 messages a second and number unless upgraded. */
  sendsPerSecondPerNumber: 80,
  sendAttempts: 8,
  /** A send claimed this long ago whose outcome nobody recorded: its process died. */
  sendLostAfterMs: 60_000,
  paidSendHours: 24,
  /** Templates are listed again this often; soon after a webhook; after a failure, twice as long each time. */
  templateSyncEveryMs: 15 * 60 * 1000,
  templateSyncSoonMs: 2_000,
  templateSyncRetryMs: 30_000,
  /** A listing begun this long ago whose end nobody recorded: its process died. */
  templateSyncLostAfterMs: 5 * 60 * 1000,
  /** Meta, "Message templates", read 2026-09: at most 6,000 templates an account. Pages of 100, with room to spare. */
  templatesPerPage: 100,
  templatePages: 100,
  graphReadTimeoutMs: 20_000,
  liveListeners: 1_000,
  liveBatch: 500,
  idempotencyHours: 24,
  /** What is being answered when the service stops may take this long. */
  closeGraceMs: 2_000,
} as const;
