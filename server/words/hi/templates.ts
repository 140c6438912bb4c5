import type { templates as english } from '../en/templates.ts';

export const templates: Record<keyof typeof english, string> = {
  'template.pending': 'WhatsApp अभी इसकी जाँच कर रहा है। मंज़ूर होने पर भेजा जा सकता है।',
  'template.pending.since': 'WhatsApp {since, date, day} से इसकी जाँच कर रहा है। मंज़ूर होने पर भेजा जा सकता है।',
  'template.rejected': 'WhatsApp ने इसे नामंज़ूर किया। इसे WhatsApp Manager में ठीक करें और फिर भेजें।',
  'template.rejected.since': 'WhatsApp ने इसे {since, date, day} को नामंज़ूर किया। इसे WhatsApp Manager में ठीक करें और फिर भेजें।',
  'template.paused': 'WhatsApp ने कम गुणवत्ता के कारण इसे रोका है। WhatsApp के रोक हटाने पर फिर भेजा जा सकता है।',
  'template.paused.since':
    'WhatsApp ने {since, date, day} को कम गुणवत्ता के कारण इसे रोका। WhatsApp के रोक हटाने पर फिर भेजा जा सकता है।',
  'template.disabled': 'WhatsApp ने इसे बंद कर दिया। दूसरा टेम्पलेट चुनें।',
  'template.disabled.since': 'WhatsApp ने इसे {since, date, day} को बंद कर दिया। दूसरा टेम्पलेट चुनें।',
  'template.deleted': 'इसे WhatsApp पर हटाया गया। दूसरा टेम्पलेट चुनें।',
  'template.deleted.since': 'इसे {since, date, day} को WhatsApp पर हटाया गया। दूसरा टेम्पलेट चुनें।',
  'template.other': 'WhatsApp इसे अभी भेजने नहीं देता। WhatsApp Manager में देखें।',
  'template.why': '{why} {reason}',
  'template.needs_number': 'WhatsApp कोड सिर्फ़ फ़ोन नंबरों पर पहुँचाता है, और इस व्यक्ति ने अपना नंबर छिपाया है। पहले नंबर माँगें।',
  'template.nobody': 'इस व्यक्ति का ऐसा कोई नंबर या खाता मालूम नहीं जो अब उनका हो।',
};
