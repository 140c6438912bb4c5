import type { steps as english } from '../en/steps.ts';

// Why somebody is taken for one person, step by step. An account is "a WhatsApp account", never its id.
export const steps: Record<keyof typeof english, string> = {
  'step.number_gained.title': '{phone} kam mit diesem WhatsApp-Konto.',
  'step.number_gained.unknown.title': 'Eine Nummer kam mit diesem WhatsApp-Konto.',
  'step.number_gained.asked.detail':
    'Die Person hat die Frage nach ihrer Nummer beantwortet, und WhatsApp bürgt dafür, dass es die eigene ist. Niemand sonst hatte sie.',
  'step.number_gained.detail': 'Niemand sonst hatte damals die Nummer; ab da gehört sie dieser Person.',
  'step.began.account.title': 'Ein WhatsApp-Konto ohne sichtbare Nummer kam hinzu.',
  'step.began.account.detail':
    'Es war vorher nicht bekannt und begann darum als neue Person. WhatsApp gibt jedem Konto eine ID für dieses Unternehmen; Bearbeiter sehen sie nie.',
  'step.began.both.title': '{phone} und ein WhatsApp-Konto kamen zusammen hinzu.',
  'step.began.number.title': '{phone} kam hinzu, von einem Konto, das WhatsApp nicht nannte.',
  'step.began.other_before.detail': 'Vorher hatte jemand anderes diese Nummer; darum begann dies als neue Person.',
  'step.began.both.detail': 'Beides war vorher nicht bekannt; darum begann es als eine neue Person.',
  'step.began.number.detail':
    'Die Nummer war vorher nicht bekannt; darum begann sie als neue Person, bekannt nur durch die Nummer.',
  'step.number_changed.title': 'Die Nummer wechselte von {before} zu {phone}.',
  'step.number_changed.detail': 'WhatsApp hat den Wechsel selbst angekündigt; es ist also dieselbe Person.',
  'step.number_changed.hidden.title': 'Die Nummer wechselte; {before} ist aufgegeben.',
  'step.number_changed.hidden.detail':
    'WhatsApp hat den Wechsel selbst angekündigt; es ist also dieselbe Person. Die neue Nummer ist verborgen.',
  'step.number_replaced.title': 'Das WhatsApp-Konto kam mit {phone} statt {before}.',
  'step.number_replaced.hidden.title': '{before} ist nicht mehr in Gebrauch.',
  'step.number_replaced.detail':
    'Es ist dasselbe WhatsApp-Konto, das immer nur eine Nummer hat. WhatsApp hat den Wechsel nicht angekündigt.',
  'step.number_lost.title': '{phone} gehört nicht mehr dieser Person.',
  'step.number_lost.rotated.detail': 'Die Nummer wurde gewechselt; WhatsApp hat es selbst angekündigt.',
  'step.number_lost.replaced.detail': 'Dasselbe WhatsApp-Konto kam mit einer anderen Nummer.',
  'step.number_lost.taken.detail':
    'Die Nummer kam mit einem anderen WhatsApp-Konto. Was vorher geschrieben wurde, bleibt hier.',
  'step.number_lost.gone.detail': 'Jemand hat gesagt, dass die Nummer aufgegeben wurde.',
  'step.number_lost.rekeyed.detail':
    'Der Sicherheitscode hinter der Nummer änderte sich, und nur die Nummer hatte gesagt, wer es war.',
  'step.account_renamed.title': 'WhatsApp gab dem Konto eine neue ID.',
  'step.account_renamed.detail':
    'Das kommt vor, wenn jemand die Nummer wechselt. WhatsApp hat es selbst angekündigt; es ist also dieselbe Person.',
  'step.account_named.title': 'WhatsApp nannte das Konto noch auf eine weitere Art.',
  'step.account_named.detail': 'Beide Namen kamen in einer Nachricht; es ist also ein Konto. Bearbeiter sehen sie nie.',
  'step.joined.ids.title': 'WhatsApp nannte zwei Konten als eines.',
  'step.joined.ids.detail': 'Beide IDs kamen in einer Nachricht; es ist also ein Konto.',
  'step.joined.second_id.title': 'Eine zweite ID des WhatsApp-Kontos kam hinzu.',
  'step.joined.second_id.detail':
    'WhatsApp nennt über beiden dasselbe Konto. Der Wechsel dazwischen wurde nicht angekündigt; besser nachfragen.',
  'step.joined.changed.title': 'Aus zweien wurde eine Person mit neuer Nummer.',
  'step.joined.changed.detail':
    'WhatsApp hat angekündigt, dass die eine zur anderen wechselte. Das neue Konto war schon vor der Ankündigung da.',
  'step.joined.new_account.title': 'Das Konto zur neuen Nummer kam hinzu.',
  'step.joined.new_account.detail':
    'WhatsApp hatte die Nummer angekündigt, nicht das Konto. Das erste Konto mit ihr gilt als das dieser Person.',
  'step.joined.shared.title': '{phone} wurde geteilt, samt früherer Geschichte.',
  'step.joined.shared.unknown.title': 'Die Nummer wurde geteilt, samt früherer Geschichte.',
  'step.joined.shared.detail':
    'Die Person hat die Frage nach der Nummer beantwortet, und WhatsApp bürgt dafür, dass es die eigene ist. Ein Konto dazu war nicht bekannt.',
  'step.joined.shared_before.title':
    'Es wurde eine Nummer geteilt, die ein anderes Konto hatte, und aus beiden wurde eine Person.',
  'step.joined.shared_before.detail':
    'WhatsApp bürgt dafür, dass die Nummer die eigene ist; niemand sonst hatte sie je, und nach den Regeln hier wird dann zusammengeführt.',
  'step.joined.number.title': '{phone} stellte sich als dieses WhatsApp-Konto heraus.',
  'step.joined.number.detail':
    'Die Nummer {phone} war seit {since, date, day} bekannt; am {at, date, day} kam dieselbe Nummer mit einem WhatsApp-Konto. Die Geschichte gehört also dazu.',
  'step.joined.accounts.title': 'Zwei Konten stellten sich als eines heraus.',
  'step.joined.accounts.detail': 'WhatsApp nannte über beiden dasselbe Konto.',
  'step.kept_apart.title': 'Von {other} getrennt gehalten.',
  'step.kept_apart.unknown.title': 'Von jemand anderem getrennt gehalten.',
  'step.kept_apart.told_apart.detail':
    'Etwas sprach dafür, dass beide eine Person sind, doch hier hatte jemand gesagt, dass sie es nicht sind.',
  'step.kept_apart.too_many_parts.detail':
    'Etwas sprach dafür, dass beide eine Person sind, doch sie hätte aus zu vielen bestanden. Das sollte sich jemand ansehen.',
  'step.kept_apart.quiet_too_long.detail':
    'Die Nummer kam nach langer Stille mit einem WhatsApp-Konto; sie kann an jemand anderen gegangen sein.',
  'step.kept_apart.other_key.detail':
    'Der Sicherheitscode hinter der Nummer hatte sich geändert; es kann jemand anderes sein.',
  'step.kept_apart.other_account.detail':
    'Dieselbe Nummer wurde unter verschiedenen WhatsApp-Konten benutzt. Eine Nummer, die den Besitzer wechselt, macht aus niemandem eine Person.',
  'step.kept_apart.other_parent.detail':
    'WhatsApp nannte über diesem ein anderes Konto als zuvor und widerspricht sich damit. Das sollte sich jemand ansehen.',
  'step.said.merge.title': '{by} hat zwei Personen zu einer zusammengeführt.',
  'step.said.split.title': '{by} hat Personen getrennt.',
  'step.said.never-merge.title': '{by} hat festgehalten, dass zwei nie dieselbe Person sind.',
  'step.said.undo.title': '{by} hat eine frühere Aussage zurückgenommen.',
  'step.said.settled.title': '{by} hat eine Frage angesehen und es dabei belassen.',
  'step.said.rename.title': '{by} hat den Namen der Person berichtigt.',
  'step.said.detail': 'Begründung: „{reason}“.',
  'explanation.nobody': 'Noch niemand bekannt',
  'explanation.other_portfolio':
    'Sie sind Kunden verschiedener Portfolios. Über Portfolios hinweg wird nichts verglichen.',
  'explanation.same': 'Es ist eine Person.',
  'explanation.unknown_then': 'Mindestens eine war damals nicht bekannt.',
  'explanation.apart': 'Sie werden getrennt gehalten.',
  'explanation.unconnected': 'Nichts hat sie je verbunden.',
};
