import type { refusals as english } from '../en/refusals.ts';

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  'csv.too_many_rows': 'O arquivo tem mais de {rows, number} linhas. Divida-o em várias campanhas.',
  'csv.no_rows': 'O arquivo não tem linhas abaixo do cabeçalho.',
  'csv.no_body': 'Envie o arquivo como corpo da solicitação, com Content-Type: text/csv.',
  'csv.mixed': 'Algumas letras não podem ser lidas: o arquivo mistura duas codificações. Exporte-o como UTF-8.',
  'csv.too_large': 'O arquivo tem mais de {size}. Divida-o em várias campanhas.',
  'csv.quotes':
    'Na linha {line, number} ou depois dela, aspas (") são abertas e nunca fechadas, então não dá para separar as linhas. Corrija essa linha ou exporte o arquivo de novo.',
  'csv.unreadable': 'A linha {line, number} não pode ser lida. Corrija-a ou exporte o arquivo de novo.',
  'csv.cells_missing':
    'Tem {cells, plural, one {# célula} many {# células} other {# células}}; o cabeçalho tem {columns, number}. As que faltam contam como vazias.',
  'csv.cells_beyond':
    'Tem {cells, plural, one {# célula} many {# células} other {# células}}; o cabeçalho tem {columns, number}. As que sobram ficam de fora.',
  'csv.nul': 'A coluna {column, number} contém um caractere NUL, que foi deixado de fora.',
  'csv.long': 'A coluna {column, number} tem {letters, number} letras; só as primeiras {most, number} são guardadas.',
  'template.too_long.header':
    'O cabeçalho teria {characters, number} caracteres; o WhatsApp permite {most, number}. Encurte o que é preenchido.',
  'template.too_long.text':
    'O texto teria {characters, number} caracteres; o WhatsApp permite {most, number}. Encurte o que é preenchido.',
  'template.too_long.link':
    'O link teria {characters, number} caracteres; o WhatsApp permite {most, number}. Encurte o que é preenchido.',
  'template.too_long.card':
    'O texto do cartão {card, number} teria {characters, number} caracteres; o WhatsApp permite {most, number}. Encurte o que é preenchido.',
  'problem.not_yours': 'Só {author}, que escreveu esta nota, pode alterá-la.',
  'problem.nobody_called_so': 'Uma nota só pode chamar equipes e pessoas que podem lê-la.',
  'field.colleagues': 'deve ser de GET /api/v1/colleagues',
  'problem.shortcut_taken': 'Já existe aqui uma resposta com o atalho /{shortcut}.',
  'field.other_shortcut': 'deve ser diferente dos que estão na mesma prateleira',
  'problem.shared_reply':
    'As respostas de todos e das equipes são mantidas por supervisores. Você pode guardar uma para si.',
  'problem.email_taken': 'Alguém aqui já tem este endereço de e-mail.',
  'problem.person_suspended': 'Esta pessoa está suspensa. Reative-a primeiro.',
  'problem.last_admin': 'Este é o último administrador que pode entrar. Torne outra pessoa administradora primeiro.',
  'problem.only_way_in': 'Esta chave de acesso é a sua única forma de entrar. Nada foi removido.',
  'problem.no_such_assignee': 'Ninguém que atende clientes aqui tem este id. Veja GET /api/v1/agents.',
  'problem.no_such_team': 'Não há equipe com este id. Veja GET /api/v1/teams.',
  'problem.snooze_out_of_range': 'Escolha um momento que ainda virá, dentro de um ano.',
  'problem.already_over': 'Este momento já passou.',
  'field.ahead': 'deve estar no futuro',
  'problem.key_portfolios': 'Uma chave alcança os portfólios que você mesmo pode ver, e nenhum outro.',
  'field.own_portfolios': 'devem ser ids de portfólios que você pode ver',
  'problem.link_unknown': 'Este link não é conhecido. Um mais novo pode ter tomado o lugar dele.',
  'problem.link_used': 'Este link já foi usado. Ele funciona uma vez.',
  'problem.link_too_old': 'Este link é antigo demais. Peça um novo.',
  'problem.link_has_admin': 'Já existe um administrador. Peça a ele um link para você.',
  'problem.tag_archived': 'Esta etiqueta está arquivada. Traga-a de volta ou escolha outra.',
  'problem.not_a_person': 'Uma chave não está nem presente nem ausente: entre como pessoa.',
  'problem.name_taken': 'Este nome já está em uso. Escolha outro.',
  'problem.no_such_member': 'Algumas destas pessoas não estão aqui ou não atendem clientes.',
  'problem.no_such_zone': 'Não existe esse fuso horário. Indique um lugar, como Africa/Lagos.',
  'problem.no_such_schedule': 'Não há horário com este id. Veja GET /api/v1/schedules.',
  'problem.too_many_of_these': 'Já existem tantos quantos pode haver. Remova um de que não precisa.',
  'problem.people_only': 'Isto é para pessoas que entraram.',
  'problem.too_many_attempts':
    'Tentativas demais. Tente de novo em {seconds, plural, one {# segundo} many {# segundos} other {# segundos}}.',
};
