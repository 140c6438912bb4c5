import type { parked as english } from '../en/parked.ts';

export const parked: Record<keyof typeof english, string> = {
  'parked.orphansFailed': 'वे लोड नहीं हो सके। {why}',
  'parked.fromNumber': '{name}, {number} से',
  'parked.received': '{when} मिला',
  'parked.inField': '{field} में',
  'parked.stillParked': 'अब भी अलग रखा है। {why}',
  'parked.notReplayed': 'फिर से नहीं चला। {why}',
  'parked.replayItem': 'फिर से चलाएँ: {reason}, {time} पर मिला',
  'parked.replay': 'फिर से चलाएँ',
  'parked.replayed': '{time} पर जो आया था उसे फिर से चलाया गया। अब वह अपनी जगह पर है।',
  'parked.orphans': 'उन संदेशों की रसीदें जो यहाँ से नहीं भेजे गए',
  'parked.orphansExplained':
    'हो सकता है कोई और सिस्टम इसी बिज़नेस नंबर से भेज रहा हो; यहाँ कुछ करना नहीं है, और कोई संपर्क नहीं बना।',
  'parked.moreReceipts': 'और रसीदें दिखाएँ',
  'parked.fromUnknown': 'ऐसे बिज़नेस नंबर से जो यहाँ मालूम नहीं',
  'parked.explained':
    'जो आया पर जगह नहीं पा सका। यहाँ कुछ खोया नहीं है: कारण ठीक करें, फिर इसे फिर से चलाएँ, और यह सही बातचीत में अपनी जगह ले लेगा।',
  'parked.failed': 'अलग रखा गया लोड नहीं हो सका',
  'parked.nothing': 'कुछ अलग नहीं रखा है',
  'parked.nothingDetail': 'जो भी आया, उसे अपनी जगह मिल गई।',
  'parked.loading': 'अलग रखा गया लोड हो रहा है',
  'parked.portfolioUnknown': 'ऐसे बिज़नेस खाते से जो जुड़ा नहीं है',
  'parked.numberUnknown': 'ऐसे बिज़नेस नंबर के लिए जो जुड़ा नहीं है',
  'parked.notReadable': 'पढ़ा नहीं जा सका',
  'parked.noIdentifier': 'भेजने वाले का नाम नहीं',
  'parked.groupMessage': 'ग्रुप से',
  'parked.timeImpossible': 'इसका समय संभव नहीं है',
  'parked.notSaved': 'सहेजा नहीं जा सका',
};
