export const app = {
  'app.newVersion': 'A new version of the desk is ready. Drafts and unsent replies are kept.',
  'app.reload': 'Reload',
  'app.offline.title': 'The desk is open, but the line is down',
  'app.offline.detail': 'Conversations appear as soon as the line is back. Drafts and unsent replies are kept here.',
  'app.skip': 'Skip to the content',
} as const;
