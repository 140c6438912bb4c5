import type { reviews as english } from '../en/reviews.ts';

export const reviews: Record<keyof typeof english, string> = {
  'review.recycled_number.title': '{name} é a mesma pessoa que {other}, que antes tinha {number}?',
  'review.recycled_number.detail':
    'O número veio com outra conta do WhatsApp, e o WhatsApp não disse que são uma só pessoa. Números são dados a pessoas novas, então os dois foram mantidos separados.',
  'review.recycled_number.happened': '{number} veio com outra conta do WhatsApp.',
  'review.unattested_number_change.title': '{name} agora escreve de {number}. Ainda é a mesma pessoa?',
  'review.unattested_number_change.detail':
    'É a mesma conta do WhatsApp em outro número, e o WhatsApp não anunciou a mudança. Vale conferir antes de contar algo privado.',
  'review.unattested_number_change.happened': 'A mesma conta do WhatsApp veio com {number}.',
  'review.missing_rotation.title': 'Tudo em {name} é uma só pessoa?',
  'review.missing_rotation.detail':
    'O WhatsApp indicou duas contas como de uma só pessoa, sem nunca dizer que uma virou a outra. Foram tidas por uma só.',
  'review.missing_rotation.happened': 'O WhatsApp indicou uma segunda conta como da mesma pessoa.',
  'review.conflicting_parent.title': '{name} é a mesma pessoa que {other}?',
  'review.conflicting_parent.detail':
    'O WhatsApp indicou agora os dois como uma só pessoa, e antes como duas. Foram mantidos separados.',
  'review.conflicting_parent.happened': 'O WhatsApp indicou os dois como uma só pessoa.',
  'review.conflicting_shared_number.title': '{name}, que compartilhou {number}, é a mesma pessoa que {other}?',
  'review.conflicting_shared_number.detail':
    'O WhatsApp garante que o número agora é dessa pessoa. Outra conta do WhatsApp o teve antes, então os dois foram mantidos separados.',
  'review.conflicting_shared_number.happened': '{name} compartilhou {number} quando foi pedido.',
  'review.claimed_number.title': '{name} é a mesma pessoa que {other}, que tem {number}?',
  'review.claimed_number.detail': 'Alguém daqui anotou o número como dessa pessoa. Só isso não une ninguém.',
  'review.claimed_number.happened': '{number} foi anotado aqui como número de {name}.',
  'review.too_many_parts.title': '{name} é a mesma pessoa que {other}?',
  'review.too_many_parts.detail':
    'Seriam tidos por uma só pessoa, mas ela teria então contas ou números demais. Foram mantidos separados.',
  'review.too_many_parts.happened': 'O que o WhatsApp enviou teria unido os dois.',
  'review.somebody_else': 'outra pessoa',
  'review.somebody': 'alguém',
  'review.a_number': 'um número',
  'review.same.label': 'A mesma pessoa',
  'review.same.explains':
    'Passam a ser um só contato. As conversas ficam separadas, e as respostas seguem para cada uma como antes.',
  'review.different.label': 'Pessoas diferentes',
  'review.different.explains': 'Ficam separados, e nada os une até que isto seja desfeito.',
  'review.different.joined.explains':
    'São separados: o que veio com os identificadores de cada um vai para uma conversa própria. Nada os une de novo até que isto seja desfeito.',
  'review.right.label': 'Está certo',
  'review.right.explains': 'Nada muda, e ninguém é perguntado de novo.',
  'review.led.account': 'Uma conta do WhatsApp de {name} foi vista pela primeira vez.',
  'review.led.first': '{phone} foi visto pela primeira vez com {name}.',
  'review.led.last': '{name} escreveu por último de {phone}.',
};
