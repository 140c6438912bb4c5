// Meta's pages that rules rest on, and the revision that was read.

const root = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';

interface Page {
  readonly page: string;
  readonly checked: string;
}

export const userIds: Page = { page: `${root}/business-scoped-user-ids`, checked: '2026-06-29' };
export const changelog: Page = { page: `${root}/changelog`, checked: '2026-08-11' };
export const systemMessages: Page = { page: `${root}/webhooks/reference/messages/system`, checked: '2026-08-11' };
export const statuses: Page = { page: `${root}/webhooks/reference/messages/status`, checked: '2026-09-14' };
