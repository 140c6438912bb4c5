export const app = {
  'app.newVersion': 'A new version of the desk is ready. Drafts and unsent replies are kept.',
  'app.reload': 'Reload',
  'app.partMissing': 'A part of the desk could not be fetched. Drafts and unsent replies are kept.',
  'app.lost.title': 'This part of the desk could not be fetched',
  'app.lost.detail': 'A newer desk may have been put in place. Reload to go on: drafts and unsent replies are kept.',
  'app.offline.title': 'The desk is open, but the line is down',
  'app.offline.detail': 'Conversations appear as soon as the line is back. Drafts and unsent replies are kept here.',
  'app.skip': 'Skip to the content',
} as const;
