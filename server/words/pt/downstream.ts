// Other systems: why they were not told, or may not be.

import type { downstream as english } from '../en/downstream.ts';

export const downstream: Record<keyof typeof english, string> = {
  'problem.cursor_gone':
    'O que veio depois deste cursor já não é guardado, ou é de outro registro. Leia de novo o que precisa e continue a partir de `latest`.',
  'title.cursor_gone': 'Cursor expirado',
  'problem.nothing_to_acknowledge': 'Só um contact.erased é confirmado.',
  'title.nothing_to_acknowledge': 'Nada a confirmar',
  'problem.not_found.event': 'Não existe esse evento, ou ele já não é guardado.',
  'problem.not_found.event_schema': 'Não existe esse tipo de evento, ou não nesta versão.',
  'problem.not_found.subscription': 'Não existe esse webhook, ou não lhe cabe vê-lo.',
  'problem.not_found.delivery': 'Não existe essa entrega, ou ela já não é guardada.',
  'problem.not_found.readiness_run': 'Não existe essa auditoria, ou não lhe cabe vê-la.',
  'problem.not_found.canary_run': 'Não existe esse percurso do cliente de teste, ou não lhe cabe vê-lo.',
  'problem.canary_running': 'O cliente de teste já está a caminho. Espere até que termine.',
  'title.canary_running': 'Já está a caminho',
  'problem.nobody_told': 'Ainda não se comunica nada a outros sistemas. Crie antes um webhook ou uma integração.',
  'title.nobody_told': 'Ninguém a avisar',
  'problem.too_many_systems': 'Já há sistemas demais guardados. Remova um antes.',
  'title.too_many_systems': 'Sistemas demais',
  'problem.url_refused.unreadable':
    'Isto não é um endereço web. Escreva-o inteiro, por exemplo https://example.com/hook.',
  'problem.url_refused.insecure': 'O que é contado vai só por https, para que ninguém leia no caminho.',
  'problem.url_refused.credentials': 'Deixe nome e senha fora do endereço. A assinatura prova quem chama.',
  'problem.url_refused.private':
    'Este endereço leva a uma rede privada. Quem administra o Throughline pode permiti-la em EVENTS_ALLOW_NETWORKS.',
  'title.url_refused': 'Endereço recusado',
  'problem.accounts_not_yours':
    'A sua função não pode ler os identificadores próprios do WhatsApp, por isso não pode mandar entregá-los.',
  'title.accounts_not_yours': 'Não pode repassá-los',
  'problem.numbers_masked':
    'A sua função vê os números mascarados, por isso não pode mandar entregá-los em outro lugar.',
  'title.numbers_masked': 'Os números estão mascarados',
  'problem.too_many_subscriptions': 'Há tantos webhooks quantos pode haver. Apague um primeiro.',
  'title.too_many_subscriptions': 'Webhooks demais',
  'problem.not_active': 'Este webhook não está ativo. Retome-o primeiro.',
  'title.not_active': 'Não está ativo',
  'problem.replay_span': 'Indique entregas, ou um tempo de e até, mas não ambos.',
  'title.replay_span': 'O que enviar de novo',
  'problem.alias_not_dialable':
    'Este número representa alguém perante uma integração. Nenhuma rede consegue discá-lo; só essa integração pode escrever para ele.',
  'title.alias_not_dialable': 'Número substituto',
  'problem.not_found.integration': 'Essa integração não existe, ou você não pode vê-la.',
  'problem.too_many_integrations': 'Já há tantas integrações quantas são permitidas. Remova uma primeiro.',
  'title.too_many_integrations': 'Integrações demais',
};
