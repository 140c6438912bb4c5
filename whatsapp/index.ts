export { readContent } from './content.ts';
export type { ErrandAnswer, ErrandCall, ErrandRequest } from './errands.ts';
export { buildErrand, readErrandAnswer } from './errands.ts';
export type { ErrorExplanation, ErrorKind, ErrorRetry } from './error-table.ts';
export { explainError, knownErrorCodes } from './error-table.ts';
export * from './items.ts';
export type { EnvelopePart } from './read-envelope.ts';
export { readEnvelope } from './read-envelope.ts';
export type { MediaAnswer, UploadAnswer } from './read-media.ts';
export { readMediaAnswer, readUploadAnswer } from './read-media.ts';
export { readWebhook } from './read-webhook.ts';
export type { Readable } from './readable.ts';
export { readable } from './readable.ts';
export type { ReadableCard } from './readable-cards.ts';
export type { KnownMessage, NumberWord, Rewrite, Rewriting } from './rewrite-people.ts';
export { rewritePeople } from './rewrite-people.ts';
export type { MarketingOptions, Send, SendAddress, SendBody, SendOutcome } from './send.ts';
export { buildSend, readdressed, readSendAnswer } from './send.ts';
export type { SendCard } from './send-contacts.ts';
export type { SendContent } from './send-content.ts';
export { sendProblems } from './send-content.ts';
export type { ElsewhereInteractive, InteractiveSend } from './send-interactive.ts';
export { elsewhereTypes } from './send-interactive.ts';
export type { FileSource } from './send-media.ts';
export type { SendProblem } from './send-problem.ts';
export { buildRead, buildTyping } from './send-read.ts';
export type { SendingLimits } from './sending-limits.ts';
export { readSendingLimits, sendingLimitFields } from './sending-limits.ts';
export { sign, verifySignature } from './signatures.ts';
export { oneLine, spokenType, summarize } from './summarize.ts';
export { asksForNumber, needsPhone, readTemplate, templateSearchText } from './templates.ts';
export { componentProblems } from './templates-checks.ts';
export type {
  TemplateButtonDefinition,
  TemplateButtonKind,
  TemplateCard,
  TemplateCategory,
  TemplateDefinition,
  TemplateHeader,
  TemplateMedia,
  TemplateProblem,
  TemplateQuality,
  TemplateStatus,
} from './templates-definition.ts';
export type { FilledTemplate, TemplateFile, TemplateValues } from './templates-fill.ts';
export { fillTemplate } from './templates-fill.ts';
export type { TemplateSlot } from './templates-places.ts';
export { slotsOf } from './templates-places.ts';
export type { ShownButton, ShownTemplate } from './templates-text.ts';
export { shownTemplate } from './templates-text.ts';
export { windowClosesAt } from './window.ts';
export { wireText } from './wire-text.ts';
