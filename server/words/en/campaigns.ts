// Campaigns: why a row is not sent to, what stands in the way of starting, why it is not going faster.
export const campaigns = {
  'reach.not_a_number': 'This is not a phone number.',
  'reach.duplicate_row': 'The same number stands in an earlier row.',
  'reach.duplicate_person': 'An earlier row is for the same person, by another number.',
  'reach.username_not_addressable': 'WhatsApp delivers to numbers, never to a username.',
  'reach.bsuid_needs_relationship': 'Only the WhatsApp account of this person is known, and campaigns go by number.',
  'reach.number_moved': 'This number is no longer that person’s.',
  'reach.own_number': 'This number belongs to the business itself.',
  'reach.opted_out': 'This person does not want marketing messages.',
  'reach.do_not_contact': 'This person is not to be written to, unless they write first.',
  'reach.blocked': 'This person is blocked on the business number.',
  'reach.value_missing': 'Something the template needs is missing in this row.',
  'reach.needs_phone': 'This template can be delivered to phone numbers only, and no number of this person is known.',
  'reach.bsuid_needs_relationship.policy':
    'Only the WhatsApp account of this person is known, and campaigns here go to numbers only.',
  'reach.erased':
    'Whoever had this number was erased at their request. They are written to again once they have written themselves.',
  'reach.bsuid_needs_relationship.stranger':
    'Only the WhatsApp account of this person is known, and they have no conversation with this business number yet.',
  'reach.bsuid_needs_relationship.id':
    'This is the id of a WhatsApp account, not a phone number. A campaign goes by number; to write to an account, answer in its thread.',
  'reach.username_not_addressable.looks':
    'This looks like a username. WhatsApp delivers to numbers, never to a username, which may change hands.',
  'reach.number_moved.left':
    'The person who had this number no longer has it, since {since, date, day}. Who has it now is not known.',
  'reach.number_moved.taken':
    'This number belongs to another WhatsApp account since {since, date, day}. Nothing meant for the one is sent to the other.',
  'reach.number_moved.doubted': 'A message to this number reached another WhatsApp account than the one known by it.',
  'reach.not_a_number.alias':
    'This is a stand-in an integration was given in the place of a number. No network can dial it; only that integration may write to it.',
  'reach.not_a_number.empty': 'The cell is empty.',
  'reach.not_a_number.shortened':
    'The spreadsheet has shortened this number and lost its last digits. Format the column as text, fill it in again and export once more.',
  'reach.not_a_number.letters': 'This holds letters, so it is no phone number.',
  'reach.not_a_number.no_country':
    'It has no country code. Write it as +44 7911 123456, or choose the country these numbers belong to.',
  'reach.not_a_number.extension': 'It has an extension; WhatsApp knows numbers only.',
  'reach.not_a_number.digits': 'No number of that country has so many digits.',
  'reach.not_a_number.several': 'This is not one phone number, or its country code does not exist.',
  'reach.gone': 'This person is not among the contacts any more.',
  'reach.duplicate_of': '{why} Line {line, number} is sent to instead.',
  'campaign.row.unknown':
    'The answer of WhatsApp was lost, so it is not known whether this went out. It is not sent again by itself.',
  'campaign.rows.unknown':
    'The answer of WhatsApp was lost, so it is not known whether these went out. They are not sent again by themselves.',
  'campaign.needs.template': 'Choose a template.',
  'campaign.needs.other_template': 'There is no such template for this business number.',
  'campaign.needs.audience': 'Upload a file, or choose contacts.',
  'campaign.needs.file': 'Upload a file.',
  'campaign.needs.phone_column': 'Say which column holds the phone number.',
  'campaign.needs.value': 'Say what goes into: {label}.',
  'campaign.needs.phones': 'This template is delivered to phone numbers only.',
  'campaign.none_reachable': 'None of its rows can be reached.',
  'campaign.not_connected': 'The business number it goes from is not connected any more.',
  'campaign.no_template': 'No template is chosen.',
  'campaign.template': 'The template {name}: {why}',
  'campaign.template_gone': 'There is no template {name} ({language}) for this business number.',
  'campaign.waits.pace': 'It keeps to the {pace, number} a minute chosen for it.',
  'campaign.waits.rate':
    'WhatsApp takes up to {rate, plural, one {# message a second} other {# messages a second}} from this number; {queued, plural, one {# is waiting for its turn} other {# are waiting for their turn}}.',
} as const;
