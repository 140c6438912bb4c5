import type { archive as english } from '../en/archive.ts';

// What a copy of somebody's data says to them.
export const archive: Record<keyof typeof english, string> = {
  'archive.title': 'आपका डेटा',
  'archive.intro':
    'यहाँ आपके बारे में जो कुछ रखा है, वह सब यह है, {on, date, day} तक का। यही data.json में प्रोग्रामों के लिए है; schema.json उसका वर्णन करता है।',
  'archive.known': 'आप किससे जाने जाते हैं',
  'archive.since': '{from, date, day} से',
  'archive.between': '{from, date, day} से {until, date, day} तक',
  'archive.why': 'यह आप ही क्यों माने गए',
  'archive.recipients': 'आपके संदेश और किसे मिलते हैं',
  'archive.recipients.meta': 'WhatsApp (Meta), जो हर संदेश और कॉल पहुँचाता है।',
  'archive.recipients.staff': 'इस व्यवसाय के वे लोग जो आपको जवाब देते हैं।',
  'archive.said': '{name} से जो बात हुई',
  'archive.you': 'आप',
  'archive.us': 'हम',
  'archive.call': 'कॉल',
  'archive.files': 'फ़ाइलें',
  'archive.part': '{from, date, day} से {until, date, day} तक',
  'archive.start': 'शुरुआत पर',
  'archive.earlier': 'पहले के',
  'archive.later': 'बाद के',
  'archive.some_files': 'फ़ाइलें {from, number} से {until, number}',
  'archive.rest': 'बाकी सब, समय और तकनीकी ब्योरे के साथ, data.json में है।',
};
