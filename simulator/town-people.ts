// The people of the town and what they say. All names, numbers and lines are invented; the numbers lie in ranges set aside for
// fiction (US, GB, DE, FR) or never handed out, so that a picture of the demo shows nobody's telephone.

interface Cast {
  id: string;
  name: string;
  phone: string;
  country: string;
  /** The username they will take, if they ever do. */
  username: string;
  /** Which of the two business numbers they talk to. */
  desk: 'sales' | 'service';
  /** How they start on a new subject. */
  openers: readonly string[];
  /** What they say after the shop has answered. */
  replies: readonly string[];
}

export const cast: readonly Cast[] = [
  {
    id: 'amara',
    name: 'Amara Okafor',
    phone: '+234 555 000 0101',
    country: 'NG',
    username: 'amara.rides',
    desk: 'sales',
    openers: [
      'Good afternoon! Is the blue Lekki cruiser still in the shop?',
      'Do you have baskets that fit the cruiser?',
      'My sister wants the same bike. Any discount for two?',
    ],
    replies: [
      'Lovely, thank you',
      'And can I pay by transfer?',
      'Okay, I will pass by on Saturday',
      'That works for me 👍',
    ],
  },
  {
    id: 'tunde',
    name: 'Tunde Bakare',
    phone: '+234 555 000 0102',
    country: 'NG',
    username: 'tunde_b',
    desk: 'service',
    openers: [
      'My rear brake is making noise again o',
      'Please what time do you close today?',
      'Chain slipped on Third Mainland, need help',
    ],
    replies: ['Ah okay, no wahala', 'How much will that cost?', 'I dey come tomorrow morning', 'Thanks boss'],
  },
  {
    id: 'leila',
    name: 'ليلى حداد',
    phone: '+20 160 000 0103',
    country: 'EG',
    username: 'leila.h',
    desk: 'sales',
    openers: ['مساء الخير، هل لديكم دراجات للأطفال؟', 'هل يمكن الشحن إلى القاهرة؟', 'ما هي ألوان الدراجة المتوفرة؟'],
    replies: ['شكراً جزيلاً', 'كم يستغرق التوصيل؟', 'ممتاز، سأفكر في الأمر', 'حسناً، سأطلبها اليوم'],
  },
  {
    id: 'omar',
    name: 'عمر الشامي',
    phone: '+20 160 000 0104',
    country: 'EG',
    username: 'omar_sh',
    desk: 'service',
    openers: ['السلام عليكم، العجلة الأمامية تهتز قليلاً', 'متى يكون الموعد القادم للصيانة؟', 'وصلت القطعة؟'],
    replies: ['تمام، شكراً', 'هل السعر يشمل القطع؟', 'سآتي غداً إن شاء الله', 'بارك الله فيك'],
  },
  {
    id: 'joao',
    name: 'João Ribeiro',
    phone: '+55 11 90000 0105',
    country: 'BR',
    username: 'joao.pedala',
    desk: 'sales',
    openers: ['Oi! Vocês entregam no Brasil?', 'Qual o tamanho de quadro para 1,80 m?', 'Essa bike aceita bagageiro?'],
    replies: [
      'Perfeito, obrigado!',
      'E o frete, quanto fica?',
      'Vou falar com a minha esposa e já te digo',
      'Show de bola',
    ],
  },
  {
    id: 'priya',
    name: 'प्रिया शर्मा',
    phone: '+91 555 000 0106',
    country: 'IN',
    username: 'priya_cycles',
    desk: 'service',
    openers: ['नमस्ते, मेरी साइकिल का गियर ठीक से नहीं बदल रहा', 'क्या रविवार को दुकान खुली है?', 'मरम्मत में कितने दिन लगेंगे?'],
    replies: ['ठीक है, धन्यवाद', 'कितना खर्च आएगा?', 'मैं शाम को आऊँगी', 'बहुत अच्छा 🙏'],
  },
  {
    id: 'yui',
    name: '佐藤 ゆい',
    phone: '+81 70 0000 0107',
    country: 'JP',
    username: 'yui.sato',
    desk: 'sales',
    openers: ['こんにちは。折りたたみ自転車はありますか？', '在庫の色を教えてください。', '試乗の予約はできますか？'],
    replies: ['ありがとうございます。', '送料はいくらですか？', 'わかりました、検討します。', '土曜日に伺います。'],
  },
  {
    id: 'greta',
    name: 'Greta Vogel',
    phone: '+49 171 392 0008',
    country: 'DE',
    username: 'greta_v',
    desk: 'service',
    openers: [
      'Guten Tag, mein Akku lädt nicht mehr ganz voll.',
      'Ist mein Rad schon fertig?',
      'Haben Sie den Schlauch in 28 Zoll?',
    ],
    replies: [
      'Alles klar, danke!',
      'Was würde das ungefähr kosten?',
      'Dann komme ich am Freitag vorbei.',
      'Super, bis dann.',
    ],
  },
  {
    id: 'oliver',
    name: 'Oliver Finch',
    phone: '+44 7700 900109',
    country: 'GB',
    username: 'ollie.finch',
    desk: 'sales',
    openers: [
      'Hi, is the gravel frame available in medium?',
      'Any chance of a test ride this week?',
      'Does the touring model come with mudguards?',
    ],
    replies: [
      'Brilliant, cheers',
      'What would delivery to Leeds be?',
      'Right, let me think it over',
      'Perfect, Thursday it is',
    ],
  },
  {
    id: 'camille',
    name: 'Camille Laurent',
    phone: '+33 6 39 98 01 10',
    country: 'FR',
    username: 'camille.velo',
    desk: 'service',
    openers: [
      'Bonjour, ma selle grince, une idée ?',
      'Je peux passer demain sans rendez-vous ?',
      'Avez-vous reçu mon guidon ?',
    ],
    replies: [
      'Merci beaucoup !',
      'Ça prendrait combien de temps ?',
      'Parfait, à demain',
      'D’accord, je vous tiens au courant',
    ],
  },
  {
    id: 'valentina',
    name: 'Valentina Rojas',
    phone: '+57 390 000 0111',
    country: 'CO',
    username: 'vale.rojas',
    desk: 'sales',
    openers: [
      '¡Hola! ¿Tienen cascos para niña?',
      '¿Cuánto cuesta la bici plegable?',
      '¿Me guardan la verde hasta el viernes?',
    ],
    replies: ['¡Mil gracias!', '¿Y tiene garantía?', 'Listo, paso mañana', 'Súper, quedo atenta'],
  },
  {
    id: 'mateo',
    name: 'Mateo Cruz',
    phone: '+52 1 55 0000 0112',
    country: 'MX',
    username: 'mateo_cruz',
    desk: 'service',
    openers: ['Buenas, se me ponchó la llanta otra vez', '¿Hacen servicio a domicilio?', '¿Ya llegó mi refacción?'],
    replies: ['Órale, gracias', '¿En cuánto sale?', 'Va, ahí nos vemos', 'Perfecto'],
  },
  {
    id: 'dana',
    name: 'Dana Whitfield',
    phone: '+1 202 555 0143',
    country: 'US',
    username: 'dana.w',
    desk: 'sales',
    openers: [
      'Hey! Looking for a commuter bike under $600',
      'Is the step-through frame back in stock?',
      'Can I swap the pedals before pickup?',
    ],
    replies: [
      'Awesome, thanks',
      'How long would that take?',
      'Sounds good, see you then',
      'Cool, I’ll order it tonight',
    ],
  },
  {
    id: 'ngozi',
    name: 'Ngozi Eze',
    phone: '+234 555 000 0114',
    country: 'NG',
    username: 'ngozi.e',
    desk: 'service',
    openers: [
      'Please is my repair ready?',
      'The new tyre is losing air already',
      'Do you service electric scooters too?',
    ],
    replies: ['Okay thank you', 'So should I bring it in?', 'Alright, noted', 'God bless'],
  },
];

/** Whoever turns up later with a number somebody else gave up. */
export const newcomers: readonly string[] = ['Chidi Nwosu', 'Funmi Alade', 'Ibrahim Musa', 'Kemi Adeyemi', 'Segun Ojo'];

/** Said now and then after a change, in the person's own thread. */
export const afterUsername = 'By the way, you can find me by my username now 🙂';
