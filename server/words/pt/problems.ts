import type { problems as english } from '../en/problems.ts';

export const problems: Record<keyof typeof english, string> = {
  'problem.too_many_reveals':
    'Muitos números foram mostrados a você na última hora. Espere um pouco ou fale com um supervisor.',
  'problem.action_not_offered': 'Isso não é uma resposta a esta pergunta.',
  'problem.address_lost':
    'O número que esta conversa conhecia agora é de outra conta do WhatsApp, e não se conhece outro caminho até esta pessoa. Nada foi enviado.',
  'problem.address_lost.block':
    'Não se conhece nenhum número ou conta que seja agora desta pessoa, então não dá para dizer ao WhatsApp quem bloquear.',
  'problem.already_replayed': 'Este item já foi reprocessado. Se falhou de novo, está de novo na lista.',
  'problem.bad_signature': 'X-Hub-Signature-256 não corresponde ao corpo com nenhum segredo de META_APP_SECRET.',
  'problem.bad_time.past': 'Essa hora já passou lá.',
  'problem.bad_time.time': '{time} não é uma hora.',
  'problem.bad_time.zone': '{zone} não é um fuso horário. Indique um lugar, como America/Sao_Paulo.',
  'problem.blocked':
    'Esta pessoa está bloqueada neste número da empresa, então o WhatsApp não entregaria. Nada foi enviado.',
  'problem.bsuid_needs_relationship':
    'Uma conversa começa pelo número. Para alcançar uma pessoa conhecida só pela conta, responda na conversa dela.',
  'problem.campaign_state.cancelled': 'Esta campanha foi cancelada.',
  'problem.campaign_state.checking': 'Esta campanha está em verificação.',
  'problem.campaign_state.done': 'Esta campanha está concluída.',
  'problem.campaign_state.draft': 'Esta campanha é um rascunho: precisa ser verificada primeiro.',
  'problem.campaign_state.paused': 'Esta campanha está pausada.',
  'problem.campaign_state.ready': 'Esta campanha está pronta para começar.',
  'problem.campaign_state.running': 'Esta campanha está em envio.',
  'problem.campaign_state.scheduled': 'Esta campanha vai começar sozinha.',
  'problem.contact_unknown': 'Não há esse contato.',
  'problem.contact_unknown.portfolio': 'Não há esse contato no portfólio desta conversa.',
  'problem.content_invalid': 'O WhatsApp recusaria esta mensagem. {problems}.',
  'problem.cursor': 'O cursor não é um dos nossos. Deixe-o de fora para começar na primeira página.',
  'problem.do_not_contact':
    'Foi anotado que esta pessoa não quer nada começado daqui. Respostas na conversa dela são bem-vindas. Nada foi enviado.',
  'problem.foreign_page': 'Uma sessão só pode ser usada na mesa. Programas usam uma chave de API.',
  'problem.idempotency_key_reused': 'Esta Idempotency-Key foi usada em outro pedido. Use uma nova para cada um.',
  'problem.internal_error': 'Algo falhou aqui. Está no log; tentar de novo mais tarde pode ajudar.',
  'problem.invalid_request.empty': 'O corpo está vazio.',
  'problem.invalid_request.filename': 'x-filename não é UTF-8 com codificação por porcentagem.',
  'problem.invalid_request.json': 'O corpo não é JSON.',
  'problem.link_expired': 'Este link venceu. Peça a mensagem de novo: ela tem um novo.',
  'problem.marketing_stopped':
    'Esta pessoa não quer marketing, e o WhatsApp recusaria este modelo (131050). Nada foi enviado.',
  'problem.media_not_retryable':
    'O estado deste arquivo é {state}. Só um que espera, falhou ou venceu pode ser pedido de novo.',
  'problem.media_not_sendable':
    'O WhatsApp não aceita {kind, select, gif {uma imagem GIF} webm {um vídeo WebM} wav {áudio WAV} zip {um arquivo ZIP} other {um arquivo deste tipo}}. Aceita imagens JPEG e PNG, figurinhas WebP, vídeos MP4 e 3GPP, áudio AAC, MP3, AMR, MP4 e Ogg (Opus), e documentos PDF, Word, Excel, PowerPoint e de texto simples.',
  'problem.media_too_large': 'O WhatsApp não aceita arquivo maior que {most}. Envie um menor, ou um link para ele.',
  'problem.media_too_large.audio':
    'Um áudio pode ter no máximo {most} no WhatsApp. Envie um menor, ou um link para ele.',
  'problem.media_too_large.document':
    'Um documento pode ter no máximo {most} no WhatsApp. Envie um menor, ou um link para ele.',
  'problem.media_too_large.image':
    'Uma imagem pode ter no máximo {most} no WhatsApp. Envie uma menor, ou um link para ela.',
  'problem.media_too_large.sticker':
    'Uma figurinha pode ter no máximo {most} no WhatsApp. Envie uma menor, ou um link para ela.',
  'problem.media_too_large.video':
    'Um vídeo pode ter no máximo {most} no WhatsApp. Envie um menor, ou um link para ele.',
  'problem.media_unknown': 'Não há esse arquivo, ou ele não está mais aqui. Carregue-o primeiro.',
  'problem.media_wrong_type':
    'Este arquivo pode ser enviado como {is}, não como {wanted}. Tudo pode ser enviado como documento.',
  'problem.message_not_found': 'Não há essa mensagem nesta conversa.',
  'problem.needs_phone':
    'O WhatsApp só entrega este modelo a um número de telefone, e não se conhece nenhum que seja agora desta pessoa. Nada foi enviado.',
  'problem.never_wrote': 'O WhatsApp só bloqueia quem escreveu ao número. Esta pessoa não escreveu. Nada foi feito.',
  'problem.no_account': 'A Meta exclui pela conta do WhatsApp, e não se conhece nenhuma desta pessoa. Nada foi feito.',
  'problem.not_allowed': 'A função {role} não pode fazer isto: falta {scope}.',
  'problem.not_blocked': 'Esta pessoa não está bloqueada ali. Nada foi feito.',
  'problem.not_found': 'Não há {what} com este id, ou você não pode ver.',
  'problem.not_found.campaign': 'Não há campanha com este id, ou você não pode vê-la.',
  'problem.not_found.card': 'Não há cartão com este id, ou você não pode vê-lo.',
  'problem.not_found.contact': 'Não há contato com este id, ou você não pode vê-lo.',
  'problem.not_found.conversation': 'Não há conversa com este id, ou você não pode vê-la.',
  'problem.not_found.file': 'O arquivo não está aqui, ou não está mais.',
  'problem.not_found.link': 'Isto não é um link para um arquivo.',
  'problem.not_found.message': 'Não há mensagem com este id, ou você não pode vê-la.',
  'problem.not_found.parked': 'Não há item separado com este id, ou você não pode vê-lo.',
  'problem.not_found.path': '{method} aqui não leva a nada. O que há: /api/docs.',
  'problem.not_found.portfolio': 'Não há portfólio com este id, ou você não pode vê-lo.',
  'problem.not_found.review': 'Não há pergunta com este id, ou você não pode vê-la.',
  'problem.not_found.template': 'Não há modelo com este id, ou você não pode vê-lo.',
  'problem.not_found.upload': 'Não há arquivo com este id, ou você não pode vê-lo.',
  'problem.not_kept': 'Não foi possível guardar o webhook. Envie-o de novo.',
  'problem.not_lost':
    'Só uma mensagem que falhou ou cujo destino não se sabe pode ser enviada de novo; o estado desta é {status}.',
  'problem.not_queued': 'Esta mensagem está a caminho ou já saiu, então não pode mais ser retirada.',
  'problem.not_quotable':
    'O WhatsApp ainda não aceitou a mensagem a citar, ou a recusou. Envie sem citar, ou tente de novo quando ela tiver saído.',
  'problem.not_reactable': 'Ninguém pode reagir a esta mensagem. {why}',
  'problem.not_reactable.deleted': 'Esta mensagem foi apagada.',
  'problem.not_reactable.failed': 'Esta mensagem não chegou à pessoa.',
  'problem.not_reactable.not_message': 'Isto não é uma mensagem, e sim algo feito a uma.',
  'problem.not_reactable.not_taken': 'O WhatsApp ainda não aceitou esta mensagem, então ninguém pode reagir a ela.',
  'problem.not_reactable.old': 'Esta mensagem tem mais de 30 dias.',
  'problem.not_ready': 'O banco de dados não responde.',
  'problem.not_signed_in': 'Entre, ou envie uma chave de API como `Authorization: Bearer KEY`.',
  'problem.not_theirs': 'Este contato não tem esse número agora. Nada mudou.',
  'problem.not_understood': 'Não dá para entender o pedido.',
  'problem.number_unknown': 'Não há esse número da empresa.',
  'problem.own_number': 'Este número é da própria empresa.',
  'problem.phone_invalid': 'Isto não é um número de telefone.',
  'problem.phone_required':
    'Não se conhece nenhum número que seja agora desta pessoa, e uma conversa começa pelo número.',
  'problem.portfolio_needed': 'Há vários portfólios: diga qual.',
  'problem.portfolio_unclear': 'Você vê vários portfólios: diga para qual é o arquivo.',
  'problem.range_not_satisfiable': 'O arquivo tem {count, plural, one {# byte} many {# de bytes} other {# bytes}}.',
  'problem.resent_before': 'Esta mensagem já foi enviada de novo, como a mensagem {id}. Veja aquela.',
  'problem.settled_before': 'Alguém já respondeu a isto.',
  'problem.storage_full':
    'O espaço para arquivos acabou, então este não foi aceito. Um administrador pode aumentar MEDIA_QUOTA_BYTES ou liberar espaço em disco.',
  'problem.storage_unreachable': 'O armazenamento não responde. Tente de novo em instantes.',
  'problem.template_unknown':
    'Não há esse modelo neste idioma para este número da empresa. Peça a um administrador que veja os modelos.',
  'problem.template_unknown.others':
    'Não há esse modelo neste idioma para este número da empresa. Existe em {languages}. Peça a um administrador que veja os modelos.',
  'problem.template_values_missing': 'Não dá para preencher o modelo: {problems}',
  'problem.their_own_word':
    'Esta pessoa parou o marketing por conta própria no WhatsApp. Só ela pode desfazer isso, por lá.',
  'problem.too_large': 'O corpo é maior do que se aceita aqui.',
  'problem.too_many_listeners': 'Este nó já tem tantos ouvintes ao vivo quanto aceita.',
  'problem.unsupported_media_type': 'Envie JSON, com content-type: application/json.',
  'problem.username_not_addressable':
    'O WhatsApp entrega a números e contas, nunca a um nome de usuário, que pode mudar de dono. Use um número.',
  'problem.window_closed.never':
    'Uma mensagem livre só pode ser enviada em até 24 horas da última do cliente. O cliente ainda não escreveu a este número. Um modelo pode ser enviado a qualquer hora.',
  'problem.window_closed.since':
    'Uma mensagem livre só pode ser enviada em até 24 horas da última do cliente. A janela fechou em {closedAt, time, minute}, 24 horas após a última mensagem do cliente. Um modelo pode ser enviado a qualquer hora.',
  'problem.word_may_come':
    'Ainda pode chegar sozinha a confirmação de que esta mensagem saiu. Pergunte de novo depois de {at, time, minute}.',
  'problem.wrong_verify_token': 'O token de verificação não é o configurado em META_VERIFY_TOKEN.',
};
