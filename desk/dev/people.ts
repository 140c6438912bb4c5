// The people of the pretend town the desk is worked on with. Invented, every one; the numbers are in ranges set aside
// for fiction where their country has one.

export interface Person {
  name: string;
  phone?: string;
  username?: string;
  says: string;
}

export const people: Person[] = [
  {
    name: 'Ana Prueba',
    phone: '+12025550122',
    username: 'ana.prueba',
    says: 'Perfect, the blue one then. Can it arrive by Friday?',
  },
  { name: 'João Silva', phone: '+5568992400139', says: 'Mandei a foto do recibo, chegou aí?' },
  { name: 'رانيا خوري', username: 'rania_k', says: 'هل يمكنني تغيير عنوان التوصيل؟' },
  { name: 'Tomás Becker', phone: '+493055501844', says: 'Hi, I got a message about an order that is not mine' },
  { name: 'Nia Mensah', phone: '+233205550177', says: 'Thank you so much, that was quick!' },
  { name: 'Lucía Campos', username: 'lucampos', says: '¿Tienen el casco en talla S?' },
  { name: 'Dewi Wulandari', phone: '+6281255500918', says: 'Oke, terima kasih banyak' },
  { name: 'דוד כהן', phone: '+972505550133', says: 'מתי המשלוח מגיע? הזמנה 4471' },
  { name: '山田 太郎', phone: '+819055501234', says: '青い自転車の在庫はまだありますか？' },
  {
    name: 'Priya Raghunathan-Venkataraman of Lakshmi Textiles',
    phone: '+919955501212',
    says: 'Please send the invoice for all fourteen pieces to our accounts team in Chennai, not to me.',
  },
  { name: 'Olu Adeyemi', username: 'olu', says: 'The chain came off again 😩' },
  { name: 'Zoë van der Berg', phone: '+31612345678', says: 'Is the shop open on Sunday?' },
  { name: 'مريم الهاشمي', phone: '+971505550144', says: 'شكراً، سأمرّ غداً لاستلامها' },
  { name: 'Chukwuemeka Eze', phone: '+2348055501199', says: 'Which pump fits a Presta valve?' },
  { name: '佐藤 花子', username: 'hanako.s', says: 'ありがとうございます！' },
  { name: 'Mateusz Wiśniewski', phone: '+48505550166', says: 'Faktura na firmę, proszę' },
  { name: 'נועה לוי', username: 'noa_levi', says: 'אפשר לקבל תמונה של הצבע הירוק?' },
  { name: 'Grace Wanjiru', phone: '+254705550188', says: 'Sent you the location pin' },
  { name: '', username: 'bikes4ever', says: 'price of the cargo one?' },
  { name: 'Émile Dufour', phone: '+33639985512', says: 'Le vélo est arrivé, il est magnifique' },
  { name: 'Sofia Rossi', username: 'sofia.r', says: 'Posso cambiare la sella?' },
  { name: 'Nguyễn Thị Mai', phone: '+84905550123', says: 'Xe còn bảo hành không ạ?' },
  { name: 'Kwame Boateng', phone: '+233245550101', says: 'I will pay on delivery' },
  { name: '김민준', phone: '+821055501100', says: '배송 조회 부탁드려요' },
  { name: 'Ingrid Solberg', username: 'ingridsol', says: 'The lock code does not work' },
  { name: 'فاطمة الزهراء', phone: '+212655501122', says: 'أريد استرجاع الطلب من فضلكم' },
  { name: 'Carlos Mendoza', phone: '+525555501020', says: '¿Me pueden llamar mañana?' },
  { name: 'Aigerim Nurlan', username: 'aigerim', says: 'Можно забрать сегодня?' },
  { name: 'Sam', phone: '+447700900123', says: 'k' },
  { name: 'Beatriz Lopes', phone: '+351915550110', says: 'Obrigada!' },
  { name: 'Ravi Shankar', phone: '+919955501313', says: 'Order number 88213' },
  { name: 'Hélène Marchand', username: 'helene.m', says: 'Le paiement a été refusé deux fois' },
  { name: 'Amara Diallo', phone: '+221775550133', says: 'Bonjour, je cherche un vélo pour enfant' },
  { name: 'Luca Bianchi', phone: '+393335550199', says: 'Va bene così' },
  { name: 'יעל ברק', phone: '+972525550177', says: 'תודה רבה' },
  { name: 'Thabo Nkosi', phone: '+27825550100', says: 'Do you ship to Durban?' },
  { name: '田中', username: 'tanaka_cycles', says: '卸価格を教えてください' },
  { name: 'Marta Kowalska', phone: '+48605550177', says: 'Dziękuję!' },
  { name: 'Yusuf Demir', phone: '+905325550144', says: 'Fren balatası var mı?' },
  { name: '🌻', phone: '+12025550188', says: 'hey, still open?' },
  { name: 'Hannah Weiss', username: 'hannahw', says: 'Can I add a bell to the order?' },
  { name: 'Peter O’Brien', phone: '+353855550101', says: 'Grand, see you at 4' },
  { name: 'Li Wei', phone: '+8613855501010', says: '可以开发票吗？' },
  { name: 'Camila Torres', username: 'cami.t', says: 'Llegó rayada la bici :(' },
  { name: 'João · Oficina', username: 'joao.oficina', says: 'Aqui é o João, do celular da oficina' },
];

/** Put together when the town begins: João writes from two phones of his own. */
export const together = { keeps: 1, joins: 44 } as const;

export const chatter = [
  'Is it still available?',
  'Yes, two left in your size.',
  'Could you hold one until tomorrow?',
  'Of course. I have put your name on it.',
  'Which color would you like?',
  'The blue one, please.',
  'Great choice. It comes with lights and a lock.',
  'How long does delivery take?',
  'Two working days; our courier calls ahead.',
  'Thanks!',
  'Here is the link you asked for: https://bikes.example/orders/2291?ref=desk',
  'The frame is 54 cm, the saddle adjusts from 78 to 96 cm, and the handlebar can be turned by 90 degrees so that it fits through a narrow door. If that is still too wide for your hallway we also have the folding one, which is a little heavier but goes under a desk.',
];
