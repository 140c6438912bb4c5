import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'review.recycled_number.title': 'क्या {name} वही व्यक्ति है जो {other}, जिनका पहले {number} था?',
  'review.recycled_number.detail':
    'नंबर किसी और WhatsApp खाते के साथ आया, और WhatsApp ने नहीं कहा कि वे एक ही व्यक्ति हैं। नंबर नए लोगों को दिए जाते हैं, इसलिए वे अलग रखे गए।',
  'review.recycled_number.happened': '{number} किसी और WhatsApp खाते के साथ आया।',
  'review.unattested_number_change.title': '{name} अब {number} से लिखते हैं। क्या ये अब भी वही हैं?',
  'review.unattested_number_change.detail':
    'वही WhatsApp खाता दूसरे नंबर पर है, और WhatsApp ने बदलाव नहीं बताया। कुछ निजी साझा करने से पहले जाँच लेना अच्छा है।',
  'review.unattested_number_change.happened': 'वही WhatsApp खाता {number} के साथ आया।',
  'review.missing_rotation.title': 'क्या {name} के नाम का सब कुछ एक ही व्यक्ति का है?',
  'review.missing_rotation.detail':
    'WhatsApp ने दो WhatsApp खाते एक ही व्यक्ति के बताए, पर यह कभी नहीं कहा कि एक बदलकर दूसरा हुआ। उन्हें एक माना गया।',
  'review.missing_rotation.happened': 'WhatsApp ने दूसरा खाता उसी व्यक्ति का बताया।',
  'review.conflicting_parent.title': 'क्या {name} वही व्यक्ति है जो {other}?',
  'review.conflicting_parent.detail': 'WhatsApp ने अब दोनों को एक ही व्यक्ति का बताया, और पहले दो लोगों का। वे अलग रखे गए।',
  'review.conflicting_parent.happened': 'WhatsApp ने दोनों को एक ही व्यक्ति का बताया।',
  'review.conflicting_shared_number.title': 'क्या {name}, जिन्होंने {number} साझा किया, वही व्यक्ति है जो {other}?',
  'review.conflicting_shared_number.detail':
    'WhatsApp पुष्टि करता है कि नंबर अब उनका है। पहले यह किसी और WhatsApp खाते का था, इसलिए वे अलग रखे गए।',
  'review.conflicting_shared_number.happened': 'माँगने पर {name} ने {number} साझा किया।',
  'review.claimed_number.title': 'क्या {name} वही व्यक्ति है जो {other}, जिनका नंबर {number} है?',
  'review.claimed_number.detail': 'यहाँ किसी ने यह नंबर उनका लिखा। सिर्फ़ इससे कोई नहीं मिलाया जाता।',
  'review.claimed_number.happened': '{number} यहाँ {name} के नंबर के रूप में लिखा गया।',
  'review.too_many_parts.title': 'क्या {name} वही व्यक्ति है जो {other}?',
  'review.too_many_parts.detail':
    'उन्हें एक माना जाता, पर तब एक व्यक्ति के खाते या नंबर असामान्य रूप से ज़्यादा हो जाते। वे अलग रखे गए।',
  'review.too_many_parts.happened': 'WhatsApp ने जो भेजा, उससे दोनों मिल जाते।',
  'review.somebody_else': 'कोई और',
  'review.somebody': 'कोई',
  'review.a_number': 'एक नंबर',
  'review.same.label': 'वही व्यक्ति',
  'review.same.explains': 'वे एक संपर्क बन जाते हैं। उनकी बातचीत अलग रहती हैं, और जवाब हर एक को पहले की तरह जाते हैं।',
  'review.different.label': 'अलग लोग',
  'review.different.explains': 'वे अलग रहते हैं, और जब तक इसे वापस न लिया जाए, कुछ उन्हें नहीं मिलाता।',
  'review.different.joined.explains':
    'उन्हें अलग किया जाता है: जो हर एक की पहचान से आया, वह उसकी अपनी बातचीत में जाता है। जब तक इसे वापस न लिया जाए, कुछ उन्हें फिर नहीं मिलाता।',
  'review.right.label': 'यह सही है',
  'review.right.explains': 'कुछ नहीं बदलता, और किसी से फिर नहीं पूछा जाता।',
  'review.led.account': '{name} का एक WhatsApp खाता पहली बार दिखा।',
  'review.led.first': '{phone} पहली बार {name} के साथ दिखा।',
  'review.led.last': '{name} ने पिछली बार {phone} से लिखा।',
};
