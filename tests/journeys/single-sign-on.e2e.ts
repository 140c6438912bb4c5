// Coming in by a company's own sign-in: a real OpenID Connect provider beside the real service.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems } from '../support/desk.ts';
import { startProvider, type TestProvider } from '../support/provider.ts';
import { addUser, freePort, startTestService, type TestService } from '../support/service.ts';

const scopes = ['openid', 'email', 'profile', 'groups'];
const here = { locale: 'en-GB', viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' as const };
const didNotWork = 'Signing in that way did not work. Try again.';
let browser: Browser;
let provider: TestProvider;
/** Takes in whoever the company gives a role. */
let open: TestService;
/** Takes in whoever was invited. */
let closed: TestService;
let context: BrowserContext;
let page: Page;

describe.skipIf(noBrowser !== undefined)('single sign-on', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    const [port, other] = [await freePort(), await freePort()];
    provider = await startProvider([port, other].map((one) => `http://127.0.0.1:${one}/api/auth/callback/sso`));
    const company = { ...provider, name: 'Lagos Bikes', scopes, domains: ['lagos.example'], trustEmail: false };
    const groups = { leads: 'supervisor', support: 'agent' } as const;
    const roles = new Map(Object.entries(groups));
    const mapped = { ...company, roleClaim: 'groups', roles, defaultRole: undefined };
    open = await startTestService({ port, singleSignOn: { ...mapped, provision: true } });
    closed = await startTestService({ port: other, singleSignOn: { ...mapped, provision: false } });
    const kemi = { email: 'kemi@lagos.example', name: 'Kemi Known', role: 'agent' as const };
    await addUser(open.db, { ...kemi, password: 'a long sentence to sign in' });
    await addUser(closed.db, { ...kemi, password: 'a long sentence to sign in' });
    for (const [login, of] of Object.entries({
      nneka: { name: 'Nneka New', groups: ['support', 'leads'] },
      kemi: { name: 'Kemi At The Provider', groups: ['support'] },
      olu: { email: 'olu@elsewhere.example', name: 'Olu Outside', groups: ['support'] },
      uche: { email_verified: false, name: 'Uche Unverified', groups: ['support'] },
      rola: { name: 'Rola Roleless', groups: ['kitchen'] },
      ada: { name: 'Ada Elsewhere', groups: ['support'] },
    }))
      provider.people.set(login, { sub: login, email: `${login}@lagos.example`, email_verified: true, ...of });
    context = await browser.newContext(here);
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await open?.end();
    await closed?.end();
    await provider?.close();
  });

  it('makes a newcomer with the role the provider says, writes it down, and signs them out again', async () => {
    await comeBy('nneka');
    await page.waitForURL('**/inbox');
    expect(await personOf('nneka')).toEqual({
      name: 'Nneka New',
      role: 'supervisor',
      accounts: ['sso'],
      vias: ['single_sign_on'],
    });
    expect(await actsAbout('nneka')).toEqual([
      { act: 'user_created', actor: 'Nneka New', detail: { role: 'supervisor', by: 'single_sign_on' } },
      { act: 'signed_in', actor: 'Nneka New', detail: { by: 'single_sign_on', secondFactor: null } },
    ]);
    await page.getByRole('button', { name: 'Account: Nneka New' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await personOf('nneka')).toMatchObject({ vias: [] });
    await page.goto(`${open.url}/inbox`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // The provider still knows the browser and asks nothing.
    await page.getByRole('button', { name: 'Sign in with Lagos Bikes' }).click();
    await page.waitForURL('**/inbox');
    const acts = ['user_created', 'signed_in', 'signed_out', 'signed_in'];
    expect((await actsAbout('nneka')).map(({ act }) => act)).toEqual(acts);
  });

  it('brings somebody known in as themselves, and with the role the provider says next time', async () => {
    await comeBy('kemi');
    await page.waitForURL('**/inbox');
    expect(await personOf('kemi')).toEqual({
      name: 'Kemi Known',
      role: 'agent',
      accounts: ['credential', 'sso'],
      vias: ['single_sign_on'],
    });
    provider.people.set('kemi', { ...personAt('kemi'), groups: ['leads'] });
    await comeBy('kemi');
    await page.waitForURL('**/inbox');
    expect(await personOf('kemi')).toMatchObject({ role: 'supervisor', accounts: ['credential', 'sso'] });
    expect(await actsAbout('kemi')).toContainEqual({
      act: 'role_changed',
      actor: 'Kemi Known',
      detail: { role: 'supervisor', before: 'agent', by: 'single_sign_on' },
    });
  });

  it.each([
    ['olu', 'an address outside the domains', 'People with this e-mail address may not sign in here.'],
    ['uche', 'an address nobody verified', 'Your provider has not verified your e-mail address.'],
    ['rola', 'no group that has a role', 'Your provider gives you no role here. Ask an administrator.'],
  ])('refuses %s, who has %s, in words', async (login, _, words) => {
    await comeBy(login);
    await page.getByText(words).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await personOf(login)).toBeUndefined();
    expect(await sessionsHeld()).toEqual([]);
  });

  it('refuses somebody nobody invited where only the invited come in, and lets those in', async () => {
    await comeBy('nneka', closed);
    await page.getByText('You have no access here yet. Ask an administrator to invite you.').waitFor();
    expect(await personOf('nneka', closed)).toBeUndefined();
    await comeBy('kemi', closed);
    await page.waitForURL('**/inbox');
    expect(await personOf('kemi', closed)).toMatchObject({ name: 'Kemi Known', vias: ['single_sign_on'] });
  });

  it('refuses somebody who is suspended, in words, and opens no session', async () => {
    await open.db.sql`update access_users set suspended_at = now() where email = 'kemi@lagos.example'`;
    await open.db.sql`delete from access_sessions`;
    await comeBy('kemi');
    await page.getByText('Your access is suspended. Ask an administrator.').waitFor();
    expect(await personOf('kemi')).toMatchObject({ vias: [] });
  });

  it('asks with a state, a nonce and a challenge, and takes the answer in the browser that asked, once', async () => {
    const asked = await atProvider();
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/.{16,}/),
      nonce: expect.stringMatching(/.{16,}/),
    });
    const answer = await answerHeld('ada');
    expect(answer).toContain(`${open.url}/api/auth/callback/sso?code=`);
    const strangers = await browser.newContext(here);
    const stranger = await strangers.newPage();
    await stranger.goto(answer);
    await stranger.getByText(didNotWork).waitFor();
    expect(await personOf('ada')).toBeUndefined();
    await strangers.close();

    await page.goto(answer.replace(/code=[^&]+/, 'code=another'));
    await page.getByText(didNotWork).waitFor();
    expect(await personOf('ada')).toBeUndefined();
    // The state was used up by the answer that was wrong.
    await page.goto(answer);
    await page.getByText(didNotWork).waitFor();
    expect(await sessionsHeld()).toEqual([]);
    expect(await personOf('ada')).toBeUndefined();
  });

  it('comes back to the sign-in page where somebody turns around at the provider', async () => {
    await atProvider();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(didNotWork).waitFor();
    expect(await sessionsHeld()).toEqual([]);
  });
});

/** A browser nobody is known in, brought before the provider. Answers with what the service asked of it. */
async function atProvider(service = open): Promise<URLSearchParams> {
  // Away first: a desk that is open finds out by itself that nobody is signed in, and would go to the door at the same time.
  await page.goto('about:blank');
  await context.clearCookies();
  await page.goto(`${service.url}/sign-in`);
  const asking = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`));
  await page.getByRole('button', { name: 'Sign in with Lagos Bikes' }).click();
  const asked = new URL((await asking).url()).searchParams;
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  return asked;
}

async function answerProvider(login: string): Promise<void> {
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function comeBy(login: string, service = open): Promise<void> {
  await atProvider(service);
  await answerProvider(login);
}

/** Where the provider sends this browser back to, not gone to yet. */
async function answerHeld(login: string): Promise<string> {
  const stop = { maxRedirects: 0 };
  const told = await context.request.post(page.url(), { ...stop, form: { login } });
  const resumed = await context.request.get(told.headers().location ?? '', stop);
  return resumed.headers().location ?? '';
}

function personAt(login: string) {
  const person = provider.people.get(login);
  if (person === undefined) throw new Error(`The provider does not know ${login}.`);
  return person;
}

async function personOf(login: string, { db } = open) {
  const { email } = personAt(login);
  const [row] = await db.sql<{ name: string; role: string; accounts: string[]; vias: string[] }[]>`
    select name, role,
           array(select provider_id from access_accounts where user_id = u.id order by 1) as accounts,
           array(select distinct via from access_sessions where user_id = u.id) as vias
    from access_users u where email = ${email}`;
  return row && { ...row };
}

const sessionsHeld = async () =>
  (await context.cookies(open.url)).filter(({ name }) => name.endsWith('throughline.session_token'));

async function actsAbout(login: string) {
  const { email } = personAt(login);
  const rows = await open.db.sql<{ act: string; actor: string; detail: object }[]>`
    select act, actor_name as actor, detail from audit_entries
    where subject_id = (select id::text from access_users where email = ${email}) order by number`;
  return rows.map((row) => ({ ...row }));
}
