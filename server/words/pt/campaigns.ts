import type { campaigns as english } from '../en/campaigns.ts';

export const campaigns: Record<keyof typeof english, string> = {
  'reach.not_a_number': 'Isto não é um número de telefone.',
  'reach.duplicate_row': 'O mesmo número está em uma linha anterior.',
  'reach.duplicate_person': 'Uma linha anterior é da mesma pessoa, por outro número.',
  'reach.username_not_addressable': 'O WhatsApp entrega a números, nunca a um nome de usuário.',
  'reach.bsuid_needs_relationship': 'Só se conhece a conta do WhatsApp desta pessoa, e campanhas vão pelo número.',
  'reach.number_moved': 'Este número não é mais dessa pessoa.',
  'reach.own_number': 'Este número é da própria empresa.',
  'reach.opted_out': 'Esta pessoa não quer mensagens de marketing.',
  'reach.do_not_contact': 'Não se deve escrever a esta pessoa, a não ser que ela escreva primeiro.',
  'reach.blocked': 'Esta pessoa está bloqueada no número da empresa.',
  'reach.value_missing': 'Falta nesta linha algo de que o modelo precisa.',
  'reach.needs_phone':
    'Este modelo só pode ser entregue a números de telefone, e não se conhece nenhum número desta pessoa.',
  'reach.bsuid_needs_relationship.policy':
    'Só se conhece a conta do WhatsApp desta pessoa, e as campanhas daqui vão só para números.',
  'reach.erased':
    'Quem tinha este número foi apagado a pedido próprio. Só se volta a escrever depois que essa pessoa escrever.',
  'reach.bsuid_needs_relationship.stranger':
    'Só se conhece a conta do WhatsApp desta pessoa, e ela ainda não tem conversa com este número da empresa.',
  'reach.bsuid_needs_relationship.id':
    'Isto é o id de uma conta do WhatsApp, não um número de telefone. Uma campanha vai pelo número; para escrever a uma conta, responda na conversa dela.',
  'reach.username_not_addressable.looks':
    'Isto parece um nome de usuário. O WhatsApp entrega a números, nunca a um nome de usuário, que pode mudar de dono.',
  'reach.number_moved.left':
    'A pessoa que tinha este número não o tem mais, desde {since, date, day}. Não se sabe quem o tem agora.',
  'reach.number_moved.taken':
    'Este número é de outra conta do WhatsApp desde {since, date, day}. Nada destinado a uma é enviado à outra.',
  'reach.number_moved.doubted':
    'Uma mensagem a este número chegou a outra conta do WhatsApp que não a conhecida por ele.',
  'reach.not_a_number.alias':
    'Isto é um substituto dado a uma integração no lugar de um número. Nenhuma rede consegue discá-lo; só essa integração pode escrever para ele.',
  'reach.not_a_number.empty': 'A célula está vazia.',
  'reach.not_a_number.shortened':
    'A planilha encurtou este número e perdeu os últimos dígitos. Formate a coluna como texto, preencha de novo e exporte mais uma vez.',
  'reach.not_a_number.letters': 'Isto tem letras, então não é número de telefone.',
  'reach.not_a_number.no_country':
    'Falta o código do país. Escreva como +55 11 91234-5678, ou escolha o país a que estes números pertencem.',
  'reach.not_a_number.extension': 'Tem um ramal; o WhatsApp só conhece números.',
  'reach.not_a_number.digits': 'Nenhum número desse país tem tantos dígitos.',
  'reach.not_a_number.several': 'Isto não é um só número de telefone, ou o código do país não existe.',
  'reach.gone': 'Esta pessoa não está mais entre os contatos.',
  'reach.duplicate_of': '{why} O envio vai para a linha {line, number}.',
  'campaign.row.unknown':
    'A resposta do WhatsApp se perdeu, então não se sabe se isto saiu. Não é enviado de novo sozinho.',
  'campaign.rows.unknown':
    'A resposta do WhatsApp se perdeu, então não se sabe se estas saíram. Não são enviadas de novo sozinhas.',
  'campaign.needs.template': 'Escolha um modelo.',
  'campaign.needs.other_template': 'Não há esse modelo para este número da empresa.',
  'campaign.needs.audience': 'Envie um arquivo ou escolha contatos.',
  'campaign.needs.file': 'Envie um arquivo.',
  'campaign.needs.phone_column': 'Diga que coluna tem o número de telefone.',
  'campaign.needs.value': 'Diga o que vai em: {label}.',
  'campaign.needs.phones': 'Este modelo só é entregue a números de telefone.',
  'campaign.none_reachable': 'Nenhuma das linhas pode ser alcançada.',
  'campaign.not_connected': 'O número da empresa de onde ela sai não está mais conectado.',
  'campaign.no_template': 'Nenhum modelo escolhido.',
  'campaign.template': 'O modelo {name}: {why}',
  'campaign.template_gone': 'Não há modelo {name} ({language}) para este número da empresa.',
  'campaign.waits.pace': 'Segue o ritmo de {pace, number} por minuto escolhido para ela.',
  'campaign.waits.rate':
    'O WhatsApp aceita até {rate, plural, one {# mensagem por segundo} many {# de mensagens por segundo} other {# mensagens por segundo}} deste número; {queued, plural, one {# espera a sua vez} many {# esperam a sua vez} other {# esperam a sua vez}}.',
};
