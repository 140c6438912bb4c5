import type { campaigns as english } from '../en/campaigns.ts';

export const campaigns: Record<keyof typeof english, string> = {
  'reach.not_a_number': 'यह फ़ोन नंबर नहीं है।',
  'reach.duplicate_row': 'यही नंबर पहले की एक पंक्ति में है।',
  'reach.duplicate_person': 'पहले की एक पंक्ति इसी व्यक्ति की है, दूसरे नंबर से।',
  'reach.username_not_addressable': 'WhatsApp नंबरों पर पहुँचाता है, यूज़रनेम पर कभी नहीं।',
  'reach.bsuid_needs_relationship': 'इस व्यक्ति का सिर्फ़ WhatsApp खाता मालूम है, और अभियान नंबर से जाते हैं।',
  'reach.number_moved': 'यह नंबर अब उस व्यक्ति का नहीं है।',
  'reach.own_number': 'यह नंबर खुद बिज़नेस का है।',
  'reach.opted_out': 'यह व्यक्ति मार्केटिंग संदेश नहीं चाहता।',
  'reach.do_not_contact': 'जब तक यह व्यक्ति पहले न लिखे, इन्हें नहीं लिखना है।',
  'reach.blocked': 'यह व्यक्ति बिज़नेस नंबर पर ब्लॉक है।',
  'reach.value_missing': 'इस पंक्ति में वह कुछ नहीं है जो टेम्पलेट को चाहिए।',
  'reach.needs_phone': 'यह टेम्पलेट सिर्फ़ फ़ोन नंबरों पर पहुँच सकता है, और इस व्यक्ति का कोई नंबर मालूम नहीं।',
  'reach.bsuid_needs_relationship.policy': 'इस व्यक्ति का सिर्फ़ WhatsApp खाता मालूम है, और यहाँ अभियान सिर्फ़ नंबरों पर जाते हैं।',
  'reach.erased': 'जिनके पास यह नंबर था, उन्हें उनके अनुरोध पर मिटा दिया गया। जब वे ख़ुद लिखेंगे, तभी उन्हें फिर लिखा जाएगा।',
  'reach.bsuid_needs_relationship.stranger':
    'इस व्यक्ति का सिर्फ़ WhatsApp खाता मालूम है, और इस बिज़नेस नंबर के साथ उनकी अभी कोई बातचीत नहीं है।',
  'reach.bsuid_needs_relationship.id':
    'यह WhatsApp खाते का id है, फ़ोन नंबर नहीं। अभियान नंबर से जाता है; खाते को लिखने के लिए उसके थ्रेड में जवाब दें।',
  'reach.username_not_addressable.looks':
    'यह यूज़रनेम लगता है। WhatsApp नंबरों पर पहुँचाता है, यूज़रनेम पर कभी नहीं, क्योंकि वह किसी और का हो सकता है।',
  'reach.number_moved.left': 'यह नंबर जिस व्यक्ति का था, {since, date, day} से अब उनका नहीं है। अब किसका है, यह मालूम नहीं।',
  'reach.number_moved.taken':
    'यह नंबर {since, date, day} से किसी और WhatsApp खाते का है। एक के लिए लिखा कुछ दूसरे को नहीं भेजा जाता।',
  'reach.number_moved.doubted': 'इस नंबर का एक संदेश उस WhatsApp खाते से अलग खाते पर पहुँचा जो इससे मालूम है।',
  'reach.not_a_number.alias':
    'यह बदले का नंबर है जो किसी इंटीग्रेशन को नंबर की जगह दिया गया। कोई नेटवर्क इसे डायल नहीं कर सकता; केवल वही इंटीग्रेशन इस पर लिख सकता है।',
  'reach.not_a_number.empty': 'सेल खाली है।',
  'reach.not_a_number.shortened':
    'स्प्रेडशीट ने यह नंबर छोटा कर दिया और आखिरी अंक खो दिए। कॉलम को टेक्स्ट बनाएँ, फिर से भरें और एक बार और एक्सपोर्ट करें।',
  'reach.not_a_number.letters': 'इसमें अक्षर हैं, इसलिए यह फ़ोन नंबर नहीं है।',
  'reach.not_a_number.no_country': 'इसमें देश कोड नहीं है। इसे +44 7911 123456 की तरह लिखें, या चुनें कि ये नंबर किस देश के हैं।',
  'reach.not_a_number.extension': 'इसमें एक्सटेंशन है; WhatsApp सिर्फ़ नंबर जानता है।',
  'reach.not_a_number.digits': 'उस देश के किसी नंबर में इतने अंक नहीं होते।',
  'reach.not_a_number.several': 'यह एक फ़ोन नंबर नहीं है, या इसका देश कोड होता ही नहीं।',
  'reach.gone': 'यह व्यक्ति अब संपर्कों में नहीं है।',
  'reach.duplicate_of': '{why} इसकी जगह लाइन {line, number} को भेजा जाता है।',
  'campaign.row.unknown': 'WhatsApp का उत्तर खो गया, इसलिए मालूम नहीं कि यह गया या नहीं। इसे अपने आप फिर नहीं भेजा जाता।',
  'campaign.rows.unknown': 'WhatsApp का उत्तर खो गया, इसलिए मालूम नहीं कि ये गए या नहीं। इन्हें अपने आप फिर नहीं भेजा जाता।',
  'campaign.needs.template': 'टेम्पलेट चुनें।',
  'campaign.needs.other_template': 'इस बिज़नेस नंबर के लिए ऐसा कोई टेम्पलेट नहीं है।',
  'campaign.needs.audience': 'फ़ाइल अपलोड करें, या संपर्क चुनें।',
  'campaign.needs.file': 'फ़ाइल अपलोड करें।',
  'campaign.needs.phone_column': 'बताएँ कि फ़ोन नंबर किस कॉलम में है।',
  'campaign.needs.value': 'बताएँ कि इसमें क्या जाए: {label}।',
  'campaign.needs.phones': 'यह टेम्पलेट सिर्फ़ फ़ोन नंबरों पर पहुँचता है।',
  'campaign.none_reachable': 'इसकी किसी भी पंक्ति तक नहीं पहुँचा जा सकता।',
  'campaign.not_connected': 'जिस बिज़नेस नंबर से यह जाता है, वह अब जुड़ा नहीं है।',
  'campaign.no_template': 'कोई टेम्पलेट नहीं चुना गया।',
  'campaign.template': 'टेम्पलेट {name}: {why}',
  'campaign.template_gone': 'इस बिज़नेस नंबर के लिए टेम्पलेट {name} ({language}) नहीं है।',
  'campaign.waits.pace': 'यह अपनी तय गति पर चलता है, प्रति मिनट {pace, number}।',
  'campaign.waits.rate':
    'WhatsApp इस नंबर से {rate, plural, one {प्रति सेकंड # संदेश} other {प्रति सेकंड # संदेश}} तक लेता है; {queued, plural, one {# अपनी बारी का इंतज़ार कर रहा है} other {# अपनी बारी का इंतज़ार कर रहे हैं}}।',
};
