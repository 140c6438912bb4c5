import type { reviews as english } from '../en/reviews.ts';

// Questions about who is who: what was seen, what is asked, and what follows from each answer.
export const reviews: Record<keyof typeof english, string> = {
  'review.recycled_number.title': '¿Es {name} la misma persona que {other}, que tenía antes {number}?',
  'review.recycled_number.detail':
    'El número llegó con otra cuenta de WhatsApp, y WhatsApp no dijo que fueran una misma persona. Los números se entregan a personas nuevas, así que se mantuvieron por separado.',
  'review.recycled_number.happened': '{number} llegó con otra cuenta de WhatsApp.',
  'review.unattested_number_change.title': '{name} escribe ahora desde {number}. ¿Sigue siendo la misma persona?',
  'review.unattested_number_change.detail':
    'Es la misma cuenta de WhatsApp en otro número, y WhatsApp no anunció el cambio. Conviene comprobarlo antes de compartir algo privado.',
  'review.unattested_number_change.happened': 'La misma cuenta de WhatsApp llegó con {number}.',
  'review.missing_rotation.title': '¿Todo lo que está bajo {name} es de una sola persona?',
  'review.missing_rotation.detail':
    'WhatsApp nombró dos cuentas como de una misma persona, sin decir nunca que una pasó a ser la otra. Se tomaron por una sola.',
  'review.missing_rotation.happened': 'WhatsApp nombró una segunda cuenta como de la misma persona.',
  'review.conflicting_parent.title': '¿Es {name} la misma persona que {other}?',
  'review.conflicting_parent.detail':
    'WhatsApp nombra ahora a ambas como de una misma persona, y antes como de dos. Se mantuvieron por separado.',
  'review.conflicting_parent.happened': 'WhatsApp nombró a ambas como de una misma persona.',
  'review.conflicting_shared_number.title': '¿Es {name}, que compartió {number}, la misma persona que {other}?',
  'review.conflicting_shared_number.detail':
    'WhatsApp garantiza que el número es ahora suyo. Antes lo tenía otra cuenta de WhatsApp, así que se mantuvieron por separado.',
  'review.conflicting_shared_number.happened': '{name} compartió {number} cuando se le pidió.',
  'review.claimed_number.title': '¿Es {name} la misma persona que {other}, que tiene {number}?',
  'review.claimed_number.detail': 'Alguien de aquí anotó el número como suyo. Eso por sí solo no une a nadie.',
  'review.claimed_number.happened': '{number} se anotó aquí como número de {name}.',
  'review.too_many_parts.title': '¿Es {name} la misma persona que {other}?',
  'review.too_many_parts.detail':
    'Se tomarían por una sola, pero entonces una persona tendría más cuentas o números de lo común. Se mantuvieron por separado.',
  'review.too_many_parts.happened': 'Lo que envió WhatsApp habría unido a ambas.',
  /** Where a name or a number is not known. */
  'review.somebody_else': 'otra persona',
  'review.somebody': 'alguien',
  'review.a_number': 'un número',
  'review.same.label': 'La misma persona',
  'review.same.explains':
    'Pasan a ser un solo contacto. Sus conversaciones siguen por separado, y a cada quien se le responde como antes.',
  'review.different.label': 'Personas distintas',
  'review.different.explains': 'Siguen por separado, y nada las une hasta que esto se deshaga.',
  'review.different.joined.explains':
    'Se separan: lo que llegó con los identificadores de cada una pasa a una conversación propia. Nada vuelve a unirlas hasta que esto se deshaga.',
  'review.right.label': 'Es correcto',
  'review.right.explains': 'Nada cambia, y no se vuelve a preguntar.',
  'review.led.account': 'Se vio por primera vez una cuenta de WhatsApp de {name}.',
  'review.led.first': '{phone} se vio por primera vez con {name}.',
  'review.led.last': '{name} escribió por última vez desde {phone}.',
};
