// Imports: lists of people from other systems.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'imports.title': 'आयात',
  'imports.intro': 'दूसरे सिस्टम की सूचियों से लोगों को लाएँ। कुछ भी होने से पहले आप देखते हैं कि क्या होगा।',
  'imports.choose': 'CSV फ़ाइल चुनें',
  'imports.uploading': 'सूची पढ़ी जा रही है',
  'imports.failed': 'आयात नहीं दिखाए जा सकते',
  'imports.none': 'अभी कोई सूची नहीं',
  'imports.noneDetail':
    'सूची लोगों को नंबर से या आपके CRM की आईडी से बताती है, टैग, फ़ील्ड और इच्छाओं के साथ। वही सूची फिर से कुछ नहीं बदलती।',
  'imports.list': 'सूची',
  'imports.stateName': 'स्थिति',
  'imports.state':
    '{state, select, reading {पढ़ी जा रही है} mapping {स्तंभ बताने हैं} checking {जाँची जा रही है} checked {लागू होने को तैयार} running {लागू हो रही है} done {पूरी हुई} cancelled {रोकी गई} other {पता नहीं}}',
  'imports.rows': '{count, plural, one {# पंक्ति} other {# पंक्तियाँ}}',
  'imports.brought': 'लाई गई',
  'imports.broughtBy': '{when}, {name}',
  'imports.outcomes': 'पंक्तियों का क्या होता है',
  'imports.outcome':
    '{outcome, select, created {नए लोग} updated {जाने हुए, कुछ नया} unchanged {जाने हुए, कुछ नया नहीं} skipped {छोड़ी गईं} other {पता नहीं}}',
  'imports.reason':
    '{reason, select, no_identifier {न नंबर, न आईडी} invalid_phone {ऐसा नंबर नहीं जिसे WhatsApp जानता हो} double {पहले की एक पंक्ति जैसी} own_number {हमारा अपना नंबर} erased {यहाँ मिटाया गया: लिखने पर लौटते हैं} number_changed_hands {नंबर किसी और के पास गया: पता नहीं सूची किसे कहती है} in_question {यह कौन है, यह खुला सवाल है} conflict {नंबर और आईडी दो अलग लोगों के हैं} several {एक से ज़्यादा लोगों के पास है} username_only {केवल उपयोगकर्ता नाम, और वे हाथ बदलते हैं} not_found {यह आईडी किसी के पास नहीं} invalid_value {मान जो फ़ील्ड में नहीं बैठता} unknown_tag {टैग जो है ही नहीं} other {छोड़ी गई}}',
  'imports.back': 'सभी आयात',
  'imports.oneFailed': 'यह आयात नहीं दिखाया जा सकता',
  'imports.columns': 'स्तंभ क्या हैं',
  'imports.columnsHint': 'हमने शीर्षकों और सामग्री से अनुमान लगाया। जो ग़लत हो, उसे ठीक करें।',
  'imports.leaveOut': 'छोड़ दें',
  'imports.target':
    '{kind, select, phone {फ़ोन नंबर} name {नाम} username {उपयोगकर्ता नाम} tags {टैग} opt_in {मार्केटिंग चाहते हैं} opt_out {मार्केटिंग नहीं चाहते} other {पता नहीं}}',
  'imports.field': 'फ़ील्ड: {name}',
  'imports.externalId': 'दूसरे सिस्टम की आईडी, यहाँ रखी जाती है: {name}',
  'imports.country': 'बिना देश कोड वाले नंबर यहाँ के हैं',
  'imports.countryHint': 'देश के बिना वे छोड़ दिए जाते हैं।',
  'imports.noCountry': 'कोई देश मेल नहीं खाता।',
  'imports.byUsername': 'लोगों को उपयोगकर्ता नाम से भी ढूँढें',
  'imports.byUsernameHint': 'उपयोगकर्ता नाम अब किसी और का हो सकता है। उससे किसी को कभी नहीं लिखा जाता।',
  'imports.createTags': 'जो टैग अभी नहीं हैं, उन्हें बनाएँ',
  'imports.check': 'देखें कि क्या होगा',
  'imports.change': 'स्तंभ बदलें',
  'imports.run': 'आयात चलाएँ',
  'imports.runAsk': '“{name}” चलाएँ?',
  'imports.runExplained':
    '{created, plural, one {# नया व्यक्ति आता है} other {# नए लोग आते हैं}}, और {updated, plural, one {# जाने हुए के बारे में कुछ लिखा जाता है} other {# जाने हुओं के बारे में कुछ लिखा जाता है}}। न कोई जोड़ा जाता है, न किसी को लिखा जाता है।',
  'imports.stop': 'रोकें',
  'imports.stopped': 'रोका गया। जो हो चुका, वह रहता है।',
  'imports.progress': '{total} में से {done} पंक्तियाँ',
  'imports.would': 'क्या होगा',
  'imports.became': 'क्या हुआ',
  'imports.why': 'पंक्तियाँ क्यों छोड़ी जाती हैं',
  'imports.line': 'पंक्ति',
  'imports.says': 'क्या लिखा है',
  'imports.sameAs': 'पंक्ति {line}',
  'imports.report': 'हर पंक्ति डाउनलोड करें',
  'imports.show': 'दिखाएँ',
  'imports.all': 'सभी पंक्तियाँ',
  'imports.noRows': 'ऐसी कोई पंक्ति नहीं',
  'imports.noRowsDetail': 'दूसरी क़िस्म चुनें ताकि उसकी पंक्तियाँ दिखें।',
};
