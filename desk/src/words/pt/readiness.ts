// Readiness: which other systems still count on a phone number, as audits of them found.

import type { readiness as english } from '../en/readiness.ts';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Prontidão',
  'readiness.intro':
    'Quais dos seus outros sistemas ainda contam com um número de telefone. Os clientes podem esconder o deles.',
  'readiness.back': 'Todos os sistemas',
  'readiness.failed': 'Não é possível mostrar os sistemas',
  'readiness.oneFailed': 'Não é possível mostrar esta auditoria',
  'readiness.none': 'Nenhum sistema foi auditado ainda',
  'readiness.noneDetail':
    'Uma auditoria envia a um sistema webhooks inventados com número e sem ele, ou lê os arquivos dele. Depois entrega o que encontrou.',
  'readiness.how': 'Execute-a onde o sistema está, com a chave de um desenvolvedor:',
  'readiness.system': 'Sistema',
  'readiness.onStaging': 'Em testes',
  'readiness.inFiles': 'Nos arquivos dele',
  'readiness.notAudited': 'Não auditado',
  'readiness.score': '{score, number} de 100',
  'readiness.places': '{count, plural, one {# lugar} many {# de lugares} other {# lugares}}',
  'readiness.clean': 'Nada encontrado',
  'readiness.holds':
    '{count, plural, one {Resiste {held, number} de # tipo de webhook} many {Resistem {held, number} de # de tipos de webhooks} other {Resistem {held, number} de # tipos de webhooks}}',
  'readiness.fewer': '{count, number} a menos que antes',
  'readiness.more': '{count, number} a mais que antes',
  'readiness.same': 'Tantos quanto antes',
  'readiness.readBack': 'O que ele fez com os webhooks foi lido e comparado.',
  'readiness.notRead':
    'Não foi possível ler o que ele fez com os webhooks. Mensagens aceitas e perdidas não aparecem aqui.',
  'readiness.whatToDo': 'O que fazer',
  'readiness.report': 'Relatório para entregar',
  'readiness.remove': 'Remover',
  'readiness.removeAsk': 'Remover {name}?',
  'readiness.removeExplained': 'Todas as auditorias dele vão embora. O sistema em si não é tocado.',
  'readiness.removed': 'O sistema foi removido.',
  'readiness.all': 'Tudo o que foi enviado',
  'readiness.cameIn': 'O que chegou',
  'readiness.withNumber': 'Com número',
  'readiness.without': 'Sem número',
  'readiness.result': 'Resultado',
  'readiness.answered': '{statuses} em {ms, number} ms',
  'readiness.unknownRule': 'Uma auditoria mais nova encontrou isto. Esta versão não sabe dizer o que é.',
  'readiness.inEnglish': 'Nas palavras da auditoria, em inglês.',
  'readiness.family':
    '{family, select, reading {Conta com um número} keys {Encontra pessoas pelo número} sending {Envia só para números} stores {Tabelas que precisam de um número} files {Esquemas, listas e fluxos que precisam de um número} other {Outra coisa}}',
  'readiness.outcome':
    '{outcome, select, held {Como com número} refused {Recusado} no_answer {Sem resposta} slow {Muito mais lento} answered_otherwise {Responde outra coisa} lost {Aceito e perdido} split {Uma pessoa virou duas} mixed {Duas pessoas viraram uma} wrote_undefined {Escreveu “undefined”} cut_id {Cortou um id de conta} not_judged {Não julgado} other {Desconhecido}}',
  'readiness.why':
    '{outcome, select, held {Faz o mesmo com número e sem ele.} refused {O mesmo webhook é aceito com número e recusado sem ele. É reenviado durante dias e depois se perde.} no_answer {Com número ele responde. Sem número nada volta a tempo.} slow {Sem número demora mais de cinco vezes mais.} answered_otherwise {É aceito, mas a resposta não é a dada com número.} lost {Responde que está tudo bem e não guarda nada. A mensagem não vem de novo.} split {Quem era conhecido vira alguém novo quando o número some ou a conta muda. O histórico fica para trás.} mixed {Duas pessoas dividem um registro. Uma recebe resposta ao que a outra disse.} wrote_undefined {O número que falta foi escrito como a palavra “undefined”. Todos que escondem o seu acabam ali.} cut_id {O que sobra do id de conta parece um número e pode ser de outra pessoa.} not_judged {Também não é aceito com número.} other {Ainda não há palavras para isto.}}',
  'readiness.fix':
    '{outcome, select, held {Não há nada a fazer.} refused {Leia o id de conta onde falta o número.} no_answer {Procure no log desse momento algo que foi lido e não existe.} slow {Procure uma busca que passa por tudo porque o número está vazio.} answered_otherwise {Leia as duas respostas. Uma delas talvez diga que nada foi feito.} lost {Procure uma linha que passa por cima do que não tem número.} split {Encontre as pessoas primeiro pelo id de conta, depois pelo número. Siga as mudanças de conta.} mixed {Nunca encontre pessoas por algo que pode estar vazio ou mudar de dono.} wrote_undefined {Não guarde nada onde não há nada. Encontre as pessoas pelo id de conta.} cut_id {Guarde os ids de conta inteiros, como texto.} not_judged {Veja por que não é aceito de forma alguma.} other {Veja o relatório.}}',
  'readiness.shape':
    '{shape, select, text_hidden {Um texto com nome de usuário e sem número} text_both {Um texto com nome de usuário e número} text_parent {Um texto com dois ids de conta e sem número} text_alias {Um texto com um número que não é de ninguém} image {Uma foto} audio {Uma mensagem de voz} document {Um documento} sticker {Uma figurinha} location {Um lugar} contacts {O cartão de alguém} button {O botão de um modelo} button_reply {Um botão} list_reply {Uma escolha de uma lista} order {Um pedido} unsupported {Uma mensagem de tipo desconhecido} reaction {Uma reação} edit {Uma mensagem alterada} revoke {Uma mensagem apagada} status_sent {O status “enviado”} status_delivered {O status “entregue”} status_read {O status “lido”} status_failed {O status “falhou”} call_connect {Uma chamada} call_terminate {O fim de uma chamada} preference_stop {Não à publicidade} preference_resume {Sim à publicidade} batch {Duas mensagens em um webhook} hides_later {Alguém que esconde o número depois} shows_later {Alguém que mostra o número depois} account_changed {Alguém cuja conta muda} two_hidden {Duas pessoas sem número} username_passed_on {Um nome de usuário assumido por outra pessoa} other {Outra coisa}}',
  'readiness.filesRead':
    '{count, plural, one {# arquivo foi lido} many {# de arquivos foram lidos} other {# arquivos foram lidos}}',
  'readiness.moreFound':
    '{count, plural, one {Há mais # lugar não listado.} many {Há mais # de lugares não listados.} other {Há mais # lugares não listados.}}',
  'readiness.readers': 'O que o Throughline conta',
  'readiness.readersIntro':
    'Webhooks e sistemas atrás do relé, pelo que aconteceu há pouco com o que lhes foi contado. Não se sabe aqui o que fazem com o que aceitaram.',
  'readiness.readersNone': 'Ainda nada é contado a outros sistemas.',
  'readiness.reader': 'Leitor',
  'readiness.toldWith': 'De pessoas com número',
  'readiness.toldWithout': 'De pessoas sem número',
  'readiness.told': '{taken, number} aceitos, {troubled, number} com problemas',
  'readiness.verdictName': 'Como está',
  'readiness.verdict':
    '{verdict, select, breaks {Falha sem número} takes_both {Aceita ambas} needs_number {Precisa de um número} not_known {Ainda não se sabe} other {Ainda não se sabe}}',
  'readiness.titled': '{kind, select, code {{name}, nos arquivos} other {{name}, em testes}}',
};
