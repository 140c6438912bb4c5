// Why something asked for was not done, and what may be done instead; a key begins with the problem's stable code.
export const problems = {
  'problem.too_many_reveals':
    'You have had many numbers shown to you in the last hour. Wait a while, or ask a supervisor.',
  'problem.action_not_offered': 'That is no answer to this question.',
  'problem.address_lost':
    'The number this thread knew belongs to another WhatsApp account now, and no other way to this person is known. Nothing was sent.',
  'problem.address_lost.block':
    'No number or account of this person is known that is theirs now, so WhatsApp cannot be told whom to block.',
  'problem.already_replayed': 'This item was replayed before. If it failed again it stands in the list anew.',
  'problem.bad_signature': 'X-Hub-Signature-256 does not match the body under any secret in META_APP_SECRET.',
  'problem.bad_time.past': 'This time has passed there.',
  'problem.bad_time.time': '{time} is not a time.',
  'problem.bad_time.zone': '{zone} is not a time zone. Name a place, as America/Bogota.',
  'problem.blocked':
    'This person is blocked on this business number, so WhatsApp would not deliver it. Nothing was sent.',
  'problem.bsuid_needs_relationship':
    'A conversation is begun by phone. To reach a person known by account only, reply in their thread.',
  'problem.campaign_state.cancelled': 'This campaign was cancelled.',
  'problem.campaign_state.checking': 'This campaign is being checked.',
  'problem.campaign_state.done': 'This campaign is done.',
  'problem.campaign_state.draft': 'This campaign is a draft: it is to be checked first.',
  'problem.campaign_state.paused': 'This campaign is paused.',
  'problem.campaign_state.ready': 'This campaign is ready to start.',
  'problem.campaign_state.running': 'This campaign is running.',
  'problem.campaign_state.scheduled': 'This campaign will start by itself.',
  'problem.contact_unknown': 'There is no such contact.',
  'problem.contact_unknown.portfolio': 'There is no such contact in the portfolio of this thread.',
  'problem.content_invalid': 'WhatsApp would refuse this message. {problems}.',
  'problem.cursor': 'The cursor is not one of ours. Leave it out to start at the first page.',
  'problem.do_not_contact':
    'It was noted that this person wants nothing begun from here. Answers in their thread are welcome. Nothing was sent.',
  'problem.foreign_page': 'A session may be used from the desk only. Programs use an API key.',
  'problem.idempotency_key_reused': 'This Idempotency-Key was used for another request. Use a new one for each.',
  'problem.internal_error': 'Something failed here. It is in the log; trying again later may help.',
  'problem.invalid_request.empty': 'The body is empty.',
  'problem.invalid_request.filename': 'x-filename is not percent-encoded UTF-8.',
  'problem.invalid_request.json': 'The body is not JSON.',
  'problem.link_expired': 'This link has expired. Ask for the message again: it has a new one.',
  'problem.marketing_stopped':
    'This person wants no marketing, and WhatsApp would refuse this template (131050). Nothing was sent.',
  'problem.media_not_retryable':
    'This file is {state}. Only one that is waiting, failed or expired can be asked for again.',
  'problem.media_not_sendable':
    'WhatsApp does not take {kind, select, gif {a GIF picture} webm {a WebM video} wav {WAV sound} zip {a ZIP archive} other {a file of this kind}}. It takes JPEG and PNG pictures, WebP stickers, MP4 and 3GPP videos, AAC, MP3, AMR, MP4 and Ogg (Opus) sound, and PDF, Word, Excel, PowerPoint and plain text documents.',
  'problem.media_too_large': 'WhatsApp takes no file larger than {most}. Send a smaller one, or a link to it.',
  'problem.media_too_large.audio': 'Sound may have {most} at most on WhatsApp. Send a smaller one, or a link to it.',
  'problem.media_too_large.document':
    'A document may have {most} at most on WhatsApp. Send a smaller one, or a link to it.',
  'problem.media_too_large.image':
    'A picture may have {most} at most on WhatsApp. Send a smaller one, or a link to it.',
  'problem.media_too_large.sticker':
    'A sticker may have {most} at most on WhatsApp. Send a smaller one, or a link to it.',
  'problem.media_too_large.video': 'A video may have {most} at most on WhatsApp. Send a smaller one, or a link to it.',
  'problem.media_unknown': 'There is no such file, or it is gone. Upload it first.',
  'problem.media_wrong_type': 'This file can be sent as {is}, not as {wanted}. Anything can be sent as a document.',
  'problem.message_not_found': 'There is no such message in this thread.',
  'problem.needs_phone':
    'WhatsApp delivers this template to a phone number only, and no number of this person is known that is theirs now. Nothing was sent.',
  'problem.never_wrote':
    'WhatsApp blocks only people who have written to the number. This one has not. Nothing was done.',
  'problem.no_account': 'Meta deletes by WhatsApp account, and none of this person is known. Nothing was done.',
  'problem.not_allowed': 'The role {role} may not do this: it lacks {scope}.',
  'problem.not_blocked': 'This person is not blocked there. Nothing was done.',
  'problem.not_found': 'There is no {what} with this id, or it is not yours to see.',
  'problem.not_found.campaign': 'There is no campaign with this id, or it is not yours to see.',
  'problem.not_found.card': 'There is no card with this id, or it is not yours to see.',
  'problem.not_found.contact': 'There is no contact with this id, or it is not yours to see.',
  'problem.not_found.conversation': 'There is no conversation with this id, or it is not yours to see.',
  'problem.not_found.file': 'The file is not here, or not any more.',
  'problem.not_found.link': 'This is not a link to a file.',
  'problem.not_found.message': 'There is no message with this id, or it is not yours to see.',
  'problem.not_found.parked': 'There is no parked item with this id, or it is not yours to see.',
  'problem.not_found.path': '{method} here leads nowhere. What there is: /api/docs.',
  'problem.not_found.portfolio': 'There is no portfolio with this id, or it is not yours to see.',
  'problem.not_found.review': 'There is no review with this id, or it is not yours to see.',
  'problem.not_found.template': 'There is no template with this id, or it is not yours to see.',
  'problem.not_found.upload': 'There is no file with this id, or it is not yours to see.',
  'problem.not_kept': 'The webhook could not be kept. Send it again.',
  'problem.not_lost': 'Only a message that failed or whose fate is unknown can be sent again; this one is {status}.',
  'problem.not_queued': 'This message is under way or done, so it cannot be taken back any more.',
  'problem.not_quotable':
    'WhatsApp has not taken the message to be quoted yet, or refused it. Send without quoting, or try again once it has gone out.',
  'problem.not_reactable': 'Nobody can react to this message. {why}',
  'problem.not_reactable.deleted': 'This message was deleted.',
  'problem.not_reactable.failed': 'This message did not reach the person.',
  'problem.not_reactable.not_message': 'This is not a message but something done to one.',
  'problem.not_reactable.not_taken': 'WhatsApp has not taken this message yet, so nobody can react to it.',
  'problem.not_reactable.old': 'This message is older than 30 days.',
  'problem.not_ready': 'The database does not answer.',
  'problem.not_signed_in': 'Sign in, or send an API key as `Authorization: Bearer KEY`.',
  'problem.not_theirs': 'This contact does not have this number now. Nothing was changed.',
  'problem.not_understood': 'The request cannot be understood.',
  'problem.number_unknown': 'There is no such business number.',
  'problem.own_number': 'This number belongs to the business itself.',
  'problem.phone_invalid': 'This is not a phone number.',
  'problem.phone_required':
    'No number of this person is known that is theirs now, and a conversation is begun by phone.',
  'problem.portfolio_needed': 'There are several portfolios: say which one.',
  'problem.portfolio_unclear': 'You see several portfolios: say which one the file is for.',
  'problem.range_not_satisfiable': 'The file has {count, plural, one {# byte} other {# bytes}}.',
  'problem.resent_before': 'This message was sent again before, as the message {id}. Look at that one.',
  'problem.settled_before': 'Somebody has answered this already.',
  'problem.storage_full':
    'The space for files is used up, so this one was not taken. An administrator can raise MEDIA_QUOTA_BYTES or free disk space.',
  'problem.storage_unreachable': 'The storage does not answer. Try again in a moment.',
  'problem.template_unknown':
    'There is no such template in this language for this business number. Ask an administrator to look at the templates.',
  'problem.template_unknown.others':
    'There is no such template in this language for this business number. It is there in {languages}. Ask an administrator to look at the templates.',
  'problem.template_values_missing': 'The template cannot be filled: {problems}',
  'problem.their_own_word':
    'This person stopped marketing on WhatsApp themselves. Only they can take that back, there.',
  'problem.too_large': 'The body is larger than is taken here.',
  'problem.too_many_listeners': 'This node has as many live listeners as it takes.',
  'problem.unsupported_media_type': 'Send JSON, with content-type: application/json.',
  'problem.username_not_addressable':
    'WhatsApp delivers to phones and accounts, never to a username, which may change hands. Use a phone.',
  'problem.window_closed.never':
    "A free message may be sent only within 24 hours of the customer's last one. The customer has not written to this number yet. A template may be sent at any time.",
  'problem.window_closed.since':
    "A free message may be sent only within 24 hours of the customer's last one. It closed on {closedAt, time, minute}, 24 hours after the customer's last message. A template may be sent at any time.",
  'problem.word_may_come':
    'Whether this message went out may still become known by itself. Ask again after {at, time, minute}.',
  'problem.wrong_verify_token': 'The verify token is not the one configured as META_VERIFY_TOKEN.',
} as const;
