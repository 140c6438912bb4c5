import type { steps as english } from '../en/steps.ts';

export const steps: Record<keyof typeof english, string> = {
  'step.number_gained.title': '{phone} veio com esta conta do WhatsApp.',
  'step.number_gained.unknown.title': 'Um número veio com esta conta do WhatsApp.',
  'step.number_gained.asked.detail':
    'A pessoa respondeu a um pedido do número, e o WhatsApp garante que é dela. Ninguém mais o tinha.',
  'step.number_gained.detail': 'Ninguém mais tinha o número então, e a partir daqui ele é desta pessoa.',
  'step.began.account.title': 'Apareceu uma conta do WhatsApp que não mostra número.',
  'step.began.account.detail':
    'Não era conhecida, então começou como uma pessoa nova. O WhatsApp dá a cada conta um id para esta empresa; os atendentes nunca o veem.',
  'step.began.both.title': '{phone} e uma conta do WhatsApp apareceram juntos.',
  'step.began.number.title': '{phone} apareceu, de uma conta que o WhatsApp não indicou.',
  'step.began.other_before.detail': 'Outra pessoa tinha este número antes, então isto começou como uma pessoa nova.',
  'step.began.both.detail': 'Nenhum dos dois era conhecido, então começaram como uma só pessoa nova.',
  'step.began.number.detail':
    'O número não era conhecido, então começou como uma pessoa nova, conhecida só pelo número.',
  'step.number_changed.title': 'Mudou de número, de {before} para {phone}.',
  'step.number_changed.detail': 'O próprio WhatsApp anunciou a mudança, então é a mesma pessoa.',
  'step.number_changed.hidden.title': 'Mudou de número e deixou {before}.',
  'step.number_changed.hidden.detail':
    'O próprio WhatsApp anunciou a mudança, então é a mesma pessoa. O novo número está oculto.',
  'step.number_replaced.title': 'A conta do WhatsApp desta pessoa veio com {phone} em vez de {before}.',
  'step.number_replaced.hidden.title': 'Não está mais em {before}.',
  'step.number_replaced.detail':
    'É a mesma conta do WhatsApp, que tem um número de cada vez. O WhatsApp não anunciou a mudança.',
  'step.number_lost.title': '{phone} deixou de ser desta pessoa.',
  'step.number_lost.rotated.detail': 'Mudou de número; o próprio WhatsApp anunciou.',
  'step.number_lost.replaced.detail': 'A mesma conta do WhatsApp veio com outro número.',
  'step.number_lost.taken.detail': 'O número veio com outra conta do WhatsApp. O que foi escrito antes fica aqui.',
  'step.number_lost.gone.detail': 'Alguém disse que a pessoa deixou o número.',
  'step.number_lost.rekeyed.detail':
    'O código de segurança por trás do número mudou, e nada além do número dizia quem era.',
  'step.account_renamed.title': 'O WhatsApp deu um novo id à conta desta pessoa.',
  'step.account_renamed.detail':
    'Isso acontece quando alguém muda de número. O próprio WhatsApp anunciou, então é a mesma pessoa.',
  'step.account_named.title': 'O WhatsApp indicou a conta desta pessoa de mais um jeito.',
  'step.account_named.detail':
    'Os dois nomes vieram em uma só mensagem, então são uma só conta. Os atendentes nunca os veem.',
  'step.joined.ids.title': 'O WhatsApp indicou duas contas como uma só.',
  'step.joined.ids.detail': 'Os dois ids vieram em uma só mensagem, então as duas são uma só conta.',
  'step.joined.second_id.title': 'Apareceu um segundo id da conta do WhatsApp desta pessoa.',
  'step.joined.second_id.detail':
    'O WhatsApp indica a mesma conta acima dos dois. A mudança entre eles não foi anunciada, então vale conferir.',
  'step.joined.changed.title': 'Dois viraram uma só pessoa com um novo número.',
  'step.joined.changed.detail':
    'O WhatsApp anunciou que um mudou para o outro. A nova conta tinha aparecido antes do anúncio.',
  'step.joined.new_account.title': 'Apareceu a conta no novo número desta pessoa.',
  'step.joined.new_account.detail':
    'O WhatsApp tinha anunciado o número, e não a conta. A primeira conta que apareceu nele é tida por dela.',
  'step.joined.shared.title': 'Compartilhou {phone}, e o histórico dele é desta pessoa.',
  'step.joined.shared.unknown.title': 'Compartilhou o número, e o histórico dele é desta pessoa.',
  'step.joined.shared.detail':
    'A pessoa respondeu a um pedido do número, e o WhatsApp garante que é dela. Não se conhecia conta para ele.',
  'step.joined.shared_before.title': 'Compartilhou um número que outra conta teve, e as duas viraram uma.',
  'step.joined.shared_before.detail':
    'O WhatsApp garante que o número é da própria pessoa, ninguém mais o teve, e nesse caso a política daqui une as duas.',
  'step.joined.number.title': '{phone} revelou-se desta conta do WhatsApp.',
  'step.joined.number.detail':
    'O número {phone} era conhecido desde {since, date, day}; em {at, date, day} o mesmo número veio com uma conta do WhatsApp, então o histórico é desta pessoa.',
  'step.joined.accounts.title': 'Duas contas revelaram-se uma só.',
  'step.joined.accounts.detail': 'O WhatsApp indicou a mesma conta acima das duas.',
  'step.kept_apart.title': 'Mantido separado de {other}.',
  'step.kept_apart.unknown.title': 'Mantido separado de outra pessoa.',
  'step.kept_apart.told_apart.detail': 'Algo indicava que eram um só, mas alguém daqui tinha dito que não são.',
  'step.kept_apart.too_many_parts.detail':
    'Algo indicava que eram um só, mas isso faria uma pessoa de partes demais. Alguém deve ver.',
  'step.kept_apart.quiet_too_long.detail':
    'O número veio com uma conta do WhatsApp após um longo silêncio, então pode ter passado a outra pessoa.',
  'step.kept_apart.other_key.detail':
    'O código de segurança por trás do número tinha mudado, então pode ser outra pessoa.',
  'step.kept_apart.other_account.detail':
    'Usaram o mesmo número com contas do WhatsApp diferentes. Um número que muda de mãos não faz de ninguém um só.',
  'step.kept_apart.other_parent.detail':
    'O WhatsApp indicou acima desta uma conta diferente da de antes, o que se contradiz. Alguém deve ver.',
  'step.said.merge.title': '{by} uniu duas pessoas em uma só.',
  'step.said.split.title': '{by} separou pessoas.',
  'step.said.never-merge.title': '{by} marcou que duas pessoas nunca são a mesma.',
  'step.said.undo.title': '{by} desfez algo dito antes.',
  'step.said.settled.title': '{by} viu uma pergunta e deixou como está.',
  'step.said.rename.title': '{by} corrigiu o nome.',
  'step.said.detail': 'O motivo: “{reason}”.',
  'explanation.nobody': 'Ninguém conhecido ainda',
  'explanation.other_portfolio': 'São clientes de portfólios diferentes. Nada é comparado entre portfólios.',
  'explanation.same': 'São uma só pessoa.',
  'explanation.unknown_then': 'Pelo menos um deles não era conhecido então.',
  'explanation.apart': 'São mantidos separados.',
  'explanation.unconnected': 'Nada os ligou até hoje.',
};
