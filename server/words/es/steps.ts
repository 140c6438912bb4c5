import type { steps as english } from '../en/steps.ts';

// Why somebody is taken for one person, step by step. An account is "a WhatsApp account", never its id.
export const steps: Record<keyof typeof english, string> = {
  'step.number_gained.title': '{phone} llegó con esta cuenta de WhatsApp.',
  'step.number_gained.unknown.title': 'Un número llegó con esta cuenta de WhatsApp.',
  'step.number_gained.asked.detail':
    'Respondió a la petición de su número, y WhatsApp garantiza que es suyo. Nadie más lo tenía.',
  'step.number_gained.detail': 'Nadie más tenía entonces el número, así que es suyo desde aquí.',
  'step.began.account.title': 'Apareció una cuenta de WhatsApp que no muestra ningún número.',
  'step.began.account.detail':
    'No se conocía de antes, así que empezó como una persona nueva. WhatsApp da a cada cuenta un identificador para esta empresa; los agentes nunca lo ven.',
  'step.began.both.title': '{phone} y una cuenta de WhatsApp aparecieron juntos.',
  'step.began.number.title': 'Apareció {phone}, de una cuenta que WhatsApp no nombró.',
  'step.began.other_before.detail': 'Otra persona tenía antes este número, así que empezó como una persona nueva.',
  'step.began.both.detail': 'Ninguno se conocía de antes, así que empezaron como una sola persona nueva.',
  'step.began.number.detail':
    'El número no se conocía de antes, así que empezó como una persona nueva, conocida solo por el número.',
  'step.number_changed.title': 'Cambió de número, de {before} a {phone}.',
  'step.number_changed.detail': 'El propio WhatsApp anunció el cambio, así que es la misma persona.',
  'step.number_changed.hidden.title': 'Cambió de número y dejó {before}.',
  'step.number_changed.hidden.detail':
    'El propio WhatsApp anunció el cambio, así que es la misma persona. El número nuevo está oculto.',
  'step.number_replaced.title': 'Su cuenta de WhatsApp llegó con {phone} en lugar de {before}.',
  'step.number_replaced.hidden.title': 'Ya no está en {before}.',
  'step.number_replaced.detail':
    'Es la misma cuenta de WhatsApp, que tiene un solo número a la vez. WhatsApp no anunció el cambio.',
  'step.number_lost.title': '{phone} dejó de ser suyo.',
  'step.number_lost.rotated.detail': 'Cambió de número; lo anunció el propio WhatsApp.',
  'step.number_lost.replaced.detail': 'La misma cuenta de WhatsApp llegó con otro número.',
  'step.number_lost.taken.detail': 'El número llegó con otra cuenta de WhatsApp. Lo escrito antes se queda aquí.',
  'step.number_lost.gone.detail': 'Alguien dijo que esta persona dejó el número.',
  'step.number_lost.rekeyed.detail':
    'El código de seguridad del número cambió, y nada salvo el número decía de quién se trataba.',
  'step.account_renamed.title': 'WhatsApp dio a su cuenta un identificador nuevo.',
  'step.account_renamed.detail':
    'Ocurre cuando alguien cambia de número. El propio WhatsApp lo anunció, así que es la misma persona.',
  'step.account_named.title': 'WhatsApp nombró su cuenta de una forma más.',
  'step.account_named.detail':
    'Ambos nombres llegaron en un mismo mensaje, así que son una sola cuenta. Los agentes nunca los ven.',
  'step.joined.ids.title': 'WhatsApp nombró dos cuentas como una sola.',
  'step.joined.ids.detail': 'Ambos identificadores llegaron en un mismo mensaje, así que las dos son una sola cuenta.',
  'step.joined.second_id.title': 'Apareció un segundo identificador de su cuenta de WhatsApp.',
  'step.joined.second_id.detail':
    'WhatsApp nombra la misma cuenta por encima de ambos. El cambio entre ellos no se anunció, así que conviene comprobarlo.',
  'step.joined.changed.title': 'Dos pasaron a ser una sola persona con un número nuevo.',
  'step.joined.changed.detail':
    'WhatsApp anunció que una cuenta cambió a la otra. La cuenta nueva había aparecido antes de que llegara el anuncio.',
  'step.joined.new_account.title': 'Apareció la cuenta de su número nuevo.',
  'step.joined.new_account.detail':
    'WhatsApp había anunciado el número y no la cuenta. La primera cuenta que aparece en él se toma por la suya.',
  'step.joined.shared.title': 'Compartió {phone}, y su historia es suya.',
  'step.joined.shared.unknown.title': 'Compartió su número, y la historia del número es suya.',
  'step.joined.shared.detail':
    'Respondió a la petición del número, y WhatsApp garantiza que es suyo. No se conocía ninguna cuenta con él.',
  'step.joined.shared_before.title': 'Compartió un número que tenía otra cuenta, y ambas pasaron a ser una.',
  'step.joined.shared_before.detail':
    'WhatsApp garantiza que el número es suyo, nadie más lo tuvo nunca, y la política de aquí las une en ese caso.',
  'step.joined.number.title': '{phone} resultó ser esta cuenta de WhatsApp.',
  'step.joined.number.detail':
    'El número {phone} se conocía desde el {since, date, day}; el {at, date, day} el mismo número llegó con una cuenta de WhatsApp, así que la historia es suya.',
  'step.joined.accounts.title': 'Dos cuentas resultaron ser una sola.',
  'step.joined.accounts.detail': 'WhatsApp nombró la misma cuenta por encima de ambas.',
  'step.kept_apart.title': 'Se mantuvo por separado de {other}.',
  'step.kept_apart.unknown.title': 'Se mantuvo por separado de otra persona.',
  'step.kept_apart.told_apart.detail':
    'Algo indicaba que eran la misma persona, pero alguien de aquí había dicho que no lo son.',
  'step.kept_apart.too_many_parts.detail':
    'Algo indicaba que eran la misma persona, pero una sola habría reunido demasiado. Conviene que alguien lo mire.',
  'step.kept_apart.quiet_too_long.detail':
    'El número llegó con una cuenta de WhatsApp tras un largo silencio, así que puede haber pasado a otra persona.',
  'step.kept_apart.other_key.detail':
    'El código de seguridad del número había cambiado, así que puede ser otra persona.',
  'step.kept_apart.other_account.detail':
    'Usaron el mismo número con cuentas de WhatsApp distintas. Un número que cambia de manos no convierte a nadie en la misma persona.',
  'step.kept_apart.other_parent.detail':
    'WhatsApp nombró por encima de esta cuenta otra distinta de la anterior, lo que se contradice. Conviene que alguien lo mire.',
  'step.said.merge.title': '{by} unió a dos personas en una.',
  'step.said.split.title': '{by} separó a unas personas.',
  'step.said.never-merge.title': '{by} marcó a dos personas como nunca la misma.',
  'step.said.undo.title': '{by} deshizo algo dicho antes.',
  'step.said.settled.title': '{by} miró una pregunta y la dejó como está.',
  'step.said.rename.title': '{by} corrigió el nombre.',
  'step.said.detail': 'Su motivo: «{reason}».',
  'explanation.nobody': 'Todavía nadie conocido',
  'explanation.other_portfolio': 'Son clientes de portafolios distintos. Nada se compara entre portafolios.',
  'explanation.same': 'Son una sola persona.',
  'explanation.unknown_then': 'Al menos una de ellas no se conocía entonces.',
  'explanation.apart': 'Se mantienen por separado.',
  'explanation.unconnected': 'Nada las relacionó nunca.',
};
