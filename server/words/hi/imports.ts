// Imports: why a list is not taken in, or not gone on with.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'problem.not_found.import': 'ऐसा कोई आयात नहीं है, या आप उसे नहीं देख सकते।',
  'problem.import_masked': 'आपकी भूमिका को नंबर छिपे हुए दिखते हैं, और सूची में वे पूरे होते हैं।',
  'title.import_masked': 'नंबर छिपे हुए हैं',
  'problem.import_state': 'अभी नहीं: पहले पढ़ी जाती है, फिर जाँची, फिर लागू होती है। पूछें कि कहाँ तक पहुँची।',
  'title.import_state': 'अभी नहीं',
  'problem.import_columns': 'सूची का हर स्तंभ क्रम से बताएँ, या null, और हर चीज़ एक ही बार।',
  'title.import_columns': 'स्तंभ मेल नहीं खाते',
  'problem.import_too_long': 'सूची 100 MB और 10,00,000 पंक्तियों तक की हो सकती है। उसे बाँटें और हिस्से एक के बाद एक लाएँ।',
};
