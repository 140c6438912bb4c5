// Files: why one is not there, and why one is not taken.
export const files = {
  'file.missing': 'The file is missing from the storage. Ask for it again, or ask the administrator for the backup.',
  'file.waiting': 'It is being fetched from WhatsApp.',
  'file.waiting.storage_full':
    'The space for files is used up. It is fetched as soon as there is room, for a week at most; an administrator can make some.',
  'file.waiting.meta_busy': 'WhatsApp did not hand it over yet. It is tried again by itself.',
  'file.waiting.unreachable': 'WhatsApp could not be reached. It is tried again by itself.',
  'file.waiting.denied':
    'WhatsApp refuses our access. It is tried again by itself; an administrator should look whether the access token is valid.',
  'file.waiting.damaged': 'It arrived damaged. It is tried again by itself.',
  'file.waiting.storage':
    'It could not be stored. It is tried again by itself; an administrator should look at the log.',
  'file.too_large': 'It is larger than the {most} taken for this kind of file. Ask for a smaller one, or a link to it.',
  'file.expired': 'WhatsApp no longer had it. Ask the customer to send it again.',
  'file.failed': 'It could not be fetched, tried for a week. Ask the customer to send it again.',
  'file.failed.storage_full':
    'There was no space for it while WhatsApp still had it. Ask the customer to send it again.',
  'file.failed.denied':
    'WhatsApp refused our access for a week. Once an administrator has mended that, ask the customer to send it again.',
  'file.failed.damaged': 'It arrived damaged each time. Ask the customer to send it again.',
  'file.erased': 'It was removed here.',
  'file.erased.erased': 'It was erased.',
  'file.erased.retention': 'It is no longer kept: files are removed here after the time set for them.',
  'file.erased.unused': 'It was uploaded and not sent within a day, and is no longer kept. Upload it again.',
  'file.megabytes': '{count, number} MB',
  'file.kilobytes': '{count, number} KB',
} as const;
