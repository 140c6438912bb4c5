import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'reviews.asked': '{day} को पूछा गया',
  'reviews.conversationsOf': '{name} की बातचीत',
  'reviews.onlyOne': 'सिर्फ़ एक ग्राहक के बारे में।',
  'reviews.showAll': 'सभी दिखाएँ',
  'reviews.whatLed': 'यह सवाल क्यों उठा',
  'reviews.nothingOpen': 'देखने के लिए कुछ नहीं',
  'reviews.nothingOpenDetail': 'WhatsApp जितना बताता है, उसके अनुसार हर कोई वही है जो हम मानते हैं।',
  'reviews.nothingSettled': 'अभी कुछ तय नहीं हुआ',
  'reviews.nothingSettledDetail': 'जिन सवालों का आपने जवाब दिया, वे यहाँ रहते हैं।',
  'reviews.loading': 'लोड हो रहा है',
  'reviews.failed': 'सवाल लोड नहीं हो सके',
  'reviews.open': 'खुले',
  'reviews.settled': 'तय हुए',
  'reviews.explained':
    'जो WhatsApp नहीं बताता, और जिसका अंदाज़ा मशीन को नहीं लगाना चाहिए। जब तक आप तय न करें, कुछ मिलाया नहीं जाता और किसी के संदेश किसी और को नहीं दिखते।',
  'reviews.questions': 'सवाल',
  'reviews.settledThanks': 'तय हुआ, धन्यवाद। यह जिनके बारे में है, उनकी टाइमलाइन में दिखता है।',
  'reviews.reason': 'उन्होंने फ़ोन पर बताया',
};
