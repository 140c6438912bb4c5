import type { problems as english } from '../en/problems.ts';

// Why something asked for was not done, and what may be done instead; a key begins with the problem's stable code.
export const problems: Record<keyof typeof english, string> = {
  'problem.too_many_reveals':
    'Ihnen wurden in der letzten Stunde viele Nummern gezeigt. Eine Weile warten, oder die Leitung fragen.',
  'problem.action_not_offered': 'Das ist keine Antwort auf diese Frage.',
  'problem.address_lost':
    'Die Nummer aus diesem Verlauf gehört jetzt zu einem anderen WhatsApp-Konto, und ein anderer Weg zu dieser Person ist nicht bekannt. Es wurde nichts gesendet.',
  'problem.address_lost.block':
    'Von dieser Person ist weder Nummer noch Konto bekannt, die ihr jetzt gehören; WhatsApp lässt sich nicht sagen, wen es blockieren soll.',
  'problem.already_replayed':
    'Das wurde schon erneut verarbeitet. Ist es wieder fehlgeschlagen, steht es neu in der Liste.',
  'problem.bad_signature': 'X-Hub-Signature-256 passt mit keinem Geheimnis in META_APP_SECRET zum Inhalt.',
  'problem.bad_time.past': 'Diese Zeit ist dort vorbei.',
  'problem.bad_time.time': '{time} ist keine Uhrzeit.',
  'problem.bad_time.zone': '{zone} ist keine Zeitzone. Einen Ort nennen, etwa America/Bogota.',
  'problem.blocked':
    'Diese Person ist auf dieser Geschäftsnummer blockiert; WhatsApp würde nicht zustellen. Es wurde nichts gesendet.',
  'problem.bsuid_needs_relationship':
    'Eine Unterhaltung beginnt über die Telefonnummer. Wer nur über das Konto bekannt ist, bekommt Antwort im eigenen Verlauf.',
  'problem.campaign_state.cancelled': 'Diese Kampagne wurde abgebrochen.',
  'problem.campaign_state.checking': 'Diese Kampagne wird geprüft.',
  'problem.campaign_state.done': 'Diese Kampagne ist fertig.',
  'problem.campaign_state.draft': 'Diese Kampagne ist ein Entwurf: Sie muss zuerst geprüft werden.',
  'problem.campaign_state.paused': 'Diese Kampagne ist angehalten.',
  'problem.campaign_state.ready': 'Diese Kampagne ist bereit zum Start.',
  'problem.campaign_state.running': 'Diese Kampagne läuft.',
  'problem.campaign_state.scheduled': 'Diese Kampagne startet von selbst.',
  'problem.contact_unknown': 'Diesen Kontakt gibt es nicht.',
  'problem.contact_unknown.portfolio': 'Diesen Kontakt gibt es im Portfolio dieses Verlaufs nicht.',
  'problem.content_invalid': 'WhatsApp würde diese Nachricht ablehnen. {problems}.',
  'problem.cursor': 'Der Cursor ist keiner von uns. Weglassen, um mit der ersten Seite zu beginnen.',
  'problem.do_not_contact':
    'Festgehalten ist, dass diese Person nichts von uns aus bekommen will. Antworten in ihrem Verlauf sind willkommen. Es wurde nichts gesendet.',
  'problem.foreign_page':
    'Eine Sitzung lässt sich nur vom Arbeitsplatz aus benutzen. Programme benutzen einen API-Schlüssel.',
  'problem.idempotency_key_reused':
    'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt. Für jede einen neuen nehmen.',
  'problem.internal_error': 'Hier ist etwas fehlgeschlagen. Es steht im Log; ein späterer Versuch kann helfen.',
  'problem.invalid_request.empty': 'Der Inhalt ist leer.',
  'problem.invalid_request.filename': 'x-filename ist kein prozentkodiertes UTF-8.',
  'problem.invalid_request.json': 'Der Inhalt ist kein JSON.',
  'problem.link_expired': 'Dieser Link ist abgelaufen. Die Nachricht neu abrufen: Sie hat einen neuen.',
  'problem.marketing_stopped':
    'Diese Person will keine Werbung, und WhatsApp würde diese Vorlage ablehnen (131050). Es wurde nichts gesendet.',
  'problem.media_not_retryable':
    'Diese Datei ist im Zustand {state}. Nur eine wartende, fehlgeschlagene oder abgelaufene lässt sich noch einmal anfordern.',
  'problem.media_not_sendable':
    'WhatsApp nimmt {kind, select, gif {kein GIF-Bild} webm {kein WebM-Video} wav {keinen WAV-Ton} zip {kein ZIP-Archiv} other {keine Datei dieser Art}} an. Es nimmt JPEG- und PNG-Bilder, WebP-Sticker, MP4- und 3GPP-Videos, Ton als AAC, MP3, AMR, MP4 und Ogg (Opus) sowie Dokumente als PDF, Word, Excel, PowerPoint und reinen Text.',
  'problem.media_too_large': 'WhatsApp nimmt keine Datei über {most} an. Eine kleinere oder einen Link senden.',
  'problem.media_too_large.audio':
    'Eine Tonaufnahme darf auf WhatsApp höchstens {most} haben. Eine kleinere oder einen Link senden.',
  'problem.media_too_large.document':
    'Ein Dokument darf auf WhatsApp höchstens {most} haben. Ein kleineres oder einen Link senden.',
  'problem.media_too_large.image':
    'Ein Bild darf auf WhatsApp höchstens {most} haben. Ein kleineres oder einen Link senden.',
  'problem.media_too_large.sticker':
    'Ein Sticker darf auf WhatsApp höchstens {most} haben. Einen kleineren oder einen Link senden.',
  'problem.media_too_large.video':
    'Ein Video darf auf WhatsApp höchstens {most} haben. Ein kleineres oder einen Link senden.',
  'problem.media_unknown': 'Diese Datei gibt es nicht oder nicht mehr. Zuerst hochladen.',
  'problem.media_wrong_type': 'Diese Datei lässt sich als {is} senden, nicht als {wanted}. Als Dokument geht alles.',
  'problem.message_not_found': 'Diese Nachricht gibt es in diesem Verlauf nicht.',
  'problem.needs_phone':
    'WhatsApp stellt diese Vorlage nur an eine Telefonnummer zu, und von dieser Person ist keine bekannt, die ihr jetzt gehört. Es wurde nichts gesendet.',
  'problem.never_wrote':
    'WhatsApp blockiert nur Personen, die der Nummer geschrieben haben. Diese hat es nicht. Es wurde nichts getan.',
  'problem.no_account':
    'Meta löscht nach WhatsApp-Konto, und von dieser Person ist keines bekannt. Es wurde nichts getan.',
  'problem.not_allowed': 'Die Rolle {role} darf das nicht: Ihr fehlt {scope}.',
  'problem.not_blocked': 'Diese Person ist dort nicht blockiert. Es wurde nichts getan.',
  'problem.not_found': 'Mit dieser ID gibt es nichts ({what}), oder Sie dürfen es nicht sehen.',
  'problem.not_found.campaign': 'Eine Kampagne mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.card': 'Eine Karte mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.contact': 'Einen Kontakt mit dieser ID gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.not_found.conversation': 'Eine Unterhaltung mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.file': 'Die Datei ist nicht hier oder nicht mehr.',
  'problem.not_found.link': 'Das ist kein Link zu einer Datei.',
  'problem.not_found.message': 'Eine Nachricht mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.parked': 'Zurückgelegtes mit dieser ID gibt es nicht, oder Sie dürfen es nicht sehen.',
  'problem.not_found.path': '{method} führt hier nirgendwohin. Was es gibt: /api/docs.',
  'problem.not_found.portfolio': 'Ein Portfolio mit dieser ID gibt es nicht, oder Sie dürfen es nicht sehen.',
  'problem.not_found.review': 'Eine Frage mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.template': 'Eine Vorlage mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_found.upload': 'Eine Datei mit dieser ID gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'problem.not_kept': 'Der Webhook ließ sich nicht speichern. Noch einmal senden.',
  'problem.not_lost':
    'Nur eine fehlgeschlagene Nachricht oder eine mit unbekanntem Ausgang lässt sich erneut senden; diese ist im Zustand {status}.',
  'problem.not_queued': 'Diese Nachricht ist unterwegs oder fertig und lässt sich nicht mehr zurücknehmen.',
  'problem.not_quotable':
    'WhatsApp hat die zu zitierende Nachricht noch nicht angenommen oder hat sie abgelehnt. Ohne Zitat senden, oder erneut versuchen, sobald sie hinausgegangen ist.',
  'problem.not_reactable': 'Auf diese Nachricht kann niemand reagieren. {why}',
  'problem.not_reactable.deleted': 'Diese Nachricht wurde gelöscht.',
  'problem.not_reactable.failed': 'Diese Nachricht hat die Person nicht erreicht.',
  'problem.not_reactable.not_message': 'Das ist keine Nachricht, sondern etwas, das mit einer geschah.',
  'problem.not_reactable.not_taken':
    'WhatsApp hat diese Nachricht noch nicht angenommen; darum kann niemand darauf reagieren.',
  'problem.not_reactable.old': 'Diese Nachricht ist älter als 30 Tage.',
  'problem.not_ready': 'Die Datenbank antwortet nicht.',
  'problem.not_signed_in': 'Anmelden, oder einen API-Schlüssel als `Authorization: Bearer KEY` senden.',
  'problem.not_theirs': 'Dieser Kontakt hat diese Nummer jetzt nicht. Es wurde nichts geändert.',
  'problem.not_understood': 'Die Anfrage ist nicht zu verstehen.',
  'problem.number_unknown': 'Diese Geschäftsnummer gibt es nicht.',
  'problem.own_number': 'Diese Nummer gehört dem Unternehmen selbst.',
  'problem.phone_invalid': 'Das ist keine Telefonnummer.',
  'problem.phone_required':
    'Von dieser Person ist keine Nummer bekannt, die ihr jetzt gehört, und eine Unterhaltung beginnt über die Telefonnummer.',
  'problem.portfolio_needed': 'Es gibt mehrere Portfolios: angeben, welches.',
  'problem.portfolio_unclear': 'Sie sehen mehrere Portfolios: angeben, für welches die Datei ist.',
  'problem.range_not_satisfiable': 'Die Datei hat {count, plural, one {# Byte} other {# Byte}}.',
  'problem.resent_before': 'Diese Nachricht wurde schon erneut gesendet, als Nachricht {id}. Dort nachsehen.',
  'problem.settled_before': 'Das hat schon jemand beantwortet.',
  'problem.storage_full':
    'Der Platz für Dateien ist belegt; diese wurde nicht angenommen. Ein Administrator kann MEDIA_QUOTA_BYTES erhöhen oder Speicher freigeben.',
  'problem.storage_unreachable': 'Der Speicher antwortet nicht. Gleich noch einmal versuchen.',
  'problem.template_unknown':
    'Diese Vorlage gibt es in dieser Sprache für diese Geschäftsnummer nicht. Ein Administrator sollte die Vorlagen ansehen.',
  'problem.template_unknown.others':
    'Diese Vorlage gibt es in dieser Sprache für diese Geschäftsnummer nicht. Es gibt sie in: {languages}. Ein Administrator sollte die Vorlagen ansehen.',
  'problem.template_values_missing': 'Die Vorlage lässt sich nicht ausfüllen: {problems}',
  'problem.their_own_word':
    'Diese Person hat Werbung selbst auf WhatsApp abbestellt. Nur sie kann das dort zurücknehmen.',
  'problem.too_large': 'Der Inhalt ist größer, als hier angenommen wird.',
  'problem.too_many_listeners': 'Dieser Knoten hat so viele Live-Verbindungen, wie er annimmt.',
  'problem.unsupported_media_type': 'JSON senden, mit content-type: application/json.',
  'problem.username_not_addressable':
    'WhatsApp stellt an Telefonnummern und Konten zu, nie an einen Benutzernamen, der den Besitzer wechseln kann. Eine Telefonnummer nehmen.',
  'problem.window_closed.never':
    'Frei schreiben geht nur binnen 24 Stunden nach der letzten Nachricht des Kunden. Dieser Nummer hat der Kunde noch nicht geschrieben. Eine Vorlage darf jederzeit gesendet werden.',
  'problem.window_closed.since':
    'Frei schreiben geht nur binnen 24 Stunden nach der letzten Nachricht des Kunden. Das Antwortfenster schloss 24 Stunden nach ihr: {closedAt, time, minute}. Eine Vorlage darf jederzeit gesendet werden.',
  'problem.word_may_come':
    'Ob diese Nachricht hinausging, kann sich noch von selbst zeigen. Wieder nachfragen nach {at, time, minute}.',
  'problem.wrong_verify_token': 'Das Prüftoken ist nicht das in META_VERIFY_TOKEN eingestellte.',
};
