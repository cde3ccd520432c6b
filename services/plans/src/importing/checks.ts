import type { DocumentFacts, ImportWarning } from './imported-document.ts';
import type { Notice } from './reading.ts';
import { whereOf } from './reading.ts';
import type { DocumentTables } from './tables.ts';
import type { ReviewedTask } from './task-fields.ts';

export function checksOf(
  _document: DocumentFacts,
  _tasks: ReviewedTask[],
  _found: DocumentTables,
  notices: readonly Notice[],
  _province: string | null,
): ImportWarning[] {
  return notices.map(({ code, message, position }) => ({ code, message, where: whereOf(position) }));
}
