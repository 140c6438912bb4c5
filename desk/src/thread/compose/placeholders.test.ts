import { describe, expect, it } from 'vitest';
import { type Fills, fill, firstGap, unknownPlaces } from './placeholders.ts';

const known: Fills = {
  'contact.name': 'Ana Prueba',
  'contact.identifier': '@ana.prueba',
  'contact.phone': undefined,
  'agent.name': 'Maya',
  'business.name': 'Lagos Bikes',
  'business.number': '+1 555 000 1111',
};
const nobody: Fills = { ...known, 'contact.name': undefined, 'contact.identifier': undefined };

describe('a ready answer', () => {
  it('is filled with what is known', () => {
    const body = 'Hi {{contact.name}} ({{ contact.identifier }}), {{agent.name}} of {{business.name}} here.';
    expect(fill(body, known)).toEqual({ text: 'Hi Ana Prueba (@ana.prueba), Maya of Lagos Bikes here.', missing: [] });
  });

  it('has its own words for what is not known, or leaves the place to be written over', () => {
    expect(fill('Hi {{contact.name|there}}!', nobody)).toEqual({ text: 'Hi there!', missing: [] });
    expect(fill('Hi{{contact.name| }}!', nobody).text).toBe('Hi!');
    expect(fill('We call {{contact.phone}}, {{contact.name}}', nobody)).toEqual({
      text: 'We call {{contact.phone}}, {{contact.name}}',
      missing: ['contact.phone', 'contact.name'],
    });
  });

  it('is filled once: what a person is called is not read for places', () => {
    expect(fill('{{contact.name}}', { ...known, 'contact.name': '{{agent.name}}' }).text).toBe('{{agent.name}}');
  });

  it('tells of a place left open, and of one there is not', () => {
    expect(firstGap('Dear {{contact.name}},')).toEqual({ from: 5, to: 21, name: 'contact.name' });
    expect(firstGap('Write {{x}} or {{ anything }}')).toBeUndefined();
    expect(unknownPlaces('{{contact.nam}} {{contact.name|you}} {{order}}')).toEqual(['contact.nam', 'order']);
  });
});
