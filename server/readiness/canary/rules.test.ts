import { CloudEvent, type EventType, eventData, type RelayMode } from '@throughline/contract';
import { parseBsuid, parseUsername } from '@throughline/identity';
import { readWebhook } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { toCloudEvent } from '../../events/rules-envelope.ts';
import { consumersIn } from './rules-consumers.ts';
import {
  canaryLaterUsername,
  canaryPerson,
  canaryUsername,
  canaryWamid,
  isCanaryWamid,
  runOfAccount,
} from './rules-person.ts';
import { eventSteps, eventsOfStory, relaySteps, webhookOfStory } from './rules-story.ts';
import { againAfterMs, findingOn, nextStep } from './rules-verdict.ts';
import type { CanaryCall } from './shapes.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const story = {
  ...{ number: 7, runId: id(1), contactId: id(2), conversationId: id(3), messages: [id(4), id(5), id(6)] as const },
  ...{ phoneNumberId: '200000000000002', at: new Date('2026-11-28T04:00:00Z') },
};
const line = { wabaId: '1', phoneNumberId: '2', displayPhone: '15550001111' };
const webhook = (step: (typeof relaySteps)[number]) =>
  webhookOfStory({ number: 7, step, line, at: story.at.getTime(), answer: undefined });

describe('the made-up customer', () => {
  it('has a username and accounts of the right shape, in no country, and can be told from everybody', () => {
    const { userId, laterUserId } = canaryPerson(7);
    expect([userId, laterUserId].map(parseBsuid)).toEqual([userId, laterUserId]);
    expect([canaryUsername, canaryLaterUsername].map(parseUsername)).not.toContain(undefined);
    expect([userId, laterUserId].map(runOfAccount)).toEqual([7, 7]);
    expect(['US.9', 'XX.9', 'XX.throughlinecanary7', '', `${userId}x`].map(runOfAccount)).toEqual(
      Array(5).fill(undefined),
    );
    expect(isCanaryWamid(canaryWamid(7, 'message'))).toBe(true);
    expect(isCanaryWamid('wamid.HBgLMTU1NTAwMDIyMjIVAgASGBQzQTdCNTg5RjY1MjI4N0Y4NkIA')).toBe(false);
  });

  it('is told as events each of which fits its schema, without a number, and is erased in the end', () => {
    const told = eventsOfStory(story).map(({ type, contactId, at, data, accounts }, place) =>
      toCloudEvent(
        {
          position: place,
          nonce: 'aaaaaaaa',
          portfolioId: 'p' as never,
          type,
          contactId,
          at,
          data,
          accounts,
          synthetic: 'read',
        },
        { accounts: true },
      ),
    );
    for (const event of told) {
      expect(CloudEvent.parse(event)).toMatchObject({ subject: id(2), synthetic: true });
      expect(eventData[event.type as EventType].strict().parse(event.data)).toBeDefined();
    }
    expect(JSON.stringify(told)).not.toMatch(/"phone"|undefined/);
    expect(told.at(-1)?.data).toEqual({ erased: id(2), erasureId: id(1) });
    const [lost, gained] = told.filter(
      ({ data }) => (data.identifier as { kind?: string } | undefined)?.kind === 'account',
    );
    expect([lost?.data.identifier, gained?.data.identifier]).toEqual([
      { kind: 'account', value: canaryPerson(7).userId },
      { kind: 'account', value: canaryPerson(7).laterUserId },
    ]);
  });

  it('is told in Meta’s format as our own reader reads it', () => {
    const items = relaySteps.map((step) => readWebhook(webhook(step)));
    expect(items.map((one) => one.length)).toEqual([1, 1, 1, 1, 1]);
    expect(items.flat().map(({ kind }) => kind)).toEqual([
      'message',
      'status',
      'message',
      expect.any(String),
      'message',
    ]);
    expect(JSON.stringify(relaySteps.map(webhook))).not.toMatch(/wa_id|"from"|recipient_id|undefined/);
    expect(JSON.stringify(webhook('renamed'))).toContain(canaryLaterUsername);
    expect(JSON.stringify(webhook('message_again'))).toContain(canaryPerson(7).laterUserId);
  });
});

describe('who is told', () => {
  const webhookOf = { id: 'w', name: 'CRM', state: 'active' as const, types: null };
  const behind = {
    id: 'r',
    name: 'Bot',
    state: 'active' as const,
    mode: 'as-is' as const,
    numbers: null,
    fields: null,
  };
  const told = (more: Partial<Parameters<typeof consumersIn>[0]>) =>
    consumersIn({ webhooks: [], integrations: [], lines: ['2'], leftOut: [], readers: [], ...more });

  it('are those that hear of real customers, of the kinds they asked for, and of the erasure in any case', () => {
    const some = { ...webhookOf, types: ['message.received' as const] };
    expect(told({ webhooks: [webhookOf, some] }).map(({ steps }) => steps)).toEqual([
      eventSteps.map(({ step }) => step),
      ['message', 'message_again', 'erased'],
    ]);
    expect(told({ integrations: [behind], readers: [{ id: 'k', name: 'Job' }] })).toMatchObject([
      { kind: 'relay', mode: 'as-is', steps: relaySteps, skipped: null },
      { kind: 'reader', steps: [], skipped: null },
    ]);
  });

  it('are passed over, and it is said why, where they are paused, left out, have no line, or want no messages', () => {
    const webhooks = [
      { ...webhookOf, state: 'paused' as const },
      { ...webhookOf, id: 'out' },
    ];
    const integrations = [
      { ...behind, numbers: ['9'] },
      { ...behind, fields: ['calls'] },
      { ...behind, state: 'disabled' as const },
    ];
    const skipped = told({ webhooks, integrations, leftOut: ['out'] }).map((one) => one.skipped);
    expect(skipped).toEqual(['paused', 'left_out', 'no_line', 'not_wanted', 'disabled']);
    expect(told({ webhooks: [webhookOf], lines: [] })[0]?.skipped).toBe('no_line');
  });
});

const call = (step: CanaryCall['step'], more: Partial<CanaryCall> = {}): CanaryCall => ({
  ...{ step, tries: 1, failure: null, status: 200, tookMs: 5 },
  ...more,
});
const no = (step: CanaryCall['step'], status: number) => call(step, { failure: 'status', status, tries: 3 });
const silent = (step: CanaryCall['step']) => call(step, { failure: 'timeout', status: null, tries: 3 });

describe('a system that is told', () => {
  const steps = ['created', 'message', 'renamed', 'erased'] as const;

  it('hears of every step in order, also behind one it refused, and after a restart of none twice', () => {
    expect(nextStep(steps, [])).toBe('created');
    expect(nextStep(steps, [no('created', 500)])).toBe('message');
    expect(
      nextStep(
        steps,
        steps.map((step) => call(step)),
      ),
    ).toBeUndefined();
  });

  it('that is silent twice in a row hears of the erasure alone', () => {
    expect(nextStep(steps, [silent('created')])).toBe('message');
    expect(nextStep(steps, [silent('created'), silent('message')])).toBe('erased');
    expect(nextStep(steps, [silent('created'), no('message', 500)])).toBe('renamed');
    expect(nextStep(relaySteps, [silent('message'), silent('delivered')])).toBeUndefined();
  });

  it('is tried again after growing waits, as it asks for within bounds, and a few times at most', () => {
    const times = { most: 3, firstWaitMs: 1_000, retryAfterMs: null };
    expect([1, 2, 3].map((tries) => againAfterMs(tries, times))).toEqual([1_000, 4_000, undefined]);
    expect(againAfterMs(1, { ...times, retryAfterMs: 3_000 })).toBe(3_000);
    expect(againAfterMs(1, { ...times, retryAfterMs: 3_600_000 })).toBe(4_000);
  });
});

describe('what is found', () => {
  const found = (calls: CanaryCall[], more: { mode?: RelayMode; takesOthers?: boolean } = {}) =>
    findingOn({ calls, mode: more.mode ?? null, takesOthers: more.takesOthers ?? true, slowMs: 1_000 });

  it('is well, or slow, where everything was taken', () => {
    expect(found([call('created'), call('erased')])).toEqual({ verdict: 'well', step: null, cause: null });
    expect(found([call('created'), call('message', { tookMs: 1_001 })])).toEqual({
      verdict: 'slow',
      step: 'message',
      cause: 'slow',
    });
  });

  it('names the first step that failed, and what is new about the customer there', () => {
    expect(found([no('created', 500), no('message', 500), call('erased')])).toEqual({
      verdict: 'refused',
      step: 'created',
      cause: 'no_number',
    });
    expect(found([call('message'), no('renamed', 422)])).toMatchObject({ step: 'renamed', cause: 'new_username' });
    expect(found([call('message'), no('account_changed', 500)])).toMatchObject({ cause: 'new_account' });
    expect(found([call('message'), no('erased', 500)])).toMatchObject({ step: 'erased', cause: 'erasure' });
    expect(found([no('message', 400), call('renamed')], { mode: 'stable-alias' })).toMatchObject({ cause: 'stand_in' });
    expect(found([silent('message'), call('erased')])).toMatchObject({ verdict: 'no_answer', cause: 'no_number' });
  });

  it('does not blame the customer for what every customer meets', () => {
    expect(found([no('message', 401)])).toMatchObject({ cause: 'signature' });
    expect(found([no('message', 404)])).toMatchObject({ cause: 'address' });
    expect(found([call('message', { failure: 'gone', status: 410 })])).toMatchObject({ cause: 'address' });
    expect(found([no('message', 429)])).toMatchObject({ cause: 'busy' });
    expect(found([call('message', { failure: 'unreachable', status: null })])).toMatchObject({
      verdict: 'no_answer',
      cause: 'unreachable',
    });
    expect(found([no('created', 500), no('erased', 500)], { takesOthers: false })).toMatchObject({
      cause: 'takes_nothing',
    });
  });
});
