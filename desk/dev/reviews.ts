// The questions of the pretend town: each kind a machine may ask, about people who are in the list.

import { randomUUID } from 'node:crypto';
import type { Contact, ContactSummary, Review } from '@throughline/contract';

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

const actions: Review['actions'] = [
  { action: 'same', label: 'Same person', explains: 'They become one contact. Each thread keeps its own account.' },
  {
    action: 'different',
    label: 'Different people',
    explains: 'They stay two, and nothing will put them together by itself.',
  },
];
const right: Review['actions'] = [
  { action: 'right', label: 'It is right', explains: 'Nothing changes. The question is not asked again.' },
  {
    action: 'different',
    label: 'Somebody else',
    explains: 'What came after is taken out and becomes a contact of its own.',
  },
];

export function firstReviews(people: Contact[]): Review[] {
  const [ana, , , tomas, nia, lucia, , , , , olu] = people;
  if (!ana || !tomas || !nia || !lucia || !olu) return [];
  return [
    {
      ...base('conflicting_shared_number', 'R23', 0.1),
      title: '@lucampos shared a number that Nia Mensah uses.',
      detail: 'WhatsApp vouches that the number is hers. Until now it was known as the number of another account.',
      phone: '+233205550177',
      contact: summaryOf(lucia),
      other: summaryOf(nia),
      evidence: [
        { at: ago(203), title: 'Nia Mensah wrote from +233 20 555 0177.' },
        { at: ago(2), title: 'Nia Mensah wrote last.' },
        { at: ago(0.1), title: 'Lucía Campos answered a request for her number with +233 20 555 0177.' },
      ],
      actions,
    },
    {
      ...base('unattested_number_change', 'R9', 1),
      title: 'Ana Prueba writes from a second number.',
      detail: 'The same WhatsApp account showed two numbers, and WhatsApp did not announce a change.',
      phone: '+12025550122',
      contact: summaryOf(ana),
      other: null,
      evidence: [
        { at: ago(500), title: 'First seen with +1 202-555-0119.' },
        { at: ago(203), title: 'The same account wrote from +1 202-555-0122.' },
      ],
      actions: right,
    },
    {
      ...base('recycled_number', 'R11', 3),
      title: '+49 30 55501801 came back after 398 days of silence.',
      detail: 'It wrote before as Tomás Becker. After so long the number may belong to somebody else.',
      phone: '+493055501801',
      contact: summaryOf(tomas),
      other: summaryOf(olu),
      evidence: [
        { at: ago(400), title: 'Tomás Becker wrote from +49 30 55501801.' },
        { at: ago(3), title: 'Olu Adeyemi wrote from the same number, from a WhatsApp account not seen before.' },
      ],
      actions,
    },
    {
      ...base('claimed_number', 'R24', 20),
      state: 'settled',
      title: 'Olu Adeyemi said that +1 202-555-0188 is his.',
      detail: 'A colleague typed it in. Somebody else writes from it.',
      phone: '+12025550188',
      contact: summaryOf(olu),
      other: summaryOf(ana),
      evidence: [{ at: ago(21), title: 'Maya Kamau added the number.' }],
      actions: [],
    },
  ];
}

function base(type: Review['type'], rule: string, days: number): Pick<Review, 'id' | 'state' | 'type' | 'rule' | 'at'> {
  return { id: randomUUID(), state: 'open', type, rule, at: ago(days) };
}

function summaryOf({ id, displayName, identifier, numberHidden }: Contact): ContactSummary {
  return { id, displayName, identifier, numberHidden };
}
