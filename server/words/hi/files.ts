import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'file.missing': 'फ़ाइल स्टोरेज में नहीं है। इसे फिर माँगें, या प्रशासक से बैकअप माँगें।',
  'file.waiting': 'इसे WhatsApp से लाया जा रहा है।',
  'file.waiting.storage_full':
    'फ़ाइलों की जगह भर गई है। जगह होते ही इसे लाया जाएगा, ज़्यादा से ज़्यादा एक हफ़्ते तक; प्रशासक जगह बना सकते हैं।',
  'file.waiting.meta_busy': 'WhatsApp ने इसे अभी नहीं दिया। कोशिश अपने आप फिर होगी।',
  'file.waiting.unreachable': 'WhatsApp तक पहुँच नहीं हो पाई। कोशिश अपने आप फिर होगी।',
  'file.waiting.denied':
    'WhatsApp हमारी पहुँच को मना करता है। कोशिश अपने आप फिर होगी; प्रशासक देखें कि ऐक्सेस टोकन सही है या नहीं।',
  'file.waiting.damaged': 'यह खराब होकर आई। कोशिश अपने आप फिर होगी।',
  'file.waiting.storage': 'इसे सहेजा नहीं जा सका। कोशिश अपने आप फिर होगी; प्रशासक लॉग देखें।',
  'file.too_large': 'यह इस तरह की फ़ाइल की सीमा {most} से बड़ी है। छोटी फ़ाइल माँगें, या उसका लिंक।',
  'file.expired': 'यह अब WhatsApp के पास नहीं थी। ग्राहक से फिर भेजने को कहें।',
  'file.failed': 'एक हफ़्ते की कोशिश के बाद भी इसे लाया नहीं जा सका। ग्राहक से फिर भेजने को कहें।',
  'file.failed.storage_full': 'जब तक यह WhatsApp के पास थी, इसके लिए जगह नहीं थी। ग्राहक से फिर भेजने को कहें।',
  'file.failed.denied': 'WhatsApp ने एक हफ़्ते तक हमारी पहुँच को मना किया। प्रशासक के ठीक करने पर ग्राहक से फिर भेजने को कहें।',
  'file.failed.damaged': 'यह हर बार खराब होकर आई। ग्राहक से फिर भेजने को कहें।',
  'file.erased': 'इसे यहाँ से हटाया गया।',
  'file.erased.erased': 'इसे मिटाया गया।',
  'file.erased.retention': 'यह अब नहीं रखी जाती: तय समय के बाद फ़ाइलें यहाँ से हटा दी जाती हैं।',
  'file.erased.unused': 'इसे अपलोड करके एक दिन के भीतर नहीं भेजा गया, और अब नहीं रखी जाती। इसे फिर अपलोड करें।',
  'file.megabytes': '{count, number} MB',
  'file.kilobytes': '{count, number} KB',
};
