// Readiness: which other systems still count on a phone number, as audits of them found.

import type { readiness as english } from '../en/readiness.ts';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'तैयारी',
  'readiness.intro': 'आपके कौन-से दूसरे सिस्टम अब भी फ़ोन नंबर पर निर्भर हैं। ग्राहक अपना नंबर छिपा सकते हैं।',
  'readiness.back': 'सभी सिस्टम',
  'readiness.failed': 'सिस्टम नहीं दिखाए जा सकते',
  'readiness.oneFailed': 'यह जाँच नहीं दिखाई जा सकती',
  'readiness.none': 'अभी तक किसी सिस्टम की जाँच नहीं हुई',
  'readiness.noneDetail':
    'जाँच किसी सिस्टम को नंबर के साथ और बिना नंबर के बनावटी वेबहुक भेजती है, या उसकी फ़ाइलें पढ़ती है। फिर जो मिला वह जमा करती है।',
  'readiness.how': 'इसे वहीं चलाएँ जहाँ सिस्टम है, किसी डेवलपर की कुंजी के साथ:',
  'readiness.system': 'सिस्टम',
  'readiness.onStaging': 'परीक्षण में',
  'readiness.inFiles': 'उसकी फ़ाइलों में',
  'readiness.notAudited': 'जाँच नहीं हुई',
  'readiness.score': '100 में से {score, number}',
  'readiness.places': '{count, plural, one {# जगह} other {# जगहें}}',
  'readiness.clean': 'कुछ नहीं मिला',
  'readiness.holds':
    '{count, plural, one {# तरह के वेबहुक में से {held, number} ठीक है} other {# तरह के वेबहुक में से {held, number} ठीक हैं}}',
  'readiness.fewer': 'पहले से {count, number} कम',
  'readiness.more': 'पहले से {count, number} ज़्यादा',
  'readiness.same': 'पहले जितने ही',
  'readiness.readBack': 'उसने वेबहुक का जो किया वह पढ़कर मिलाया गया।',
  'readiness.notRead': 'उसने वेबहुक का जो किया वह पढ़ा नहीं जा सका। जो संदेश लेकर खो दिए गए वे यहाँ नहीं दिखते।',
  'readiness.whatToDo': 'क्या करें',
  'readiness.report': 'सौंपने के लिए रिपोर्ट',
  'readiness.remove': 'हटाएँ',
  'readiness.removeAsk': '{name} को हटाएँ?',
  'readiness.removeExplained': 'उसकी सभी जाँचें चली जाएँगी। सिस्टम को छुआ नहीं जाता।',
  'readiness.removed': 'सिस्टम हटा दिया गया।',
  'readiness.all': 'जो कुछ भेजा गया',
  'readiness.cameIn': 'क्या आया',
  'readiness.withNumber': 'नंबर के साथ',
  'readiness.without': 'बिना नंबर',
  'readiness.result': 'नतीजा',
  'readiness.answered': '{statuses}, {ms, number} ms में',
  'readiness.unknownRule': 'यह किसी नई जाँच ने पाया। यह संस्करण नहीं बता सकता कि यह क्या है।',
  'readiness.inEnglish': 'जाँच के अपने शब्दों में, अंग्रेज़ी में।',
  'readiness.family':
    '{family, select, reading {मानता है कि नंबर होगा} keys {लोगों को नंबर से ढूँढता है} sending {केवल नंबरों पर भेजता है} stores {तालिकाएँ जिन्हें नंबर चाहिए} files {स्कीमा, सूचियाँ और फ़्लो जिन्हें नंबर चाहिए} other {कुछ और}}',
  'readiness.outcome':
    '{outcome, select, held {जैसा नंबर के साथ} refused {अस्वीकार} no_answer {कोई जवाब नहीं} slow {बहुत धीमा} answered_otherwise {अलग जवाब} lost {लिया और खो दिया} split {एक व्यक्ति दो बन गया} mixed {दो लोग एक बन गए} wrote_undefined {“undefined” लिखा} cut_id {खाता आईडी काट दी} not_judged {परखा नहीं गया} other {पता नहीं}}',
  'readiness.why':
    '{outcome, select, held {नंबर के साथ और बिना, दोनों में एक जैसा करता है।} refused {वही वेबहुक नंबर के साथ लिया जाता है और बिना नंबर अस्वीकार होता है। वह कई दिन फिर आता है, फिर खो जाता है।} no_answer {नंबर के साथ जवाब देता है। बिना नंबर समय पर कुछ नहीं आता।} slow {बिना नंबर पाँच गुने से ज़्यादा समय लगता है।} answered_otherwise {लिया जाता है, पर जवाब वह नहीं जो नंबर के साथ मिलता है।} lost {कहता है सब ठीक है और कुछ नहीं रखता। संदेश दोबारा नहीं आता।} split {जो जाना-पहचाना था वह नंबर न रहने या खाता बदलने पर नया बन जाता है। उसका इतिहास पीछे छूट जाता है।} mixed {दो लोग एक ही रिकॉर्ड में हैं। एक को दूसरे की कही बात का जवाब मिलता है।} wrote_undefined {जो नंबर नहीं था उसकी जगह “undefined” शब्द लिखा गया। नंबर छिपाने वाले सब उसी में आ जाते हैं।} cut_id {खाता आईडी का जो बचा वह नंबर जैसा दिखता है और किसी और का हो सकता है।} not_judged {नंबर के साथ भी नहीं लिया जाता।} other {इसके लिए अभी शब्द नहीं हैं।}}',
  'readiness.fix':
    '{outcome, select, held {कुछ नहीं करना है।} refused {जहाँ नंबर नहीं है वहाँ खाता आईडी पढ़ें।} no_answer {उस समय के लॉग में देखें कि क्या पढ़ा गया जो था ही नहीं।} slow {ऐसी खोज ढूँढें जो नंबर खाली होने से सब पर चलती है।} answered_otherwise {दोनों जवाब पढ़ें। शायद एक कहता है कि कुछ नहीं किया गया।} lost {वह पंक्ति ढूँढें जो बिना नंबर वालों को छोड़ देती है।} split {लोगों को पहले खाता आईडी से, फिर नंबर से ढूँढें। खाते के बदलाव पर चलें।} mixed {लोगों को ऐसी चीज़ से न ढूँढें जो खाली हो या किसी और की हो सकती है।} wrote_undefined {जहाँ कुछ नहीं है वहाँ कुछ न रखें। लोगों को खाता आईडी से ढूँढें।} cut_id {खाता आईडी पूरी, टेक्स्ट के रूप में रखें।} not_judged {देखें कि वह बिल्कुल क्यों नहीं लिया जाता।} other {रिपोर्ट देखें।}}',
  'readiness.shape':
    '{shape, select, text_hidden {यूज़रनेम वाला टेक्स्ट, बिना नंबर} text_both {यूज़रनेम और नंबर वाला टेक्स्ट} text_parent {दो खाता आईडी वाला टेक्स्ट, बिना नंबर} text_alias {ऐसे नंबर वाला टेक्स्ट जो किसी का नहीं} image {एक फ़ोटो} audio {एक आवाज़ संदेश} document {एक दस्तावेज़} sticker {एक स्टिकर} location {एक जगह} contacts {किसी का कार्ड} button {टेम्पलेट का बटन} button_reply {एक बटन} list_reply {सूची से एक चुनाव} order {एक ऑर्डर} unsupported {अनजान तरह का संदेश} reaction {एक प्रतिक्रिया} edit {बदला गया संदेश} revoke {वापस लिया गया संदेश} status_sent {“भेजा गया” स्थिति} status_delivered {“पहुँचा” स्थिति} status_read {“पढ़ा गया” स्थिति} status_failed {“विफल” स्थिति} call_connect {एक कॉल} call_terminate {कॉल का अंत} preference_stop {विज्ञापन को ना} preference_resume {विज्ञापन को हाँ} batch {एक वेबहुक में दो संदेश} hides_later {कोई जो बाद में नंबर छिपाता है} shows_later {कोई जो बाद में नंबर दिखाता है} account_changed {कोई जिसका खाता बदलता है} two_hidden {बिना नंबर के दो लोग} username_passed_on {किसी और का लिया हुआ यूज़रनेम} other {कुछ और}}',
  'readiness.filesRead': '{count, plural, one {# फ़ाइल पढ़ी गई} other {# फ़ाइलें पढ़ी गईं}}',
  'readiness.moreFound': '{count, plural, one {# और जगह यहाँ नहीं दिखाई गई।} other {# और जगहें यहाँ नहीं दिखाई गईं।}}',
  'readiness.readers': 'जो Throughline बताता है',
  'readiness.readersIntro':
    'वेबहुक और रिले के पीछे के सिस्टम, इस आधार पर कि हाल में उन्हें जो बताया गया उसका क्या हुआ। उन्होंने जो लिया उसका क्या करते हैं, यह यहाँ पता नहीं।',
  'readiness.readersNone': 'अभी दूसरे सिस्टम को कुछ नहीं बताया जाता।',
  'readiness.reader': 'पाठक',
  'readiness.toldWith': 'नंबर वाले लोगों के बारे में',
  'readiness.toldWithout': 'बिना नंबर वाले लोगों के बारे में',
  'readiness.told': '{taken, number} लिए गए, {troubled, number} में दिक्कत',
  'readiness.verdictName': 'कैसा है',
  'readiness.verdict':
    '{verdict, select, breaks {बिना नंबर टूटता है} takes_both {दोनों लेता है} needs_number {नंबर चाहिए} not_known {अभी पता नहीं} other {अभी पता नहीं}}',
  'readiness.titled': '{kind, select, code {{name}, फ़ाइलों में} other {{name}, परीक्षण में}}',
};
