import type { policy as english } from '../en/policy.ts';

export const policy: Record<keyof typeof english, string> = {
  'policy.adoptionLimitDays.title': 'नंबर कितने दिन चुप रह सकता है',
  'policy.adoptionLimitDays.explains':
    'जब कोई नंबर पहली बार किसी WhatsApp खाते के साथ आता है, तो उसका पहले का इतिहास उसी व्यक्ति का माना जाता है, अगर वह इससे ज़्यादा चुप न रहा हो। शुरू में एक साल: साल में दो बार लिखने वाले ग्राहक वही व्यक्ति रहते हैं।',
  'policy.adoptionLimitDays.value': '{days, plural, one {# दिन} other {# दिन}}',
  'policy.adoptionLimitDays.overridden': '{days, plural, one {# दिन, पर सख़्ती लागू है} other {# दिन, पर सख़्ती लागू है}}',
  'policy.strict.title': 'चुप नंबरों पर सख़्ती',
  'policy.strict.explains':
    'सिर्फ़ 45 दिन देता है, जिसके बाद WhatsApp खुद मानता है कि नंबर किसी और को दिया गया। शुरू में बंद: इससे लौटने वाले कई ग्राहक नए लोग दिखते हैं। इसे वहाँ चुनें जहाँ किसी अजनबी का बातचीत देखना ज़्यादा बुरा हो।',
  'policy.strict.on': 'चालू: 45 दिन',
  'policy.strict.off': 'बंद',
  'policy.joinOnSharedNumber.title': 'साझा किए नंबर से मिलाना',
  'policy.joinOnSharedNumber.explains':
    'जब कोई नंबर माँगने पर जवाब दे, और वह नंबर पहले ठीक एक और खाते का रहा हो, तो दोनों बिना पूछे मिला दिए जाते हैं। शुरू में बंद: पहले का खाता किसी और का हो सकता है, इसलिए किसी से पूछा जाता है।',
  'policy.joinOnSharedNumber.on': 'चालू',
  'policy.joinOnSharedNumber.off': 'बंद: किसी से पूछा जाता है',
  'policy.acrossPortfolios.title': 'दूसरे पोर्टफ़ोलियो में वही व्यक्ति',
  'policy.acrossPortfolios.explains':
    'क्या आपके समूह के दूसरे पोर्टफ़ोलियो का वही WhatsApp खाता संपर्क के साथ दिखाया जाए। पोर्टफ़ोलियो के बीच किसी को कभी नहीं मिलाया जाता। शुरू में अलग: अलग ब्रैंड की टीमों को एक-दूसरे के ग्राहक देखने की ज़रूरत नहीं।',
  'policy.acrossPortfolios.related': 'जुड़ा हुआ दिखता है',
  'policy.acrossPortfolios.apart': 'अलग रखा जाता है',
  'policy.readReceipts.title': 'ग्राहकों को नीले टिक',
  'policy.readReceipts.explains':
    'जब यहाँ कोई थ्रेड खोलता है, तो ग्राहक को अपने संदेशों के टिक नीले दिखते हैं, और जवाब लिखे जाते समय बिंदु। शुरू में चालू, जैसा लोग WhatsApp से उम्मीद करते हैं। WhatsApp टिक के बिना बिंदु नहीं दिखा सकता, इसलिए दोनों साथ बंद होते हैं।',
  'policy.readReceipts.on': 'दिखते हैं',
  'policy.readReceipts.off': 'नहीं दिखते',
  'policy.joinLimits.title': 'एक व्यक्ति में कितना मिल सकता है',
  'policy.joinLimits.explains':
    'इतने खातों या नंबरों से आगे बिना पूछे कुछ नहीं मिलाया जाता: इतने शायद ही एक व्यक्ति के हों। बदला नहीं जा सकता।',
  'policy.joinLimits.value':
    '{accounts, plural, one {# खाता} other {# खाते}}, {numbers, plural, one {# नंबर} other {# नंबर}}',
};
