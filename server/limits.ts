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
  /** Rows of a person read at a time for an export, and erased in one transaction. */
  subjectPageRows: 1_000,
  /** Of a person's archive: messages and files on a page to read, and evidence why they are one person is told from piece by piece. */
  archivePageLines: 2_000,
  archivePageFiles: 1_000,
  archiveEvidence: 20_000,
  subjectEraseRows: 1_000,
  /** Webhooks written anew in one transaction, which holds the portfolio's lane. */
  subjectRawRows: 100,
  /** Webhooks opened at a time to be looked through, and no more once they hold so many bytes. */
  subjectRawPage: 1_000,
  subjectRawBytes: 8 * 1024 * 1024,
  /** Sealed values written anew in one transaction. */
  resealedAtOnce: 500,
  /** Batches of each table, and people who were not heard from, that one sweep of retention takes. */
  sweepBatches: 20,
  inactiveAtOnce: 20,
  /** How long a part of a webhook is kept whose account nobody has connected: it belongs to no portfolio that could choose. */
  unclaimedDays: 90,
  inboxRetentionDays: 14,
  /** How far an event's time may lie after its webhook came: clocks differ, and by more than this only where one is wrong. */
  eventAheadMs: 24 * 60 * 60 * 1000,
  /** WhatsApp began in 2009; nothing on it happened before. Milliseconds since the epoch. */
  earliestEventAt: Date.UTC(2009, 0, 1),
  earlyStatusRetentionDays: 8,
  /** How long a status waits for its send to be recorded before supervisors see it as an orphan; a lost send is settled in far less. */
  orphanAfterMs: 10 * 60 * 1000,
  changesRetentionHours: 24,
  /** Sends of one number claimed in one transaction. */
  sendsAtOnce: 200,
  sendTimeoutMs: 20_000,
  /** To Meta: how long a connection may take to come about, and stay unused. */
  graphConnectMs: 10_000,
  graphIdleMs: 2_000,
  /** A claimed send that has not been called for by now is given back: who claimed it was held up, and others may take it for lost. */
  sendFreshMs: 15_000,
  /** Meta, "Throughput", read 2026-09: 80 messages a second and number unless upgraded to 1,000. */
  sendsPerSecondPerNumber: 80,
  sendsPerSecondUpgraded: 1_000,
  /** Calls under way for one number: its rate for a second, within these. A number that hangs has no more than its own. */
  sendsInFlight: { least: 16, most: 256 },
  /** Numbers one process sends for at the same time. */
  lanesSending: 500,
  /** How long a process may send for a number without renewing its lease, and how often it renews. */
  sendLeaseMs: 6_000,
  sendRenewMs: 2_000,
  /** How often a number is asked for its throughput and messaging limit, and how soon again where Meta did not answer. */
  learnEveryHours: 6,
  learnAgainMinutes: 10,
  learnedAtOnce: 20,
  /** Meta, "Throughput", read 2026-09: a message every 6 seconds to one person, with a burst of 45; five are left for what others sent. */
  pairEveryMs: 6_000,
  pairBurst: 40,
  pairsRemembered: 200_000,
  /** Calls for one message: at trouble, and at limits on speed, which are nobody's fault. */
  sendAttempts: 8,
  /** Meta, "Reaction messages", read 2026-09: a message older than 30 days takes no reaction. */
  reactableMs: 30 * 24 * 60 * 60 * 1000,
  rateAttempts: 24,
  /** How long a message may wait before it is refused instead of sent late. */
  sendAgeHours: { answer: 24, begun: 48, campaign: 96 },
  /** A send claimed this long ago whose outcome nobody recorded: its process died. */
  sendLostAfterMs: 60_000,
  /** Outcomes recorded in one transaction. */
  outcomesAtOnce: 200,
  /** How long a message of unknown fate is left to a status before somebody may send it again. */
  resendAfterMs: 60_000,
  unresolvedSendDays: 8,
  paidSendHours: 24,
  /** How long an answer to a question for a number is waited for: WhatsApp does not tell of a refusal. */
  numberRequestMs: 7 * 24 * 60 * 60 * 1000,
  /** How soon the same person may be asked again, in whatever thread. */
  askNumberAgainMs: 30 * 24 * 60 * 60 * 1000,
  /** How often the people of a portfolio are counted for the Contact Book's page; a million take some seconds. */
  contactBookCountedMs: 60 * 60 * 1000,
  /** A portfolio of so few people is counted each time the job looks: that costs nothing, and a new one would seem empty for an hour. */
  contactBookFewPeople: 10_000,
  /** Threads looked at for signs of whether the Contact Book is on. */
  contactBookSample: 2_000,
  /** Of a vCard file: characters, cards, lines of a card, characters of a line, parameters and components of a line. */
  cardTextLength: 1_000_000,
  cardsAtOnce: 100,
  cardLines: 500,
  cardLineLength: 10_000,
  cardParameters: 50,
  /** Of a call that reads one: JSON may write a letter as six. */
  cardBodyBytes: 6 * 1024 * 1024,
  errandsAtOnce: 16,
  errandTimeoutMs: 10_000,
  /** How long an errand is lent to whoever calls; after it, its caller is taken for dead. Longer than the call may take. */
  errandLendMs: 60_000,
  errandAttempts: 8,
  errandLongestWaitMs: 15 * 60 * 1000,
  /** How long what became of an errand is kept. */
  errandDays: 90,
  /** Meta, "Rate limits", read 2026-09: 5,000 management calls an hour and WABA once it has a number. The rest is for templates. */
  managedErrandsPerHour: 2_500,
  /** How long a node goes on with what it knew of which roles see numbers masked. */
  maskingBeliefMs: 1_000,
  /** Masked numbers one person, or one key, may have shown to them in an hour. */
  revealsPerHour: 60,
  markReadWorthMs: 24 * 60 * 60 * 1000,
  typingWorthMs: 20_000,
  campaignFileBytes: 100 * 1024 * 1024,
  campaignRows: 1_000_000,
  campaignColumns: 200,
  /** A template's text has 1,024 letters at most, its body included; a cell has room for any of them. */
  campaignCellLetters: 2_000,
  /** One row: beyond it, a quotation mark was never closed. */
  campaignRecordLetters: 1_000_000,
  /** Problems of a file that are listed; all are counted. */
  campaignProblems: 100,
  /** Rows of an upload written at once. */
  campaignUploadBatch: 2_000,
  /** An upload nobody has written to for this long was cut off. */
  campaignUploadLostAfterMs: 10 * 60 * 1000,
  /** Rows of uploads nobody needs any more, removed in one transaction. */
  campaignSweepRows: 20_000,
  /** Rows of a campaign looked at in one transaction. */
  campaignCheckBatch: 2_000,
  /** Sends of one campaign that are owed at a time: what a pause can still take back, and about what a number sends in half a minute. */
  campaignOwed: 2_000,
  /** Sends of a campaign made in one transaction, which holds the portfolio's lane. */
  campaignFeedBatch: 250,
  /** How far Meta's clock may be behind ours for its statuses still to be after what they are about. */
  clocksApartMs: 2 * 60 * 1000,
  /** What a paced campaign that was held up may make up for at once. */
  campaignCatchUpMs: 5_000,
  /** How often desks are told that a campaign went on. */
  campaignTellMs: 1_000,
  /** How long after its end a campaign's results are still told as they change. */
  campaignAfterMs: 24 * 60 * 60 * 1000,
  /** Templates are listed again this often; soon after a webhook; after a failure, twice as long each time. */
  templateSyncEveryMs: 15 * 60 * 1000,
  templateSyncSoonMs: 2_000,
  templateSyncRetryMs: 5_000,
  /** A listing begun this long ago whose end nobody recorded: its process died. */
  templateSyncLostAfterMs: 5 * 60 * 1000,
  /** Meta, "Message templates", read 2026-09: at most 6,000 templates an account. Pages of 100, with room to spare. */
  templatesPerPage: 100,
  templatePages: 100,
  graphReadTimeoutMs: 20_000,
  passkeysOfAPerson: 20,
  passkeyChallengeMs: 5 * 60 * 1000,
  /** One-time links: to join, passed on by hand, a few days; to make the first administrator or set a password, a day. */
  joinLinkMs: 3 * 24 * 60 * 60 * 1000,
  linkMs: 24 * 60 * 60 * 1000,
  /** Entries of the audit log read at once for a download. */
  auditExportBatch: 1_000,
  /** How far ahead a conversation may be snoozed. */
  snoozeMs: 366 * 24 * 60 * 60 * 1000,
  /** Conversations that wake, are late or find somebody in one transaction. */
  workAtOnce: 200,
  /** Where the counts of the queues end: what is more is "999+" to an agent, and counting on would cost every desk. */
  queueCount: 1_000,
  teams: 500,
  schedules: 200,
  /** How far back reports go, in days. */
  reportDays: 400,
  /** How often a day that is not over is counted again, and how many days and weeks of a portfolio at a time. */
  reportCountedMs: 15 * 60 * 1000,
  reportPeriodsAtOnce: 16,
  /** Of those in use: what people can still tell apart, and a desk can hold whole. */
  tags: 500,
  fields: 100,
  /** People found by what is noted of them, beside all who are found by name or number. */
  searchedNotes: 200,
  /** People, or messages, of one group of the command menu. */
  searchGroup: 8,
  /** Of a message, what it is found by: beyond these it is found by its beginning. A text of WhatsApp's has 4,096 letters at most. */
  searchedLetters: 4_096,
  searchedWords: 400,
  searchedWordLetters: 40,
  /** Of what is looked for, so many words. */
  searchQueryWords: 8,
  /** Messages given words in one transaction, of those from before words were kept: some 50 ms. */
  backlogBatch: 1_000,
  /** How far back the newest stretch of messages reaches that is searched first; each further one is four times as long. */
  searchStretchMs: 30 * 24 * 60 * 60 * 1000,
  /** Of a message, what is shown around a hit. */
  snippetLetters: 160,
  /** People read at once for a file. */
  contactsExportBatch: 1_000,
  liveListeners: 1_000,
  /** A desk says every ten seconds which thread it has open; one that died is forgotten after two beats and a half. */
  presenceForgetMs: 25_000,
  /** How long after its beginning a campaign's results are shown over time. */
  campaignCourseMs: 30 * 24 * 60 * 60 * 1000,
  /** How long a reply may be held so that its author can take it back, and how long before the window closes none is held. */
  undoMostMs: 60_000,
  undoClearOfWindowMs: 10_000,
  /** How long a draft nobody came back to is kept. */
  draftDays: 90,
  /** How long the work before a held reply is kept, for as long as any clock may be wrong. */
  heldAnswerHours: 1,
  liveBatch: 500,
  idempotencyHours: 24,
  /**
   * Bytes of a file, by type. Meta, "Media", supported media types, read 2026-09: image 5 MB, audio and video 16 MB, document 100 MB,
   * sticker 500 KB (animated).
   */
  mediaBytes: {
    image: 5 * 1024 * 1024,
    audio: 16 * 1024 * 1024,
    video: 16 * 1024 * 1024,
    document: 100 * 1024 * 1024,
    sticker: 500 * 1024,
  },
  /** Files fetched at the same time, and handed to Meta at the same time. */
  mediaFetchesAtOnce: 4,
  mediaUploadsAtOnce: 2,
  /** One transfer, 100 MB at 4 Mbit/s. What is being fetched or handed over comes up again after the lease, should its process have died. */
  mediaTransferMs: 210_000,
  mediaLeaseMs: 300_000,
  mediaAskMs: 20_000,
  /** Meta, "Media", read 2026-09: ids of customers' files last 7 days; of uploaded ones 30, of which the last is not relied upon. */
  mediaAtMetaMs: 7 * 24 * 60 * 60 * 1000,
  uploadAtMetaMs: 29 * 24 * 60 * 60 * 1000,
  /** Between two tries to fetch: this, doubled each time, up to that; see media/rules-fetching.ts. */
  mediaRetryMs: 2_000,
  mediaRetryMostMs: 6 * 60 * 60 * 1000,
  mediaUploadAttempts: 8,
  /** How long after the room for files was found full it is looked again. */
  mediaFullPauseMs: 60_000,
  /** Room for files where MEDIA_QUOTA_BYTES does not say: 50 GB; and what is left free on the disk whatever it says. */
  mediaQuotaBytes: 50 * 1024 ** 3,
  diskFloorBytes: 256 * 1024 * 1024,
  /** A link to a file lives 10 to 15 minutes: those made within five minutes are the same, so that a browser keeps what it has. */
  mediaLinkMs: 10 * 60 * 1000,
  mediaLinkStepMs: 5 * 60 * 1000,
  unusedUploadHours: 24,
  /** Half a file whose process died, and an object without a row or the other way: nobody is at work on it any more. */
  incomingLeftMs: 60 * 60 * 1000,
  orphanObjectMs: 24 * 60 * 60 * 1000,
  mediaSweepRows: 500,
  /** A code that proves an identity: how long it counts, how often it may be tried, and how soon another may be sent. */
  privacyCodeMs: 15 * 60 * 1000,
  privacyCodeTries: 5,
  privacyCodeAgainMs: 60 * 1000,
  /** How long the archive of an access request may be downloaded. */
  /** People a look ahead at retention counts at most. */
  inactiveCounted: 100_000,
  /** An archive under way that has not moved for so long is held to be broken off. */
  privacyDownloadIdleMs: 2 * 60 * 1000,
  privacyArchiveMs: 14 * 24 * 60 * 60 * 1000,
  /** How long nothing old comes back: longer than Meta delivers anew (7 days), and than backups are kept. */
  erasureMarksMs: 400 * 24 * 60 * 60 * 1000,
  /** Messages newer than this are marked one by one, since words about them may still come. WhatsApp delivers for 30 days. */
  erasedItemsMs: 60 * 24 * 60 * 60 * 1000,
  /** How long an erasure waits for Meta's answer about the Contact Book before it goes on without. */
  contactBookAnswerMs: 60 * 60 * 1000,
  /** CCPA regulations, section 7101, read 2026-09: records of requests are kept for 24 months. */
  privacyRecordsMonths: 24,
  /** How long an erasure is lent to whoever works on it; a process that died gives it back. */
  erasureLendMs: 15_000,
  /** People listed for a search of a privacy officer's. */
  privacySubjects: 20,
  /**
   * How long what happened is kept for other systems, where a portfolio does not say; how much longer where an address that is told is still
   * owed it; and of those, so many are written or read at once.
   */
  eventDays: 30,
  eventOwedDays: 14,
  /** Events and deliveries a look ahead at retention counts at most. */
  eventsCounted: 1_000_000,
  eventsAtOnce: 1_000,
  /** Streams of events open at a time. */
  eventListeners: 200,
  /** Webhooks of a portfolio. */
  subscriptions: 50,
  /** Deliveries to one address under way at a time, each of another contact; and of one contact made one after the other before others' turn. */
  deliveriesInFlight: 32,
  deliveriesOfLane: 20,
  /** An answer to a delivery, connecting included; and of the answer, so much is read. */
  deliveryTimeoutMs: 15_000,
  deliveryConnectMs: 5_000,
  deliveryAnswerBytes: 16 * 1024,
  /** How long a process may deliver to an address without renewing its lease, and how often it renews. */
  deliveryLeaseMs: 6_000,
  deliveryRenewMs: 2_000,
  /** Between two tries: this, twice as long each time, up to that; what an address asks for, up to an hour; and given up after three days. */
  deliveryFirstWaitMs: 1_000,
  deliveryLongestWaitMs: 8 * 60 * 60 * 1000,
  deliveryAskedWaitMs: 60 * 60 * 1000,
  deliveryGiveUpMs: 3 * 24 * 60 * 60 * 1000,
  /** An address that took none of so many is left in peace, up to five minutes at a time; after three days for good. */
  deliveryFailuresUntilRest: 20,
  deliveryLongestRestMs: 5 * 60 * 1000,
  subscriptionGiveUpMs: 3 * 24 * 60 * 60 * 1000,
  /** How long it is kept that a delivery was taken, where a portfolio does not say. What was given up is kept for as long as the event. */
  deliveredDays: 7,
  /** How long the secret of before signs along. */
  secretOverlapMs: 24 * 60 * 60 * 1000,
  /** Where counts of deliveries end. */
  deliveryCount: 10_000,
  /** Events sent again by one call. */
  replayedAtOnce: 10_000,
  /** How long an erasure waits for those who are told of it to say that they have forgotten. */
  erasureReceiptsMs: 30_000,
  /** Rows of an export read at once; and a row group of Parquet: so many rows, or as many as hold so many letters. */
  exportBatch: 1_000,
  exportRowGroup: 10_000,
  exportRowGroupLetters: 8 * 1024 * 1024,
  /** How long a process may be at work on an export without saying so, and how often it does; and how often one is begun again. */
  exportLeaseMs: 30_000,
  exportRenewMs: 5_000,
  exportAttempts: 5,
  exportProgressMs: 1_000,
  exportRetryMs: 10_000,
  /** How long a file waits for download, and how long it is known that there was one. */
  exportDays: 7,
  exportKnownDays: 90,
  /** Exports of a portfolio that wait or are made; and its schedules. */
  exportsAtOnce: 20,
  exportSchedules: 50,
  /** Rows of an import looked at, or carried out, in one transaction; the portfolio's lane is held meanwhile. */
  importCheckBatch: 500,
  importRunBatch: 200,
  /** How long it is said what became of each row; and how long a list waits that nobody goes on with. */
  importKeptDays: 30,
  importWaitsDays: 7,
  /** Integrations of a portfolio that speak Meta's format; webhooks noted for them that are read at once. */
  integrations: 20,
  relayedAtOnce: 200,
  /** How long it is noted which webhooks came, for an integration that is paused; longer than they are kept themselves. */
  relayLogDays: 31,
  /** How long an integration that sends waits for Meta's answer before it is told that the message was taken. */
  relayAnswerMs: 8_000,
  relayLookMs: 60,
  relayCallbackLetters: 512,
  /** Files an audit of code reads, and of each: beyond so many bytes, or such long lines, nobody wrote it by hand. */
  auditedFiles: 50_000,
  auditedFileBytes: 2 * 1024 * 1024,
  auditedLineLength: 500,
  /** A probe of an integration: how long one webhook may take, how much of an answer is read, and how long and often it is looked for what came of it. */
  probeTimeoutMs: 10_000,
  probeAnswerBytes: 64 * 1024,
  probeReadBackBytes: 32 * 1024 * 1024,
  probeSettleMs: 5_000,
  probeLookMs: 100,
  /** Of an audit that is handed in: places in files, shapes of webhooks, and how many audits of one system are kept, of each kind. */
  readinessPlaces: 1_000,
  readinessShapes: 200,
  readinessRunsKept: 20,
  readinessIntegrations: 200,
  /** The canary: runs that are kept, and gone through at once by a process; systems told side by side; tries of one step, and the wait before the second. */
  canaryRunsKept: 30,
  canaryRunsAtOnce: 8,
  canaryConsumersAtOnce: 8,
  canaryTries: 3,
  canaryFirstWaitMs: 1_000,
  /** A step that takes longer is slow. */
  canarySlowMs: 5_000,
  /** How long a process may be at work on a run without saying so, and how often it does; how often a run is taken up, and how long it may take in all. */
  canaryLeaseMs: 30_000,
  canaryRenewMs: 5_000,
  canaryAttempts: 5,
  canaryHours: 3,
  /** How long an integration's answer to them is waited for before it is told that one was delivered. */
  canaryAnswerWaitMs: 2_000,
  canaryAnswerLookMs: 50,
  /** After so long a reader of the feed that acknowledged earlier ones has not read this one. */
  canaryReadHours: 24,
  /** Newest deliveries of a webhook looked at to see how it takes people without a number. */
  readDeliveries: 5_000,
  /** What is being answered when the service stops may take this long. */
  closeGraceMs: 2_000,
} as const;
