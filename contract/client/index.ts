export { type ConnectOptions, connect, type Following, type Throughline } from './connect.ts';
export { NoAnswerError, ThroughlineError, WebhookRefusedError } from './errors.ts';
export type { AnswerOf, CallOptions, ItemOf, PathOf } from './routes.ts';
export { type AnyEvent, type Arrived, type EventOf, verifyWebhook } from './webhooks.ts';
