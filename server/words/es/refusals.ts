import type { refusals as english } from '../en/refusals.ts';

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  'csv.too_many_rows': 'El archivo tiene más de {rows, number} filas. Divídalo en varias campañas.',
  'csv.no_rows': 'El archivo no tiene filas debajo del encabezado.',
  'csv.no_body': 'Envíe el archivo como cuerpo de la solicitud, con Content-Type: text/csv.',
  'csv.mixed': 'Algunas letras no se pueden leer: el archivo mezcla dos codificaciones. Expórtelo como UTF-8.',
  'csv.too_large': 'El archivo ocupa más de {size}. Divídalo en varias campañas.',
  'csv.quotes':
    'En la línea {line, number} o después se abre una comilla (") que nunca se cierra, así que no se distinguen las filas. Corrija esa línea o exporte el archivo otra vez.',
  'csv.unreadable': 'No se puede leer la línea {line, number}. Corríjala o exporte el archivo otra vez.',
  'csv.cells_missing':
    'Tiene {cells, plural, one {# celda} many {# celdas} other {# celdas}}; el encabezado tiene {columns, number}. Las que faltan se toman por vacías.',
  'csv.cells_beyond':
    'Tiene {cells, plural, one {# celda} many {# celdas} other {# celdas}}; el encabezado tiene {columns, number}. Las que sobran se omiten.',
  'csv.nul': 'La columna {column, number} contiene un carácter NUL, que se omitió.',
  'csv.long':
    'La columna {column, number} tiene {letters, number} letras; solo se guardan las primeras {most, number}.',
  'template.too_long.header':
    'El encabezado tendría {characters, number} caracteres; WhatsApp permite {most, number}. Acorte lo que se rellena.',
  'template.too_long.text':
    'El texto tendría {characters, number} caracteres; WhatsApp permite {most, number}. Acorte lo que se rellena.',
  'template.too_long.link':
    'El enlace tendría {characters, number} caracteres; WhatsApp permite {most, number}. Acorte lo que se rellena.',
  'template.too_long.card':
    'El texto de la tarjeta {card, number} tendría {characters, number} caracteres; WhatsApp permite {most, number}. Acorte lo que se rellena.',
  'problem.not_yours': 'Solo {author}, que escribió esta nota, puede cambiarla.',
  'problem.nobody_called_so': 'Una nota solo puede mencionar a equipos y a personas que pueden leerla.',
  'field.colleagues': 'debe ser de GET /api/v1/colleagues',
  'problem.shortcut_taken': 'Aquí ya hay una respuesta con el atajo /{shortcut}.',
  'field.other_shortcut': 'debe ser distinto de los del mismo estante',
  'problem.shared_reply':
    'Las respuestas de todos y de los equipos las llevan los supervisores. Puede guardar una para usted.',
  'problem.email_taken': 'Alguien aquí ya tiene esta dirección de correo.',
  'problem.person_suspended': 'Esta persona está suspendida. Reactívela primero.',
  'problem.last_admin': 'Es el último administrador que puede entrar. Nombre antes a otra persona administradora.',
  'problem.only_way_in': 'Esta llave de acceso es su única manera de entrar. No se quitó nada.',
  'problem.no_such_assignee': 'Nadie que atienda a clientes aquí tiene este id. Vea GET /api/v1/agents.',
  'problem.no_such_team': 'No hay ningún equipo con este id. Vea GET /api/v1/teams.',
  'problem.snooze_out_of_range': 'Elija un momento que aún no haya llegado, dentro de un año.',
  'problem.already_over': 'Este momento ya pasó.',
  'field.ahead': 'debe estar por venir',
  'problem.key_portfolios': 'Una clave alcanza los portafolios que usted puede ver, y ningún otro.',
  'field.own_portfolios': 'deben ser ids de portafolios que usted puede ver',
  'problem.link_unknown': 'Este enlace no se conoce. Puede que uno más nuevo lo haya sustituido.',
  'problem.link_used': 'Este enlace ya se usó. Sirve una vez.',
  'problem.link_too_old': 'Este enlace es demasiado viejo. Pida uno nuevo.',
  'problem.link_has_admin': 'Ya hay un administrador. Pídale un enlace propio.',
  'problem.tag_archived': 'Esta etiqueta está archivada. Recupérela o elija otra.',
  'problem.not_a_person': 'Una clave no está ni presente ni ausente: entre como persona.',
  'problem.name_taken': 'Este nombre ya está en uso. Elija otro.',
  'problem.no_such_member': 'Algunas de estas personas no están aquí o no atienden a clientes.',
  'problem.no_such_zone': 'No existe esa zona horaria. Indique un lugar, como Africa/Lagos.',
  'problem.no_such_schedule': 'No hay ningún horario con este id. Vea GET /api/v1/schedules.',
  'problem.too_many_of_these': 'Ya hay tantos como puede haber. Quite uno que no necesite.',
  'problem.people_only': 'Esto es para personas que han entrado.',
  'problem.too_many_attempts':
    'Demasiados intentos. Pruebe de nuevo en {seconds, plural, one {# segundo} many {# segundos} other {# segundos}}.',
};
