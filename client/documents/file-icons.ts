import FileImage from '@lucide/svelte/icons/file-image';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Presentation from '@lucide/svelte/icons/presentation';
import type { IconComponent } from '../ui/icon.ts';

/** The icon for a type of file. */
export function iconOf(type: string): IconComponent {
  if (type.startsWith('image/')) return FileImage;
  if (/sheet|csv/.test(type) && !/wordprocessing/.test(type)) return FileSpreadsheet;
  return type.includes('presentation') ? Presentation : FileText;
}
