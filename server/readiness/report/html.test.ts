import { describe, expect, it } from 'vitest';
import { auditText } from '../code/audit-text.ts';
import { htmlReport } from './html.ts';

const at = new Date('2026-11-28T20:15:00Z');
const figures = { statuses: [200], slowestMs: 12 };

describe('the report to hand over', () => {
  it('says of a program where, why and what to do, and lets nothing of it act', async () => {
    const text = 'create table contacts (phone text not null /* <script>alert(1)</script> */);';
    const { findings } = await auditText({ path: 'a"<b>.sql', text });
    const page = htmlReport({ kind: 'code', files: 1, findings, unread: [] }, 'CRM <of ours>', at);
    expect(page).toContain('<h1>CRM &lt;of ours&gt;</h1>');
    expect(page).toContain('What to do.');
    expect(page).toContain('a&quot;&lt;b&gt;.sql:1');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(src|href)="(?!https:\/\/developers\.facebook\.com)/);
  });

  it('says of an integration what it makes of which webhook', () => {
    const verdicts = [
      {
        trial: 'text-hidden',
        title: 'a text, with a username and no number',
        outcome: 'lost',
        control: figures,
        tried: figures,
      },
      { trial: 'image', title: 'a photo, with no number', outcome: 'held', control: figures, tried: figures },
    ] as const;
    const page = htmlReport(
      { kind: 'endpoint', url: 'https://staging.example.com/hook', score: 50, readBack: true, verdicts },
      'Bot',
      at,
    );
    expect(page).toContain('1 of 2 kinds of webhooks');
    expect(page).toContain('<h2>Taken and lost</h2>');
    expect(page).toContain('<td>200 in 12 ms</td>');
  });
});
