import type { book as english } from '../en/book.ts';

export const book: Record<keyof typeof english, string> = {
  'book.keep_on.title': 'Mantenha o Contact Book ativado',
  'book.keep_on.detail':
    'Enquanto está ativado, a Meta continua a enviar os números das pessoas com quem você já trocou mensagens, mesmo depois de adotarem um nome de usuário. Fica no Meta Business Suite, em Configurações da empresa, Informações da empresa. Desativar apaga o que ele guarda; ativado de novo, começa vazio.',
  'book.turn_on.title': 'Ative o Contact Book',
  'book.turn_on.detail':
    'Os números que ele perdeu não voltam sozinhos; cada um volta quando há troca de mensagens com ele. Fica no Meta Business Suite, em Configurações da empresa, Informações da empresa.',
  'book.answer_soon.title': 'Responda em até 30 dias, ao número',
  'book.answer_soon.detail':
    'Sem o Contact Book, um número fica visível por 30 dias após a última mensagem ou chamada com ele, para cada número da empresa em separado. As respostas daqui vão ao número enquanto ele é conhecido.',
  'book.ask_for_number.title': 'Peça os números',
  'book.ask_for_number.detail':
    'Onde não se conhece nenhum, um clique na conversa o pede. O que a pessoa compartilha assim é garantido pelo WhatsApp.',
  'book.campaign_by_phone.title': 'Escreva aos números prestes a sumir',
  'book.campaign_by_phone.detail':
    'Um modelo para o número, onde for bem-vindo, mantém o número visível por mais 30 dias. As campanhas daqui vão pelo número de telefone.',
  'book.find_out.title': 'Informe se o Contact Book está ativado',
  'book.find_out.detail':
    'A API da Meta não diz. Veja no Meta Business Suite, em Configurações da empresa, Informações da empresa, e escolha aqui.',
  'book.looks_off.title': 'O Contact Book parece desativado',
  'book.looks_off.detail':
    'Números que eram conhecidos faltam em mensagens mais novas, e não veio nenhum que só o Contact Book pudesse ter mostrado. Veja no Meta Business Suite, em Configurações da empresa, Informações da empresa.',
};
