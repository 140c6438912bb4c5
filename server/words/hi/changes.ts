import type { changes as english } from '../en/changes.ts';

export const changes: Record<keyof typeof english, string> = {
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio': 'ये दो अलग बिज़नेस पोर्टफ़ोलियो के ग्राहक हैं, और एक से दूसरे में कभी कुछ नहीं ले जाया जाता।',
  'change.same_contact': 'ये पहले से एक ही संपर्क हैं।',
  'change.never_merge': '{by} ने {at, date, day} को कहा कि ये कभी वही व्यक्ति नहीं हैं। पहले उसे वापस लें।',
  'change.already_apart': '{by} ने {at, date, day} को यह पहले ही कह दिया है।',
  'change.account_unknown': 'इस संपर्क का ऐसा कोई खाता नहीं है।',
  'change.alone': 'इस संपर्क में यह खाता अकेला है: अलग करने के लिए कोई और नहीं है।',
  'change.step_unknown': 'इस कदम पर मशीन ने किसी को नहीं मिलाया।',
  'change.word_unknown': 'इस संपर्क के बारे में ऐसा कुछ नहीं कहा गया।',
  'change.taken_back': 'इसे पहले ही वापस लिया जा चुका है।',
  'change.no_effect': 'इससे कुछ नहीं बदलेगा: पहले कही गई बात इसके खिलाफ़ है।',
  'change.move.never': 'जब तक इसे वापस न लिया जाए, ये फिर कभी नहीं मिलाए जाते, न WhatsApp के कहने से, न गलती से।',
  'change.move.nothing': 'कौन कौन है, यह वैसा ही रहता है।',
  'change.move.together': '{people} एक संपर्क बन जाते हैं।',
  'change.move.threads':
    'इनकी {count, plural, one {# बातचीत अलग रहती है} other {# बातचीत अलग रहती हैं}}: हर संदेश अपनी जगह रहता है, और जवाब हर एक को पहले की तरह जाते हैं।',
  'change.move.links': 'संपर्क {name} के नाम से चलता है, जो पहले दिखे थे। {others} के लिंक अब से वहीं ले जाते हैं।',
  'change.move.marketing': 'पूरे संपर्क के लिए मार्केटिंग बंद होती है: {people} ने मना किया था।',
  'change.move.apart': '{count, plural, =2 {{people} दो संपर्क हैं} one {{people} # संपर्क है} other {{people} # संपर्क हैं}}।',
  'change.move.split':
    'जो एक की पहचान से आया वह उसी के साथ रहता है, और जो दूसरे की पहचान से आया वह उसकी अपनी बातचीत में जाता है।',
  'change.move.stays': 'हर बातचीत उसी खाते के साथ रहती है जिसकी वह है।',
  'change.move.marketing_free': 'मार्केटिंग: {people} पर रोक अब नहीं रहती, उन्होंने मना नहीं किया था।',
  'change.warning.both_in_use': 'दोनों इस्तेमाल में हैं। जवाब हर एक को अलग जाते रहेंगे।',
  'change.warning.different_numbers': 'वे अलग नंबर इस्तेमाल करते हैं: {numbers}।',
  'change.warning.many_accounts':
    'इससे {count, plural, one {# खाते} other {# खातों}} का एक व्यक्ति बनता है। {most, number} से ज़्यादा असामान्य है।',
  'change.warning.marketing_stopped': '{people} ने मार्केटिंग बंद की। मिलाने पर दोनों के लिए बंद होती है।',
};
