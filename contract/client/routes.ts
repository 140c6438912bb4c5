// The calls a program makes, each with what it takes and what it answers: the shapes of the contract themselves, so that a call that does not
// fit does not compile. Nothing but their types is used, so the client brings no schemas along. A test holds this table against the description
// the service gives of itself.

import { z } from 'zod';
import { page } from '../base.ts';
import {
  Campaign,
  CampaignRow,
  ChangeCampaign,
  CreateCampaign,
  ListCampaignRows,
  ListCampaigns,
} from '../campaigns.ts';
import { Canary, CanaryRun, ListCanaryRuns, RunCanary, SetCanary } from '../canary.ts';
import { Contact } from '../contacts.ts';
import { Conversation, ConversationDetail, MessageItem, TimelinePage } from '../conversations.ts';
import { AcknowledgedErasure, EventFeed, ListEvents } from '../events.ts';
import { Explanation, Identity, IdentityChange } from '../identity.ts';
import { ChangeTag, CreateTag, Field, SetFieldValue, Tag } from '../labels.ts';
import { Media } from '../media.ts';
import { AskNumber, BlockContact, NumberRequest, SetPreference } from '../people.ts';
import { NewPrivacyRequest, PrivacyRequest, PrivacyRequestDetail, PrivacySubject, SearchSubjects } from '../privacy.ts';
import {
  Explain,
  ListContacts,
  ListConversations,
  ListItems,
  MergeContacts,
  NeverMerge,
  SplitContact,
  StartConversation,
} from '../requests.ts';
import {
  ChangeSubscription,
  CreateSubscription,
  Delivery,
  ListDeliveries,
  Replay,
  Replayed,
  Subscription,
  SubscriptionCreated,
} from '../subscriptions.ts';
import { ListTemplates, Template } from '../templates.ts';
import { PostReply } from '../together.ts';
import { Agent, ChangeWork, Team } from '../work.ts';

export interface Route {
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
}

const nothing = z.null();

export const routes = {
  'GET /contacts': { query: ListContacts, answer: page(Contact) },
  'GET /contacts/{id}': { answer: Contact },
  'GET /contacts/{id}/identity': { answer: Identity },
  'GET /contacts/{id}/explanation': { query: Explain, answer: Explanation },
  'POST /contacts/{id}/merge': { body: MergeContacts, answer: IdentityChange },
  'POST /contacts/{id}/never-merge': { body: NeverMerge, answer: IdentityChange },
  'POST /contacts/{id}/split': { body: SplitContact, answer: IdentityChange },
  'POST /contacts/{id}/preferences': { body: SetPreference, answer: Contact },
  'POST /contacts/{id}/block': { body: BlockContact, answer: Contact },
  'GET /contacts/{id}/number-requests': { answer: page(NumberRequest) },
  'PUT /contacts/{id}/tags/{tagId}': { answer: Contact },
  'DELETE /contacts/{id}/tags/{tagId}': { answer: Contact },
  'PUT /contacts/{id}/fields/{fieldId}': { body: SetFieldValue, answer: Contact },

  'GET /conversations': { query: ListConversations, answer: page(Conversation) },
  'GET /conversations/{id}': { answer: ConversationDetail },
  'PATCH /conversations/{id}': { body: ChangeWork, answer: ConversationDetail },
  'GET /conversations/{id}/messages': { query: ListItems, answer: TimelinePage },
  'POST /conversations/{id}/messages': { body: PostReply, answer: MessageItem },
  'POST /conversations/{id}/number-requests': { body: AskNumber, answer: NumberRequest },
  'POST /conversations/{id}/read': { answer: nothing },
  'POST /messages': { body: StartConversation, answer: MessageItem },
  'GET /media/{id}': { answer: Media },

  'GET /campaigns': { query: ListCampaigns, answer: page(Campaign) },
  'POST /campaigns': { body: CreateCampaign, answer: Campaign },
  'GET /campaigns/{id}': { answer: Campaign },
  'PATCH /campaigns/{id}': { body: ChangeCampaign, answer: Campaign },
  'GET /campaigns/{id}/rows': { query: ListCampaignRows, answer: page(CampaignRow) },
  'GET /templates': { query: ListTemplates, answer: page(Template) },
  'GET /templates/{id}': { answer: Template },

  'GET /events': { query: ListEvents, answer: EventFeed },
  'POST /events/{event}/acknowledge': { answer: AcknowledgedErasure },
  'GET /subscriptions': { answer: page(Subscription) },
  'POST /subscriptions': { body: CreateSubscription, answer: SubscriptionCreated },
  'GET /subscriptions/{id}': { answer: Subscription },
  'PATCH /subscriptions/{id}': { body: ChangeSubscription, answer: Subscription },
  'DELETE /subscriptions/{id}': { answer: nothing },
  'POST /subscriptions/{id}/rotate': { answer: SubscriptionCreated },
  'GET /subscriptions/{id}/deliveries': { query: ListDeliveries, answer: page(Delivery) },
  'POST /subscriptions/{id}/replay': { body: Replay, answer: Replayed },

  'GET /readiness/canary': { answer: page(Canary) },
  'PUT /readiness/canary': { body: SetCanary, answer: Canary },
  'GET /readiness/canary/runs': { query: ListCanaryRuns, answer: page(CanaryRun) },
  'POST /readiness/canary/runs': { body: RunCanary, answer: CanaryRun },
  'GET /readiness/canary/runs/{id}': { answer: CanaryRun },

  'GET /privacy/subjects': { query: SearchSubjects, answer: page(PrivacySubject) },
  'GET /privacy/requests': { answer: page(PrivacyRequest) },
  'POST /privacy/requests': { body: NewPrivacyRequest, answer: PrivacyRequestDetail },
  'GET /privacy/requests/{id}': { answer: PrivacyRequestDetail },

  'GET /agents': { answer: page(Agent) },
  'GET /teams': { answer: page(Team) },
  'GET /tags': { answer: z.object({ data: z.array(Tag) }) },
  'POST /tags': { body: CreateTag, answer: Tag },
  'PATCH /tags/{id}': { body: ChangeTag, answer: Tag },
  'GET /fields': { answer: z.object({ data: z.array(Field) }) },
} as const satisfies Record<string, Route>;

type Routes = typeof routes;
type Known<Method extends string> = keyof Routes extends infer Key
  ? Key extends `${Method} ${infer Path}`
    ? Path
    : never
  : never;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type PathOf<M extends Method> = Known<M>;
type RouteOf<M extends Method, P extends PathOf<M>> = Routes[`${M} ${P}` & keyof Routes];

type PartsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PartsOf<Rest> : never;
type PathPart<P extends string> = PartsOf<P> extends never ? unknown : { path: Record<PartsOf<P>, string> };
type QueryPart<R> = R extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : unknown;
type BodyPart<R> = R extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown;

export interface CallOptions {
  signal?: AbortSignal;
  /** Of a call that is done once: your own, where you want it to hold beyond this process. Made up otherwise. */
  idempotencyKey?: string;
}

export type OptionsOf<M extends Method, P extends PathOf<M>> = PathPart<P> &
  QueryPart<RouteOf<M, P>> &
  BodyPart<RouteOf<M, P>> &
  CallOptions;
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  RouteOf<M, P> extends { answer: infer A extends z.ZodType } ? z.output<A> : never;

/** Nothing to be given may be left out altogether. */
export type Given<M extends Method, P extends PathOf<M>> =
  Record<never, never> extends OptionsOf<M, P> ? [options?: OptionsOf<M, P>] : [options: OptionsOf<M, P>];

/** Lists that come in pages. */
export type PagedPath = {
  [P in PathOf<'GET'>]: AnswerOf<'GET', P> extends { data: unknown[]; next: string | null } ? P : never;
}[PathOf<'GET'>];
export type ItemOf<P extends PagedPath> = AnswerOf<'GET', P> extends { data: (infer Item)[] } ? Item : never;
