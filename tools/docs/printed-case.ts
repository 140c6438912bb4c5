// One case of identity's table, in Markdown.

import { type Case, letters, spelled, spelledTime } from '../../identity/given.testing.ts';
import type { Anchor, Evidence, Party, Policy, SeenTogether } from '../../identity/index.ts';
import { table } from './table.ts';

export function printedCase(row: Case): string {
  const name = row.name.replace(/^[RC]\d+: /, '');
  const policy = row.policy ? `With ${policyWords(row.policy)}.\n\n` : '';
  const told = (row.notices ?? []).map((notice) => noticeWords(row, spelled(notice)));
  return [
    `#### ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `${policy}${evidenceTable(row)}`,
    [
      ...(row.people.length > 0 ? row.people.map((_, i) => personWords(row, i)) : ['- Nobody is known.']),
      ...(told.length > 0 ? [`- Agents are told: ${told.join('; ')}.`] : []),
      ...(row.contacts
        ? [`- One contact by people's word: ${row.contacts.map((one) => `\`${one}\``).join('; ')}.`]
        : []),
      ...(row.reviews?.length ? [`- People are asked: ${row.reviews.map(reviewWords).join('; ')}.`] : []),
      ...(row.joined ? [`- Of the threads, ${row.joined.map(joinWords).join(', ')}.`] : []),
    ].join('\n'),
  ].join('\n\n');
}

function evidenceTable({ given, rules, whose }: Case): string {
  const met = rules.split(' ');
  const owners = whose?.split(' ');
  const rows = given.map((evidence, i) => [
    spelledTime(evidence.at),
    evidenceWords(evidence),
    met[i] ?? '',
    ...(owners ? [owners[i] ?? ''] : []),
  ]);
  return table([['At', 'What was said', 'Rule', ...(owners ? ['Whose'] : [])], ...rows], [0]);
}

function evidenceWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'seen-together':
      return `${seenWords(evidence)}${hashWords(evidence)}`;
    case 'rotated':
      return `Meta: ${identifiers(evidence.previous)} became ${identifiers(evidence.current)}${hashWords(evidence)}`;
    case 'gone':
      return `somebody says that ${identifiers(evidence)} was given up`;
    case 'claimed':
      return `somebody says that ${identifiers(evidence)} is the number of ${anchorWords(evidence.about)}`;
    case 'merge':
      return `a person: ${anchorWords(evidence.a)} and ${anchorWords(evidence.b)} are one`;
    case 'split':
      return `a person: ${anchorWords(evidence.a)} is somebody else than ${evidence.from.map(anchorWords).join(', ')}`;
    case 'never-merge':
      return `a person: ${anchorWords(evidence.a)} and ${anchorWords(evidence.b)} are never one`;
    case 'undo':
      return `a person takes that back, about ${evidence.about.map(anchorWords).join(', ')}`;
    case 'settled':
      return `a person: ${evidence.about.map(anchorWords).join(', ')} is right as it stands`;
    case 'rename':
      return `a person: ${evidence.about.map(anchorWords).join(', ')} is called ${evidence.name}`;
  }
}

function anchorWords(anchor: Anchor): string {
  if (anchor.kind !== 'phone') return `\`${anchor.value.split('.').at(-1)}\``;
  return `whoever had \`${spelled(anchor.value)}\` at ${spelledTime(anchor.at)}`;
}

function seenWords(evidence: SeenTogether): string {
  const known = identifiers(evidence);
  if (evidence.by === 'business') return `the business writes to ${known}`;
  if (evidence.by === 'status') return `a status of a message names ${known}`;
  const { username, name, keyHash } = evidence;
  const profile = [
    ...(username ? [`\`@${username}\``] : []),
    ...(name ? [`the name ${name}`] : []),
    ...(keyHash ? [`the key ${keyHash}`] : []),
  ];
  const act = evidence.sharedNumber ? 'a customer asked for the number shares it' : 'a customer writes';
  return `${act}, showing ${[known, ...profile].join(' ')}${username === null ? ', no username' : ''}`;
}

function identifiers({ phone, bsuid, parent }: Party): string {
  const values = [phone && spelled(phone), bsuid?.split('.').at(-1), parent?.split('.').at(-1)];
  return values.flatMap((value) => (value ? [`\`${value}\``] : [])).join(' ');
}

/** Shown where the case is about a tie. */
function hashWords({ id }: Evidence): string {
  return id.startsWith('#') ? ` (hash ${id.slice(1)})` : '';
}

function policyWords({
  adoptionLimitMs,
  blockedPhones,
  joinOnSharedNumber,
  erased,
  joinLimits,
}: Partial<Policy>): string {
  return [
    ...(adoptionLimitMs === undefined ? [] : [`a limit of ${spelledTime(adoptionLimitMs).slice(0, -1)} days`]),
    ...(blockedPhones
      ? [`${[...blockedPhones].map((key) => `\`${spelled(key)}\``).join(', ')} a number of our own`]
      : []),
    ...(joinOnSharedNumber ? ['a shared number may join two accounts'] : []),
    ...[...(erased ?? [])].map(
      ([key, at]) =>
        `the owner of \`${spelled(key.slice(key.indexOf(':') + 1))
          .split('.')
          .at(-1)}\` erased at ${spelledTime(at)}`,
    ),
    ...(joinLimits ? [`at most ${joinLimits.parts} parts and ${joinLimits.phones} numbers joined by machine`] : []),
  ].join(', ');
}

const personPattern = /^(?<names>[^:]+): (?<numbers>.+?)(?: @(?<username>\S+))?(?: hidden since (?<hidden>\S+))?$/;

function personWords({ name, people, replies, shown }: Case, index: number): string {
  const { names, numbers, username, hidden } = personPattern.exec(spelled(people[index] ?? ''))?.groups ?? {};
  if (!names || !numbers) throw new Error(`"${name}": "${people[index]}" is not a line about a person.`);
  const facts = [
    names === 'nobody' ? 'no account known' : names.split(' ').map(idWords).join(', '),
    ...(numbers === 'no phone' ? ['no number known'] : numbers.split(', ').sort(byBeginning).map(numberWords)),
    ...(username ? [`\`@${username}\``] : []),
    ...(hidden ? [`shows no number since ${hidden}`] : []),
  ];
  const [reply, seen] = [replies?.[index], shown?.[index]];
  return [
    `- **${letters[index]}**: ${facts.join('; ')}.`,
    ...(seen ? [`  Agents see ${shownWords(seen)}.`] : []),
    ...(reply ? [`  ${replyWords(reply)}.`] : []),
  ].join('\n');
}

function idWords(id: string): string {
  return id.endsWith('†') ? `\`${id.slice(0, -1)}\` _given up_` : `\`${id}\``;
}

function byBeginning(one: string, other: string): number {
  const beginning = (lease: string) => {
    const [, days = '0', rest = '0'] = /^\S+ (?:(\d+)d\+?)?(\d*)\.\./.exec(lease) ?? [];
    return Number(days) * 1e9 + Number(rest);
  };
  return beginning(one) - beginning(other);
}

function numberWords(lease: string): string {
  const [, number, from, until, awaits] = /^(\S+) (\S+?)\.\.(\S*)( awaiting)?$/.exec(lease) ?? [];
  const span = until ? `from ${from} to ${until}` : `since ${from}`;
  return `\`${number}\` ${span}${awaits ? ', waiting for its account' : ''}`;
}

function shownWords(shown: string): string {
  const [identifier = '', ...numbers] = shown.split(', ').map(spelled);
  const details = numbers.map((number) => number.replace(/^(\S+) (\S+)$/, '`$1` as $2'));
  const best = identifier === 'a tag' ? 'a short tag' : `\`${identifier}\``;
  return `${best}${details.length > 0 ? `, and in the details ${details.join(', ')}` : ''}`;
}

const because: Record<string, string> = {
  phone_live: 'the number is theirs',
  phone_hidden: 'no number was ever shown',
  phone_ended: 'the number is no longer theirs',
};

function replyWords(reply: string): string {
  const [, address, reason = ''] = /^to (\S+): (\w+)$/.exec(reply) ?? [];
  return address ? `A reply goes to \`${spelled(address)}\`, since ${because[reason] ?? reason}` : 'A reply is held';
}

/** "5 B1 R12 number_released": of whom, by the letter where the ids are those of one person. */
function noticeWords({ people }: Case, notice: string): string {
  const [, at, who = '', type = ''] = /^(\S+) (.+) [RC]\d+ (\w+)$/.exec(notice) ?? [];
  const found = people.flatMap((line, i) => (spelled(line).startsWith(`${who}:`) ? [letters[i]] : []));
  return `at ${at}, of ${found.length === 1 ? `**${found[0]}**` : who}: _${type.replaceAll('_', ' ')}_`;
}

/** "5 R12 recycled_number B2 / B1" */
function reviewWords(review: string): string {
  const [, at, rule, type = '', who] = /^(\S+) (R\d+) (\w+) (.+)$/.exec(spelled(review)) ?? [];
  return `at ${at}, by ${rule}, _${type.replaceAll('_', ' ')}_ of ${who?.replace(' / ', ', and of ')}`;
}

function joinWords(joined: string): string {
  const [gone, into] = joined.split(' into ');
  const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  return `the ${ordinals[Number(gone)]} to appear goes into the ${ordinals[Number(into)]}`;
}
