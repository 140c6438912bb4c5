import type { files as english } from '../en/files.ts';

// Files: why one is not there, and why one is not taken.
export const files: Record<keyof typeof english, string> = {
  'file.missing':
    'El archivo falta en el almacenamiento. Pídalo otra vez, o pida al administrador la copia de seguridad.',
  'file.waiting': 'Se está obteniendo de WhatsApp.',
  'file.waiting.storage_full':
    'El espacio para archivos está agotado. Se obtiene en cuanto haya lugar, durante una semana como máximo; un administrador puede hacer espacio.',
  'file.waiting.meta_busy': 'WhatsApp aún no lo entregó. Se reintenta por sí solo.',
  'file.waiting.unreachable': 'No se pudo conectar con WhatsApp. Se reintenta por sí solo.',
  'file.waiting.denied':
    'WhatsApp rechaza nuestro acceso. Se reintenta por sí solo; un administrador debería revisar si el token de acceso es válido.',
  'file.waiting.damaged': 'Llegó dañado. Se reintenta por sí solo.',
  'file.waiting.storage':
    'No se pudo almacenar. Se reintenta por sí solo; un administrador debería revisar el registro.',
  'file.too_large': 'Supera los {most} que se aceptan para este tipo de archivo. Pida uno más pequeño, o un enlace.',
  'file.expired': 'WhatsApp ya no lo tenía. Pida al cliente que lo envíe otra vez.',
  'file.failed': 'No se pudo obtener, tras intentarlo una semana. Pida al cliente que lo envíe otra vez.',
  'file.failed.storage_full':
    'No hubo espacio para él mientras WhatsApp aún lo tenía. Pida al cliente que lo envíe otra vez.',
  'file.failed.denied':
    'WhatsApp rechazó nuestro acceso durante una semana. Cuando un administrador lo haya resuelto, pida al cliente que lo envíe otra vez.',
  'file.failed.damaged': 'Llegó dañado todas las veces. Pida al cliente que lo envíe otra vez.',
  'file.erased': 'Se quitó de aquí.',
  'file.erased.erased': 'Se borró.',
  'file.erased.retention': 'Ya no se conserva: aquí los archivos se quitan pasado el tiempo fijado para ellos.',
  'file.erased.unused': 'Se subió, no se envió en un día y ya no se conserva. Súbalo otra vez.',
  'file.megabytes': '{count, number} MB',
  'file.kilobytes': '{count, number} KB',
};
