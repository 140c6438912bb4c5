import type { failures as english } from '../en/failures.ts';

export const failures: Record<keyof typeof english, string> = {
  'failure.access':
    'Nossa conexão com o WhatsApp não tem permissão para isto. Peça a um administrador que confira o token de acesso e as permissões.',
  'failure.passing':
    'O WhatsApp teve um problema próprio. Não há nada errado com a mensagem; a nova tentativa é automática.',
  'failure.too_many':
    'Foram feitos pedidos demais ao WhatsApp em pouco tempo. A nova tentativa é automática, mais devagar.',
  'failure.blocks_busy': 'O WhatsApp estava ocupado com a lista de bloqueios. A nova tentativa é automática.',
  'failure.template':
    'O WhatsApp não aceitou o modelo. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.call': 'O WhatsApp recusou a chamada. Escreva à pessoa.',
  'failure.block':
    'O WhatsApp não conseguiu bloquear ou desbloquear esta pessoa. Isso só é possível em até 24 horas da última mensagem dela.',
  'failure.unknown':
    'O WhatsApp recusou isto com um erro novo para nós. Peça a um administrador que procure o código do erro.',
  'failure.100': 'O WhatsApp não entendeu o pedido. Peça a um administrador que relate este erro.',
  'failure.190': 'Nosso acesso ao WhatsApp venceu. Peça a um administrador que renove o token de acesso.',
  'failure.368':
    'O WhatsApp bloqueou a conta da empresa por causa das suas políticas. Peça a um administrador que veja a conta.',
  'failure.130403': 'A empresa bloqueou esta pessoa. Para escrever a ela, desbloqueie-a primeiro.',
  'failure.130429': 'As mensagens saem mais rápido do que o WhatsApp permite. A nova tentativa é automática.',
  'failure.130472':
    'O WhatsApp retém o marketing para esta pessoa como parte de um experimento. Espere ela escrever primeiro.',
  'failure.130497': 'A empresa não pode escrever a pessoas neste país. Daqui não há o que fazer.',
  'failure.131008': 'Faltou algo no pedido ao WhatsApp. Peça a um administrador que relate este erro.',
  'failure.131009':
    'O WhatsApp não aceitou um valor, quase sempre um identificador desatualizado da pessoa. Ele é consultado de novo e há mais uma tentativa.',
  'failure.131021': 'A mensagem ia para o próprio número da empresa. Escolha outro destinatário.',
  'failure.131026':
    'O WhatsApp não conseguiu entregar isto. O número pode não estar no WhatsApp, ou o app pode ser antigo demais. Fale com a pessoa de outro jeito.',
  'failure.131030':
    'Um número de teste só pode escrever às pessoas da sua lista. Peça a um administrador que inclua a pessoa ou use um número real.',
  'failure.131031': 'O WhatsApp travou a conta da empresa. Peça a um administrador que veja a conta.',
  'failure.131042':
    'Há um problema com a forma de pagamento da empresa. Peça a um administrador que resolva com a Meta.',
  'failure.131047': 'Passaram mais de 24 horas desde que a pessoa escreveu. Envie um modelo.',
  'failure.131048':
    'O WhatsApp limita este número porque pessoas denunciaram as suas mensagens. Espere, e escreva só a quem conta com isso.',
  'failure.131049':
    'O WhatsApp limita quanto marketing uma pessoa recebe. Espere pelo menos um dia antes de tentar de novo.',
  'failure.131050': 'A pessoa pediu para não receber marketing. Não envie mais até que ela peça de novo.',
  'failure.131051': 'O WhatsApp não aceita este tipo de mensagem. Envie de outra forma.',
  'failure.131052': 'Não foi possível baixar o anexo que a pessoa enviou. Peça que envie de novo.',
  'failure.131053': 'Não foi possível enviar o anexo. Confira o tipo e o tamanho e anexe de novo.',
  'failure.131055': 'Este modelo tem a categoria errada para envios de marketing. Escolha um modelo de marketing.',
  'failure.131056':
    'Foram mensagens demais para esta pessoa em pouco tempo. A nova tentativa é automática, mais devagar.',
  'failure.131057': 'O número da empresa está em manutenção no WhatsApp por um momento. A nova tentativa é automática.',
  'failure.131060':
    'O WhatsApp não conseguiu mostrar esta mensagem a empresas. Peça à pessoa que a envie de outra forma.',
  'failure.131062':
    'Este tipo de mensagem só pode ser enviado a um número de telefone, e a pessoa ocultou o dela. Peça que o compartilhe.',
  'failure.131063':
    'Os modelos de marketing estão desativados para esta conta neste canal. Peça a um administrador que configure os envios de marketing.',
  'failure.131064':
    'O WhatsApp limita esta conta porque modelos foram enviados na categoria errada. Espere, e peça a um administrador que confira as categorias.',
  'failure.132000':
    'O número de valores não bate com o modelo. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132001':
    'O modelo não existe neste idioma, ou ainda não foi aprovado. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132005':
    'O texto fica longo demais com os valores preenchidos. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132007':
    'O conteúdo do modelo vai contra as políticas do WhatsApp. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132012':
    'Um valor tem a forma errada para o modelo. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132015':
    'O WhatsApp pausou o modelo por baixa qualidade. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132016':
    'O WhatsApp desativou o modelo de vez. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132018':
    'Os valores dados ao modelo não são válidos. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132068':
    'O formulário por trás do modelo está bloqueado. Escolha outro modelo ou peça a um administrador que corrija este.',
  'failure.132069':
    'O formulário por trás do modelo foi enviado vezes demais na última hora. A nova tentativa é automática, mais devagar.',
  'failure.133010': 'O número da empresa não está registrado no WhatsApp. Peça a um administrador que o registre.',
  'failure.134100': 'Só modelos de marketing podem ser enviados assim. Escolha um modelo de marketing.',
  'failure.134101': 'O modelo ainda está sendo preparado para envios de marketing. A nova tentativa é automática.',
  'failure.134102':
    'Os envios de marketing não estão disponíveis no WhatsApp no momento. A nova tentativa é automática.',
  'failure.137000':
    'O código de segurança da pessoa mudou desde a última verificação. Confirme quem é antes de escrever de novo.',
  'failure.138006': 'A pessoa não permitiu chamadas da empresa. Peça a permissão primeiro.',
  'failure.138009': 'A permissão para ligar foi pedida vezes demais. Espere pelo menos um dia antes de pedir de novo.',
  'failure.138012': 'O limite diário de chamadas a esta pessoa foi atingido. Ligue amanhã, ou escreva.',
  'failure.139100':
    'O WhatsApp não conseguiu bloquear ou desbloquear esta pessoa. Ele só bloqueia quem escreveu nas últimas 24 horas.',
  'failure.139101':
    'Este número já bloqueou 64.000 pessoas, o máximo que o WhatsApp permite. Desbloqueie alguém primeiro.',
  'failure.none': 'Falhou.',
};
