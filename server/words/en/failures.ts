// Why WhatsApp refused something, and what to do: the words of the error table (whatsapp/error-table.ts), a test sees to that.
export const failures = {
  'failure.access':
    'Our connection to WhatsApp is not allowed to do this. Ask an administrator to check the access token and its permissions.',
  'failure.passing':
    'WhatsApp had a problem of its own. Nothing is wrong with the message; it is tried again by itself.',
  'failure.too_many':
    'Too many requests were made to WhatsApp in a short time. It is tried again by itself, more slowly.',
  'failure.blocks_busy': 'WhatsApp was busy with the list of blocked people. It is tried again by itself.',
  'failure.template':
    'WhatsApp did not accept the template. Choose another template, or ask an administrator to correct this one.',
  'failure.call': 'WhatsApp refused the call. Write to the person instead.',
  'failure.block':
    'WhatsApp could not block or unblock this person. It only can within 24 hours of their last message.',
  'failure.unknown':
    'WhatsApp refused this with an error that is new to us. Ask an administrator to look up the error code.',
  'failure.100': 'WhatsApp did not understand the request. Ask an administrator to report this error.',
  'failure.190': 'Our access to WhatsApp has expired. Ask an administrator to renew the access token.',
  'failure.368':
    'WhatsApp has blocked the business account over its policies. Ask an administrator to look at the account.',
  'failure.130403': 'The business has blocked this person. Unblock them first to write to them.',
  'failure.130429': 'Messages are going out faster than WhatsApp allows. It is tried again by itself.',
  'failure.130472':
    'WhatsApp withholds marketing from this person as part of an experiment. Wait for them to write first.',
  'failure.130497': 'The business may not message people in this country. Nothing can be done from here.',
  'failure.131008': 'The request to WhatsApp lacked something it needs. Ask an administrator to report this error.',
  'failure.131009':
    "WhatsApp did not accept a value, most often a person's identifier that is out of date. It is looked up again and tried once more.",
  'failure.131021': 'The message was addressed to the business number itself. Choose another recipient.',
  'failure.131026':
    'WhatsApp could not deliver this. The number may not be on WhatsApp, or the app may be too old. Reach the person another way.',
  'failure.131030':
    'A test number can only write to people on its list. Ask an administrator to add the person, or to use a real number.',
  'failure.131031': 'WhatsApp has locked the business account. Ask an administrator to look at the account.',
  'failure.131042':
    "There is a problem with the business's payment method. Ask an administrator to settle it with Meta.",
  'failure.131047': 'More than 24 hours have passed since the person last wrote. Send a template instead.',
  'failure.131048':
    'WhatsApp limits this number because people reported its messages. Wait, and write only to people who expect it.',
  'failure.131049': 'WhatsApp limits how much marketing one person receives. Wait at least a day before trying again.',
  'failure.131050': 'The person asked not to receive marketing. Send no more of it until they ask for it again.',
  'failure.131051': 'WhatsApp does not support this type of message. Send it in another form.',
  'failure.131052': 'The attachment the person sent could not be downloaded. Ask them to send it again.',
  'failure.131053': 'The attachment could not be uploaded. Check its type and size, and attach it again.',
  'failure.131055': 'This template has the wrong category for marketing sends. Choose a marketing template.',
  'failure.131056': 'Too many messages went to this person in a short time. It is tried again by itself, more slowly.',
  'failure.131057': 'The business number is in maintenance at WhatsApp for a moment. It is tried again by itself.',
  'failure.131060':
    'WhatsApp could not make this message available to businesses. Ask the person to send it in another form.',
  'failure.131062':
    'This kind of message can only be sent to a phone number, and the person has hidden theirs. Ask them to share it.',
  'failure.131063':
    'Marketing templates are switched off for this account on this channel. Ask an administrator to set up marketing sends.',
  'failure.131064':
    'WhatsApp limits this account because templates were sent under the wrong category. Wait, and ask an administrator to check the categories.',
  'failure.132000':
    'The number of values does not fit the template. Choose another template, or ask an administrator to correct this one.',
  'failure.132001':
    'The template does not exist in this language, or is not approved yet. Choose another template, or ask an administrator to correct this one.',
  'failure.132005':
    'The text is too long once the values are filled in. Choose another template, or ask an administrator to correct this one.',
  'failure.132007':
    "The template's content goes against WhatsApp's policies. Choose another template, or ask an administrator to correct this one.",
  'failure.132012':
    'A value has the wrong form for the template. Choose another template, or ask an administrator to correct this one.',
  'failure.132015':
    'WhatsApp has paused the template because of low quality. Choose another template, or ask an administrator to correct this one.',
  'failure.132016':
    'WhatsApp has disabled the template for good. Choose another template, or ask an administrator to correct this one.',
  'failure.132018':
    'The values given for the template are not valid. Choose another template, or ask an administrator to correct this one.',
  'failure.132068':
    'The form behind the template is blocked. Choose another template, or ask an administrator to correct this one.',
  'failure.132069':
    'The form behind the template was sent too often in the last hour. It is tried again by itself, more slowly.',
  'failure.133010': 'The business number is not registered with WhatsApp. Ask an administrator to register it.',
  'failure.134100': 'Only marketing templates can be sent this way. Choose a marketing template.',
  'failure.134101': 'The template is still being prepared for marketing sends. It is tried again by itself.',
  'failure.134102': 'Marketing sends are not available at WhatsApp at the moment. It is tried again by itself.',
  'failure.137000':
    "The person's security code has changed since it was last checked. Make sure of who they are before writing again.",
  'failure.138006': 'The person has not allowed calls from the business. Ask for their permission first.',
  'failure.138009': 'Permission to call was asked too often. Wait at least a day before asking again.',
  'failure.138012': 'The daily limit of calls to this person is reached. Call again tomorrow, or write.',
  'failure.139100':
    'WhatsApp could not block or unblock this person. It blocks only people who have written within the last 24 hours.',
  'failure.139101': 'This number has blocked 64,000 people, which is all WhatsApp allows. Unblock somebody else first.',
  'failure.none': 'It failed.',
} as const;
