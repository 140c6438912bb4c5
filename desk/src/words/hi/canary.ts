// The test customer: what other systems make of somebody who does not exist and has no number.

import type { canary as english } from '../en/canary.ts';

export const canary: Record<keyof typeof english, string> = {
  'canary.title': 'परीक्षण ग्राहक',
  'canary.intro':
    'एक ग्राहक, जो असल में नहीं है, आपके दूसरे सिस्टम से गुज़रता है। उसका यूज़रनेम है, नंबर नहीं। वह लिखता है, यूज़रनेम बदलता है, उसे दूसरा खाता मिलता है, और वह मिटा दिया जाता है।',
  'canary.back': 'तैयारी',
  'canary.failed': 'परीक्षण ग्राहक नहीं दिखाया जा सकता',
  'canary.onTheWay': 'रास्ते में',
  'canary.interrupted': 'बीच में रुका',
  'canary.eachDay': 'हर दिन',
  'canary.off': 'बंद',
  'canary.notDaily': 'वह अपने आप नहीं निकलता।',
  'canary.next': 'वह हर दिन निकलता है, अगली बार {when}।',
  'canary.look': 'हर सिस्टम ने उसका क्या किया',
  'canary.send': 'अभी भेजें',
  'canary.sent': 'परीक्षण ग्राहक रास्ते में है।',
  'canary.settings': 'सेटिंग',
  'canary.none': 'वह अभी तक नहीं निकला',
  'canary.noneDetail': 'उसे अभी भेजें, या हर दिन निकलने दें।',
  'canary.run': 'दिखाया जा रहा है',
  'canary.portfolio': 'पोर्टफ़ोलियो',
  'canary.broken': '{count, plural, =0 {कोई नहीं टूटा} one {# सिस्टम टूटा} other {# सिस्टम टूटे}}',
  'canary.byTime': '{when} निकला, अपने आप।',
  'canary.bySomebody': '{when} निकला, {who} ने भेजा।',
  'canary.nobody': 'बताने को कोई नहीं था।',
  'canary.systems': 'सिस्टम',
  'canary.verdict':
    '{verdict, select, waiting {पूरा नहीं हुआ} well {ठीक से लेता है} slow {धीमा} refused {टूटता है} no_answer {जवाब नहीं} skipped {छोड़ा गया} read {पढ़ा और भुलाया} not_read {कभी नहीं पढ़ा} other {कभी नहीं पढ़ा}}',
  'canary.skipped':
    '{why, select, paused {रुका हुआ} disabled {बंद किया गया} left_out {छोड़ा गया} not_wanted {संदेश नहीं चाहता} no_line {कोई व्यावसायिक नंबर नहीं} removed {इस बीच हटाया गया} other {इस बीच हटाया गया}}',
  'canary.tries': '{count, plural, one {# बार कोशिश हुई।} other {# बार कोशिश हुई।}}',
  'canary.took': '{ms, number} मि.से. में लिया',
  'canary.callState':
    '{state, select, taken {लिया गया} failed {नहीं लिया गया} waiting {अभी बाकी} not_tried {कोशिश नहीं हुई} other {कोशिश नहीं हुई}}',
  'canary.whatToDo': 'क्या करें',
  'canary.steps': 'कदम दर कदम',
  'canary.kind': '{kind, select, webhook {वेबहुक से} relay {रिले के पीछे} reader {फ़ीड पढ़ता है} other {फ़ीड पढ़ता है}}',
  'canary.answers':
    '{count, plural, one {इसने उसे # संदेश लिखा। वह किसी को नहीं गया।} other {इसने उसे # संदेश लिखे। वे किसी को नहीं गए।}}',
  'canary.step':
    '{step, select, created {कोई नया, बिना नंबर के} conversation {उसकी बातचीत शुरू होती है} message {वह लिखता है} answer {उसे जवाब मिलता है} delivered {जवाब पहुँचता है} username_lost {वह एक यूज़रनेम छोड़ता है} username_gained {वह एक यूज़रनेम लेता है} renamed {उसका यूज़रनेम बदलता है} account_lost {उसका एक खाता ख़त्म होता है} account_gained {उसका दूसरा खाता है} account_changed {उसका खाता बदलता है} message_again {वह नए खाते से लिखता है} erased {वह मिटाया जाता है} other {वह मिटाया जाता है}}',
  'canary.why':
    '{cause, select, unreachable {उस तक कोई नहीं पहुँच सकता।} address {उसका पता अब कॉल नहीं लेता।} signature {वह हस्ताक्षर नहीं मानता। शायद गुप्त कुंजी बदल गई।} busy {वह कहता है कि उसके पास बहुत काम है।} takes_nothing {वह अभी किसी का कुछ नहीं लेता।} no_number {वह दूसरे ग्राहकों की बातें लेता है, पर बिना नंबर वाले की नहीं।} stand_in {उसे नंबर की जगह एक स्थानापन्न मिला और वह उसे ठुकराता है। शायद वह नंबरों को देशों की सूची से जाँचता है।} new_username {जब कोई यूज़रनेम बदलता है तब वह टूटता है। शायद यूज़रनेम वहाँ कुंजी है।} new_account {जब किसी को दूसरा खाता मिलता है तब वह टूटता है। शायद वह हर व्यक्ति को एक ही खाते से जानता है।} erasure {वह किसी को भुला नहीं सकता। असली ग्राहकों का जो उसके पास है, वह भी रहता है।} slow {वह जवाब देता है, पर पाँच सेकंड से ज़्यादा लेता है।} other {इसे नहीं लिया गया।}}',
  'canary.fix':
    '{cause, select, unreachable {देखें कि वह चल रहा है और पता व प्रमाणपत्र सही हैं।} address {उसका अभी का पता लिखें।} signature {वहाँ सही गुप्त कुंजी डालें, या उसे नई दें।} busy {उसे एक साथ ज़्यादा लेने दें, या काम से पहले जवाब दें।} takes_nothing {उसका लॉग देखें। यह परीक्षण कुछ और कहे, इससे पहले उसे मदद चाहिए।} no_number {उसके लॉग में ऐसा नंबर खोजें जो पढ़ा जाता है पर है नहीं। लोगों को उनकी पहचान से जानें।} stand_in {वहाँ नंबरों की जाँच बंद करें, या उसे खातों के साथ जोड़ें।} new_username {यूज़रनेम दिखाएँ, पर उनसे किसी को न खोजें।} new_account {खाते के बदलाव का पीछा करें। लोगों को संपर्क की पहचान से खोजें।} erasure {उसे मिटाने के संदेश लेने दें, और उस पहचान के नीचे जो है उसे मिटाएँ।} slow {पहले जवाब दें, फिर काम करें।} other {उसका लॉग देखें।}}',
  'canary.enabled': 'हर दिन',
  'canary.enabledHint':
    'जो सिस्टम परीक्षण ग्राहक को छोड़ नहीं सकते, उनके पास हर दिन एक ग्राहक ज़्यादा होता है, जब तक उसे मिटाने को न कहा जाए।',
  'canary.clock': 'समय',
  'canary.zone': 'इस जगह की घड़ी से',
  'canary.noZone': 'ऐसी कोई जगह नहीं',
  'canary.through': 'इन सिस्टम से',
  'canary.throughHint': 'नए अपने आप जुड़ते हैं।',
  'canary.feed': 'फ़ीड और स्ट्रीम पढ़ने वालों को भी',
  'canary.feedHint': 'किसने पढ़ा, यह उनके माने हुए मिटाने से पता चलता है।',
  'canary.save': 'सहेजें',
  'canary.saved': 'सहेजा गया।',
  'canary.known': 'सिस्टम उसे कैसे पहचानता है',
  'canary.knownBy':
    'घटनाओं में “synthetic” होता है, और हर कॉल में X-Throughline-Synthetic हेडर। उसका नाम हमेशा Throughline Canary है। वह यहाँ कभी नहीं दिखता, और उसे कुछ नहीं भेजा जाता।',
  'canary.notice':
    '{count, plural, one {# दूसरा सिस्टम परीक्षण ग्राहक पर टूटता है।} other {# दूसरे सिस्टम परीक्षण ग्राहक पर टूटते हैं।}}',
};
