// Exports: why one is not made, or not handed out.

import type { exports_ as english } from '../en/exports.ts';

export const exports_: Record<keyof typeof english, string> = {
  'problem.not_found.export': 'Não há essa exportação, ou você não pode vê-la.',
  'problem.not_found.export_schedule': 'Não há essa programação, ou você não pode vê-la.',
  'problem.export_not_yours.kind': 'Sua função não pode ler o que esta exportação contém.',
  'problem.export_not_yours.accounts':
    'Sua função não pode ler os identificadores do próprio WhatsApp, então não pode tê-los em um arquivo.',
  'problem.export_not_yours.masked': 'Sua função vê os números mascarados, e este arquivo os traz completos.',
  'title.export_not_yours': 'Não é seu para levar',
  'problem.export_not_ready': 'Não há arquivo para baixar: ainda não está pronto ou já se foi.',
  'title.export_not_ready': 'Nenhum arquivo aqui',
  'problem.too_many_exports': 'Já esperam tantas exportações quantas podem esperar. Peça outra quando uma terminar.',
  'title.too_many_exports': 'Exportações demais',
  'problem.too_many_schedules': 'Já há tantas programações quantas pode haver. Exclua uma primeiro.',
  'title.too_many_schedules': 'Programações demais',
  'problem.no_such_zone': 'Não há esse fuso horário. Diga um lugar, como Europe/Lisbon.',
  'problem.no_such_rhythm': 'Diga um dia de 1 a 7 para cada semana, de 1 a 31 para cada mês e nenhum para cada dia.',
  'problem.coverage_has_no_tags': 'A cobertura é contada sobre todas as pessoas: deixe a etiqueta de fora.',
  'problem.coverage_has_no_accounts': 'A cobertura é feita de contagens: não há identificadores nela.',
  'title.export_not_possible': 'Assim não é possível',
};
