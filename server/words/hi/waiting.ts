import type { waiting as english } from '../en/waiting.ts';

export const waiting: Record<keyof typeof english, string> = {
  'waiting.turn.message': 'यह अपनी बारी का इंतज़ार कर रहा है: इस नंबर से WhatsApp के एक बार में लेने से ज़्यादा भेजा जा रहा है।',
  'waiting.turn.number': 'अपनी बारी का इंतज़ार कर रहे हैं। कुछ करने की ज़रूरत नहीं।',
  'waiting.order.message': 'यह इस बातचीत में अपने से पहले वाले संदेश का इंतज़ार कर रहा है।',
  'waiting.order.number': 'अपनी बातचीत में पहले वाले संदेश का इंतज़ार कर रहे हैं। कुछ करने की ज़रूरत नहीं।',
  'waiting.media.message': 'इसकी फ़ाइल WhatsApp तक पहुँचने का इंतज़ार है।',
  'waiting.media.number': 'इनकी फ़ाइल WhatsApp तक पहुँचने का इंतज़ार है। अगर यह लंबा चले, तो विफल हुई फ़ाइलें देखें।',
  'waiting.rate.message': 'WhatsApp ने प्रति सेकंड कम संदेश भेजने को कहा। कोशिश अपने आप फिर होगी।',
  'waiting.rate.number': 'WhatsApp ने प्रति सेकंड कम संदेश भेजने को कहा; गति कम की गई है और अपने आप फिर बढ़ती है।',
  'waiting.pair.message': 'WhatsApp सीमित करता है कि एक व्यक्ति को कितनी तेज़ी से लिखा जाए। सीमा की अनुमति मिलते ही यह जाएगा।',
  'waiting.pair.number':
    'WhatsApp सीमित करता है कि एक व्यक्ति को कितनी तेज़ी से लिखा जाए। अगर यह अक्सर होता है, तो कम और लंबे संदेश लिखें।',
  'waiting.messaging_limit.message':
    'पिछले एक दिन में उतने लोगों को पहले लिखा जा चुका है जितने WhatsApp इस बिज़नेस को देता है। सीमा की अनुमति मिलते ही यह जाएगा।',
  'waiting.messaging_limit.number':
    'पिछले एक दिन में उतने लोगों को पहले लिखा जा चुका है जितने WhatsApp इस बिज़नेस को देता है। दिन बीतने के साथ संदेश अपने आप जाते हैं; गुणवत्ता और इस्तेमाल से सीमा बढ़ती है।',
  'waiting.maintenance.message': 'WhatsApp इस नंबर पर काम कर रहा है। कोशिश अपने आप फिर होगी।',
  'waiting.maintenance.number': 'WhatsApp इस नंबर पर काम कर रहा है, जिसमें करीब एक मिनट लगता है। संदेश अपने आप आगे बढ़ेंगे।',
  'waiting.unreachable.message': 'WhatsApp तक पहुँच नहीं हो पा रही। कोशिश अपने आप फिर होगी।',
  'waiting.unreachable.number': 'WhatsApp तक पहुँच नहीं हो पा रही। इस मशीन का नेटवर्क और META_GRAPH_URL देखें।',
  'waiting.retry.message': 'WhatsApp में खुद कोई समस्या थी। कोशिश अपने आप फिर होगी।',
  'waiting.retry.number': 'WhatsApp में खुद कोई समस्या थी। संदेशों की कोशिश अपने आप फिर होगी।',
  'waiting.tomorrow.message': 'WhatsApp कहता है कि फिर कोशिश करने से पहले एक दिन रुका जाए।',
  'waiting.tomorrow.number': 'WhatsApp कहता है कि इनकी फिर कोशिश करने से पहले एक दिन रुका जाए। एक ही लोगों को कम मार्केटिंग भेजें।',
  'waiting.undo.message': 'यह कुछ सेकंड रोका गया है, ताकि वापस लिया जा सके।',
  'waiting.undo.number': 'कुछ सेकंड रोके गए हैं, ताकि लिखने वाले इन्हें वापस ले सकें। कुछ करने की ज़रूरत नहीं।',
  'waiting.account.message': 'बिज़नेस खाते या उसकी पहुँच को प्रशासक की ज़रूरत है। बीच-बीच में फिर कोशिश होती है।',
  'waiting.account.number':
    'WhatsApp इस खाते या उसकी पहुँच को मना करता है। बिज़नेस सेटिंग में खाता और META_ACCESS_TOKEN देखें; संदेशों की बीच-बीच में फिर कोशिश होती है।',
  'waiting.held_for_quality.message':
    'WhatsApp यह टेम्पलेट रोककर देख रहा है कि लोग इसे कैसे लेते हैं। यह अपने आप जाएगा, या विफल होगा।',
};
