// Coming in, every way there is, and what an administrator sees and does about it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../server/db/connect.ts';
import { makeUserLink } from '../../server/flows/make-user-link.ts';
import { codeOf } from '../support/authenticator.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, openDesk } from '../support/desk.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';

const admin = {
  email: 'ada@example.com',
  name: 'Ada Admin',
  role: 'admin' as const,
  password: 'a long sentence to sign in',
};
let browser: Browser;
let service: TestService;
/** Passkeys belong to a host name; a bare address is none. */
let url: string;

describe.skipIf(noBrowser !== undefined)('access', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    service = await startTestService();
    url = service.url.replace('127.0.0.1', 'localhost');
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
  });

  it('makes the first administrator by a link that works once', async () => {
    const link = await inTransaction(service.db, (tx) => makeUserLink(tx, undefined, new Date()));
    if (link.kind !== 'made') throw new Error(link.kind);
    const page = await newPage();
    await page.goto(`${url}/welcome#${link.token}`);
    await page.getByRole('heading', { name: 'Be the first administrator' }).waitFor();
    await look(page, 'welcome', 'Be the first administrator');
    await page.getByLabel('Name').fill(admin.name);
    await page.getByLabel('Email').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Set up Throughline' }).click();
    await page.waitForURL('**/inbox');
    await page.goto(`${url}/welcome#${link.token}`);
    await page.reload();
    await page.getByText('This link was used already. It works once.').waitFor();
    await page.context().close();
  });

  it('asks for a code after the password once an authenticator app is set up, and takes a backup code', async () => {
    const { page } = await openDesk(browser, url, admin);
    await page.goto(`${url}/settings/account`);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByLabel('Confirm with your password').fill(admin.password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await look(page, 'totp', 'Authenticator app');
    const secret = ((await page.getByRole('dialog').getByRole('code').textContent()) ?? '').replaceAll(/\s/g, '');
    await page.getByLabel('Code').fill(codeOf(secret, Date.now()));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const list = page.getByRole('list', { name: 'Your backup codes' });
    await list.waitFor();
    const backup = await list.getByRole('listitem').allInnerTexts();
    expect(backup.length).toBe(10);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('10 backup codes are left.').waitFor();
    await look(page, 'account', 'Your account');

    const again = await newPage();
    await again.goto(url);
    await signInBy(again, admin);
    await again.getByLabel('Code').fill('000000');
    await again.getByRole('button', { name: 'Continue' }).click();
    await again.getByRole('alert').waitFor();
    await look(again, 'code', 'One more step');
    await again.getByRole('button', { name: 'Use a backup code' }).click();
    await again.getByLabel('Backup code').fill(backup[0] ?? '');
    await again.getByRole('button', { name: 'Continue' }).click();
    await again.waitForURL('**/inbox');
    await again.goto(`${url}/settings/account`);
    await again.getByText('9 backup codes are left.').waitFor();

    // Two sessions, of which one ends the other.
    await again.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await again.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
    await again.getByText('Signed out everywhere else.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();

    // The password alone opens it again.
    await again.getByRole('button', { name: 'Turn off' }).click();
    await again.getByLabel('Confirm with your password').fill(admin.password);
    await again.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
    await again.getByText('Codes are no longer asked for.').waitFor();
    await again.context().close();
  });

  it('takes a passkey instead of a password', async () => {
    const { page } = await openDesk(browser, url, admin);
    const wire = await page.context().newCDPSession(page);
    await wire.send('WebAuthn.enable');
    await wire.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${url}/settings/account`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await look(page, 'passkey-add', 'Add a passkey');
    await page.getByLabel('What to call it').fill('Work laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click();
    const passkeys = page.getByRole('list', { name: 'Passkeys' });
    await passkeys.getByText('Work laptop').waitFor();
    await passkeys.getByRole('button', { name: 'Rename' }).click();
    await look(page, 'passkey-name', 'Rename the passkey Work laptop');
    await page.getByLabel('What to call it').fill('Old laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await passkeys.getByText('Old laptop').waitFor();
    await passkeys.getByRole('button', { name: 'Remove' }).click();
    await look(page, 'passkey-remove', 'Remove the passkey Old laptop?');
    await page.keyboard.press('Escape');
    await look(page, 'passkeys', 'Your account');
    // A browser that suggests nothing: an authenticator that is always present would take the suggestion before the press.
    await page.addInitScript(() =>
      Object.defineProperty(PublicKeyCredential, 'isConditionalMediationAvailable', { value: undefined }),
    );
    await page.context().clearCookies();
    await page.goto(`${url}/sign-in`);
    await look(page, 'sign-in', 'Sign in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/inbox');
    await page.context().close();
  });

  it('lets an administrator invite, suspend and hand out keys, and shows it all in the log', async () => {
    const { page, errors } = await openDesk(browser, url, admin);
    await page.goto(`${url}/settings/users`);
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Name').fill('Ines Invited');
    await page.getByLabel('Email').fill('ines@example.com');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('One-time link').inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    const guest = await newPage();
    await guest.goto(link.replace('127.0.0.1', 'localhost'));
    await guest.getByLabel('Password').fill('another long sentence');
    await guest.getByRole('button', { name: 'Join' }).click();
    await guest.waitForURL('**/inbox');
    await page.reload();
    await look(page, 'users', 'Users');
    const actions = page.getByRole('button', { name: 'Actions for Ines Invited' });
    await actions.click();
    await page.getByRole('menuitem', { name: 'Where they are signed in' }).click();
    const sessions = page.getByRole('list', { name: 'Where Ines Invited is signed in' });
    await sessions.getByRole('listitem').waitFor();
    await look(page, 'sessions', 'Where Ines Invited is signed in');
    await sessions.getByRole('button', { name: /^Sign out Chrome on / }).click();
    await page.getByText('Not signed in anywhere').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await guest.reload();
    await signInBy(guest, { email: 'ines@example.com', password: 'another long sentence' });
    await guest.waitForURL('**/inbox');
    await actions.click();
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('Suspended').first().waitFor();
    await guest.reload();
    await guest.getByRole('heading', { name: 'Sign in' }).waitFor();
    await guest.context().close();

    await page.goto(`${url}/settings/keys`);
    await page.getByRole('button', { name: 'Create a key' }).click();
    await page.getByLabel('Name').fill('Nightly report');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
    expect(await page.getByLabel('Key', { exact: true }).inputValue()).toMatch(/^tl_/);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked').first().waitFor();
    await look(page, 'keys', 'API keys');
    for (const [place, heading] of [
      ['roles', 'Roles'],
      ['sign-in', 'Sign-in'],
    ] as const) {
      await page.goto(`${url}/settings/${place}`);
      await page.getByText('Auditor').first().waitFor();
      await look(page, place, heading);
    }
    await page.goto(`${url}/settings/audit`);
    await page.getByText('An API key was ended.').waitFor();
    await look(page, 'audit', 'Audit log');
    await page.getByRole('searchbox').fill('ines');
    await page.getByText('An API key was ended.').waitFor({ state: 'detached' });
    await page.getByText('A session was ended from elsewhere.').waitFor();
    await page.getByText('Somebody may not sign in until reactivated.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit-log.csv');
    expect(errors).toEqual([]);
    await page.context().close();
    // Seven screens, each looked at: a minute and a half on a machine that is busy elsewhere.
  }, 240_000);

  it('holds back whoever lacks the second factor the policy asks for', async () => {
    await addUser(service.db, { ...admin, email: 'sol@example.com', name: 'Sol', role: 'supervisor' });
    await service.db.sql`update access_policy set second_factor_roles = '{supervisor}'`;
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const page = await newPage();
    await page.goto(url);
    await signInBy(page, { email: 'sol@example.com', password: admin.password });
    await page.getByText('Your role needs a second factor').waitFor();
    await page.goto(`${url}/inbox`);
    await page.waitForURL('**/settings/account');
    await page.context().close();
  });
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function signInBy(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Nothing serious stands against it once its own heading stands; and a picture of it where one is asked for. */
async function look(page: Page, name: string, heading: string) {
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  if (process.env.THROUGHLINE_PICTURES)
    await page.screenshot({ path: `${process.env.THROUGHLINE_PICTURES}/${name}.png` });
  expect(await accessibilityProblems(page), name).toEqual([]);
}
