// What to do about the Contact Book.
export const book = {
  'book.keep_on.title': 'Keep the Contact Book on',
  'book.keep_on.detail':
    'While it is on, Meta goes on sending the numbers of people you have had traffic with, also after they take a username. It is in Meta Business Suite, under Business settings, Business info. Switching it off deletes what it holds; switched on again it starts empty.',
  'book.turn_on.title': 'Switch the Contact Book on',
  'book.turn_on.detail':
    'Numbers it has lost do not come back by themselves; each comes back when there is traffic with it. It is in Meta Business Suite, under Business settings, Business info.',
  'book.answer_soon.title': 'Answer within 30 days, to the number',
  'book.answer_soon.detail':
    'Without the book a number stays visible for 30 days after the last message or call with it, for each business number apart. Replies from here go to the number while it is known.',
  'book.ask_for_number.title': 'Ask for numbers',
  'book.ask_for_number.detail':
    'Where none is known, one click in the thread asks for it. What a person shares so is vouched for by WhatsApp.',
  'book.campaign_by_phone.title': 'Write to numbers that are about to disappear',
  'book.campaign_by_phone.detail':
    'A template to the number, where it is welcome, keeps it visible for another 30 days. Campaigns here go by phone number.',
  'book.find_out.title': 'Say whether the Contact Book is on',
  'book.find_out.detail':
    "Meta's API does not tell. Look in Meta Business Suite, under Business settings, Business info, and choose it here.",
  'book.looks_off.title': 'The Contact Book looks switched off',
  'book.looks_off.detail':
    'Numbers that were known are missing from newer messages, and none came that only the book can have shown. Look in Meta Business Suite, under Business settings, Business info.',
} as const;
