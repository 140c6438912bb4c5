// Other systems: why they were not told, or may not be.

import type { downstream as english } from '../en/downstream.ts';

export const downstream: Record<keyof typeof english, string> = {
  'problem.cursor_gone':
    'इस कर्सर के बाद जो आया वह अब नहीं रखा जाता, या यह किसी दूसरे लॉग का है। जो चाहिए उसे फिर से पढ़ें, फिर `latest` से आगे बढ़ें।',
  'title.cursor_gone': 'कर्सर अब मान्य नहीं',
  'problem.nothing_to_acknowledge': 'केवल contact.erased की पुष्टि की जाती है।',
  'title.nothing_to_acknowledge': 'पुष्टि के लिए कुछ नहीं',
  'problem.not_found.event': 'ऐसी कोई घटना नहीं है, या वह अब नहीं रखी जाती।',
  'problem.not_found.event_schema': 'इस तरह की कोई घटना नहीं है, या इस संस्करण में नहीं।',
  'problem.not_found.subscription': 'ऐसा कोई वेबहुक नहीं है, या आप उसे नहीं देख सकते।',
  'problem.not_found.delivery': 'ऐसी कोई डिलीवरी नहीं है, या वह अब नहीं रखी जाती।',
  'problem.not_found.readiness_run': 'ऐसी कोई जाँच नहीं है, या आप उसे नहीं देख सकते।',
  'problem.not_found.canary_run': 'परीक्षण ग्राहक की ऐसी कोई बारी नहीं है, या आप उसे नहीं देख सकते।',
  'problem.canary_running': 'परीक्षण ग्राहक पहले से रास्ते में है। उसके पूरा होने तक रुकें।',
  'title.canary_running': 'पहले से रास्ते में',
  'problem.nobody_told': 'अभी दूसरे सिस्टम को कुछ नहीं बताया जाता। पहले कोई वेबहुक या एकीकरण बनाएँ।',
  'title.nobody_told': 'बताने को कोई नहीं',
  'problem.too_many_systems': 'पहले से बहुत ज़्यादा सिस्टम रखे गए हैं। पहले किसी एक को हटाएँ।',
  'title.too_many_systems': 'बहुत ज़्यादा सिस्टम',
  'problem.url_refused.unreadable': 'यह वेब पता नहीं है। इसे पूरा लिखें, जैसे https://example.com/hook।',
  'problem.url_refused.insecure': 'जो बताया जाता है वह केवल https से जाता है, ताकि कोई बीच में न पढ़े।',
  'problem.url_refused.credentials': 'पते में नाम और पासवर्ड न लिखें। हस्ताक्षर से पता चलता है कि कौन बुला रहा है।',
  'problem.url_refused.private':
    'यह पता निजी नेटवर्क में जाता है। Throughline चलाने वाले इसे EVENTS_ALLOW_NETWORKS में अनुमति दे सकते हैं।',
  'title.url_refused': 'पता अस्वीकार हुआ',
  'problem.accounts_not_yours': 'आपकी भूमिका WhatsApp की अपनी आईडी नहीं पढ़ सकती, इसलिए उन्हें कहीं भिजवा भी नहीं सकती।',
  'title.accounts_not_yours': 'आगे भेजने की अनुमति नहीं',
  'problem.numbers_masked': 'आपकी भूमिका को नंबर छिपे दिखते हैं, इसलिए वह उन्हें कहीं और नहीं भिजवा सकती।',
  'title.numbers_masked': 'नंबर छिपे हैं',
  'problem.too_many_subscriptions': 'जितने वेबहुक हो सकते हैं, उतने हैं। पहले एक हटाएँ।',
  'title.too_many_subscriptions': 'बहुत ज़्यादा वेबहुक',
  'problem.not_active': 'यह वेबहुक चालू नहीं है। पहले इसे फिर से शुरू करें।',
  'title.not_active': 'चालू नहीं',
  'problem.replay_span': 'डिलीवरी चुनें, या समय कब से कब तक, दोनों नहीं।',
  'title.replay_span': 'क्या फिर से भेजना है',
  'problem.alias_not_dialable':
    'यह नंबर किसी इंटीग्रेशन के लिए एक व्यक्ति की जगह है। कोई नेटवर्क इसे डायल नहीं कर सकता; केवल वही इंटीग्रेशन इस पर लिख सकता है।',
  'title.alias_not_dialable': 'बदले का नंबर',
  'problem.not_found.integration': 'ऐसा कोई इंटीग्रेशन नहीं है, या आप उसे नहीं देख सकते।',
  'problem.too_many_integrations': 'जितने इंटीग्रेशन हो सकते हैं, उतने पहले से हैं। पहले एक हटाएँ।',
  'title.too_many_integrations': 'बहुत ज़्यादा इंटीग्रेशन',
};
