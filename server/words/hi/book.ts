import type { book as english } from '../en/book.ts';

export const book: Record<keyof typeof english, string> = {
  'book.keep_on.title': 'Contact Book चालू रखें',
  'book.keep_on.detail':
    'जब तक यह चालू है, Meta उन लोगों के नंबर भेजता रहता है जिनसे आपका संपर्क रहा है, उनके यूज़रनेम लेने के बाद भी। यह Meta Business Suite में Business settings, Business info में है। इसे बंद करने पर इसमें जो है वह हट जाता है; फिर चालू करने पर यह खाली शुरू होती है।',
  'book.turn_on.title': 'Contact Book चालू करें',
  'book.turn_on.detail':
    'जो नंबर इसने खो दिए वे अपने आप नहीं लौटते; हर एक तब लौटता है जब उस पर संदेश या कॉल हो। यह Meta Business Suite में Business settings, Business info में है।',
  'book.answer_soon.title': '30 दिनों के भीतर, नंबर पर जवाब दें',
  'book.answer_soon.detail':
    'इसके बिना नंबर उस पर पिछले संदेश या कॉल के बाद 30 दिन तक दिखता है, हर बिज़नेस नंबर के लिए अलग। जब तक नंबर मालूम है, यहाँ के जवाब नंबर पर जाते हैं।',
  'book.ask_for_number.title': 'नंबर माँगें',
  'book.ask_for_number.detail':
    'जहाँ नंबर मालूम नहीं, वहाँ थ्रेड में एक क्लिक से माँगा जाता है। इस तरह साझा किए नंबर की पुष्टि WhatsApp करता है।',
  'book.campaign_by_phone.title': 'जल्द गायब होने वाले नंबरों को लिखें',
  'book.campaign_by_phone.detail':
    'नंबर पर भेजा टेम्पलेट, जहाँ वे चाहते हों, उसे और 30 दिन दिखाए रखता है। यहाँ अभियान फ़ोन नंबर से जाते हैं।',
  'book.find_out.title': 'बताएँ कि Contact Book चालू है या नहीं',
  'book.find_out.detail':
    'Meta का API यह नहीं बताता। Meta Business Suite में Business settings, Business info में देखें, और यहाँ चुनें।',
  'book.looks_off.title': 'Contact Book बंद लगती है',
  'book.looks_off.detail':
    'जो नंबर मालूम थे वे नए संदेशों में नहीं हैं, और ऐसा कोई नहीं आया जिसे सिर्फ़ यही दिखा सकती थी। Meta Business Suite में Business settings, Business info में देखें।',
};
