// The doors of campaigns in the pretend town: lists are read, rows are checked and sent in front of one's eyes.

import { randomUUID } from 'node:crypto';
import {
  Campaign,
  CampaignFile,
  CampaignRow,
  ChangeCampaign,
  CreateCampaign,
  type Reach,
  type RowState,
} from '@throughline/contract';
import { type Answer, type Call, list, problem } from './answers.ts';
import { templateNamed } from './template-routes.ts';
import type { Town } from './town-state.ts';

interface Held {
  campaign: Campaign;
  rows: CampaignRow[];
}

const missing = problem(404, 'not_found', 'This is no longer here.');
const hourMs = 3_600_000;
let held: Map<string, Held> | undefined;

export function campaignsAnswer(town: Town, call: Call): Answer {
  held ??= firstCampaigns(town);
  const [, , id = '', deed] = call.path;
  if (id === '') return call.method === 'POST' ? create(town, call) : listed(held, call);
  const one = held.get(id);
  if (!one) return missing;
  if (call.method === 'DELETE') {
    held.delete(id);
    return { status: 204 };
  }
  if (call.method === 'PATCH') return changed(town, one, call);
  if (deed === 'file') return takeFile(one, call);
  if (deed === 'rows') return rowsOf(one, call.query);
  if (deed === 'report.csv') return report(one);
  if (deed !== undefined) steer(town, one, deed);
  return shown(one);
}

function listed(all: Map<string, Held>, call: Call): Answer {
  const campaigns = [...all.values()].map(({ campaign }) => campaign);
  campaigns.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return list(campaigns, call.query, (one) => Campaign.parse(one));
}

function shown({ campaign }: Held): Answer {
  return { status: 200, body: Campaign.parse(campaign) };
}

function create(town: Town, call: Call): Answer {
  const { name, from } = CreateCampaign.parse(call.body);
  const one = { campaign: draft(town, name, from), rows: [] };
  held?.set(one.campaign.id, one);
  return { status: 201, body: one.campaign };
}

function draft(town: Town, name: string, from: string): Campaign {
  const number = town.numbers.find(({ id }) => id === from) ?? town.numbers[0];
  if (!number) throw new Error('The town has no business number.');
  return withProblems({
    id: randomUUID(),
    name,
    state: 'draft',
    businessNumber: number,
    template: null,
    audience: null,
    file: null,
    mapping: null,
    schedule: null,
    pacePerMinute: null,
    rows: 0,
    byReach: {},
    byState: {},
    byReason: [],
    replies: 0,
    problems: [],
    waiting: null,
    createdBy: 'Maya Kamau',
    createdAt: new Date().toISOString(),
    checkedAt: null,
    startedAt: null,
    finishedAt: null,
  });
}

function withProblems(campaign: Campaign): Campaign {
  const { template, audience, file, mapping } = campaign;
  const slots = template ? (templateNamed(template.name, template.language)?.slots ?? []) : [];
  const problems = [
    ...(template ? [] : [{ field: 'template', problem: 'Choose a template.' }]),
    ...(audience?.kind === 'contacts' || file ? [] : [{ field: 'audience', problem: 'Upload a list of numbers.' }]),
    ...slots
      .filter(({ key, required }) => required && mapping?.values[key] === undefined)
      .map(({ key, label }) => ({ field: `mapping.values.${key}`, problem: `${label}: say what goes there.` })),
  ];
  return { ...campaign, problems };
}

function changed(town: Town, one: Held, call: Call): Answer {
  const { from, template, schedule, ...rest } = ChangeCampaign.parse(call.body);
  const number = town.numbers.find(({ id }) => id === from);
  const known = template && templateNamed(template.name, template.language.code);
  one.campaign = withProblems({
    ...one.campaign,
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Campaign>),
    ...(number && { businessNumber: number }),
    ...(template && { template: { name: template.name, language: template.language.code, text: known?.text ?? null } }),
    ...(schedule !== undefined && {
      schedule: schedule && { ...schedule, startsAt: new Date(`${schedule.at}:00Z`).toISOString() },
    }),
    ...(rest.audience || rest.mapping || template ? { state: 'draft' as const, checkedAt: null, byReach: {} } : {}),
  });
  return shown(one);
}

function takeFile(one: Held, call: Call): Answer {
  const lines = Buffer.from(call.bytes)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const [head = '', ...body] = lines.map((line) => line.split(/[,;\t]/));
  if (lines.length < 2) return problem(422, 'file_empty', 'This file has no rows below its heading.');
  const columns = [...head].map((header, index) => ({
    index,
    header,
    samples: body.slice(0, 3).map((cells) => cells[index] ?? ''),
    guess: /phone|mobile|number|tel/i.test(header)
      ? ('phone' as const)
      : /name/i.test(header)
        ? ('name' as const)
        : ('other' as const),
  }));
  const problems = body.flatMap((cells, i) =>
    cells.length === head.length
      ? []
      : [{ line: i + 2, problem: `It has ${cells.length} cells; the heading has ${head.length}.` }],
  );
  const file = CampaignFile.parse({
    name: call.query.get('name') ?? 'file.csv',
    sizeBytes: call.bytes.length,
    rows: body.length,
    delimiter: ',',
    encoding: 'utf-8',
    columns,
    problems: problems.slice(0, 100),
    problemCount: problems.length,
  });
  one.rows = body.map((cells, i) => row(i + 2, cells));
  one.campaign = withProblems({ ...one.campaign, file, rows: body.length, audience: { kind: 'file' }, state: 'draft' });
  return { status: 200, body: file };
}

function row(line: number, cells: string[]): CampaignRow {
  const phone = cells.find((cell) => /\d{5}/.test(cell)) ?? cells[0] ?? '';
  return {
    line,
    phone,
    normalized: null,
    name: cells.find((cell) => /^\p{L}/u.test(cell)) ?? null,
    contactId: null,
    conversationId: null,
    messageId: null,
    reach: null,
    state: 'waiting',
    reason: null,
    duplicateOf: null,
    at: null,
  };
}

function rowsOf({ rows }: Held, query: URLSearchParams): Answer {
  const q = (query.get('q') ?? '').toLowerCase();
  const found = rows
    .filter(({ state }) => !query.has('state') || state === query.get('state'))
    .filter(({ reach }) => !query.has('reach') || reach === query.get('reach'))
    .filter(({ phone, name }) => `${phone} ${name ?? ''}`.toLowerCase().includes(q));
  return list(found, query, (one) => CampaignRow.parse(one));
}

function report({ rows }: Held): Answer {
  const text = rows.map(({ line, phone, state, reason }) => `${line},${phone},${state},"${reason ?? ''}"`).join('\n');
  return { status: 200, raw: Buffer.from(text), headers: { 'content-type': 'text/csv' } };
}

function steer(town: Town, one: Held, deed: string): void {
  const now = new Date().toISOString();
  const set = (change: Partial<Campaign>) => {
    one.campaign = { ...one.campaign, ...change };
    town.changed({ kind: 'campaign', id: one.campaign.id });
  };
  if (deed === 'check') {
    set({ state: 'checking', byReach: {} });
    setTimeout(() => {
      one.rows.forEach(check);
      set({ state: 'ready', checkedAt: now, ...countsOf(one.rows) });
    }, 1_200);
  } else if (deed === 'cancel' && one.campaign.state === 'checking') set({ state: 'draft' });
  else if (deed === 'cancel') {
    for (const one_ of one.rows) if (one_.state === 'waiting') one_.state = 'cancelled';
    set({ state: 'cancelled', finishedAt: now, ...countsOf(one.rows) });
  } else if (deed === 'pause') set({ state: 'paused' });
  else if (deed === 'start' && one.campaign.state === 'ready' && one.campaign.schedule) set({ state: 'scheduled' });
  else {
    set({ state: 'running', startedAt: one.campaign.startedAt ?? now });
    setTimeout(() => tick(town, one), 800);
  }
}

const oddities: [number, Reach, string][] = [
  [17, 'not_a_number', 'This is not a phone number.'],
  [13, 'opted_out', 'They stopped marketing on 3 November.'],
  [23, 'duplicate_person', 'The same person as in another line.'],
  [29, 'username_not_addressable', 'A username is nobody’s address.'],
  [31, 'number_moved', 'This number belongs to somebody else now.'],
];

function check(one: CampaignRow): void {
  const odd = oddities.find(([every]) => one.line % every === 0);
  one.reach = odd?.[1] ?? 'phone';
  one.reason = odd?.[2] ?? null;
  one.duplicateOf = one.reach === 'duplicate_person' ? one.line - 1 : null;
  one.normalized = one.reach === 'not_a_number' ? null : `+${one.phone.replace(/\D/g, '')}`;
  one.state = one.reach === 'phone' ? 'waiting' : 'skipped';
}

function countsOf(rows: readonly CampaignRow[]): Pick<Campaign, 'byReach' | 'byState' | 'byReason'> {
  const count = (key: (row: CampaignRow) => string | null) => {
    const counts: Record<string, number> = {};
    for (const one of rows) {
      const name = key(one);
      if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
  const reasons = count(({ reason }) => reason);
  return {
    byReach: count(({ reach }) => reach),
    byState: count(({ state }) => state),
    byReason: Object.entries(reasons)
      .map(([text, rows]) => ({ code: text.slice(0, 20), text, rows }))
      .sort((a, b) => b.rows - a.rows),
  };
}

const next: Partial<Record<RowState, RowState>> = {
  waiting: 'queued',
  queued: 'sent',
  sent: 'delivered',
  delivered: 'read',
};

function tick(town: Town, one: Held): void {
  if (one.campaign.state !== 'running') return;
  advance(town, one.rows);
  const open = one.rows.some(({ state }) => state === 'waiting' || state === 'queued');
  one.campaign = {
    ...one.campaign,
    ...countsOf(one.rows),
    replies: Math.floor(one.rows.filter(({ state }) => state === 'read').length / 4),
    waiting: open
      ? { reason: 'pace', text: 'Going out at the pace you chose: 600 a minute. About two minutes are left.' }
      : null,
    ...(open ? {} : { state: 'done' as const, finishedAt: new Date().toISOString() }),
  };
  town.changed({ kind: 'campaign', id: one.campaign.id });
  if (open) setTimeout(() => tick(town, one), 700);
}

function advance(town: Town, rows: CampaignRow[]): void {
  const [conversation] = town.conversations.keys();
  let begun = 0;
  for (const one of rows) {
    if (one.state === 'waiting') begun += 1;
    if (one.state === 'waiting' && begun > rows.length / 8) continue;
    if (one.state === 'queued' && one.line % 19 === 0) {
      one.state = 'failed';
      one.reason = 'This number is not on WhatsApp.';
    } else if (one.state !== 'delivered' || one.line % 3 === 0) one.state = next[one.state] ?? one.state;
    if (one.state === 'sent') one.conversationId = conversation ?? null;
  }
}

function firstCampaigns(town: Town): Map<string, Held> {
  const names = ['Ana Prueba', 'João Silva', 'Rania Khoury', 'Tomás Becker', 'Nia Mensah', 'Lucía Campos'];
  const people = Array.from({ length: 480 }, (_, i) => row(i + 2, [names[i % 6] ?? '', `1555010${1000 + i}`]));
  const text = templateNamed('spring_sale', 'en_US')?.text ?? null;
  const make = (name: string, hoursAgo: number, state: Campaign['state'], ticks: number): [string, Held] => {
    const rows = structuredClone(people);
    rows.forEach(check);
    for (let i = 0; i < ticks; i += 1) advance(town, rows);
    const at = new Date(Date.now() - hoursAgo * hourMs).toISOString();
    const campaign: Campaign = {
      ...draft(town, name, ''),
      state,
      template: { name: 'spring_sale', language: 'en_US', text },
      audience: { kind: 'file' },
      mapping: { phone: 1, name: 0, values: {} },
      rows: rows.length,
      ...countsOf(rows),
      problems: [],
      replies: ticks * 9,
      createdAt: at,
      checkedAt: at,
      startedAt: ticks > 0 ? at : null,
      finishedAt: state === 'done' ? at : null,
      schedule:
        state === 'scheduled'
          ? { at: '2027-03-20T09:30', timeZone: 'America/Bogota', startsAt: '2027-03-20T14:30:00.000Z' }
          : null,
    };
    return [campaign.id, { campaign, rows }];
  };
  return new Map([
    make('Spring sale, Bogota', 3, 'scheduled', 0),
    make('Spring sale, Lagos', 2, 'paused', 3),
    make('Winter service', 400, 'done', 14),
  ]);
}
