import { describe, expect, it } from 'vitest';
import { eventGiven } from './rules-given.ts';

const subject = { contactIds: ['c1'], conversations: ['t1'], retiredConversations: [], bsuids: ['US.1'] };
const data = { contact: { id: 'c1', username: 'noor' }, message: { text: 'is it ready' }, conversation: { id: 't1' } };
const row = { at: 'then', type: 'message.received', contact_id: 'c1', conversation_id: 't1', data, accounts: ['US.1'] };

describe('an event given to a person', () => {
  it('is whole where contact and thread were theirs alone', () => {
    expect(eventGiven(row, subject)).toEqual(row);
    expect(eventGiven({ ...row, accounts: null }, subject)).toEqual({ ...row, accounts: null });
  });

  it('says nothing of whoever they were taken for', () => {
    const joined = { ...row, accounts: ['US.1', 'US.2'], data: { ...data, joined: ['c2'] } };
    const given = eventGiven(joined, subject);
    expect(given?.data).toEqual({ message: data.message, conversation: data.conversation });
    expect(given).not.toHaveProperty('accounts');
  });

  it('says nothing of a thread that is somebody else’s', () => {
    expect(eventGiven({ ...row, conversation_id: 't2' }, subject)?.data).toEqual({ contact: data.contact });
  });

  it('is nothing where neither is theirs, whatever number it names', () => {
    const others = { ...row, contact_id: 'c2', conversation_id: 't2', accounts: ['US.2'] };
    expect(eventGiven(others, subject)).toBeUndefined();
  });
});
