// The test customer: what other systems make of somebody who does not exist and has no number.

import type { canary as english } from '../en/canary.ts';

export const canary: Record<keyof typeof english, string> = {
  'canary.title': 'Cliente de teste',
  'canary.intro':
    'Um cliente que não existe percorre seus outros sistemas. Ele tem um nome de usuário e nenhum número. Escreve, muda de nome de usuário, recebe outra conta e é apagado.',
  'canary.back': 'Prontidão',
  'canary.failed': 'Não é possível mostrar o cliente de teste',
  'canary.onTheWay': 'A caminho',
  'canary.interrupted': 'Interrompido',
  'canary.eachDay': 'Todos os dias',
  'canary.off': 'Desligado',
  'canary.notDaily': 'Ele não sai por conta própria.',
  'canary.next': 'Ele sai todos os dias; a próxima vez, {when}.',
  'canary.look': 'O que cada sistema fez dele',
  'canary.send': 'Enviar agora',
  'canary.sent': 'O cliente de teste está a caminho.',
  'canary.settings': 'Configurações',
  'canary.none': 'Ele ainda não saiu',
  'canary.noneDetail': 'Envie-o agora, ou deixe que saia todos os dias.',
  'canary.run': 'Mostrado',
  'canary.portfolio': 'Portfólio',
  'canary.broken':
    '{count, plural, =0 {Nenhum falhou} one {# sistema falhou} many {# de sistemas falharam} other {# sistemas falharam}}',
  'canary.byTime': 'Saiu {when}, por conta própria.',
  'canary.bySomebody': 'Saiu {when}, enviado por {who}.',
  'canary.nobody': 'Não havia a quem avisar.',
  'canary.systems': 'Sistemas',
  'canary.verdict':
    '{verdict, select, waiting {Não terminado} well {Aceita bem} slow {Lento} refused {Falha} no_answer {Sem resposta} skipped {Deixado de fora} read {Lido e esquecido} not_read {Nunca lido} other {Nunca lido}}',
  'canary.skipped':
    '{why, select, paused {Pausado} disabled {Desativado} left_out {Deixado de fora} not_wanted {Não quer mensagens} no_line {Sem número comercial} removed {Removido nesse meio-tempo} other {Removido nesse meio-tempo}}',
  'canary.tries': '{count, plural, one {Tentado uma vez.} many {Tentado # de vezes.} other {Tentado # vezes.}}',
  'canary.took': 'Aceito em {ms, number} ms',
  'canary.callState':
    '{state, select, taken {Aceito} failed {Não aceito} waiting {Ainda por vir} not_tried {Não tentado} other {Não tentado}}',
  'canary.whatToDo': 'O que fazer',
  'canary.steps': 'Passo a passo',
  'canary.kind': '{kind, select, webhook {Por webhook} relay {Atrás do relay} reader {Lê o feed} other {Lê o feed}}',
  'canary.answers':
    '{count, plural, one {Escreveu # mensagem para ele. Não chegou a ninguém.} many {Escreveu # de mensagens para ele. Não chegaram a ninguém.} other {Escreveu # mensagens para ele. Não chegaram a ninguém.}}',
  'canary.step':
    '{step, select, created {Alguém novo, sem número} conversation {A conversa dele começa} message {Ele escreve} answer {Ele recebe uma resposta} delivered {A resposta é entregue} username_lost {Ele deixa um nome de usuário} username_gained {Ele assume um nome de usuário} renamed {O nome de usuário dele muda} account_lost {Uma conta dele termina} account_gained {Ele tem outra conta} account_changed {A conta dele muda} message_again {Ele escreve da conta nova} erased {Ele é apagado} other {Ele é apagado}}',
  'canary.why':
    '{cause, select, unreachable {Ninguém consegue alcançá-lo.} address {O endereço dele não aceita mais chamadas.} signature {Ele não aceita a assinatura. O segredo pode ter mudado.} busy {Ele diz que tem trabalho demais.} takes_nothing {No momento não aceita nada, de ninguém.} no_number {Aceita o que se conta de outros clientes, e não de um sem número.} stand_in {Recebeu um número substituto e o recusa. Talvez confira números com uma lista de países.} new_username {Falha quando alguém muda de nome de usuário. Talvez o use como chave.} new_account {Falha quando alguém recebe outra conta. Talvez conheça cada pessoa por uma só conta.} erasure {Não consegue esquecer ninguém. O que tem de clientes reais também fica.} slow {Responde, mas leva mais de cinco segundos.} other {Não foi aceito.}}',
  'canary.fix':
    '{cause, select, unreachable {Veja se ele funciona e se o endereço e o certificado estão certos.} address {Informe o endereço que ele tem agora.} signature {Coloque lá o segredo certo, ou dê a ele um novo.} busy {Faça-o aceitar mais de uma vez, ou responder antes de trabalhar.} takes_nothing {Veja o registro dele. Ele precisa de ajuda antes que este teste diga mais.} no_number {Procure no registro um número que é lido e não está lá. Reconheça pessoas pelo identificador.} stand_in {Desligue lá a verificação de números, ou conecte-o com contas.} new_username {Mostre nomes de usuário, e nunca encontre pessoas por eles.} new_account {Acompanhe as mudanças de conta. Encontre pessoas pelo identificador do contato.} erasure {Faça-o aceitar exclusões e apagar o que guarda com esse identificador.} slow {Primeiro responder, depois trabalhar.} other {Veja o registro dele.}}',
  'canary.enabled': 'Todos os dias',
  'canary.enabledHint':
    'Sistemas que não conseguem ignorar um cliente de teste têm mais um a cada dia, até receberem o pedido de apagá-lo.',
  'canary.clock': 'Às',
  'canary.zone': 'Pelos relógios de',
  'canary.noZone': 'Não existe esse lugar',
  'canary.through': 'Por estes sistemas',
  'canary.throughHint': 'Os novos entram por conta própria.',
  'canary.feed': 'Também para quem lê o feed e o stream',
  'canary.feedHint': 'Quem leu se conhece pelas exclusões que confirma.',
  'canary.save': 'Salvar',
  'canary.saved': 'Salvo.',
  'canary.known': 'Como um sistema o reconhece',
  'canary.knownBy':
    'Os eventos trazem “synthetic”, e cada chamada o cabeçalho X-Throughline-Synthetic. O nome é sempre Throughline Canary. Ele nunca aparece aqui, e nada lhe é enviado.',
  'canary.notice':
    '{count, plural, one {# sistema falha com o cliente de teste.} many {# de sistemas falham com o cliente de teste.} other {# sistemas falham com o cliente de teste.}}',
};
