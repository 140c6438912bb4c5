// Imports: lists of people from other systems.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'imports.title': 'Importações',
  'imports.intro':
    'Traga pessoas de listas de outros sistemas. Você vê o que aconteceria antes de qualquer coisa acontecer.',
  'imports.choose': 'Escolher um arquivo CSV',
  'imports.uploading': 'A lista está sendo lida',
  'imports.failed': 'Não é possível mostrar as importações',
  'imports.none': 'Nenhuma lista ainda',
  'imports.noneDetail':
    'Uma lista nomeia pessoas pelo número ou pelo identificador do seu CRM, com etiquetas, campos e vontades. A mesma lista outra vez não muda nada.',
  'imports.list': 'Lista',
  'imports.stateName': 'Estado',
  'imports.state':
    '{state, select, reading {Sendo lida} mapping {Faltam as colunas} checking {Em conferência} checked {Pronta para executar} running {Em andamento} done {Feita} cancelled {Parada} other {Não se sabe}}',
  'imports.rows': '{count, plural, one {# linha} many {# de linhas} other {# linhas}}',
  'imports.brought': 'Trazida',
  'imports.broughtBy': '{when}, {name}',
  'imports.outcomes': 'O que acontece com as linhas',
  'imports.outcome':
    '{outcome, select, created {Pessoas novas} updated {Conhecidas, com algo novo} unchanged {Conhecidas, nada novo} skipped {Deixadas de fora} other {Não se sabe}}',
  'imports.reason':
    '{reason, select, no_identifier {Nem número nem identificador} invalid_phone {Não é um número que o WhatsApp conheça} double {Igual a uma linha anterior} own_number {Um número nosso} erased {Apagada aqui: volta se escrever} number_changed_hands {O número mudou de mãos: não se sabe de quem a lista fala} in_question {Quem é, é uma pergunta em aberto} conflict {Número e identificador são de duas pessoas} several {Mais de uma pessoa tem isso} username_only {Só um nome de usuário, e eles mudam de mãos} not_found {Ninguém tem este identificador} invalid_value {Um valor que não cabe no campo} unknown_tag {Uma etiqueta que não existe} other {Deixada de fora}}',
  'imports.back': 'Todas as importações',
  'imports.oneFailed': 'Não é possível mostrar esta importação',
  'imports.columns': 'O que são as colunas',
  'imports.columnsHint': 'Adivinhamos pelos títulos e pelo que há nelas. Corrija o que estiver errado.',
  'imports.leaveOut': 'Deixar de fora',
  'imports.target':
    '{kind, select, phone {Número de telefone} name {Nome} username {Nome de usuário} tags {Etiquetas} opt_in {Quer marketing} opt_out {Não quer marketing} other {Não se sabe}}',
  'imports.field': 'Campo: {name}',
  'imports.externalId': 'Identificador no outro sistema, guardado em: {name}',
  'imports.country': 'Números sem código do país são de',
  'imports.countryHint': 'Sem país, ficam de fora.',
  'imports.noCountry': 'Nenhum país corresponde.',
  'imports.byUsername': 'Encontrar pessoas também pelo nome de usuário',
  'imports.byUsernameHint': 'Um nome de usuário pode já ser de outra pessoa. Ninguém recebe mensagens por ele.',
  'imports.createTags': 'Criar etiquetas que ainda não existem',
  'imports.check': 'Ver o que aconteceria',
  'imports.change': 'Mudar as colunas',
  'imports.run': 'Executar a importação',
  'imports.runAsk': 'Executar “{name}”?',
  'imports.runExplained':
    '{created, plural, one {Entra # pessoa nova} many {Entram # de pessoas novas} other {Entram # pessoas novas}}, e algo é anotado de {updated, plural, one {# conhecida} many {# de conhecidas} other {# conhecidas}}. Ninguém é unido e ninguém recebe mensagem.',
  'imports.stop': 'Parar',
  'imports.stopped': 'Parada. O que já foi feito fica.',
  'imports.progress': '{done} de {total} linhas',
  'imports.would': 'O que aconteceria',
  'imports.became': 'O que aconteceu',
  'imports.why': 'Por que linhas ficam de fora',
  'imports.line': 'Linha',
  'imports.says': 'O que diz',
  'imports.sameAs': 'Linha {line}',
  'imports.report': 'Baixar todas as linhas',
  'imports.show': 'Mostrar',
  'imports.all': 'Todas as linhas',
  'imports.noRows': 'Nenhuma linha assim',
  'imports.noRowsDetail': 'Escolha outro tipo para ver as linhas.',
};
