// Exports: why one is not made, or not handed out.

import type { exports_ as english } from '../en/exports.ts';

export const exports_: Record<keyof typeof english, string> = {
  'problem.not_found.export': 'ऐसा कोई निर्यात नहीं है, या आप उसे नहीं देख सकते।',
  'problem.not_found.export_schedule': 'ऐसी कोई समय-सारणी नहीं है, या आप उसे नहीं देख सकते।',
  'problem.export_not_yours.kind': 'आपकी भूमिका वह नहीं पढ़ सकती जो इस निर्यात में है।',
  'problem.export_not_yours.accounts': 'आपकी भूमिका WhatsApp की अपनी आईडी नहीं पढ़ सकती, इसलिए वे फ़ाइल में नहीं मिल सकतीं।',
  'problem.export_not_yours.masked': 'आपकी भूमिका को नंबर छिपे हुए दिखते हैं, और इस फ़ाइल में वे पूरे हैं।',
  'title.export_not_yours': 'यह आपके ले जाने के लिए नहीं है',
  'problem.export_not_ready': 'डाउनलोड के लिए कोई फ़ाइल नहीं है: वह अभी बनी नहीं, या अब नहीं रही।',
  'title.export_not_ready': 'यहाँ कोई फ़ाइल नहीं',
  'problem.too_many_exports': 'जितने निर्यात प्रतीक्षा में हो सकते हैं, उतने हैं। किसी एक के पूरे होने पर फिर माँगें।',
  'title.too_many_exports': 'बहुत सारे निर्यात',
  'problem.too_many_schedules': 'जितनी समय-सारणियाँ हो सकती हैं, उतनी हैं। पहले एक हटाएँ।',
  'title.too_many_schedules': 'बहुत सारी समय-सारणियाँ',
  'problem.no_such_zone': 'ऐसा कोई समय क्षेत्र नहीं है। कोई जगह लिखें, जैसे Europe/Lisbon।',
  'problem.no_such_rhythm': 'हर सप्ताह के लिए 1 से 7, हर महीने के लिए 1 से 31 तक का दिन लिखें, और हर दिन के लिए कोई नहीं।',
  'problem.coverage_has_no_tags': 'कवरेज सभी लोगों पर गिना जाता है: टैग छोड़ दें।',
  'problem.coverage_has_no_accounts': 'कवरेज गिनतियों से बना है: उसमें आईडी नहीं होतीं।',
  'title.export_not_possible': 'ऐसे संभव नहीं',
};
